package storetest

import (
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// mergedCountsOnce: minutes, notes and promises of a merged request stand with the one that goes on, in lists and in the detail, and with
// no other; parted, each has its own again.
func mergedCountsOnce(_ *testing.T, b *bench) {
	one, two, three := b.ask("brief", model.UrgencyRoutine), b.ask("zelfde brief", model.UrgencyRoutine), b.ask("nog eens", model.UrgencyRoutine)
	b.do(b.sam, desk.LogTime{ID: one, Minutes: 51}, desk.LogTime{ID: two, Minutes: 26}, desk.LogTime{ID: three, Minutes: 3}, desk.AddMemo{ID: two, Text: "bij twee"},
		desk.AddTask{ID: three, What: "bellen", Due: b.now.Add(time.Hour), CallBack: true})
	minutes := func(want ...int) {
		b.t.Helper()
		page, err := desk.ReadPage(b.ctx(), b.sam, desk.PageQuery{View: desk.ViewAll})
		b.must(err)
		got := map[journal.ID]int{}
		for _, row := range page.Rows {
			got[row.ID] = row.Minutes
		}
		for i, id := range []journal.ID{one, two, three} {
			b.same(got[id], want[i])
			b.same(b.request(id).Minutes, want[i])
		}
	}
	b.do(b.sam, desk.MergeRequest{ID: three, Into: two})
	minutes(51, 29, 0)
	b.do(b.sam, desk.MergeRequest{ID: two, Into: one})
	minutes(80, 0, 0)
	r := b.request(one)
	b.same([]any{len(r.Memos), r.Memos[0].Of, len(r.Tasks), r.Tasks[0].Of, len(r.Joined)}, []any{1, two, 1, three, 2})
	b.same([]string{b.request(three).Merged.On, b.request(two).Merged.On}, []string{"ZW-0001", "ZW-0001"})
	b.same(b.list(desk.ViewDue), []string{"ZW-0001"})
	b.counts(1, 0, 0, 0)
	b.refused(fault.Conflict, "merge-back", b.sam, desk.MergeRequest{ID: one, Into: two})
	for _, a := range []model.Action{desk.AddMemo{ID: two, Text: "nee"}, desk.LogTime{ID: two, Minutes: 1}, desk.ClaimRequest{ID: two}, desk.CloseRequest{ID: two, Outcome: "referred"}} {
		b.refused(fault.Conflict, "request-merged", b.sam, a)
	}
	b.do(b.sam, desk.FinishTask{ID: one, Task: r.Tasks[0].Stamp, Fact: "gebeld"}) // of three, by the one that goes on
	b.same(len(b.list(desk.ViewDue)), 0)
	b.do(b.sam, desk.CloseRequest{ID: one, Outcome: "referred"})
	b.counts(0, 0, 0, 1)
	b.same(b.list(desk.ViewClosed), []string{"ZW-0001"})
	b.do(b.sam, desk.ReopenRequest{ID: two})
	minutes(51, 29, 0)
	b.counts(1, 0, 0, 1)
	b.do(b.sam, desk.ReopenRequest{ID: three})
	minutes(51, 26, 3)
	b.same(b.request(three).Tasks[0].Done != nil, true)
}

// takenAway: a request that should not have been there stands nowhere but among those that are away, and what it came from is not known.
func takenAway(_ *testing.T, b *bench) {
	id := b.do(b.sam, desk.AddRequest{Request: desk.Request{Summary: "proef", Source: "17"}}).Entity
	b.refused(fault.Invalid, "missing", b.sam, desk.RemoveRequest{ID: id})
	b.do(b.sam, desk.RemoveRequest{ID: id, Why: "een proef"})
	b.counts(0, 0, 0, 0)
	b.same(len(b.list(desk.ViewAll)), 0)
	b.same(b.list(desk.ViewAway), []string{"ZW-0001"})
	found, err := desk.FindRequests(b.ctx(), b.sam, "proef", 5)
	b.must(err)
	b.same(len(found), 0)
	b.same(b.request(id).Removed.Why, "een proef")
	b.refused(fault.Conflict, "request-removed", b.sam, desk.AddMemo{ID: id, Text: "nee"})
	b.refused(fault.Conflict, "request-removed", b.sam, desk.RemoveRequest{ID: id, Why: "nog eens"})
	again := b.do(b.sam, desk.AddRequest{Request: desk.Request{Summary: "nu goed", Source: "17"}}).Entity
	b.refused(fault.Conflict, "restore-again", b.sam, desk.RestoreRequest{ID: id})
	b.do(b.sam, desk.RemoveRequest{ID: again, Why: "toch niet"})
	b.do(b.sam, desk.RestoreRequest{ID: id})
	b.counts(1, 0, 0, 0)
	b.same(b.list(desk.ViewAway), []string{"ZW-0002"})
	b.same(b.request(id).Removed == nil, true)
	b.refused(fault.Conflict, "not-removed", b.sam, desk.RestoreRequest{ID: id})
}

// mergeResidents: everything stands under the page of whom somebody was merged into, and parting gives back what was.
func mergeResidents(_ *testing.T, b *bench) {
	add := func(name string) journal.ID {
		b.t.Helper()
		b.wait(time.Second)
		return b.do(b.sam, desk.AddResident{Resident: desk.Resident{Name: name}}).Entity
	}
	jan, same, third := add("Jan de Wit"), add("J. de Witt"), add("Johannes de Wit")
	for _, who := range []journal.ID{jan, same} {
		b.do(b.sam, desk.AddRequest{Request: desk.Request{Summary: "vraag", Resident: who}})
		b.wait(time.Minute)
	}
	b.do(b.sam, desk.MergeResident{ID: third, Into: same})
	b.do(b.sam, desk.MergeResident{ID: same, Into: jan})
	b.refused(fault.Conflict, "merge-resident-merged", b.sam, desk.MergeResident{ID: jan, Into: same})
	f, err := desk.OpenResident(b.ctx(), b.sam, jan)
	b.must(err)
	b.same(len(f.Requests), 2)
	found, err := desk.FindResidents(b.ctx(), b.sam, "witt", 5)
	b.must(err)
	b.same(len(found), 1)
	b.same(found[0].ID, jan)
	all, err := desk.FindResidents(b.ctx(), b.sam, "", 0)
	b.must(err)
	b.same(len(all), 1)
	b.do(b.sam, desk.MergeResident{ID: same})
	all, err = desk.FindResidents(b.ctx(), b.sam, "", 0)
	b.must(err)
	b.same(len(all), 2)
	page := func(who journal.ID, requests int, merged ...journal.ID) {
		b.t.Helper()
		f, err := desk.OpenResident(b.ctx(), b.sam, who)
		b.must(err)
		with, err := desk.ReadMergedResidents(b.ctx(), b.sam, who)
		b.must(err)
		var ids []journal.ID
		for _, r := range with {
			ids = append(ids, r.ID)
		}
		b.same(len(f.Requests), requests)
		b.same(ids, merged)
	}
	page(jan, 1)
	page(same, 1, third) // who was merged into the one that is parted came back with it
	b.do(b.sam, desk.MergeResident{ID: same, Into: jan})
	page(jan, 2, same, third)
	_, err = b.sam.Undo(b.ctx())
	b.must(err)
	page(jan, 1)
	page(same, 1, third)
	b.do(b.sam, desk.MergeResident{ID: same, Into: jan})
	b.do(b.sam, desk.EraseResident{ID: jan})
	f, err = desk.OpenResident(b.ctx(), b.sam, third)
	b.must(err)
	b.same(f.Name, "")
	f, err = desk.OpenResident(b.ctx(), b.sam, same)
	b.must(err)
	b.same(f.Name, "")
}
