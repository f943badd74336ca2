package store_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/visits"
	"leerbalie/store"
)

// The regular clients of a large site, and for how many weeks it is known what came of their visits.
const (
	benchRegulars = 500
	benchWeeks    = 52
)

// regularsIn fills a store with regular clients, each with a year of visits that were done, and gives the calendar day of today.
func regularsIn(b *testing.B, session *model.Session) time.Time {
	now := time.Now()
	today := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC)
	try := func(groups [][]model.Action) {
		refused, err := session.Try(b.Context(), groups, false)
		if err != nil {
			b.Fatal(err)
		}
		for _, err := range refused {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
	first := visits.Monday(today).AddDate(0, 0, -7*benchWeeks)
	for range benchRegulars {
		r, err := session.DoQuietly(b.Context(), desk.AddResident{Resident: desk.Resident{Name: "Vera Mol"}})
		if err != nil {
			b.Fatal(err)
		}
		a := visits.Arrangement{Resident: r.Entity, What: "boodschappen doen", Weekdays: []time.Weekday{time.Monday}, Part: visits.Morning, Who: []journal.ID{session.Me().ID},
			From: first, Minutes: 60}
		if r, err = session.DoQuietly(b.Context(), visits.Plan{Arrangement: a}); err != nil {
			b.Fatal(err)
		}
		var group []model.Action
		for day := first; day.Before(visits.Monday(today)); day = day.AddDate(0, 0, 7) {
			group = append(group, visits.Finish{Arrangement: r.Entity, Date: day, Minutes: 50, Note: "koffie gedronken en de post gelezen"})
		}
		try([][]model.Action{group})
	}
	return today
}

// BenchmarkVisitWeek reads a week of visits on disk: "first" in a session that read none before, "again" as the screen and the day do it
// each time something changes, "changed" after one visit was written down.
func BenchmarkVisitWeek(b *testing.B) {
	path := filepath.Join(b.TempDir(), "visits.db")
	if err := store.Create(path, time.Now()); err != nil {
		b.Fatal(err)
	}
	s := open(b, path)
	defer s.Close()
	defer os.Remove(path)
	me, err := model.Found(b.Context(), s, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"})
	if err != nil {
		b.Fatal(err)
	}
	enter := func(b *testing.B) *model.Session {
		session, err := model.Enter(b.Context(), s, me)
		if err != nil {
			b.Fatal(err)
		}
		return session
	}
	session := enter(b)
	today := regularsIn(b, session)
	q := visits.Week(today, today)
	read := func(b *testing.B, session *model.Session) []visits.Visit {
		all, err := visits.Read(b.Context(), session, q)
		if err != nil || len(all) != benchRegulars {
			b.Fatal(len(all), err)
		}
		return all
	}
	b.Run("first", func(b *testing.B) {
		for b.Loop() {
			b.StopTimer()
			fresh := enter(b)
			b.StartTimer()
			read(b, fresh)
		}
	})
	b.Run("again", func(b *testing.B) {
		read(b, session)
		for b.Loop() {
			read(b, session)
		}
	})
	b.Run("changed", func(b *testing.B) {
		all := read(b, session)
		for n := 0; b.Loop(); n++ {
			b.StopTimer()
			v := all[n%len(all)]
			if _, err := session.DoQuietly(b.Context(), visits.Finish{Arrangement: v.Arrangement, Date: v.Date, Minutes: 1 + n/len(all)%60}); err != nil {
				b.Fatal(err)
			}
			b.StartTimer()
			read(b, session)
		}
	})
}
