// Package counting is the part of the conformance suite of stores that is about figures over time.
package counting

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/overview"
)

// bench is a store with a coordinator on it.
type bench struct {
	t     *testing.T
	now   *time.Time
	store model.Backend
	sam   *model.Session
}

func (b *bench) ctx() context.Context { return b.t.Context() }

func (b *bench) wait(d time.Duration) { *b.now = b.now.Add(d) }

func (b *bench) must(err error) {
	b.t.Helper()
	if err != nil {
		b.t.Fatal(err)
	}
}

func (b *bench) do(session *model.Session, actions ...model.Action) model.Receipt {
	b.t.Helper()
	r, err := session.Do(b.ctx(), actions...)
	b.must(err)
	return r
}

func (b *bench) same(got, want any) {
	b.t.Helper()
	if g, w := fmt.Sprint(got), fmt.Sprint(want); g != w {
		b.t.Fatalf("got %s, want %s", g, w)
	}
}

// march is the month in which these tests begin.
var march = overview.Period{From: time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC), Until: time.Date(2026, 3, 31, 0, 0, 0, 0, time.UTC)}

func (b *bench) figures(p overview.Period) overview.Figures {
	b.t.Helper()
	f, err := overview.ReadFigures(b.ctx(), b.sam, p, *b.now)
	b.must(err)
	b.counted()
	return f
}

// counted holds what is kept ready against all requests, in periods that begin and end in the middle of days and in whole ones.
func (b *bench) counted() {
	b.t.Helper()
	day := time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC)
	for _, period := range [][2]time.Time{
		{day.AddDate(-1, 0, 0), day.AddDate(1, 0, 0)}, {day, day.AddDate(0, 0, 1)}, {day.Add(-time.Hour), day.Add(23 * time.Hour)},
		{day.Add(14 * time.Hour), day.Add(14*time.Hour + 30*time.Minute)}, {day.Add(13 * time.Hour), day.AddDate(0, 0, 2).Add(11*time.Hour + 45*time.Minute)},
		{day.Add(18*time.Hour+30*time.Minute).AddDate(0, 0, -3), day.Add(18*time.Hour + 30*time.Minute)}, {day, day},
	} {
		for _, fine := range []bool{false, true} {
			q := overview.CountQuery{Site: b.sam.Site(), From: period[0], To: period[1], Dims: "abchwpABCDEFGHIJKLMN", Fine: fine}
			got, want := map[string]int{}, map[string]int{}
			into := func(m map[string]int) func(overview.Count) {
				return func(c overview.Count) {
					at := ""
					if slices.Contains([]overview.Dim{overview.DimCame, overview.DimLate, overview.DimHandled, overview.DimArrival}, c.Dim) || fine {
						at = c.At.UTC().Format(time.RFC3339)
					}
					key := fmt.Sprintf("%c %x %s", c.Dim, c.Code, at)
					if c.Dim == overview.DimWait || c.Dim == overview.DimParked {
						key = fmt.Sprintf("%s %d", key, c.Minutes)
						c.Minutes = 0
					}
					m[key+" n"] += c.N
					m[key+" minutes"] += c.Minutes
				}
			}
			if fine { // the day does not know when, for some
				q.Dims = "abcdhABCDEFGHIJKLMN"
			}
			b.must(b.store.Read(b.ctx(), func(tx model.Tx) error {
				if err := overview.IndexOf(tx).EachCount(q, into(got)); err != nil {
					return err
				}
				return overview.Walked(q, func(visit func(*desk.Request, string)) error {
					return tx.Each(desk.KindRequest, func(rec *journal.Record) error {
						r, err := desk.Itself(tx, rec.ID)
						if err != nil || r.Site != q.Site {
							return err
						}
						postcode, err := overview.PostcodeOf(tx, r.Resident)
						visit(r, postcode)
						return err
					})
				}, into(want))
			}))
			for _, m := range []map[string]int{got, want} {
				maps.DeleteFunc(m, func(_ string, n int) bool { return n == 0 })
			}
			if !maps.Equal(got, want) {
				b.t.Fatalf("from %v to %v (fine: %v)\ngot  %v\nwant %v", period[0], period[1], fine, got, want)
			}
		}
	}
}

// tally writes tallies down.
func tally(of []overview.Tally) string {
	out := ""
	for _, t := range of {
		out += fmt.Sprintf("%s %d/%d ", t.Code, t.Handled, t.Minutes)
	}
	return out
}

// Site holds a store to what a site did, whatever was done to its requests afterwards.
func Site(t *testing.T, now *time.Time, store model.Backend, sam *model.Session) {
	b := &bench{t, now, store, sam}
	added := b.do(sam, model.AddPerson{Person: model.Person{Name: "Mo", Roles: []model.Role{model.RoleDesk, model.RoleStudent}, Site: sam.Site()}}).Entity
	mo, err := model.Enter(b.ctx(), store, added)
	b.must(err)
	one := b.do(b.sam, desk.AddRequest{Request: desk.Request{Summary: "brief", Theme: "forms", Channel: "desk", Language: "tr", AgeBand: "65-plus"}}).Entity
	b.wait(25 * time.Minute) // 14:25
	b.do(b.sam, desk.ParkRequest{ID: one})
	b.wait(10 * time.Minute)
	b.do(mo, desk.ClaimRequest{ID: one}) // 35 minutes, of which 10 parked
	b.wait(15 * time.Minute)
	b.do(mo, desk.ParkRequest{ID: one})
	b.wait(20 * time.Minute)
	f := b.figures(march)
	b.same([]int{f.CameIn, f.Handled, f.Counts.Parked}, []int{1, 0, 1})
	b.do(mo, desk.CloseRequest{ID: one, Outcome: "referred", WhereFound: "directory", Minutes: 30, Tags: []string{"kaart"}})
	f = b.figures(march)
	b.same([]int{f.CameIn, f.Handled, f.Minutes, f.WithStudent}, []int{1, 1, 30, 1})
	b.same(f.Waited, overview.Waits{N: 1, Median: 25, Ninetieth: 25, Longest: 25})
	b.same(f.Parked, overview.Waits{N: 1, Median: 30, Ninetieth: 30, Longest: 30})
	b.same(tally(f.ByTheme)+tally(f.ByChannel)+tally(f.ByOutcome)+tally(f.ByLanguage)+tally(f.ByAgeBand)+tally(f.ByWhereFound)+tally(f.ByTag),
		"forms 1/30 desk 1/30 referred 1/30 tr 1/30 65-plus 1/30 directory 1/30 kaart 1/30 ")
	monday := f.Week[time.Monday][15] // 14:00 UTC is 15:00 in Amsterdam
	b.same([]int{monday.CameIn, monday.Late}, []int{1, 1})

	// a day without anything in it, and the whole of the day itself
	b.same(b.figures(overview.Period{From: march.From, Until: march.From}).Handled, 0)
	day := overview.Period{From: march.From.AddDate(0, 0, 1), Until: march.From.AddDate(0, 0, 1)}
	b.same(b.figures(day).Handled, 1)

	// what is reopened counts once it is closed again, and once
	b.do(b.sam, desk.ReopenRequest{ID: one})
	b.same(b.figures(march).Handled, 0)
	b.wait(24 * time.Hour)
	b.do(b.sam, desk.CloseRequest{ID: one, Outcome: "handled-directly"})
	b.same(b.figures(march).Handled, 1)
	b.same(b.figures(day).Handled, 0)
	_, err = b.sam.Undo(b.ctx())
	b.must(err)
	b.same(b.figures(march).Handled, 0)
	_, err = b.sam.Redo(b.ctx())
	b.must(err)

	// another theme takes the place of the first
	b.do(b.sam, desk.EditRequest{ID: one, Alter: func(r *desk.Request) { r.Theme = "housing" }})
	f = b.figures(march)
	b.same(tally(f.ByTheme)+tally(f.CameInByTheme), "housing 1/30 housing 1/0 ")

	// where the resident lives, whatever came first, and after they moved
	home := b.do(b.sam, desk.AddResident{Resident: desk.Resident{Name: "Mevrouw Jansen", Postcode: "2562 AB", Keep: desk.KeepRegister, Told: true}}).Entity
	b.do(b.sam, desk.EditRequest{ID: one, Alter: func(r *desk.Request) { r.Resident = home }})
	b.same(tally(b.figures(march).ByPostcode), "2562 1/30 ")
	var moved desk.Resident
	b.must(b.store.Read(b.ctx(), func(tx model.Tx) error {
		rec, err := tx.Record(desk.KindResident, home)
		moved = desk.ResidentOf(rec)
		return err
	}))
	moved.Postcode = "2571 XX"
	b.do(b.sam, desk.EditResident{Resident: moved}, desk.LogTime{ID: one, Minutes: 12})
	b.same(tally(b.figures(march).ByPostcode), "2571 1/42 ")
	moved.Postcode = "2572 AA"
	b.do(b.sam, desk.LogTime{ID: one, Minutes: 3}, desk.EditResident{Resident: moved})
	b.same(tally(b.figures(march).ByPostcode), "2572 1/45 ")

	// what was merged into another counts with that one; parted, by itself
	two := b.do(sam, desk.AddRequest{Request: desk.Request{Summary: "nog een brief"}}).Entity
	b.do(b.sam, desk.LogTime{ID: two, Minutes: 7}, desk.ReferRequest{ID: two, To: "Wijkteam", Consent: true})
	b.do(b.sam, desk.MergeRequest{ID: two, Into: one})
	f = b.figures(march)
	b.same([]int{f.CameIn, f.Handled, f.Minutes}, []int{1, 1, 52})
	b.same(tally(f.ByTheme), "housing 1/52 ")
	b.same([]any{f.Referrals[0].To, f.Referrals[0].N, tally(f.Referrals[0].ByState)}, []any{"Wijkteam", 1, "proposed 1/0 "})
	b.do(b.sam, desk.ReopenRequest{ID: two})
	f = b.figures(march)
	b.same([]int{f.CameIn, f.Handled, f.Minutes, f.Waiting.N}, []int{2, 1, 45, 1})

	// what is taken away never was
	b.do(b.sam, desk.RemoveRequest{ID: two, Why: "vergissing"})
	b.same(b.figures(march).CameIn, 1)
	b.do(b.sam, desk.RestoreRequest{ID: two})
	b.same(b.figures(march).CameIn, 2)

	// what came in closed, as an import brings it with who handled it, waited until then
	when := time.Date(2026, 2, 27, 9, 0, 0, 0, time.UTC)
	b.do(b.sam, desk.AddRequest{Request: desk.Request{ID: journal.ID{1}, Summary: "oud", Created: when, Theme: "forms"}}, desk.ClaimRequest{ID: journal.ID{1}},
		desk.CloseRequest{ID: journal.ID{1}, Outcome: "eigen uitkomst", At: when.Add(50 * time.Minute), Minutes: 9})
	f = b.figures(overview.Period{From: march.From.AddDate(0, -1, 0), Until: march.From})
	b.same([]int{f.CameIn, f.Handled, f.Waited.Median}, []int{1, 1, 50})

	// what one person handled, with the time of that person
	f, err = overview.ReadFiguresOf(b.ctx(), sam, march, mo.Me().ID)
	b.must(err)
	b.same([]int{f.Handled, f.Minutes, f.CameIn}, []int{1, 30, 0})
	f, err = overview.ReadFiguresOf(b.ctx(), sam, march, sam.Me().ID)
	b.must(err)
	b.same(f.Handled, 0)

	// erased, the counts stay
	b.do(b.sam, desk.EraseResident{ID: home})
	f = b.figures(march)
	b.same([]any{f.Handled, f.Minutes, tally(f.ByPostcode)}, []any{1, 45, " 1/45 "})
}

// Time holds a store to when things were, by the calendar of a site.
func Time(t *testing.T, now *time.Time, store model.Backend, sam *model.Session) {
	b := &bench{t, now, store, sam}
	// an hour before midnight in Amsterdam, and one after it
	for i, at := range []time.Duration{-48 * time.Hour, -15 * time.Hour, -14*time.Hour - time.Minute, 0} {
		id := journal.ID{byte(i + 1)}
		created := b.now.Add(at - time.Hour)
		b.do(b.sam, desk.AddRequest{Request: desk.Request{ID: id, Summary: "vraag", Created: created, Theme: []string{"forms", "work"}[i%2]}},
			desk.CloseRequest{ID: id, Outcome: "referred", At: created.Add(time.Duration(i*15) * time.Minute), Minutes: i + 1})
	}
	p := overview.Period{From: march.From.AddDate(0, 0, -2), Until: march.From.AddDate(0, 0, 2)}
	points, err := overview.ReadSeries(b.ctx(), b.sam, p, overview.ByDay)
	b.must(err)
	got := ""
	for _, x := range points {
		got += fmt.Sprintf("%s %d %d %d, ", x.From.Format("0102"), x.CameIn, x.Handled, x.Minutes)
	}
	b.same(got, "0227 0 0 0, 0228 1 1 1, 0301 2 1 2, 0302 1 2 7, 0303 0 0 0, ")
	weeks, err := overview.ReadSeries(b.ctx(), b.sam, p, overview.ByWeek)
	b.must(err)
	b.same(len(weeks), 2)
	b.same([]int{weeks[0].CameIn, weeks[1].CameIn}, []int{3, 1})
	months, err := overview.ReadSeries(b.ctx(), b.sam, p, overview.ByMonth)
	b.must(err)
	b.same([]int{len(months), months[0].CameIn, months[1].CameIn}, []int{2, 1, 3})
	themes, err := overview.ReadThemesByDay(b.ctx(), b.sam, p)
	b.must(err)
	b.same(fmt.Sprint(themes), "[{forms [0 1 1 0 0]} {work [0 0 1 1 0]}]")
	arrivals, err := overview.ReadArrivals(b.ctx(), b.sam, 1, *b.now)
	b.must(err)
	b.same(len(arrivals), 4)
	b.same([]any{arrivals[3].At.UTC(), arrivals[3].WalkIn, arrivals[3].Waited, arrivals[3].Minutes, arrivals[3].Held}, []any{b.now.Add(-time.Hour), true, 45, 4, 0})
	b.counted()

	_, err = overview.ReadFigures(b.ctx(), b.sam, overview.Period{From: p.Until, Until: p.From}, *b.now)
	if err == nil {
		b.t.Error("a period that ends before it begins is read")
	}
}
