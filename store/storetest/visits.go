package storetest

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/hours"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/visits"
)

// regularClient is a year of a regular client in one go: an arrangement, what came of its visits, whose hours and evidence they are, the
// resident merged, parted, and erased.
func regularClient(_ *testing.T, b *bench) {
	s := newSchool(b)
	day := func(text string) time.Time {
		d, err := visits.ParseDate(text, "date")
		b.must(err)
		return d
	}
	vera := b.do(b.sam, desk.AddResident{Resident: desk.Resident{Name: "Vera Mol"}}).Entity
	same := b.do(b.sam, desk.AddResident{Resident: desk.Resident{Name: "V. Mol"}}).Entity
	noor, ali := s.noor.Me().ID, s.ali.Me().ID
	a := visits.Arrangement{Resident: same, What: "boodschappen met mevrouw Mol", Weekdays: []time.Weekday{time.Tuesday}, Part: visits.Morning, Who: []journal.ID{noor, ali},
		From: day("2026-02-03"), Minutes: 60, Theme: "loneliness"}
	b.refused(fault.NotFound, "resident-unknown", s.theo, visits.Plan{Arrangement: a})
	a.ID = b.do(s.noor, visits.Plan{Arrangement: a}).Entity
	of := func(id journal.ID) []string {
		all, err := visits.ReadOf(b.ctx(), s.noor, id)
		b.must(err)
		var out []string
		for _, a := range all {
			out = append(out, fmt.Sprint(a.Name, " ", strings.Join(a.Names, "+"), " ", a.Ended != nil))
		}
		return out
	}
	week := func(text string) (out []string) {
		all, err := visits.ReadWeek(b.ctx(), s.noor, day(text), day("2026-03-02"))
		b.must(err)
		for _, v := range all {
			out = append(out, fmt.Sprint(v.On.Format(time.DateOnly), " ", v.Part, " ", v.ResidentName, " ", v.State, " ", v.Minutes, " ", strings.Join(v.Names, "+"), " ", v.Late))
		}
		return out
	}
	regular := func(id journal.ID) (is bool) {
		found, err := desk.FindResidents(b.ctx(), b.sam, "Mol", 0)
		b.must(err)
		for _, r := range found {
			is = is || r.ID == id && r.Regular
		}
		return is
	}
	b.same(regular(same), true)
	b.same(week("2026-03-04"), []string{"2026-03-03 morning V. Mol planned 0 Noor+Ali false"})
	b.same(week("2026-02-10"), []string{"2026-02-10 morning V. Mol planned 0 Noor+Ali true"})
	// the two are one person: the visits stand under the one that goes on, and are back after parting
	b.do(b.sam, desk.MergeResident{ID: same, Into: vera})
	b.same(of(vera), []string{"Vera Mol Noor+Ali false"})
	b.same(week("2026-03-04"), []string{"2026-03-03 morning Vera Mol planned 0 Noor+Ali false"})
	b.do(b.sam, desk.MergeResident{ID: same})
	b.same(len(of(vera)), 0)
	b.do(b.sam, desk.MergeResident{ID: same, Into: vera})

	first := visits.Finish{Arrangement: a.ID, Date: day("2026-02-03"), Minutes: 50, Note: "mevrouw Mol was blij"}
	b.do(s.ali, first)
	e := s.progress(s.noor).Evidence
	b.same([]any{len(e), e[0].Kind, e[0].Minutes, e[0].Theme, e[0].Channel, e[0].Role, e[0].With, e[0].Ready()},
		[]any{1, learning.EvidenceVisit, 50, "loneliness", "home-visit", "pair", []journal.ID{ali}, false})
	if strings.Contains(show(e[0]), "Mol") || e[0].ID == first.Arrangement {
		b.t.Fatalf("the evidence tells of the resident: %+v", e[0])
	}
	b.same(b.do(s.ali, first).Undoable(), false)
	minutes := func(of *model.Session) int {
		p, err := hours.Read(b.ctx(), of, of.Me().ID)
		b.must(err)
		return p.Minutes
	}
	first.Minutes, first.By = 40, []journal.ID{noor}
	b.do(s.ali, first)
	b.same([]int{minutes(s.noor), minutes(s.ali), len(s.progress(s.noor).Evidence)}, []int{40, 0, 1})
	_, err := s.ali.Undo(b.ctx())
	b.must(err)
	b.same([]int{minutes(s.noor), minutes(s.ali)}, []int{50, 50})
	_, err = s.ali.Undo(b.ctx())
	b.must(err)
	b.same([]any{len(s.progress(s.noor).Evidence), week("2026-02-03")[0]}, []any{0, "2026-02-03 morning Vera Mol planned 0 Noor+Ali true"})
	first.Minutes, first.By = 50, nil
	b.do(s.noor, first, visits.Skip{Arrangement: a.ID, Date: first.Date, Why: "toch niet"})
	b.same([]any{minutes(s.noor), week("2026-02-03")[0]}, []any{0, "2026-02-03 morning Vera Mol skipped 0 Noor+Ali false"})

	b.refused(fault.Invalid, "visit-future", s.noor, visits.Finish{Arrangement: a.ID, Date: day("2026-03-03"), Minutes: 5})
	b.refused(fault.NotFound, "visit-none", s.noor, visits.Finish{Arrangement: a.ID, Date: day("2026-02-04"), Minutes: 5})
	b.refused(fault.NotFound, "visit-none", s.noor, visits.Skip{Arrangement: a.ID, Date: day("2026-01-27"), Why: "te vroeg"})
	b.do(s.noor, visits.Move{Arrangement: a.ID, Date: day("2026-03-03"), To: day("2026-03-12"), Part: visits.Evening}, visits.Give{Arrangement: a.ID, Date: day("2026-03-03"), To: []journal.ID{ali}})
	b.same(week("2026-03-03"), []string(nil))
	b.same(week("2026-03-12"), []string{"2026-03-10 morning Vera Mol planned 0 Noor+Ali false", "2026-03-12 evening Vera Mol moved 0 Ali false"})
	b.do(s.noor, visits.End{ID: a.ID, On: day("2026-03-02"), Why: "verhuisd"})
	b.same([]any{week("2026-03-12"), regular(vera), of(vera)}, []any{[]string{"2026-03-12 evening Vera Mol moved 0 Ali false"}, false, []string{"Vera Mol Noor+Ali true"}})
	b.refused(fault.Conflict, "visits-ended", s.noor, visits.End{ID: a.ID, Why: "nog eens"})

	b.do(s.noor, visits.Finish{Arrangement: a.ID, Date: day("2026-02-10"), Minutes: 30, Note: "koffie bij mevrouw Mol"})
	counts := func(since, until string) visits.Counts {
		c, err := visits.ReadCounts(b.ctx(), s.noor, day(since), day(until))
		b.must(err)
		return c
	}
	b.same(counts("2026-02-01", "2026-03-31"), visits.Counts{Clients: 1, Planned: 3, Done: 1, Skipped: 1, Minutes: 60})
	b.same(counts("2026-03-03", "2026-03-31"), visits.Counts{Planned: 1})
	_, err = visits.ReadCounts(b.ctx(), s.theo, day("2026-02-01"), day("2026-03-31"))
	b.same(fault.KindOf(err), fault.Refused)
	b.do(b.sam, desk.EraseResident{ID: vera})
	b.same(counts("2026-02-01", "2026-03-31"), visits.Counts{Done: 1, Skipped: 1, Minutes: 60})
	b.same(week("2026-02-10"), []string{"2026-02-10 morning  done 30 Noor+Ali false"})
	b.same([]any{week("2026-03-12"), minutes(s.ali)}, []any{[]string(nil), 30})
	all, err := visits.Read(b.ctx(), s.noor, visits.Query{From: day("2026-01-01"), To: day("2026-12-31")})
	b.must(err)
	b.same(len(all), 2)
	if strings.Contains(show(all), "mevrouw") {
		b.t.Fatalf("words are left: %v", all)
	}
	b.refused(fault.Refused, "erased", s.noor, visits.Finish{Arrangement: a.ID, Date: day("2026-02-17"), Minutes: 30})
	b.refused(fault.Refused, "erased", s.noor, visits.Plan{Arrangement: a})
}
