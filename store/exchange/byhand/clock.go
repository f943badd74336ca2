package byhand

import (
	"math"
	"strings"

	"leerbalie/model/fault"
	"leerbalie/store/exchange/tabular"
)

// Clock is a time of day.
type Clock struct {
	Hour, Minute int
}

// ReadClock reads a time of day: 9:15, 10.30, 9u15, 14h, 0930, "9 uur", 2:30 pm, the beginning of "9:15 - 9:30", or the part of a day that
// a spreadsheet keeps (0,385). Errors: Invalid, with code clock.form.
func ReadClock(text string) (Clock, error) {
	text = strings.TrimSpace(text)
	wrong := fault.New(fault.Invalid, "clock.form", "text", short(text))
	if part, err := tabular.Number(text); err == nil && part >= 0 && part < 1 && strings.ContainsAny(text, ",.") {
		return clockOf(part), nil
	}
	r := &reader{rest: pieces(text)}
	r.word("om", "rond", "ca", "~", "±")
	r.word(".")
	if p := r.peek(); len(r.rest) == 1 && (p.digits() == 4 || p.digits() == 3) {
		c := Clock{p.number / 100, p.number % 100}
		if !c.possible() {
			return Clock{}, wrong
		}
		return c, nil
	}
	c, ok := r.clock()
	if !ok {
		return Clock{}, wrong
	}
	if r.word("-", "/", "tot", "t") { // until when is no time of day
		r.word("/")
		r.word("m")
		if _, ok := r.clock(); !ok && !r.done() {
			return Clock{}, wrong
		}
	}
	if !r.done() {
		return Clock{}, wrong
	}
	return c, nil
}

// clockOf is the time at a part of a day, to the nearest minute, and never the next day.
func clockOf(part float64) Clock {
	n := min(int(math.Round(part*24*60)), 24*60-1)
	return Clock{n / 60, n % 60}
}

func (c Clock) possible() bool { return c.Hour >= 0 && c.Hour < 24 && c.Minute >= 0 && c.Minute < 60 }

// clock takes a time of day.
func (r *reader) clock() (c Clock, ok bool) {
	h, ok := r.number(2)
	if !ok {
		return c, false
	}
	c.Hour = h.number
	switch {
	case r.word("u", "h", "uur"):
		if m, ok := r.number(2); ok {
			c.Minute = m.number
		}
	case r.word(":", "."):
		m, ok := r.number(2)
		if !ok || m.digits() != 2 {
			return c, false
		}
		c.Minute = m.number
		if r.word(":") { // seconds, and parts of them
			if s, ok := r.number(2); !ok || s.number > 59 {
				return c, false
			}
			if r.word(".", ",") {
				if _, ok := r.number(9); !ok {
					return c, false
				}
			}
		}
	}
	switch {
	case r.word("pm"), r.word("p") && r.word(".") && r.word("m"):
		if c.Hour < 12 {
			c.Hour += 12
		}
		r.word(".")
	case r.word("am"), r.word("a") && r.word(".") && r.word("m"):
		if c.Hour == 12 {
			c.Hour = 0
		}
		r.word(".")
	}
	r.word("uur", "u", "h")
	r.word(".")
	return c, c.possible()
}
