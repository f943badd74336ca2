package storetest

import (
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/pairs"
)

// localDays: what happens late in the evening at a site in the Caribbean is of that day there, although it is the next one in Greenwich.
func localDays(_ *testing.T, b *bench) {
	b.now = time.Date(2026, 3, 2, 2, 30, 0, 0, time.UTC)
	s := newSchool(b)
	for _, c := range []struct{ zone, day string }{{"America/Curacao", "2026-03-01"}, {"Europe/Amsterdam", "2026-03-02"}, {"Pacific/Auckland", "2026-03-02"}} {
		site, err := b.sam.SiteByID(b.ctx(), b.sam.Site())
		b.must(err)
		site.Zone = c.zone
		b.do(b.sam, model.EditSite{Site: site})
		evidence := s.handle("Een brief")
		for _, e := range s.progress(s.noor).Evidence {
			if e.ID == evidence {
				b.same(e.Day.Format(time.DateOnly), c.day)
			}
		}
		rows, err := desk.ReadPage(b.ctx(), b.sam, desk.PageQuery{View: desk.ViewClosed, Limit: 1})
		b.must(err)
		times := b.request(rows.Rows[0].ID).Times
		b.same(len(times), 3)
		for _, t := range times {
			b.same(t.Day.Format(time.DateOnly), c.day)
		}
		b.do(b.sam, pairs.StartTimeOut{Person: s.ali.Me().ID, Reason: "ziek"})
		b.do(b.sam, pairs.EndTimeOut{Person: s.ali.Me().ID})
		outs, err := pairs.ReadTimeOuts(b.ctx(), b.sam)
		b.must(err)
		b.same(outs[0].From.Format(time.DateOnly), c.day)
		b.same(outs[0].Ended.Format(time.DateOnly), c.day)
		own := b.do(s.noor, learning.AddEvidence{Evidence: learning.Evidence{Kind: learning.EvidenceCourse, Title: "Cursus"}}).Created[0]
		for _, e := range s.progress(s.noor).Evidence {
			if e.ID == own {
				b.same(e.Day.Format(time.DateOnly), c.day)
			}
		}
		id := b.do(b.sam, pairs.PublishPairs{Pairs: []pairs.NewPair{{Members: []journal.ID{s.noor.Me().ID, s.ali.Me().ID}}}}).Created[0]
		p := b.pair(id)
		b.same(p.Schedule(b.now.AddDate(0, 3, 0))[0].Due.Format(time.DateOnly), mustDay(c.day).AddDate(0, 0, 14).Format(time.DateOnly))
		b.do(b.sam, pairs.EndPair{ID: id, Reason: "done"})
		noor, err := pairs.ReadStudents(b.ctx(), b.sam)
		b.must(err)
		b.same(pairs.WaitingSince(noor[0], []pairs.Pair{b.pair(id)}, site.Location()).Format(time.DateOnly), c.day)
		b.wait(time.Minute)
	}
}

func mustDay(text string) time.Time {
	day, err := time.Parse(time.DateOnly, text)
	if err != nil {
		panic(err)
	}
	return day
}

// daysThatCannotBe are refused by whatever takes a day, with the field: 1-1-1900, and the year 9999. The last days that can be pass.
func daysThatCannotBe(_ *testing.T, b *bench) {
	old, excel, far := mustDay("1999-12-31"), mustDay("1900-01-01"), mustDay("9999-12-31")
	first, last := mustDay("2000-01-01"), mustDay("2046-12-31")
	id := b.ask("een vraag", model.UrgencyRoutine)
	ali := b.pupil("Ali", "mbo-3")
	who := ali.Me().ID
	study := func(s model.Study) model.Action {
		p, err := pairs.ReadStudents(b.ctx(), b.sam)
		b.must(err)
		p[0].Study = s
		return model.EditPerson{Person: p[0]}
	}
	edit := func(at time.Time) model.Action {
		return desk.EditRequest{ID: id, Alter: func(r *desk.Request) { r.FollowUp = at }}
	}
	for _, at := range []time.Time{old, excel} {
		for _, a := range []model.Action{
			desk.AddRequest{Request: desk.Request{Summary: "x", Created: at}}, desk.AddRequest{Request: desk.Request{Summary: "x", FollowUp: at}}, edit(at),
			desk.AddTask{ID: id, What: "bellen", Due: at}, desk.LogTime{ID: id, Minutes: 5, Day: at}, desk.CloseRequest{ID: id, Outcome: "unknown", At: at},
			desk.AddMemo{ID: id, Text: "x", At: at}, desk.AddContact{ID: id, Text: "x", At: at}, study(model.Study{Start: at}), study(model.Study{End: at}),
			study(model.Study{Waiting: at}), pairs.StartTimeOut{Person: who, Reason: "x", Until: at}, pairs.EndStudy{Person: who, Outcome: "left", At: at},
			model.AddPerson{Person: model.Person{Name: "Bo", Roles: []model.Role{model.RoleStudent}, Study: model.Study{Start: at}}},
			learning.AddEvidence{Student: who, Evidence: learning.Evidence{Kind: learning.EvidenceCourse, Title: "x", Day: at}},
		} {
			b.refused(fault.Invalid, "day-early", b.whoMay(a, ali), a)
		}
	}
	for _, at := range []time.Time{last.AddDate(0, 0, 1), far} {
		for _, a := range []model.Action{desk.AddRequest{Request: desk.Request{Summary: "x", FollowUp: at}}, edit(at), desk.AddTask{ID: id, What: "bellen", Due: at},
			study(model.Study{End: at}), pairs.StartTimeOut{Person: who, Reason: "x", Until: at}, pairs.EndStudy{Person: who, Outcome: "left", At: at}} {
			b.refused(fault.Invalid, "day-late", b.sam, a)
		}
	}
	b.must(b.store.Write(b.ctx(), func(tx model.WriteTx) error { // as an earlier version took it
		rec, err := tx.Record(model.KindPerson, who)
		if err != nil {
			return err
		}
		return tx.Emit(&journal.Change{Stream: journal.Stream{Scope: rec.Scope()}, Kind: rec.Kind, Entity: who, Op: journal.OpSet, Wall: b.now.UnixMilli(),
			Actor: who, Schema: journal.SchemaVersion, MinReader: 1,
			Writes: []journal.Write{{Field: model.PersonEnd, Value: journal.Int(journal.DayNumber(far)), Base: rec.Live(model.PersonEnd)}}})
	}))
	known, err := pairs.ReadStudents(b.ctx(), b.sam)
	b.must(err)
	b.same(known[0].Study.End, far)
	known[0].Level = "mbo-4"
	b.do(b.sam, model.EditPerson{Person: known[0]})
	b.do(b.sam, desk.AddRequest{Request: desk.Request{Summary: "x", Created: first, FollowUp: last}}, edit(last), desk.AddTask{ID: id, What: "bellen", Due: last},
		study(model.Study{Start: first, End: last}))
}

// whoMay is the coordinator, or the student for what students do themselves.
func (b *bench) whoMay(a model.Action, student *model.Session) *model.Session {
	if _, own := a.(learning.AddEvidence); own {
		return student
	}
	return b.sam
}
