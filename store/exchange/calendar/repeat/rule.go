// Package repeat works out on which days something comes back (RFC 5545, section 3.3.10), between two moments and with a bound on what that
// may cost: a rule without end, and one that never comes true, cost no more than one that does.
//
// Times are those of a clock on the wall, written as UTC: what they are elsewhere is for whoever knows the zone.
package repeat

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"leerbalie/model/fault"
)

// freq is how long a period of a rule is.
type freq int

const (
	daily freq = iota
	weekly
	monthly
	yearly
)

// weekday is a day of the week, the n-th of a month or a year where n is not 0; below 0 counted from the end.
type weekday struct {
	day time.Weekday
	n   int
}

// Rule is how something comes back.
type Rule struct {
	freq     freq
	interval int
	count    int // 0: no bound
	// Until is the last moment of it; zero: no bound. UTC says that it is a moment, and no time on a wall; Day, that it is a whole day.
	Until      time.Time
	UTC, Day   bool
	setpos     []int
	months     []int
	monthDays  []int
	yearDays   []int
	weeks      []int
	weekdays   []weekday
	hours      []int
	minutes    []int
	beginsWeek time.Weekday
}

// Endless tells whether a rule has no end.
func (r *Rule) Endless() bool { return r.count == 0 && r.Until.IsZero() }

// Often tells whether a rule can come back more than once a day.
func (r *Rule) Often() bool { return len(r.hours) > 1 || len(r.minutes) > 1 }

// mostParts bounds how long a list of a rule is.
const mostParts = 400

// Parse reads a rule: FREQ=WEEKLY;BYDAY=FR. Errors: Invalid.
func Parse(text string) (r Rule, err error) {
	wrong := func() (Rule, error) {
		return Rule{}, fault.New(fault.Invalid, "calendar.rule", "text", Short(text))
	}
	r.interval, r.beginsWeek, r.freq = 1, time.Monday, -1
	for _, part := range strings.Split(strings.Trim(strings.ToUpper(text), "; "), ";") {
		name, value, ok := strings.Cut(strings.TrimSpace(part), "=")
		if !ok {
			return wrong()
		}
		switch name {
		case "FREQ":
			switch value {
			case "HOURLY", "MINUTELY", "SECONDLY":
				return Rule{}, fault.New(fault.Invalid, "calendar.rule-hourly", "text", Short(text))
			}
			r.freq = freq(slices.Index([]string{"DAILY", "WEEKLY", "MONTHLY", "YEARLY"}, value))
			ok = r.freq >= 0
		case "INTERVAL":
			r.interval, ok = number(value, 1, 10_000)
		case "COUNT":
			r.count, ok = number(value, 1, 1_000_000_000)
		case "UNTIL":
			ok = r.until(value)
		case "BYSETPOS":
			r.setpos, ok = numbers(value, 1, 366, true)
		case "BYMONTH":
			r.months, ok = numbers(value, 1, 12, false)
		case "BYMONTHDAY":
			r.monthDays, ok = numbers(value, 1, 31, true)
		case "BYYEARDAY":
			r.yearDays, ok = numbers(value, 1, 366, true)
		case "BYWEEKNO":
			r.weeks, ok = numbers(value, 1, 53, true)
		case "BYHOUR":
			r.hours, ok = numbers(value, 0, 23, false)
		case "BYMINUTE":
			r.minutes, ok = numbers(value, 0, 59, false)
		case "BYSECOND": // to the minute is enough
			_, ok = numbers(value, 0, 60, false)
		case "WKST":
			var w weekday
			w, ok = dayOfWeek(value)
			r.beginsWeek = w.day
		case "BYDAY":
			r.weekdays, ok = nil, len(value) < mostParts*6
			for _, d := range strings.Split(value, ",") {
				w, is := dayOfWeek(d)
				r.weekdays, ok = append(r.weekdays, w), ok && is
			}
		default:
			ok = strings.HasPrefix(name, "X-")
		}
		if !ok {
			return wrong()
		}
	}
	if r.freq < 0 {
		return wrong()
	}
	return r, nil
}

func (r *Rule) until(value string) (ok bool) {
	var err error
	switch r.UTC, r.Day = strings.HasSuffix(value, "Z"), len(value) == len("20060102"); {
	case r.Day:
		r.Until, err = time.Parse("20060102", value)
	default:
		r.Until, err = time.Parse("20060102T150405", strings.TrimSuffix(value, "Z"))
	}
	return err == nil
}

func number(text string, low, high int) (int, bool) {
	n, err := strconv.Atoi(strings.TrimSpace(text))
	return n, err == nil && n >= low && n <= high
}

func numbers(text string, low, high int, below bool) (out []int, ok bool) {
	for _, part := range strings.Split(text, ",") {
		n, err := strconv.Atoi(strings.TrimSpace(part))
		size := n
		if below && n < 0 {
			size = -n
		}
		if err != nil || size < low || size > high || len(out) == mostParts {
			return nil, false
		}
		out = append(out, n)
	}
	slices.Sort(out)
	return slices.Compact(out), true
}

// dayOfWeek reads MO, 2FR or -1SU.
func dayOfWeek(text string) (w weekday, ok bool) {
	text = strings.TrimSpace(text)
	if len(text) < 2 {
		return w, false
	}
	i := slices.Index([]string{"SU", "MO", "TU", "WE", "TH", "FR", "SA"}, text[len(text)-2:])
	w.day, ok = time.Weekday(i), i >= 0
	if n := text[:len(text)-2]; n != "" && ok {
		var err error
		w.n, err = strconv.Atoi(n)
		ok = err == nil && w.n != 0 && w.n >= -53 && w.n <= 53
	}
	return w, ok
}

// Short keeps what is quoted in a sentence short.
func Short(s string) string {
	const most = 60
	for i := range s {
		if i >= most {
			return s[:i] + "…"
		}
	}
	return s
}
