package text

import (
	"fmt"
	"strings"
	"time"

	"leerbalie/model/directory"
	"leerbalie/model/fault"
)

// Weekday is the short name of a day of the week.
func (w Words) Weekday(d time.Weekday) string { return w.language.Dates.Weekdays[d] }

// Weekdays are days of the week from Monday on, those that follow each other as a stretch: mon-fri, sun.
func (w Words) Weekdays(days directory.Weekdays) string {
	var out []string
	for i := 0; i < 7; i++ {
		from := i
		for i < 7 && days.Has(time.Weekday((i+1)%7)) {
			i++
		}
		name := func(i int) string { return w.Weekday(time.Weekday((i + 1) % 7)) }
		switch i - from {
		case 0:
		case 1:
			out = append(out, name(from))
		case 2:
			out = append(out, name(from), name(from+1))
		default:
			out = append(out, name(from)+"-"+name(i-1))
		}
	}
	return strings.Join(out, ",")
}

// Hours is when something is open as people write it: mon-fri 09:00-17:00.
func (w Words) Hours(s directory.Schedule) string {
	var out []string
	add := func(text string) {
		if text != "" {
			out = append(out, text)
		}
	}
	add(w.Weekdays(s.Days))
	switch {
	case !s.ValidFrom.IsZero() && s.ValidFrom.Equal(s.ValidTo):
		add(Day(s.ValidFrom))
	case !s.ValidFrom.IsZero() || !s.ValidTo.IsZero():
		from, to := "", ""
		if !s.ValidFrom.IsZero() {
			from = Day(s.ValidFrom)
		}
		if !s.ValidTo.IsZero() {
			to = Day(s.ValidTo)
		}
		add(from + "–" + to)
	}
	if s.Opens != 0 || s.Closes != 0 {
		add(fmt.Sprintf("%02d:%02d-%02d:%02d", s.Opens/60, s.Opens%60, s.Closes/60, s.Closes%60))
	}
	if s.Closed {
		add(w.Say("hours.closed"))
	}
	add(s.Rule)
	if s.Note != "" {
		add("(" + s.Note + ")")
	}
	return strings.Join(out, " ")
}

// ParseHours reads days of the week and hours as people write them: "ma-vr 09:00-17:00", "sat 10-12:30", "tue,thu"; without days they are
// of every day. Errors: Invalid.
func (w Words) ParseHours(text string) (s directory.Schedule, err error) {
	wrong := fault.New(fault.Invalid, "hours-typed", "text", text)
	for _, word := range strings.Fields(strings.ToLower(strings.ReplaceAll(text, ", ", ","))) {
		if word[0] >= '0' && word[0] <= '9' {
			from, to, both := strings.Cut(strings.ReplaceAll(word, "–", "-"), "-")
			var ok, fine bool
			s.Opens, ok = clockOf(from)
			s.Closes, fine = clockOf(to)
			if !both || !ok || !fine || s.Opens == s.Closes {
				return s, wrong
			}
			continue
		}
		for _, part := range strings.Split(word, ",") {
			from, to, stretch := strings.Cut(strings.ReplaceAll(part, "–", "-"), "-")
			a, ok := w.weekday(from)
			b := a
			if stretch && ok {
				b, ok = w.weekday(to)
			}
			if !ok {
				return s, wrong
			}
			for d := a; ; d = (d + 1) % 7 {
				s.Days = s.Days.On(d)
				if d == b {
					break
				}
			}
		}
	}
	if s.Days == 0 && s.Opens == 0 && s.Closes == 0 {
		return s, wrong
	}
	return s, nil
}

// clockOf reads an hour, with minutes or without, in minutes after midnight; 24:00 is the end of the day.
func clockOf(text string) (minutes int, ok bool) {
	h, m, more := strings.Cut(strings.ReplaceAll(text, ".", ":"), ":")
	number := func(s string, most int) int {
		if len(s) < 1 || len(s) > 2 || strings.Trim(s, "0123456789") != "" {
			return -1
		}
		n := int(s[len(s)-1] - '0')
		if len(s) == 2 {
			n += 10 * int(s[0]-'0')
		}
		if n > most {
			return -1
		}
		return n
	}
	hours, minute := number(h, 24), 0
	if more {
		minute = number(m, 59)
	}
	if hours < 0 || minute < 0 || hours == 24 && minute > 0 {
		return 0, false
	}
	return hours*60 + minute, true
}
