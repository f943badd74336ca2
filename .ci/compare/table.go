package main

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// table is what comes out: a line for each figure, said as soon as it is known.
type table struct {
	held   bool // a goal that is not reached ends this in red
	missed []string
	said   bool
}

// line is one figure. What stands in ours and beside bears its unit.
type line struct {
	what, ours, beside string
	ratio              float64 // ours : beside, or how much it grew; 0: none
	goal               string
	reached            bool
}

func (t *table) say(l line) {
	if !t.said {
		t.said = true
		t.print("what", "ours", "beside it", "ratio", "goal", "reached")
	}
	ratio, reached := "", ""
	switch {
	case l.ratio >= 0.1:
		ratio = fmt.Sprintf("%.2f", l.ratio)
	case l.ratio > 0:
		ratio = fmt.Sprintf("1/%.0f", 1/l.ratio)
	}
	if l.goal != "" {
		if reached = "yes"; !l.reached {
			reached = "NO"
			t.missed = append(t.missed, l.what)
		}
	}
	t.print(l.what, l.ours, l.beside, ratio, l.goal, reached)
}

func (t *table) print(cells ...string) {
	var b strings.Builder
	for i, width := range []int{56, 16, 30, 8, 18, 7} {
		b.WriteString(cells[i] + strings.Repeat(" ", max(width-utf8.RuneCountInString(cells[i]), 0)) + "  ")
	}
	fmt.Println(strings.TrimRight("   "+b.String(), " "))
}

// atMost says a ratio of two durations that may be no more than a limit; 0: it has no goal.
func (t *table) atMost(limit float64, what string, ours time.Duration, beside string, other time.Duration) {
	l := line{what: what, ours: ms(ours), beside: beside + " " + ms(other), ratio: float64(ours) / float64(other)}
	if limit > 0 {
		l.goal, l.reached = fmt.Sprintf("≤ %g ×", limit), l.ratio <= limit
	}
	t.say(l)
}

// timesFaster says how many times as long another takes, which must be no less than a limit; 0: it has no goal.
func (t *table) timesFaster(limit float64, what string, ours time.Duration, beside string, other time.Duration) {
	l := line{what: what, ours: ms(ours), beside: beside + " " + ms(other), ratio: float64(ours) / float64(other)}
	if limit > 0 {
		l.goal, l.reached = fmt.Sprintf("≤ 1/%g", limit), l.ratio <= 1/limit
	}
	t.say(l)
}

// within says a duration that may be no more than another; beside it what was measured of another program, where that is known.
func (t *table) within(limit time.Duration, what string, ours time.Duration, beside string, other time.Duration) {
	l := line{what: what, ours: ms(ours), goal: "≤ " + ms(limit), reached: ours <= limit}
	if other > 0 {
		l.beside, l.ratio = beside+" "+ms(other), float64(ours)/float64(other)
	}
	t.say(l)
}

// grew says how much a figure of one size grew to that of another; a limit of 0 is no goal.
func (t *table) grew(limit float64, what string, from, to float64, unit func(float64) string) {
	l := line{what: what, ours: unit(to), beside: "from " + unit(from), ratio: to / from}
	if limit > 0 {
		l.goal, l.reached = fmt.Sprintf("≤ %g ×", limit), l.ratio <= limit
	}
	t.say(l)
}

// bytes says a number of bytes that may be no more than a limit.
func (t *table) bytes(limit int, what string, ours int) {
	t.say(line{what: what, ours: fmt.Sprint(ours), goal: fmt.Sprintf("≤ %d", limit), reached: ours <= limit})
}

func ms(d time.Duration) string     { return fmt.Sprintf("%.2f ms", float64(d)/1e6) }
func msOf(d float64) string         { return ms(time.Duration(d)) }
func megabytes(size float64) string { return fmt.Sprintf("%.1f MB", size/1e6) }

// middle is the median.
func middle[T int | int64 | float64 | time.Duration](of []T) T { return at(of, 0.5) }

// at is the value below which a part of all lies.
func at[T int | int64 | float64 | time.Duration](of []T, part float64) T {
	s := slices.Sorted(slices.Values(of))
	if len(s) == 0 {
		return 0
	}
	return s[min(len(s)-1, int(part*float64(len(s))))]
}
