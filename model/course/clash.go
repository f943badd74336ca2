package course

import (
	"context"
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/free"
	"leerbalie/model/journal"
)

// Told is something that somebody should know of a course as it is planned. It keeps nobody from planning it so.
type Told struct {
	Code  string // see below
	Day   time.Time
	Free  free.Stretch // the free day
	Name  string       // the group or the person; the term
	Other string       // what else is on then
}

// What is told.
const (
	ToldFree   = "free"   // nobody is expected on that day
	ToldTerm   = "term"   // the day is outside of the term
	ToldGroup  = "group"  // a group is somewhere else at that time
	ToldAll    = "all"    // everybody is expected, of whom some are somewhere else at that time
	ToldPerson = "person" // who teaches is somewhere else at that time
)

// Busy is when groups and people are somewhere: a date of a course, a meeting.
type Busy struct {
	Of       journal.ID
	Title    string
	Day      time.Time
	Start    int // minutes after midnight; -1 where that is not said: then it may be at any time of the day
	Minutes  int // 0 where that is not said
	Groups   []journal.ID
	Everyone bool // everybody who learns here is expected
	People   []journal.ID
}

// at tells whether two of them are at one time.
func (b *Busy) at(o *Busy) bool {
	if !b.Day.Equal(o.Day) {
		return false
	}
	if b.Start < 0 || o.Start < 0 {
		return true
	}
	return b.Start < o.Start+max(o.Minutes, 1) && o.Start < b.Start+max(b.Minutes, 1)
}

// Busy is when the groups and the people of the course are there: a calendar of its dates as plain values. Those that do not go on are left out.
func (c *Course) Busy() (out []Busy) {
	start, err := StartOf(c.Start)
	if err != nil {
		start = -1
	}
	for _, day := range c.ByDay() {
		if !c.Off(day) {
			out = append(out, Busy{Of: c.ID, Title: c.Title, Day: day, Start: start, Minutes: c.Minutes, Groups: c.Groups, Everyone: len(c.Groups) == 0, People: c.Teachers})
		}
	}
	return out
}

// ReadBusy is Busy of all courses.
func ReadBusy(ctx context.Context, session *model.Session) (out []Busy, err error) {
	all, err := List(ctx, session)
	for i := range all {
		out = append(out, all[i].Busy()...)
	}
	return out, err
}

// ReadTold tells what somebody should know of a course as it is planned now, by day: beside free days, the other courses and whatever else is given.
// Errors: NotFound, Refused.
func ReadTold(ctx context.Context, session *model.Session, id journal.ID, others []Busy) (out []Told, err error) {
	err = session.ReadClass(ctx, journal.Community, func(tx model.Tx) error {
		c, err := one(tx, id)
		if err != nil {
			return err
		}
		all, err := allIn(tx)
		if err != nil {
			return err
		}
		for i := range all {
			others = append(others, all[i].Busy()...)
		}
		names := map[journal.ID]string{}
		for _, kind := range []journal.Kind{model.KindGroup, model.KindPerson} {
			if err := tx.Each(kind, func(r *journal.Record) error { names[r.ID] = r.Get(1).Text(); return nil }); err != nil {
				return err
			}
		}
		days, err := free.In(tx, c.First(), c.Last())
		out = c.told(others, days, names)
		return err
	})
	return out, err
}

func (c *Course) told(others []Busy, off free.Days, names map[journal.ID]string) (out []Told) {
	from, to, bounded := TermDays(c.Term)
	for _, b := range c.Busy() {
		if s, is := off.On(b.Day); is {
			out = append(out, Told{Code: ToldFree, Day: b.Day, Free: s})
		}
		if bounded && (b.Day.Before(from) || b.Day.After(to)) {
			out = append(out, Told{Code: ToldTerm, Day: b.Day, Name: c.Term})
		}
		for i := range others {
			o := &others[i]
			if o.Of == c.ID || !b.at(o) {
				continue
			}
			for _, g := range b.Groups {
				if o.Everyone || slices.Contains(o.Groups, g) {
					out = append(out, Told{Code: ToldGroup, Day: b.Day, Name: names[g], Other: o.Title})
				}
			}
			if b.Everyone && (o.Everyone || len(o.Groups) > 0) {
				out = append(out, Told{Code: ToldAll, Day: b.Day, Other: o.Title})
			}
			for _, p := range b.People {
				if slices.Contains(o.People, p) {
					out = append(out, Told{Code: ToldPerson, Day: b.Day, Name: names[p], Other: o.Title})
				}
			}
		}
	}
	return out
}
