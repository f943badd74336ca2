package storetest

import (
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
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
		b.same(len(times), 2)
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
