package tabular

import (
	"strings"
	"time"

	"leerbalie/model/days"
	"leerbalie/model/fault"
)

// The years that a date in a file of a neighbourhood centre can honestly have; outside them it is a slip or a filler.
const (
	firstYear = 1900
	lastYear  = 2199
)

// Moment reads a date, with or without a time, as files in the Netherlands have them: ISO 8601 (2026-03-09,
// 2026-03-09T14:30:05.25+01:00, a space for the T, 20260309) or day first (9-3-2026, 09-03-2026 14:30). Without an
// offset it is local time in loc; a date by itself is the beginning of that day.
//
// When the clock goes back, an hour comes twice: the first one (summer time) is taken. When it goes forward, an hour is
// missing: a time in it is read as if the clock had not moved yet, so that 02:30 becomes 03:30 summer time. Both are the
// rule of iCalendar (RFC 5545, section 3.3.5). A day or time that no calendar has is refused. Errors have kind Invalid;
// codes date.form (not written as a date), date.impossible (no such day or time), date.year (outside the years above).
func Moment(s string, loc *time.Location) (time.Time, error) {
	s = strings.TrimSpace(s)
	c := cursor{s: s}
	var year, month, day int
	a, n := c.digits()
	switch {
	case n == 8:
		year, month, day = a/10000, a/100%100, a%100
	case n == 4 && c.take('-'):
		year = a
		month = c.two()
		if !c.take('-') {
			c.bad = true
		}
		day = c.two()
	case (n == 1 || n == 2) && c.take('-'):
		day = a
		month, n = c.digits()
		if n < 1 || n > 2 || !c.take('-') {
			c.bad = true
		}
		if year, n = c.digits(); n != 4 {
			c.bad = true
		}
	default:
		c.bad = true
	}
	var clock clockTime
	if !c.bad && !c.done() {
		clock = c.clock()
	}
	if c.bad || !c.done() {
		return time.Time{}, fault.New(fault.Invalid, "date.form", "text", short(s))
	}
	if month < 1 || month > 12 || day < 1 || day > daysIn(year, month) || !clock.possible() {
		return time.Time{}, fault.New(fault.Invalid, "date.impossible", "text", short(s))
	}
	if year < firstYear || year > lastYear {
		return time.Time{}, fault.New(fault.Invalid, "date.year", "text", short(s))
	}
	wall := time.Date(year, time.Month(month), day, clock.hour, clock.minute, clock.second, clock.nano, time.UTC)
	switch {
	case clock.zoned:
		return wall.Add(-time.Duration(clock.offset) * time.Second), nil
	case !clock.given:
		return days.Start(wall, loc), nil
	}
	return local(wall, loc), nil
}

// local finds the first moment at which the clocks in loc show wall (given as UTC). Where they never do, the offset from
// before they went forward counts.
func local(wall time.Time, loc *time.Location) time.Time {
	guess := time.Date(wall.Year(), wall.Month(), wall.Day(), wall.Hour(), wall.Minute(), wall.Second(), wall.Nanosecond(), loc)
	_, before := guess.Add(-4 * time.Hour).Zone()
	_, after := guess.Add(4 * time.Hour).Zone()
	first := wall.Add(-time.Duration(before) * time.Second).In(loc)
	if _, offset := first.Zone(); offset == before || before == after {
		return first
	}
	second := wall.Add(-time.Duration(after) * time.Second).In(loc)
	if _, offset := second.Zone(); offset == after {
		return second
	}
	return first
}

func daysIn(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// short keeps what is quoted in a message short.
func short(s string) string {
	const most = 40
	for i := range s {
		if i >= most {
			return s[:i] + "…"
		}
	}
	return s
}

type clockTime struct {
	hour, minute, second, nano int
	given, zoned               bool
	offset                     int // seconds east of UTC
}

// possible knows 24:00, which is midnight at the end of the day.
func (t clockTime) possible() bool {
	if t.offset < -18*3600 || t.offset > 18*3600 {
		return false
	}
	if t.hour == 24 {
		return t.minute == 0 && t.second == 0 && t.nano == 0
	}
	return t.hour < 24 && t.minute < 60 && t.second < 60
}

// cursor walks over a date; bad says that it met something else.
type cursor struct {
	s   string
	i   int
	bad bool
}

func (c *cursor) done() bool { return c.i >= len(c.s) }

func (c *cursor) take(b byte) bool {
	if c.i < len(c.s) && c.s[c.i] == b {
		c.i++
		return true
	}
	return false
}

// digits reads up to nine digits and says how many there were.
func (c *cursor) digits() (value, count int) {
	for c.i < len(c.s) && c.s[c.i] >= '0' && c.s[c.i] <= '9' && count < 9 {
		value = value*10 + int(c.s[c.i]-'0')
		c.i++
		count++
	}
	return value, count
}

func (c *cursor) two() int {
	value, n := c.digits()
	if n != 2 {
		c.bad = true
	}
	return value
}

// clock reads what follows a date: a time, seconds, a fraction, an offset.
func (c *cursor) clock() (t clockTime) {
	t.given = true
	if !c.take('T') && !c.take('t') && !c.take(' ') {
		c.bad = true
		return t
	}
	for c.take(' ') {
	}
	var n int
	switch t.hour, n = c.digits(); {
	case n == 6:
		t.hour, t.minute, t.second = t.hour/10000, t.hour/100%100, t.hour%100
	case n == 4:
		t.hour, t.minute = t.hour/100, t.hour%100
	case n < 1 || n > 2 || !c.take(':') && !c.take('.'):
		c.bad = true
		return t
	default:
		t.minute = c.two()
		if c.take(':') {
			t.second = c.two()
			if c.take('.') || c.take(',') {
				t.nano = c.fraction()
			}
		}
	}
	c.zone(&t)
	return t
}

// fraction reads the digits behind the seconds as nanoseconds; more than nine are dropped.
func (c *cursor) fraction() int {
	value, n := c.digits()
	if n == 0 {
		c.bad = true
	}
	for ; n < 9; n++ {
		value *= 10
	}
	for c.i < len(c.s) && c.s[c.i] >= '0' && c.s[c.i] <= '9' {
		c.i++
	}
	return value
}

// zone reads Z, +01:00, +0100 or +01.
func (c *cursor) zone(t *clockTime) {
	for c.take(' ') {
	}
	sign := 1
	switch {
	case c.done():
		return
	case c.take('Z'), c.take('z'):
		t.zoned = true
		return
	case c.take('-'):
		sign = -1
	case !c.take('+'):
		c.bad = true
		return
	}
	t.zoned = true
	value, n := c.digits()
	switch {
	case n == 4:
		t.offset = value/100*3600 + value%100*60
	case n == 2:
		t.offset = value * 3600
		if c.take(':') {
			t.offset += c.two() * 60
		}
	default:
		c.bad = true
	}
	t.offset *= sign
}
