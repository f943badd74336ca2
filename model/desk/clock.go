package desk

import (
	"cmp"
	"slices"
	"time"

	"leerbalie/model/journal"
)

// Clocks are how long a request took, in whole minutes. Moments count in whole seconds, as scripts and files have them.
type Clocks struct {
	Claimed time.Time // the first claim that nobody took back, also one that was released since; zero: none, or only after it was closed
	Helped  bool      // somebody took it up, or closed it at once
	Waited  int       // from coming in to the first claim, or to closing where there is none; parked time is left out
	Parked  int       // how long it was parked altogether, as far as that is over
	Before  int       // how much of that lies before it was helped
	Held    int       // from being taken up to closing, parked time left out; 0 for what is not closed
}

// stretch is a time during which a request was parked; till is zero while it is.
type stretch struct {
	stamp      journal.Stamp
	from, till time.Time
}

// Clocks works them out of what was done about the request itself.
func (r *Request) Clocks() (c Clocks) {
	helped, end := r.taken, time.Time{}
	if r.Closed != nil {
		end = r.Closed.At
		if helped.IsZero() || helped.After(end) {
			helped = end
		}
	}
	if c.Helped = !helped.IsZero(); c.Helped && !r.taken.IsZero() && helped.Equal(r.taken) {
		c.Claimed = r.taken
	}
	c.Parked = minutesIn(r.parks, time.Time{}, end)
	if !c.Helped {
		c.Before = c.Parked
		return c
	}
	c.Before = minutesIn(r.parks, time.Time{}, helped)
	c.Waited = max(minutesBetween(r.Created, helped)-c.Before, 0)
	if !end.IsZero() {
		c.Held = max(minutesBetween(helped, end)-minutesIn(r.parks, helped, end), 0)
	}
	return c
}

func minutesBetween(from, to time.Time) int { return int((to.Unix() - from.Unix()) / 60) }

// minutesIn is how long some stretches last between two moments, what two of them share once; a zero moment is no limit, and one that has
// no end counts only where there is a limit.
func minutesIn(parks []stretch, from, to time.Time) int {
	parks = slices.Clone(parks)
	slices.SortFunc(parks, func(a, b stretch) int { return cmp.Or(a.from.Compare(b.from), a.stamp.Compare(b.stamp)) })
	var seconds int64
	for _, p := range parks {
		if p.from.Before(from) {
			p.from = from
		}
		if !to.IsZero() && (p.till.IsZero() || p.till.After(to)) {
			p.till = to
		}
		if p.till.After(p.from) {
			seconds, from = seconds+p.till.Unix()-p.from.Unix(), p.till
		}
	}
	return int(seconds / 60)
}
