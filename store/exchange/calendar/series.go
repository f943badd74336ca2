package calendar

import (
	"slices"
	"time"

	"leerbalie/model/days"
	"leerbalie/model/fault"
	"leerbalie/model/transfer"
	"leerbalie/store/exchange/calendar/clock"
)

// made makes an appointment of an event that begins when it says.
func (r *resolving) made(z *zones, e *event) (transfer.Appointment, error) {
	a := transfer.Appointment{UID: e.uid, Line: e.line, Title: e.title, Place: e.place, Cancelled: e.cancelled, Changed: e.changed}
	if e.start.wall.IsZero() {
		return a, nil // of what is cancelled
	}
	start, end := e.start, e.end
	if e.wholeDay && !start.day { // Outlook writes the midnights of its zone
		start = stamp{wall: days.Of(start.wall, time.UTC), day: true}
		if !end.wall.IsZero() {
			end = stamp{wall: days.Of(end.wall, time.UTC), day: true}
		}
	}
	at := z.at(start)
	var long time.Duration
	switch {
	case e.hasLong && start.day:
		long = time.Duration(e.long.days)*24*time.Hour + e.long.time
	case e.hasLong:
		long = z.clock(start).At(start.wall.AddDate(0, 0, e.long.days)).Add(e.long.time).Sub(at)
	case !end.wall.IsZero() && end.day != start.day: // one of them says no time
		from, to := days.Of(z.clock(start).Wall(at), time.UTC), end.wall
		if !end.day {
			to = days.Of(end.wall, time.UTC)
		}
		if long = to.Sub(from); !start.day {
			long = 0
		}
	case !end.wall.IsZero():
		long = z.at(end).Sub(at)
	}
	switch {
	case long < 0:
		return a, fault.New(fault.Invalid, "calendar.ends-before")
	case long > mostDays*24*time.Hour:
		return a, fault.New(fault.Invalid, "calendar.too-long", "most", mostDays)
	}
	if start.day {
		a.Start, a.Days = at, max(1, int(long/(24*time.Hour)))
	} else {
		a.Start, a.Minutes = at.In(r.o.Zone), int(long/time.Minute)
	}
	return a, nil
}

// one takes an appointment that does not come back, or that is an exception to a series.
func (r *resolving) one(z *zones, e *event, series *event) {
	a, err := r.made(z, e)
	if err != nil {
		r.refuse(e, e.line, err)
		return
	}
	if !e.instance.wall.IsZero() {
		wall := e.instance.wall
		if series != nil && !e.instance.day && !series.start.day {
			wall = z.clock(series.start).Wall(z.at(e.instance))
		} else if series == nil && e.instance.utc {
			wall = z.here.Wall(z.at(e.instance))
		}
		a.Instance = instance(wall, series != nil && series.often())
	}
	r.keep(e, a)
}

// often tells whether a series comes back more than once a day.
func (e *event) often() bool {
	for i := range e.rules {
		if e.rules[i].Often() {
			return true
		}
	}
	seen := map[time.Time]bool{days.Of(e.start.wall, time.UTC): true}
	for _, s := range e.also {
		day := days.Of(s.wall, time.UTC)
		if seen[day] && !s.wall.Equal(e.start.wall) {
			return true
		}
		seen[day] = true
	}
	return false
}

// instance tells which of a series something is.
func instance(wall time.Time, often bool) string {
	if often {
		return wall.Format("20060102T1504")
	}
	return wall.Format("20060102")
}

// all takes each of a series that has no exception.
func (r *resolving) all(z *zones, e *event) {
	first, err := r.made(z, e)
	if err != nil || e.start.wall.IsZero() {
		if err != nil {
			r.refuse(e, e.line, err)
		} else {
			r.keep(e, first)
		}
		return
	}
	if len(r.out.All) >= mostTimes {
		r.beyond++
		return
	}
	on := z.clock(e.start)
	walls, cover, err := r.walls(z, e, on)
	if err != nil {
		r.refuse(e, e.line, err)
		return
	}
	often := e.often()
	cover.UID = e.uid
	r.out.Series = append(r.out.Series, cover)
	for _, wall := range walls {
		a := first
		if a.Instance = instance(wall, often); first.Days > 0 {
			a.Start = days.Of(wall, time.UTC)
		} else {
			a.Start = on.At(wall).In(r.o.Zone)
		}
		if i, is := r.at[key{a.UID, a.Instance}]; is && !r.of[i].instance.wall.IsZero() {
			continue // an exception stands for it
		}
		r.keep(e, a)
	}
}

// walls are the times of a series, as its own clock shows them, and for what time they are all.
func (r *resolving) walls(z *zones, e *event, on clock.Clock) (walls []time.Time, cover transfer.Series, err error) {
	from, until, cut := e.start.wall, r.until(), false
	for i := range e.rules {
		if e.rules[i].Endless() && from.Before(r.from()) {
			from = r.from()
			cover.From = from
		}
	}
	if from.After(until) { // a single one that is far away, and is the first of many
		until = from
	}
	walls = []time.Time{}
	for i := range e.rules {
		rule := e.rules[i]
		switch {
		case rule.UTC && !e.start.day:
			rule.Until = on.Wall(rule.Until)
		case rule.Day && !e.start.day:
			rule.Until = rule.Until.Add(24*time.Hour - time.Second)
		}
		start := from
		if !rule.Endless() {
			start = e.start.wall
		}
		w := rule.Between(e.start.wall, start, until, mostAlike, &r.cost)
		if w.Spent {
			return nil, cover, fault.New(fault.Invalid, "calendar.costs")
		}
		cut = cut || w.Cut
		walls = append(walls, w.Times...)
	}
	if len(e.rules) == 0 {
		walls = append(walls, e.start.wall)
	}
	for _, s := range e.also {
		walls = append(walls, onWall(z, s, on))
	}
	for i := range e.not {
		w := e.not[i].Between(e.start.wall, from, until, mostAlike, &r.cost)
		walls = slices.DeleteFunc(walls, func(t time.Time) bool { return slices.ContainsFunc(w.Times, t.Equal) })
	}
	if len(e.without) > 0 {
		gone := map[time.Time]bool{}
		whole := map[time.Time]bool{}
		for _, s := range e.without {
			if s.day {
				whole[s.wall] = true
			} else {
				gone[onWall(z, s, on)] = true
			}
		}
		walls = slices.DeleteFunc(walls, func(t time.Time) bool { return gone[t] || whole[days.Of(t, time.UTC)] })
	}
	slices.SortFunc(walls, time.Time.Compare)
	walls = slices.CompactFunc(walls, time.Time.Equal)
	if len(walls) > mostAlike {
		walls, cut = walls[:mostAlike], true
	}
	if cut {
		if r.nCut++; len(r.cut) <= 5 {
			r.cut = append(r.cut, e.title)
		}
		if cover.To = until; len(walls) == mostAlike {
			cover.To = walls[len(walls)-1]
		}
		cover.To = days.Of(cover.To, time.UTC)
	}
	return walls, cover, nil
}

// onWall is what a clock shows at a stamp.
func onWall(z *zones, s stamp, on clock.Clock) time.Time {
	if s.day {
		return s.wall
	}
	return on.Wall(z.at(s))
}
