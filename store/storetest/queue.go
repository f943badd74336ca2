package storetest

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

func asError(err error, e **fault.Error) bool { return errors.As(err, e) }

func show(v any) string { return fmt.Sprintf("%v", v) }

func walkIn(_ *testing.T, b *bench) {
	r := b.do(b.sam, desk.AddRequest{Request: desk.Request{Summary: "Afsluiting stroom dreigt", Urgency: model.UrgencyNow,
		Theme: "armoede", Channel: "desk", Details: "Brief van Stedin"}})
	b.same(r.Number, "ZW-0001")
	b.counts(1, 0, 0, 0)
	b.wait(8 * time.Minute)
	b.do(b.sam, desk.ClaimRequest{ID: r.Entity})
	b.do(b.sam, desk.AddMemo{ID: r.Entity, Text: "Stedin gebeld"})
	b.do(b.sam, desk.LogTime{ID: r.Entity, Minutes: 25})
	b.counts(0, 1, 0, 0)
	b.wait(30 * time.Minute)
	b.do(b.sam, desk.CloseRequest{ID: r.Entity, Outcome: "handled-directly", Tags: []string{"regeling"}, Minutes: 5, Note: "betaald"})
	got := b.request(r.Entity)
	b.same(got.Status, desk.StatusClosed)
	b.same(got.Minutes, 30)
	b.same(got.Closed.Outcome, "handled-directly")
	b.same(got.Closed.At, b.now)
	b.same(got.Details, "Brief van Stedin")
	b.same(len(got.Memos), 2)
	b.counts(0, 0, 0, 1)
	b.refused(fault.Conflict, "request-closed", b.sam, desk.ClaimRequest{ID: r.Entity})
	b.do(b.sam, desk.ReopenRequest{ID: r.Entity})
	b.same(b.request(r.Entity).Status, desk.StatusClaimed)
	b.refused(fault.Invalid, "missing", b.sam, desk.AddRequest{})
	b.refused(fault.Invalid, "minutes", b.sam, desk.LogTime{ID: r.Entity})
	b.refused(fault.NotFound, "request-unknown", b.sam, desk.ParkRequest{ID: journal.ID{1}})
}

func lists(_ *testing.T, b *bench) {
	routine := b.ask("gewoon", model.UrgencyRoutine)
	b.wait(time.Minute)
	b.ask("later gewoon", model.UrgencyRoutine)
	b.wait(time.Minute)
	b.ask("vandaag", model.UrgencyToday)
	b.wait(time.Minute)
	now := b.ask("nu", model.UrgencyNow)
	b.same(b.list(desk.ViewWaiting), []string{"ZW-0004", "ZW-0003", "ZW-0001", "ZW-0002"})
	b.same(b.list(desk.ViewAll), []string{"ZW-0004", "ZW-0003", "ZW-0002", "ZW-0001"})
	b.do(b.sam, desk.ParkRequest{ID: routine})
	b.do(b.sam, desk.ClaimRequest{ID: now})
	b.same(b.list(desk.ViewWaiting), []string{"ZW-0003", "ZW-0002"})
	b.same(b.list(desk.ViewParked), []string{"ZW-0001"})
	b.same(b.list(desk.ViewClaimed), []string{"ZW-0004"})
	b.counts(2, 1, 1, 0)
	b.do(b.sam, desk.RecallRequest{ID: routine})
	b.same(b.list(desk.ViewWaiting), []string{"ZW-0003", "ZW-0001", "ZW-0002"})
	b.do(b.sam, desk.CloseRequest{ID: routine, Outcome: "referred"})
	b.wait(time.Minute)
	b.do(b.sam, desk.CloseRequest{ID: now, Outcome: "referred"})
	b.same(b.list(desk.ViewClosed), []string{"ZW-0004", "ZW-0001"})
	b.same(b.list(desk.ViewOpen), []string{"ZW-0003", "ZW-0002"})
	c, err := desk.ReadCounts(b.ctx(), b.sam)
	b.must(err)
	b.same(c.Longest, time.Date(2026, 3, 2, 14, 1, 0, 0, time.UTC))
	earlier := time.Date(2019, 5, 1, 9, 0, 0, 0, time.UTC)
	b.do(b.sam, desk.AddRequest{Request: desk.Request{Summary: "van vroeger", Created: earlier, Source: "17"}})
	b.same(b.list(desk.ViewWaiting), []string{"ZW-0003", "ZW-0005", "ZW-0002"})
	b.refused(fault.Conflict, "source-known", b.sam, desk.AddRequest{Request: desk.Request{Summary: "nog eens", Source: "17"}})
}

func pages(_ *testing.T, b *bench) {
	for i := range 25 {
		b.ask(fmt.Sprintf("vraag %d", i), model.UrgencyRoutine)
		b.wait(time.Minute)
	}
	var got []string
	q := desk.PageQuery{View: desk.ViewWaiting, Limit: 7}
	for {
		p, err := desk.ReadPage(b.ctx(), b.sam, q)
		b.must(err)
		for _, r := range p.Rows {
			got = append(got, r.Number)
		}
		if !p.More {
			break
		}
		q.From = p.Rows[len(p.Rows)-1].Key + "\x00"
	}
	b.same(got, b.list(desk.ViewWaiting))
	q = desk.PageQuery{View: desk.ViewWaiting, Limit: 7, Back: true}
	var back []string
	for {
		p, err := desk.ReadPage(b.ctx(), b.sam, q)
		b.must(err)
		var part []string
		for _, r := range p.Rows {
			part = append(part, r.Number)
		}
		back = append(part, back...)
		if !p.More {
			break
		}
		q.From = p.Rows[0].Key
	}
	b.same(back, got)
	// a key stays a place when its row has left the list
	p, err := desk.ReadPage(b.ctx(), b.sam, desk.PageQuery{View: desk.ViewWaiting, Limit: 3})
	b.must(err)
	b.do(b.sam, desk.ParkRequest{ID: p.Rows[1].ID})
	after, err := desk.ReadPage(b.ctx(), b.sam, desk.PageQuery{View: desk.ViewWaiting, From: p.Rows[1].Key, Limit: 1})
	b.must(err)
	b.same(after.Rows[0].Number, p.Rows[2].Number)
}

func whole(_ *testing.T, b *bench) {
	id := b.ask("blijft", model.UrgencyRoutine)
	_, err := b.sam.Do(b.ctx(), desk.AddMemo{ID: id, Text: "mag niet blijven"}, desk.AddRequest{})
	b.fails(fault.Invalid, "missing", err)
	b.same(len(b.request(id).Memos), 0)
	b.counts(1, 0, 0, 0)
}

func try(_ *testing.T, b *bench) {
	groups := [][]model.Action{
		{desk.AddRequest{Request: desk.Request{Summary: "een", Source: "1"}}},
		{desk.AddRequest{Request: desk.Request{Summary: "een", Source: "1"}}},
		{desk.AddRequest{Request: desk.Request{Summary: "twee", Source: "2"}}, desk.AddRequest{}},
		{desk.AddRequest{Request: desk.Request{Summary: "drie", Source: "3"}}},
	}
	refused, err := b.sam.Try(b.ctx(), groups, true)
	b.must(err)
	b.fails(fault.Conflict, "source-known", refused[1])
	b.counts(0, 0, 0, 0)
	refused, err = b.sam.Try(b.ctx(), groups, false)
	b.must(err)
	b.same(refused[0], error(nil))
	b.fails(fault.Conflict, "source-known", refused[1])
	b.fails(fault.Invalid, "missing", refused[2])
	b.counts(2, 0, 0, 0)
	numbers := b.list(desk.ViewAll)
	slices.Sort(numbers)
	b.same(numbers, []string{"ZW-0001", "ZW-0002"})
}

func overtaken(_ *testing.T, b *bench) {
	ana, ali := b.person("Ana", model.RoleDesk), b.person("Ali", model.RoleDesk)
	id := b.ask("van wie?", model.UrgencyRoutine)
	b.do(ana, desk.ClaimRequest{ID: id})
	b.refused(fault.Conflict, "claimed-by", ali, desk.ClaimRequest{ID: id})
	b.do(ali, desk.ClaimRequest{ID: id, Over: true})
	r := b.request(id)
	b.same(r.Holder(), []journal.ID{ali.Me().ID})
	b.same(len(r.Claims), 1)
	p, err := desk.ReadPage(b.ctx(), b.sam, desk.PageQuery{View: desk.ViewClaimed})
	b.must(err)
	b.same(p.Rows[0].HolderNames, []string{"Ali"})
	b.do(ali, desk.ReleaseRequest{ID: id})
	b.refused(fault.Conflict, "not-claimed", ana, desk.ReleaseRequest{ID: id})
	b.counts(1, 0, 0, 0)
}

func openEnds(_ *testing.T, b *bench) {
	id := b.ask("terugbellen", model.UrgencyRoutine)
	b.do(b.sam, desk.AddTask{ID: id, What: "bel mevrouw terug", Due: b.now.Add(time.Hour), CallBack: true})
	b.do(b.sam, desk.ReferRequest{ID: id, To: "Schuldhulp"})
	r := b.request(id)
	b.same(r.OpenTasks()+r.OpenReferrals(), 2)
	b.do(b.sam, desk.FinishTask{ID: id, Task: r.Tasks[0].Stamp, Fact: "gesproken"})
	b.refused(fault.Conflict, "task-done", b.sam, desk.FinishTask{ID: id, Task: r.Tasks[0].Stamp})
	ref := r.Referrals[0].Stamp
	b.refused(fault.Refused, "referral-consent", b.sam, desk.MoveReferral{ID: id, Referral: ref, State: desk.ReferralSent})
	b.refused(fault.Conflict, "referral-state", b.sam, desk.MoveReferral{ID: id, Referral: ref, State: desk.ReferralDone})
	b.do(b.sam, desk.ReferRequest{ID: id, To: "Wijkteam", Consent: true, Warm: true})
	ref = b.request(id).Referrals[1].Stamp
	b.do(b.sam, desk.MoveReferral{ID: id, Referral: ref, State: desk.ReferralSent})
	b.refused(fault.Invalid, "missing", b.sam, desk.MoveReferral{ID: id, Referral: ref, State: desk.ReferralDeclined})
	b.do(b.sam, desk.MoveReferral{ID: id, Referral: ref, State: desk.ReferralDeclined, Reason: "wachtlijst"})
	r = b.request(id)
	b.same(r.Referrals[1].State, desk.ReferralDeclined)
	b.same(r.Tasks[0].Fact, "gesproken")
	b.same(r.OpenTasks()+r.OpenReferrals(), 1)
}

func splitMerge(_ *testing.T, b *bench) {
	id := b.ask("twee vragen tegelijk", model.UrgencyToday)
	b.wait(10 * time.Minute)
	r := b.do(b.sam, desk.SplitRequest{ID: id, Summary: "de tweede vraag"})
	b.same(r.Number, "ZW-0002")
	split := b.request(r.Entity)
	b.same(split.Origin, id)
	b.same(split.Created, b.request(id).Created)
	b.wait(time.Minute)
	same := b.ask("de tweede vraag, nog eens", model.UrgencyRoutine)
	b.do(b.sam, desk.AddMemo{ID: same, Text: "blijft hier staan"})
	b.do(b.sam, desk.MergeRequest{ID: same, Into: split.ID})
	b.refused(fault.Conflict, "request-merged", b.sam, desk.MergeRequest{ID: id, Into: same})
	b.refused(fault.Conflict, "merge-itself", b.sam, desk.MergeRequest{ID: id, Into: id})
	b.same(b.request(same).Status, desk.StatusClosed)
	b.counts(2, 0, 0, 0)
	linked, err := desk.ReadLinked(b.ctx(), b.sam, split.ID)
	b.must(err)
	b.same(len(linked), 1)
	b.same(linked[0].ID, same)
	linked, err = desk.ReadLinked(b.ctx(), b.sam, id)
	b.must(err)
	b.same(linked[0].ID, split.ID)
	b.do(b.sam, desk.ReopenRequest{ID: same})
	b.counts(3, 0, 0, 0)
	linked, err = desk.ReadLinked(b.ctx(), b.sam, split.ID)
	b.must(err)
	b.same(len(linked), 0)
}

func due(_ *testing.T, b *bench) {
	one, two := b.ask("morgen", model.UrgencyRoutine), b.ask("vanmiddag", model.UrgencyRoutine)
	day := b.now.Add(24 * time.Hour)
	b.do(b.sam, desk.EditRequest{ID: one, Alter: func(r *desk.Request) { r.FollowUp = day }})
	b.do(b.sam, desk.AddTask{ID: two, What: "terugbellen", Due: b.now.Add(time.Hour), CallBack: true})
	b.same(b.list(desk.ViewDue), []string{"ZW-0002", "ZW-0001"})
	b.do(b.sam, desk.FinishTask{ID: two, Task: b.request(two).Tasks[0].Stamp, Fact: "gebeld"})
	b.same(b.list(desk.ViewDue), []string{"ZW-0001"})
	b.do(b.sam, desk.CloseRequest{ID: one, Outcome: "referred"})
	b.same(len(b.list(desk.ViewDue)), 0)
}

func ticks(_ *testing.T, b *bench) {
	id := b.ask("toeslag", model.UrgencyRoutine)
	b.do(b.sam, desk.TickStep{ID: id, Step: "inkomen gevraagd"})
	b.do(b.sam, desk.TickStep{ID: id, Step: "brief gelezen"})
	b.do(b.sam, desk.TickStep{ID: id, Step: "inkomen gevraagd"})
	b.same(len(b.request(id).Ticks), 1)
	b.same(b.request(id).Ticks[0].Step, "brief gelezen")
}
