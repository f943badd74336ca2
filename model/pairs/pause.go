package pairs

import (
	"cmp"
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/model/journal"
)

// Pause is a stretch in which a pair lies still, since a member is in a time-out. Days are those of the calendar.
type Pause struct {
	From  time.Time
	Until time.Time // when it is expected to end; zero: not known
	Ended time.Time // the first day after it; zero: it goes on
}

// to is the first day after it, as far as is known.
func (z Pause) to() time.Time {
	if z.Ended.IsZero() {
		return z.Until
	}
	return z.Ended
}

// Paused tells whether a pair that has not ended lies still: a member is in a time-out. It is offered nothing and takes nothing up as a pair.
func (p *Pair) Paused() bool {
	return p.Running() && (p.away || slices.ContainsFunc(p.Pauses, func(z Pause) bool { return z.Ended.IsZero() }))
}

// PausedUntil is the day from which a pair that lies still is expected to go on, zero where nobody knows.
func (p *Pair) PausedUntil() (day time.Time) {
	for _, z := range p.Pauses {
		switch {
		case !z.Ended.IsZero():
		case z.Until.IsZero():
			return time.Time{}
		case z.Until.After(day):
			day = z.Until
		}
	}
	return day
}

// shift moves what is planned within a pause to the day after it. Several check-ins become one; what would be in a pause of which nobody knows
// the end is not planned.
func (p *Pair) shift(planned []Appointment) (out []Appointment) {
	if len(p.Pauses) == 0 {
		return planned
	}
	for _, a := range planned {
		due, moved := p.after(a.Due)
		if due.IsZero() {
			continue
		}
		a.Due = due
		same := func(o Appointment) bool {
			return o.Month == a.Month && days.Of(o.Due, p.zone()).Equal(days.Of(due, p.zone()))
		}
		if i := slices.IndexFunc(out, same); i < 0 || !moved && a.Month > 0 {
			out = append(out, a)
		}
	}
	slices.SortStableFunc(out, func(a, b Appointment) int { return cmp.Or(a.Due.Compare(b.Due), cmp.Compare(a.Month, b.Month)) })
	return out
}

// after is a moment, or the end of the first day after the pauses that it is in; zero for one that goes on.
func (p *Pair) after(due time.Time) (at time.Time, moved bool) {
	for range 2 * len(p.Pauses) { // one pause may end in another
		again := false
		for _, z := range p.Pauses {
			day := days.Of(due, p.zone())
			if day.Before(z.From) || !z.to().IsZero() && !day.Before(z.to()) {
				continue
			}
			if z.to().IsZero() {
				return time.Time{}, true
			}
			due, again, moved = days.On(z.to(), 24*time.Hour-time.Minute, p.zone()), true, true
		}
		if !again {
			break
		}
	}
	return due, moved
}

// pausesIn are the time-outs of everybody, by person; none where this store does not hold them.
func pausesIn(tx model.Tx) (map[journal.ID][]Pause, error) {
	out := map[journal.ID][]Pause{}
	err := tx.Each(KindTimeOut, func(r *journal.Record) error {
		if t := TimeOutOf(r); !r.Archived() && !t.Person.IsZero() && !t.From.IsZero() {
			out[t.Person] = append(out[t.Person], Pause{t.From, t.Until, t.Ended})
		}
		return nil
	})
	return out, err
}

// pause notes when a pair lies and lay still, while it was a pair.
func (p *Pair) pause(tx model.Tx, all map[journal.ID][]Pause) error {
	begun := days.Of(p.Started, p.zone())
	for _, id := range p.Members {
		for _, z := range all[id] {
			if z.Ended.IsZero() || z.Ended.After(begun) {
				p.Pauses = append(p.Pauses, z)
			}
		}
		if !p.Running() {
			continue
		}
		rec, err := tx.Record(model.KindPerson, id)
		if err != nil {
			return err
		}
		p.away = p.away || rec != nil && rec.Get(model.PersonStatus).Text() == string(model.StudyTimeOut)
	}
	return nil
}
