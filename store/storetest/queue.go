package storetest

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"leerbalie/model"
)

func asError(err error, e **model.Error) bool { return errors.As(err, e) }

func show(v any) string { return fmt.Sprintf("%v", v) }

func walkIn(_ *testing.T, b *bench) {
	r := b.do(b.sam, model.AddRequest{Request: model.Request{Summary: "Afsluiting stroom dreigt", Urgency: model.UrgencyNow,
		Theme: "armoede", Channel: "desk", Details: "Brief van Stedin"}})
	b.same(r.Number, "ZW-0001")
	b.counts(1, 0, 0, 0)
	b.wait(8 * time.Minute)
	b.do(b.sam, model.ClaimRequest{ID: r.Entity})
	b.do(b.sam, model.AddMemo{ID: r.Entity, Text: "Stedin gebeld"})
	b.do(b.sam, model.LogTime{ID: r.Entity, Minutes: 25})
	b.counts(0, 1, 0, 0)
	b.wait(30 * time.Minute)
	b.do(b.sam, model.CloseRequest{ID: r.Entity, Outcome: "handled-directly", Tags: []string{"regeling"}, Minutes: 5, Note: "betaald"})
	got := b.request(r.Entity)
	b.same(got.Status, model.StatusClosed)
	b.same(got.Minutes, 30)
	b.same(got.Closed.Outcome, "handled-directly")
	b.same(got.Closed.At, b.now)
	b.same(got.Details, "Brief van Stedin")
	b.same(len(got.Memos), 2)
	b.counts(0, 0, 0, 1)
	b.refused(model.Conflict, "request-closed", b.sam, model.ClaimRequest{ID: r.Entity})
	b.do(b.sam, model.ReopenRequest{ID: r.Entity})
	b.same(b.request(r.Entity).Status, model.StatusClaimed)
	b.refused(model.Invalid, "missing", b.sam, model.AddRequest{})
	b.refused(model.Invalid, "minutes", b.sam, model.LogTime{ID: r.Entity})
	b.refused(model.NotFound, "request-unknown", b.sam, model.ParkRequest{ID: model.ID{1}})
}

func lists(_ *testing.T, b *bench) {
	routine := b.ask("gewoon", model.UrgencyRoutine)
	b.wait(time.Minute)
	b.ask("later gewoon", model.UrgencyRoutine)
	b.wait(time.Minute)
	b.ask("vandaag", model.UrgencyToday)
	b.wait(time.Minute)
	now := b.ask("nu", model.UrgencyNow)
	b.same(b.list(model.ViewWaiting), []string{"ZW-0004", "ZW-0003", "ZW-0001", "ZW-0002"})
	b.same(b.list(model.ViewAll), []string{"ZW-0004", "ZW-0003", "ZW-0002", "ZW-0001"})
	b.do(b.sam, model.ParkRequest{ID: routine})
	b.do(b.sam, model.ClaimRequest{ID: now})
	b.same(b.list(model.ViewWaiting), []string{"ZW-0003", "ZW-0002"})
	b.same(b.list(model.ViewParked), []string{"ZW-0001"})
	b.same(b.list(model.ViewClaimed), []string{"ZW-0004"})
	b.counts(2, 1, 1, 0)
	b.do(b.sam, model.RecallRequest{ID: routine})
	b.same(b.list(model.ViewWaiting), []string{"ZW-0003", "ZW-0001", "ZW-0002"})
	b.do(b.sam, model.CloseRequest{ID: routine, Outcome: "referred"})
	b.wait(time.Minute)
	b.do(b.sam, model.CloseRequest{ID: now, Outcome: "referred"})
	b.same(b.list(model.ViewClosed), []string{"ZW-0004", "ZW-0001"})
	b.same(b.list(model.ViewOpen), []string{"ZW-0003", "ZW-0002"})
	c, err := b.sam.Counts(b.ctx())
	b.must(err)
	b.same(c.Longest, time.Date(2026, 3, 2, 14, 1, 0, 0, time.UTC))
	earlier := time.Date(2019, 5, 1, 9, 0, 0, 0, time.UTC)
	b.do(b.sam, model.AddRequest{Request: model.Request{Summary: "van vroeger", Created: earlier, Source: "17"}})
	b.same(b.list(model.ViewWaiting), []string{"ZW-0003", "ZW-0005", "ZW-0002"})
	b.refused(model.Conflict, "source-known", b.sam, model.AddRequest{Request: model.Request{Summary: "nog eens", Source: "17"}})
}

func pages(_ *testing.T, b *bench) {
	for i := range 25 {
		b.ask(fmt.Sprintf("vraag %d", i), model.UrgencyRoutine)
		b.wait(time.Minute)
	}
	var got []string
	q := model.PageQuery{View: model.ViewWaiting, Limit: 7}
	for {
		p, err := b.sam.Page(b.ctx(), q)
		b.must(err)
		for _, r := range p.Rows {
			got = append(got, r.Number)
		}
		if !p.More {
			break
		}
		q.From = p.Rows[len(p.Rows)-1].Key + "\x00"
	}
	b.same(got, b.list(model.ViewWaiting))
	q = model.PageQuery{View: model.ViewWaiting, Limit: 7, Back: true}
	var back []string
	for {
		p, err := b.sam.Page(b.ctx(), q)
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
	p, err := b.sam.Page(b.ctx(), model.PageQuery{View: model.ViewWaiting, Limit: 3})
	b.must(err)
	b.do(b.sam, model.ParkRequest{ID: p.Rows[1].ID})
	after, err := b.sam.Page(b.ctx(), model.PageQuery{View: model.ViewWaiting, From: p.Rows[1].Key, Limit: 1})
	b.must(err)
	b.same(after.Rows[0].Number, p.Rows[2].Number)
}

func whole(_ *testing.T, b *bench) {
	id := b.ask("blijft", model.UrgencyRoutine)
	_, err := b.sam.Do(b.ctx(), model.AddMemo{ID: id, Text: "mag niet blijven"}, model.AddRequest{})
	b.fails(model.Invalid, "missing", err)
	b.same(len(b.request(id).Memos), 0)
	b.counts(1, 0, 0, 0)
}

func try(_ *testing.T, b *bench) {
	groups := [][]model.Action{
		{model.AddRequest{Request: model.Request{Summary: "een", Source: "1"}}},
		{model.AddRequest{Request: model.Request{Summary: "een", Source: "1"}}},
		{model.AddRequest{Request: model.Request{Summary: "twee", Source: "2"}}, model.AddRequest{}},
		{model.AddRequest{Request: model.Request{Summary: "drie", Source: "3"}}},
	}
	refused, err := b.sam.Try(b.ctx(), groups, true)
	b.must(err)
	b.fails(model.Conflict, "source-known", refused[1])
	b.counts(0, 0, 0, 0)
	refused, err = b.sam.Try(b.ctx(), groups, false)
	b.must(err)
	b.same(refused[0], error(nil))
	b.fails(model.Conflict, "source-known", refused[1])
	b.fails(model.Invalid, "missing", refused[2])
	b.counts(2, 0, 0, 0)
	numbers := b.list(model.ViewAll)
	slices.Sort(numbers)
	b.same(numbers, []string{"ZW-0001", "ZW-0002"})
}

func overtaken(_ *testing.T, b *bench) {
	ana, ali := b.person("Ana", model.RoleDesk), b.person("Ali", model.RoleDesk)
	id := b.ask("van wie?", model.UrgencyRoutine)
	b.do(ana, model.ClaimRequest{ID: id})
	b.refused(model.Conflict, "claimed-by", ali, model.ClaimRequest{ID: id})
	b.do(ali, model.ClaimRequest{ID: id, Over: true})
	r := b.request(id)
	b.same(r.Holder(), []model.ID{ali.Me().ID})
	b.same(len(r.Claims), 1)
	p, err := b.sam.Page(b.ctx(), model.PageQuery{View: model.ViewClaimed})
	b.must(err)
	b.same(p.Rows[0].Who, []string{"Ali"})
	b.do(ali, model.ReleaseRequest{ID: id})
	b.refused(model.Conflict, "not-claimed", ana, model.ReleaseRequest{ID: id})
	b.counts(1, 0, 0, 0)
}

func openEnds(_ *testing.T, b *bench) {
	id := b.ask("terugbellen", model.UrgencyRoutine)
	b.do(b.sam, model.AddTask{ID: id, What: "bel mevrouw terug", Due: b.now.Add(time.Hour), CallBack: true})
	b.do(b.sam, model.ReferRequest{ID: id, To: "Schuldhulp"})
	r := b.request(id)
	b.same(r.OpenTasks()+r.OpenReferrals(), 2)
	b.do(b.sam, model.FinishTask{ID: id, Task: r.Tasks[0].Stamp, Fact: "gesproken"})
	b.refused(model.Conflict, "task-done", b.sam, model.FinishTask{ID: id, Task: r.Tasks[0].Stamp})
	ref := r.Referrals[0].Stamp
	b.refused(model.Refused, "referral-consent", b.sam, model.MoveReferral{ID: id, Referral: ref, State: model.ReferralSent})
	b.refused(model.Conflict, "referral-state", b.sam, model.MoveReferral{ID: id, Referral: ref, State: model.ReferralDone})
	b.do(b.sam, model.ReferRequest{ID: id, To: "Wijkteam", Consent: true, Warm: true})
	ref = b.request(id).Referrals[1].Stamp
	b.do(b.sam, model.MoveReferral{ID: id, Referral: ref, State: model.ReferralSent})
	b.refused(model.Invalid, "missing", b.sam, model.MoveReferral{ID: id, Referral: ref, State: model.ReferralDeclined})
	b.do(b.sam, model.MoveReferral{ID: id, Referral: ref, State: model.ReferralDeclined, Reason: "wachtlijst"})
	r = b.request(id)
	b.same(r.Referrals[1].State, model.ReferralDeclined)
	b.same(r.Tasks[0].Fact, "gesproken")
	b.same(r.OpenTasks()+r.OpenReferrals(), 1)
}

func splitMerge(_ *testing.T, b *bench) {
	id := b.ask("twee vragen tegelijk", model.UrgencyToday)
	b.wait(10 * time.Minute)
	r := b.do(b.sam, model.SplitRequest{ID: id, Summary: "de tweede vraag"})
	b.same(r.Number, "ZW-0002")
	split := b.request(r.Entity)
	b.same(split.Origin, id)
	b.same(split.Created, b.request(id).Created)
	b.wait(time.Minute)
	same := b.ask("de tweede vraag, nog eens", model.UrgencyRoutine)
	b.do(b.sam, model.AddMemo{ID: same, Text: "blijft hier staan"})
	b.do(b.sam, model.MergeRequest{ID: same, Into: split.ID})
	b.refused(model.Conflict, "merge-itself", b.sam, model.MergeRequest{ID: id, Into: same})
	b.refused(model.Conflict, "merge-itself", b.sam, model.MergeRequest{ID: id, Into: id})
	b.same(b.request(same).Status, model.StatusClosed)
	b.counts(2, 0, 0, 1)
	linked, err := b.sam.Linked(b.ctx(), split.ID)
	b.must(err)
	b.same(len(linked), 1)
	b.same(linked[0].ID, same)
	linked, err = b.sam.Linked(b.ctx(), id)
	b.must(err)
	b.same(linked[0].ID, split.ID)
	b.do(b.sam, model.ReopenRequest{ID: same})
	b.counts(3, 0, 0, 0)
	linked, err = b.sam.Linked(b.ctx(), split.ID)
	b.must(err)
	b.same(len(linked), 0)
}

func due(_ *testing.T, b *bench) {
	one, two := b.ask("morgen", model.UrgencyRoutine), b.ask("vanmiddag", model.UrgencyRoutine)
	day := b.now.Add(24 * time.Hour)
	b.do(b.sam, model.EditRequest{ID: one, FollowUp: &day})
	b.do(b.sam, model.AddTask{ID: two, What: "terugbellen", Due: b.now.Add(time.Hour), CallBack: true})
	b.same(b.list(model.ViewDue), []string{"ZW-0002", "ZW-0001"})
	b.do(b.sam, model.FinishTask{ID: two, Task: b.request(two).Tasks[0].Stamp, Fact: "gebeld"})
	b.same(b.list(model.ViewDue), []string{"ZW-0001"})
	b.do(b.sam, model.CloseRequest{ID: one, Outcome: "referred"})
	b.same(len(b.list(model.ViewDue)), 0)
}

func ticks(_ *testing.T, b *bench) {
	id := b.ask("toeslag", model.UrgencyRoutine)
	b.do(b.sam, model.TickStep{ID: id, Step: "inkomen gevraagd"})
	b.do(b.sam, model.TickStep{ID: id, Step: "brief gelezen"})
	b.do(b.sam, model.TickStep{ID: id, Step: "inkomen gevraagd"})
	b.same(len(b.request(id).Ticks), 1)
	b.same(b.request(id).Ticks[0].Step, "brief gelezen")
}
