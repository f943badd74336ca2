package calendar

import (
	"strconv"
	"strings"
	"time"

	"leerbalie/model/fault"
	"leerbalie/store/exchange/calendar/clock"
	"leerbalie/store/exchange/calendar/line"
	"leerbalie/store/exchange/calendar/repeat"
)

// stamp is a moment as a file tells it: on a wall somewhere, in UTC, or a whole day.
type stamp struct {
	wall time.Time // zero: none
	day  bool
	utc  bool
	zone string // of the wall; "": of the place where it is read
}

// stampOf reads a value of a date or a time. Errors: Invalid.
func stampOf(p *line.Prop, value string) (s stamp, err error) {
	value = strings.TrimSpace(value)
	text, form := value, "20060102T150405"
	switch {
	case len(value) == len("20060102"):
		form, s.day = "20060102", true
	case strings.HasSuffix(value, "Z") || strings.HasSuffix(value, "z"):
		text, s.utc = value[:len(value)-1], true
	default:
		s.zone = p.Param("TZID")
	}
	if len(text) == len("20060102T1504") {
		form = "20060102T1504"
	}
	if strings.HasSuffix(text, "60") && len(text) == len("20060102T150405") { // a leap second
		text = text[:len(text)-2] + "59"
	}
	if s.wall, err = time.Parse(form, text); err != nil {
		return stamp{}, fault.New(fault.Invalid, "calendar.date", "name", p.Name, "text", repeat.Short(value))
	}
	if y := s.wall.Year(); y < firstYear || y > lastYear {
		return stamp{}, fault.New(fault.Invalid, "calendar.year", "name", p.Name, "year", y)
	}
	return s, nil
}

// zones finds clocks by the names that a file gives them.
type zones struct {
	here    clock.Place
	told    map[string]clock.Clock
	found   map[string]clock.Clock
	unknown map[string]bool
}

// clock is the clock of a stamp. A zone that nobody knows is taken to be that of the place, and noted.
func (z *zones) clock(s stamp) clock.Clock {
	switch {
	case s.day || s.utc:
		return clock.Place{Zone: time.UTC}
	case s.zone == "":
		return z.here
	}
	c, ok := z.found[s.zone]
	if !ok {
		if zone, known := clock.Named(s.zone); known {
			c = clock.Place{Zone: zone}
		} else if told := z.told[s.zone]; told != nil {
			c = told
		} else {
			c = z.here
			if len(z.unknown) < mostUnknown {
				z.unknown[s.zone] = true
			}
		}
		if len(z.found) < mostUnknown {
			z.found[s.zone] = c
		}
	}
	return c
}

// at is when a stamp is; of a day its midnight in UTC.
func (z *zones) at(s stamp) time.Time {
	if s.day || s.utc {
		return s.wall
	}
	return z.clock(s).At(s.wall)
}

// span is how long something takes: days by the calendar, and time.
type span struct {
	days int
	time time.Duration
}

// mostDays is how many days something may take.
const mostDays = 370

// spanOf reads a duration: P1DT2H30M. Errors: Invalid.
func spanOf(value string) (s span, err error) {
	wrong := fault.New(fault.Invalid, "calendar.duration", "text", repeat.Short(value))
	text, ok := strings.CutPrefix(strings.TrimPrefix(strings.ToUpper(strings.TrimSpace(value)), "+"), "P")
	if !ok || text == "" {
		return s, wrong
	}
	inTime := false
	for text != "" {
		if rest, is := strings.CutPrefix(text, "T"); is && !inTime {
			text, inTime = rest, true
			continue
		}
		i := strings.IndexAny(text, "WDHMS")
		if i <= 0 {
			return s, wrong
		}
		n, err := strconv.Atoi(text[:i])
		if err != nil || n < 0 || n > mostDays*24*3600 {
			return s, wrong
		}
		switch unit := text[i]; {
		case unit == 'W' && !inTime:
			s.days += 7 * n
		case unit == 'D' && !inTime:
			s.days += n
		case unit == 'H' && inTime:
			s.time += time.Duration(n) * time.Hour
		case unit == 'M' && inTime:
			s.time += time.Duration(n) * time.Minute
		case unit == 'S' && inTime:
			s.time += time.Duration(n) * time.Second
		default:
			return s, wrong
		}
		text = text[i+1:]
		if s.days > mostDays || s.time > mostDays*24*time.Hour {
			return s, wrong
		}
	}
	return s, nil
}

// offsetOf reads how far a clock is ahead of UTC: +0100, -033000.
func offsetOf(value string) (time.Duration, bool) {
	value = strings.TrimSpace(value)
	if len(value) != 5 && len(value) != 7 || value[0] != '+' && value[0] != '-' {
		return 0, false
	}
	n, err := strconv.ParseUint(value[1:], 10, 32)
	if err != nil {
		return 0, false
	}
	if len(value) == 5 {
		n *= 100
	}
	d := time.Duration(n/10000)*time.Hour + time.Duration(n/100%100)*time.Minute + time.Duration(n%100)*time.Second
	if d > 26*time.Hour {
		return 0, false
	}
	if value[0] == '-' {
		d = -d
	}
	return d, true
}
