package demo

import "time"

// The doors are open on weekdays from nine to five. Nobody is taken in during the last minutes.
const (
	opens  = 9 * time.Hour
	closes = 17 * time.Hour
	last   = 16*time.Hour + 35*time.Minute
)

// calendar knows when the doors were open.
type calendar struct {
	days    []time.Time // the days they opened, midnight in the sites' time zone; the last can be today
	weights []int       // how busy each day was
	now     time.Time
}

// history is how far the demo's past goes back, in months.
const history = 14

func newCalendar(now time.Time, zone *time.Location) *calendar {
	now = now.In(zone)
	c := &calendar{now: now}
	today := midnight(now)
	for day := midnight(now.AddDate(0, -history, 0)); !day.After(today); day = midnight(day.AddDate(0, 0, 1)) {
		if !openOn(day) || day.Equal(today) && now.Sub(day) <= opens+settling {
			continue
		}
		w := bustle(day.Month()) * (60 + 40*len(c.days)/300) // ever more people find their way
		switch day.Weekday() {
		case time.Monday:
			w = w * 13 / 10
		case time.Friday:
			w = w * 7 / 10
		}
		if day.Equal(today) {
			w = w * int(min(now.Sub(day), closes)-opens) / int(closes-opens)
		}
		c.days, c.weights = append(c.days, day), append(c.weights, w)
	}
	return c
}

// settling is how long ago a question came in at least, when it is closed by now.
const settling = 100 * time.Minute

func midnight(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, t.Location())
}

// openOn tells whether the doors are open on a day.
func openOn(day time.Time) bool {
	switch day.Weekday() {
	case time.Saturday, time.Sunday:
		return false
	}
	switch _, m, d := day.Date(); {
	case m == time.January && d == 1, m == time.April && d == 27, m == time.December && (d == 25 || d == 26):
		return false
	}
	return true
}

// bustle is how busy a month is.
func bustle(m time.Month) int {
	switch m {
	case time.July, time.August:
		return 7
	case time.December:
		return 8
	case time.January, time.February, time.March, time.November:
		return 12
	}
	return 10
}

// walkIn draws a moment at which somebody came in and was helped since: mostly late in the morning or early in the afternoon.
func (c *calendar) walkIn(d *dice) time.Time {
	day := c.days[weighted(d, c.weights)]
	until := min(c.now.Sub(day)-settling, last)
	peak := opens + 105*time.Minute
	if d.chance(45) {
		peak = 14 * time.Hour
	}
	at := peak + time.Duration(d.NormFloat64()*float64(65*time.Minute))
	if at < opens || at > until {
		at = opens + time.Duration(d.Int64N(int64(until-opens)))
	}
	return clock(day, at)
}

// clock is a time of day, also on a day on which the clocks change.
func clock(day time.Time, at time.Duration) time.Time {
	return time.Date(day.Year(), day.Month(), day.Day(), 0, 0, int(at/time.Second), 0, day.Location())
}

// workday is a moment on the so-many-th open day after t.
func (c *calendar) workday(d *dice, t time.Time, days int) time.Time {
	day := midnight(t)
	for days > 0 {
		if day = midnight(day.AddDate(0, 0, 1)); openOn(day) {
			days--
		}
	}
	return clock(day, opens+time.Duration(d.Int64N(int64(closes-opens-20*time.Minute))))
}

// daysAgo is a moment in the morning so many open days before now.
func (c *calendar) daysAgo(d *dice, days int) time.Time {
	day := midnight(c.now)
	for days > 0 {
		if day = midnight(day.AddDate(0, 0, -1)); openOn(day) {
			days--
		}
	}
	return clock(day, opens+d.minutes(20, 200))
}

// step is a moment some time after t: before closing time when t is, and never later than a moment ago.
func (c *calendar) step(t time.Time, wait time.Duration) time.Time {
	next := t.Add(wait)
	if end := clock(t, closes-2*time.Minute); t.Before(end) && next.After(end) {
		next = end
	}
	return c.bounded(next, t)
}

// afterDays is a moment some open days after t, or t itself where that has not come yet.
func (c *calendar) afterDays(d *dice, t time.Time, days int) time.Time {
	if next := c.workday(d, t, days); !next.After(c.now.Add(-time.Minute)) {
		return next
	}
	return t
}

// bounded is the moment next, where that is between t and a moment ago.
func (c *calendar) bounded(next, t time.Time) time.Time {
	if just := c.now.Add(-30 * time.Second); next.After(just) {
		next = just
	}
	if next.Before(t) {
		return t
	}
	return next
}
