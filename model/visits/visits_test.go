package visits_test

import (
	"context"
	"fmt"
	"math/rand"
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"leerbalie/model"
	"leerbalie/model/conflict"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/hours"
	"leerbalie/model/journal"
	"leerbalie/model/memory"
	"leerbalie/model/visits"
)

// today is a Wednesday, at noon.
var today = time.Date(2026, 3, 4, 0, 0, 0, 0, time.UTC)

type copied struct {
	*memory.Store
	clock   time.Time
	session *model.Session
}

// begin makes copies of a store with a regular client, whom Noor and Ali visit on Tuesdays and Thursdays.
func begin(t interface{ Fatal(...any) }, n int) (copies []*copied, noor, ali journal.ID, a visits.Arrangement) {
	must := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	ctx := context.Background()
	var me journal.ID
	for i := range n {
		c := &copied{clock: today.Add(12 * time.Hour)}
		c.Store = memory.New(memory.Options{Replica: journal.Replica{byte(i + 1)}, Tag: fmt.Sprint("K", i), Random: rand.New(rand.NewSource(int64(i))),
			Now: func() time.Time { c.clock = c.clock.Add(time.Second); return c.clock }})
		copies = append(copies, c)
		var err error
		if i == 0 {
			me, err = model.Found(ctx, c.Store, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"})
			must(err)
			c.session, err = model.Enter(ctx, c.Store, me)
			must(err)
			do := func(a model.Action) journal.ID {
				r, err := c.session.Do(ctx, a)
				must(err)
				return r.Entity
			}
			student := func(name string) journal.ID {
				return do(model.AddPerson{Person: model.Person{Name: name, Roles: []model.Role{model.RoleStudent}, Site: c.session.Site(), Level: "hbo"}})
			}
			noor, ali = student("Noor"), student("Ali")
			a = visits.Arrangement{Resident: do(desk.AddResident{Resident: desk.Resident{Name: "Vera"}}), What: "boodschappen", Part: visits.Morning, Who: []journal.ID{noor, ali},
				Weekdays: []time.Weekday{time.Thursday, time.Tuesday}, From: today.AddDate(0, 0, -30), Minutes: 60}
			a.ID = do(visits.Plan{Arrangement: a})
			c.session, err = model.Enter(ctx, c.Store, me) // which can take nothing of this back
			must(err)
			continue
		}
		must(c.Receive(copies[0].Journal()))
		c.session, err = model.Enter(ctx, c.Store, me)
		must(err)
	}
	return copies, noor, ali, a
}

// TestAVisitIsDoneOnce: whatever three desks write apart of the same visits, in whatever order it arrives, all come to the same; each visit
// is there once, is hours of each who went once, and what does not go together is a conflict that can be settled.
func TestAVisitIsDoneOnce(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		ctx := context.Background()
		ok := func(err error) {
			if err != nil {
				rt.Fatal(err)
			}
		}
		desks, noor, ali, a := begin(rt, 3)
		dates := []time.Time{today.AddDate(0, 0, -1), today.AddDate(0, 0, -6)}
		for range rapid.IntRange(1, 14).Draw(rt, "steps") {
			d := desks[rapid.IntRange(0, 2).Draw(rt, "desk")]
			date := rapid.SampledFrom(dates).Draw(rt, "date")
			var err error
			switch rapid.IntRange(0, 6).Draw(rt, "step") {
			case 0:
				ok(d.Receive(desks[rapid.IntRange(0, 2).Draw(rt, "from")].Journal()))
			case 1, 2:
				f := visits.Finish{Arrangement: a.ID, Date: date, Minutes: rapid.SampledFrom([]int{30, 45}).Draw(rt, "minutes")}
				if rapid.Bool().Draw(rt, "alone") {
					f.By = []journal.ID{noor}
				}
				_, err = d.session.Do(ctx, f)
			case 3:
				_, err = d.session.Do(ctx, visits.Skip{Arrangement: a.ID, Date: date, Why: "ziek"})
			case 4:
				_, err = d.session.Do(ctx, visits.Move{Arrangement: a.ID, Date: date, To: date.AddDate(0, 0, 1)})
			case 5:
				_, err = d.session.Do(ctx, visits.Give{Arrangement: a.ID, Date: date, To: []journal.ID{ali}})
			default:
				_, err = d.session.Undo(ctx)
			}
			if k := fault.KindOf(err); err != nil && k != fault.Conflict && k != fault.NotFound {
				rt.Fatal(err)
			}
		}
		for range 2 {
			for _, from := range desks {
				for _, to := range desks {
					ok(to.Receive(from.Journal()))
				}
			}
		}
		if !reflect.DeepEqual(desks[0].State(), desks[1].State()) || !reflect.DeepEqual(desks[1].State(), desks[2].State()) {
			rt.Fatal("the copies hold something else")
		}
		d := desks[rapid.IntRange(0, 2).Draw(rt, "settles")]
		all, err := conflict.Read(ctx, d.session)
		ok(err)
		for _, c := range all {
			take := rapid.SampledFrom(c.Values).Draw(rt, "take")
			_, err := d.session.Do(ctx, conflict.Settle{Kind: c.Kind, Entity: c.Entity, ID: c.ID, Take: take.Stamp})
			ok(err)
		}
		left, err := conflict.Read(ctx, d.session)
		ok(err)
		if len(left) > 0 {
			rt.Fatalf("it was settled, and clashes: %+v", left)
		}
		seen, err := visits.Read(ctx, d.session, visits.Query{From: today.AddDate(0, 0, -9), To: today, Today: today})
		ok(err)
		keys := map[journal.ID]bool{}
		minutes := map[journal.ID]int{}
		for _, v := range seen {
			if keys[v.Key()] || v.Apart {
				rt.Fatalf("it is there twice, or clashes: %+v", v)
			}
			keys[v.Key()] = true
			for _, id := range v.Who {
				minutes[id] += v.Minutes
			}
		}
		if len(seen) != 3 {
			rt.Fatalf("%d visits, want those of three days", len(seen))
		}
		for _, id := range []journal.ID{noor, ali} {
			x, err := model.Enter(ctx, d.Store, id)
			ok(err)
			p, err := hours.ReadProgress(ctx, x, id, journal.ID{})
			ok(err)
			if p.Placement.Minutes != minutes[id] || len(p.Evidence) > 2 {
				rt.Fatalf("%d minutes of evidence in %d pieces, and %d of visits", p.Placement.Minutes, len(p.Evidence), minutes[id])
			}
		}
	})
}

// TestWhichDaysHaveAVisit: by hand.
func TestWhichDaysHaveAVisit(t *testing.T) {
	day := func(text string) time.Time {
		d, err := visits.ParseDate(text, "date")
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	a := visits.Arrangement{Weekdays: []time.Weekday{time.Monday, time.Sunday}, Every: 2, From: day("2026-12-23"), Until: day("2027-01-18")}
	var got []string
	for d := day("2026-12-01"); d.Before(day("2027-02-28")); d = d.AddDate(0, 0, 1) {
		if a.Has(d) {
			got = append(got, d.Format(time.DateOnly))
		}
	}
	if want := []string{"2026-12-27", "2027-01-04", "2027-01-10", "2027-01-18"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	for text, want := range map[string]string{"2026-W53": "2026-12-28", "2027-W01": "2027-01-04", "2026-w01": "2025-12-29"} {
		if got, err := visits.ParseWeek(text); err != nil || got.Format(time.DateOnly) != want {
			t.Errorf("%s begins on %v, %v", text, got, err)
		}
	}
	for _, bad := range []string{"2027-W53", "2026-W00", "2026-W54", "2026-49", "W49", "", "2026-W4", "2026-W4x"} {
		if got, err := visits.ParseWeek(bad); fault.KindOf(err) != fault.Invalid {
			t.Errorf("%q is %v", bad, got)
		}
	}
	for _, bad := range []string{"2026-02-30", "30-02-2026", "2026-13-01", "0000-01-01", ""} {
		if got, err := visits.ParseDate(bad, "date"); fault.KindOf(err) != fault.Invalid {
			t.Errorf("%q is %v", bad, got)
		}
	}
}

// TestWhatCannotBeArranged is refused, with the reason.
func TestWhatCannotBeArranged(t *testing.T) {
	desks, _, _, good := begin(t, 1)
	for name, c := range map[string]struct {
		alter func(*visits.Arrangement)
		msg   string
	}{
		"nothing is done":   {func(a *visits.Arrangement) { a.What = " " }, "missing"},
		"on no day":         {func(a *visits.Arrangement) { a.Weekdays = nil }, "missing"},
		"in no part":        {func(a *visits.Arrangement) { a.Part = "night" }, "part-of-day"},
		"until before from": {func(a *visits.Arrangement) { a.Until = a.From.AddDate(0, 0, -1) }, "visits-until"},
		"a day that never comes": {func(a *visits.Arrangement) {
			a.Weekdays, a.Until = []time.Weekday{time.Sunday}, a.From.AddDate(0, 0, 2)
		}, "visits-none"},
		"once a century":        {func(a *visits.Arrangement) { a.Every = 5000 }, "visits-every"},
		"longer than a day":     {func(a *visits.Arrangement) { a.Minutes = 1441 }, "minutes"},
		"in 1900":               {func(a *visits.Arrangement) { a.From = time.Date(1900, 1, 1, 0, 0, 0, 0, time.UTC) }, "day-early"},
		"a number of a citizen": {func(a *visits.Arrangement) { a.What = "bsn 111222333" }, "bsn"},
	} {
		a := good
		c.alter(&a)
		if _, err := desks[0].session.Do(t.Context(), visits.Plan{Arrangement: a}); fault.KindOf(err) != fault.Invalid || err.(*fault.Error).Msg != c.msg {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestKeptVisitsAreThoseThatStand: weeks are read in any order by a session that keeps what it read, and by one that just began; they say
// the same, whatever came of visits meanwhile.
func TestKeptVisitsAreThoseThatStand(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		desks, noor, _, a := begin(rt, 1)
		d := desks[0]
		for range rapid.IntRange(1, 20).Draw(rt, "steps") {
			date := visits.Monday(today).AddDate(0, 0, rapid.SampledFrom([]int{-27, -6, 1, 3, 50, 71}).Draw(rt, "date"))
			var err error
			switch rapid.IntRange(0, 4).Draw(rt, "step") {
			case 0:
				_, err = d.session.Do(rt.Context(), visits.Skip{Arrangement: a.ID, Date: date, Why: "ziek"})
			case 1:
				_, err = d.session.Do(rt.Context(), visits.Move{Arrangement: a.ID, Date: date, To: date.AddDate(0, 0, rapid.SampledFrom([]int{-60, 1, 35}).Draw(rt, "days"))})
			case 2:
				_, err = d.session.Do(rt.Context(), visits.Give{Arrangement: a.ID, Date: date, To: []journal.ID{noor}})
			case 3:
				_, err = d.session.Undo(rt.Context())
			}
			if k := fault.KindOf(err); err != nil && k != fault.Conflict && k != fault.NotFound {
				rt.Fatal(err)
			}
			fresh, err := model.Enter(rt.Context(), d.Store, d.session.Me().ID)
			if err != nil {
				rt.Fatal(err)
			}
			q := visits.Week(today.AddDate(0, 0, 7*rapid.IntRange(-9, 12).Draw(rt, "week")), today)
			if rapid.Bool().Draw(rt, "long") {
				q.To = q.From.AddDate(0, 0, 200)
			}
			got, err := visits.Read(rt.Context(), d.session, q)
			want, err2 := visits.Read(rt.Context(), fresh, q)
			if err != nil || err2 != nil || fmt.Sprint(got) != fmt.Sprint(want) {
				rt.Fatalf("%v, %v\n%v\nwant\n%v", err, err2, got, want)
			}
		}
	})
}

// BenchmarkReadWeek reads a week of 500 regular clients, of each of whom it is known what came of a year of visits.
func BenchmarkReadWeek(b *testing.B) {
	desks, noor, _, a := begin(b, 1)
	s := desks[0].session
	for range 500 {
		a.From = today.AddDate(0, 0, -364)
		a.Weekdays, a.Who = []time.Weekday{time.Tuesday}, []journal.ID{s.Me().ID}
		r, err := s.DoQuietly(b.Context(), visits.Plan{Arrangement: a})
		if err != nil {
			b.Fatal(err)
		}
		for day := visits.Monday(a.From).AddDate(0, 0, 8); day.Before(today); day = day.AddDate(0, 0, 7) {
			if _, err := s.DoQuietly(b.Context(), visits.Finish{Arrangement: r.Entity, Date: day, Minutes: 50}); err != nil {
				b.Fatal(err)
			}
		}
	}
	_ = noor
	for b.Loop() {
		if all, err := visits.ReadWeek(b.Context(), s, today, today); err != nil || len(all) < 500 {
			b.Fatal(len(all), err)
		}
	}
}

// TestAVisitThatWasMovedFarShows: a visit stands in the week to which it was moved, however far that is from its own, and no longer there.
func TestAVisitThatWasMovedFarShows(t *testing.T) {
	desks, _, _, a := begin(t, 1)
	d := desks[0]
	date := visits.Monday(today).AddDate(0, 0, 71)
	to := date.AddDate(0, 0, -67)
	if _, err := d.session.Do(t.Context(), visits.Move{Arrangement: a.ID, Date: date, To: to}); err != nil {
		t.Fatal(err)
	}
	on := func(day time.Time) (states []visits.State) {
		t.Helper()
		fresh, err := model.Enter(t.Context(), d.Store, d.session.Me().ID)
		if err != nil {
			t.Fatal(err)
		}
		week, err := visits.Read(t.Context(), fresh, visits.Week(day, today))
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range week {
			if v.Date.Equal(date) {
				states = append(states, v.State)
			}
		}
		return states
	}
	if there, here := on(to), on(date); len(there) != 1 || there[0] != visits.Moved || len(here) != 0 {
		t.Errorf("where it went: %v, where it was: %v", there, here)
	}
}
