package main

import (
	"context"
	"math/rand"
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/memory"
	"leerbalie/store/demo"
)

// weeks is how long a half-year is.
const weeks = 26

// asked is a question of the demo, as far as it counts here.
type asked struct {
	day          int // since the half-year began, a Monday
	minute       int // of the day, by the clock of the site
	minutes      int // that it took
	held         int // days that it stays in the hands of who did it, for an answer or a call
	theme        string
	language     string
	urgent       bool
	professional bool
	together     bool
}

// source is what a half-year is drawn from.
type source struct {
	asked     []asked
	students  int        // that the demo has at its desks
	languages [][]string // that its students speak, each student once
}

// read takes the half-year that began on the first Monday of September out of the demo's neighbourhood, made as it is made for whoever looks at
// the program: its moments, themes, urgency, supervision, languages and minutes.
func read(ctx context.Context) (source, error) {
	now := time.Date(2026, time.March, 27, 12, 0, 0, 0, time.UTC)
	s := source{students: demo.Students}
	store := memory.New(memory.Options{Replica: journal.Replica{1}, Tag: "A1", Now: func() time.Time { return now }, Random: rand.New(rand.NewSource(1))})
	if _, err := demo.Fill(ctx, store, now, 1, nil); err != nil {
		return s, err
	}
	zone := days.Zone(days.DefaultZone)
	first := time.Date(2025, time.September, 1, 0, 0, 0, 0, zone)
	err := store.Read(ctx, func(tx model.Tx) error {
		if err := tx.Each(model.KindPerson, func(rec *journal.Record) error {
			if p := model.PersonOf(rec); p.Has(model.RoleStudent) {
				s.languages = append(s.languages, p.Languages)
			}
			return nil
		}); err != nil {
			return err
		}
		return tx.Each(desk.KindRequest, func(rec *journal.Record) error {
			items, err := tx.Items(desk.KindRequest, rec.ID)
			if err != nil {
				return err
			}
			r := desk.RequestOf(rec, items)
			at := r.Created.In(zone)
			day := days.Between(first, at)
			minutes := 0
			for _, t := range r.Times {
				minutes = max(minutes, t.Minutes)
			}
			if day < 0 || day >= weeks*7 || minutes == 0 {
				return nil
			}
			held := 0
			if r.Closed != nil {
				held = max(0, days.Between(at, r.Closed.At.In(zone)))
			}
			s.asked = append(s.asked, asked{day: day, held: held, minute: at.Hour()*60 + at.Minute(), minutes: minutes, theme: r.Theme, language: r.Language,
				urgent: r.Urgency == model.UrgencyNow, professional: r.Supervision == model.SupervisionProfessional, together: r.Supervision == model.SupervisionPair})
			return nil
		})
	})
	slices.SortFunc(s.asked, func(a, b asked) int { return (a.day-b.day)*1440 + a.minute - b.minute })
	return s, err
}
