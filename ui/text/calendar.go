package text

import (
	"slices"
	"strconv"
	"time"

	"leerbalie/model/days"
	"leerbalie/model/loop/pairing"
	"leerbalie/model/pairs"
	"leerbalie/model/transfer"
)

// PairCalendar is the check-ins and evaluations that are planned for the running pairs in the six months to come, and those
// that are late.
func (w Words) PairCalendar(b *pairing.Book, now time.Time) transfer.Calendar {
	c := transfer.Calendar{Name: w.Say("calendar.name"), Made: now}
	for i := len(b.Pairs) - 1; i >= 0; i-- {
		p := &b.Pairs[i]
		if !p.Running() {
			continue
		}
		names := b.Names(p.Members)
		s := p.Standing(now)
		for _, a := range p.Schedule(now.AddDate(0, 6, 0)) {
			day := days.Of(a.Due, a.Due.Location())
			id := p.ID.String() + "-" + day.Format("20060102")
			e := transfer.Event{ID: id, Start: day, WholeDay: true}
			switch {
			case a.Month > 0:
				if s.NextEvaluation.IsZero() || a.Month < s.Month {
					continue
				}
				if e.ID = id + "-evaluation"; slices.ContainsFunc(c.Events, func(o transfer.Event) bool { return o.ID == e.ID }) {
					e.ID += "-" + strconv.Itoa(a.Month) // two that a time-out moved to one day
				}
				e.Title = w.Say("calendar.evaluation", "names", names, "month", a.Month)
			case s.NextCheckIn.IsZero() || a.Due.Before(s.NextCheckIn):
				continue
			default:
				e.Title = w.Say("calendar.check-in", "names", names)
			}
			for _, agreed := range p.Agreements {
				if agreed.For != "" {
					e.Text += b.Name(agreed.Person) + ": " + agreed.For + "\n"
				}
			}
			c.Events = append(c.Events, e)
		}
	}
	return c
}

// Standing tells in some words how a running pair is doing.
func (w Words) Standing(s pairs.PairStanding) string {
	switch {
	case s.Paused && !s.Until.IsZero():
		return w.Say("stand.paused-until", "day", s.Until.Format("02-01-2006"))
	case s.Paused:
		return w.Say("stand.paused")
	case s.Warn:
		return w.Say("stand.warn", "n", s.Silent)
	case s.Late:
		return w.Say("stand.late")
	case s.EvaluationLate:
		return w.Say("stand.evaluation", "month", s.Month)
	case s.Good:
		return w.Say("stand.good")
	}
	return w.Say("stand.running")
}
