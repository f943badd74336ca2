// Package clock finds out what a time on the wall is, in the zones that calendars name: by the names of the tz database, by those of Windows,
// and by what a calendar says itself of when its clocks are set.
package clock

import (
	_ "embed"
	"slices"
	"strings"
	"time"

	"leerbalie/store/exchange/calendar/repeat"
)

// Clock is the clock of a zone. Times on its wall are written as UTC.
type Clock interface {
	// At is the first moment at which the wall shows a time; of one that it skips, the moment by what held before it was set.
	At(wall time.Time) time.Time
	// Wall is what it shows at a moment.
	Wall(at time.Time) time.Time
}

// Place is the clock of a zone that has a name.
type Place struct{ Zone *time.Location }

var _ Clock = Place{}

// Wall is what the clock shows at a moment.
func (p Place) Wall(at time.Time) time.Time { return bare(at.In(p.Zone)) }

func bare(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), 0, time.UTC)
}

// At is the first moment at which the clock shows a time.
func (p Place) At(wall time.Time) time.Time {
	near := time.Date(wall.Year(), wall.Month(), wall.Day(), wall.Hour(), wall.Minute(), wall.Second(), 0, p.Zone)
	ahead := func(at time.Time) time.Duration {
		_, offset := at.Zone()
		return time.Duration(offset) * time.Second
	}
	since, until := near.ZoneBounds()
	offsets := make([]time.Duration, 0, 3) // one after the other
	if !since.IsZero() {
		offsets = append(offsets, ahead(since.Add(-time.Second)))
	}
	offsets = append(offsets, ahead(near))
	if !until.IsZero() {
		offsets = append(offsets, ahead(until))
	}
	var first time.Time
	for _, offset := range offsets {
		if at := wall.Add(-offset).In(p.Zone); ahead(at) == offset && (first.IsZero() || at.Before(first)) {
			first = at
		}
	}
	if !first.IsZero() {
		return first
	}
	// It is skipped, where the clock was put forward: at one of the ends of this stretch.
	if !since.IsZero() && wall.Before(bare(since)) {
		return wall.Add(-offsets[0]).In(p.Zone)
	}
	return wall.Add(-ahead(near)).In(p.Zone)
}

//go:embed windows.tsv
var windows string

// Named is the zone that a name stands for: one of the tz database, also below a path that tells who made it, or one of Windows. Such a name
// means the place by which the Unicode consortium has it.
func Named(name string) (*time.Location, bool) {
	name = strings.Trim(name, `" `)
	if name == "" || len(name) > 200 || strings.EqualFold(name, "Local") {
		return nil, false
	}
	for rest := strings.TrimPrefix(name, "/"); ; {
		if zone, err := time.LoadLocation(rest); err == nil && rest != "" {
			return zone, true
		}
		i := strings.IndexByte(rest, '/')
		if i < 0 {
			break
		}
		rest = rest[i+1:]
	}
	line := "\n" + strings.ToLower(name) + "\t"
	if i := strings.Index("\n"+windows, line); i >= 0 {
		place, _, _ := strings.Cut(windows[i+len(line)-1:], "\n")
		if zone, err := time.LoadLocation(place); err == nil {
			return zone, true
		}
	}
	return nil, false
}

// Observance is what a calendar says of a clock: since when, and when again each year, it is ahead of UTC by how much.
type Observance struct {
	Start    time.Time     // on the wall, as it showed before
	From, To time.Duration // ahead of UTC, before and since
	Rule     *repeat.Rule  // nil: once
	Dates    []time.Time   // more times
}

// Told is a clock as a calendar tells of it.
type Told struct {
	before time.Duration
	turns  []turn
}

var _ Clock = (*Told)(nil)

// turn is a time at which a clock was set.
type turn struct {
	at       time.Time
	from, to time.Duration
}

// The years for which the turns of a clock are worked out; before them and after them it stands as at their ends.
var (
	firstTurn = time.Date(1970, 1, 1, 0, 0, 0, 0, time.UTC)
	lastTurn  = time.Date(2070, 1, 1, 0, 0, 0, 0, time.UTC)
)

// mostTurns is how many turns of one observance are worked out.
const mostTurns = 400

// Tell makes a clock of what a calendar says of it. cost is what working it out may cost; nil for one of which nothing is said.
func Tell(all []Observance, cost *repeat.Cost) *Told {
	c := &Told{}
	for _, o := range all {
		times := append([]time.Time{o.Start}, o.Dates...)
		if o.Rule != nil {
			r := *o.Rule
			if r.UTC {
				r.Until = r.Until.Add(o.From)
			}
			times = append(o.Dates, r.Between(o.Start, later(o.Start, firstTurn), lastTurn, mostTurns, cost).Times...)
		}
		for _, t := range times {
			c.turns = append(c.turns, turn{t.Add(-o.From), o.From, o.To})
		}
	}
	if len(c.turns) == 0 {
		return nil
	}
	slices.SortStableFunc(c.turns, func(a, b turn) int { return a.at.Compare(b.at) })
	c.before = c.turns[0].from
	for i := range c.turns[1:] { // what held before is what held, whatever is said of it
		c.turns[i+1].from = c.turns[i].to
	}
	return c
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

// Wall is what the clock shows at a moment.
func (c *Told) Wall(at time.Time) time.Time {
	i, _ := slices.BinarySearchFunc(c.turns, at, func(t turn, at time.Time) int {
		if t.at.After(at) {
			return 1
		}
		return -1
	})
	if i == 0 {
		return bare(at.UTC().Add(c.before))
	}
	return bare(at.UTC().Add(c.turns[i-1].to))
}

// At is the first moment at which the clock shows a time.
func (c *Told) At(wall time.Time) time.Time {
	i, _ := slices.BinarySearchFunc(c.turns, wall, func(t turn, wall time.Time) int {
		if t.at.Add(max(t.from, t.to)).After(wall) { // from here on the wall has passed the turn, skipped time and all
			return 1
		}
		return -1
	})
	if i == 0 {
		return wall.Add(-c.before)
	}
	return wall.Add(-c.turns[i-1].to)
}
