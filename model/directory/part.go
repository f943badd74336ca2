package directory

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
)

// Phone is a number to call.
type Phone struct {
	Number     string // as it was written
	Extension  string
	Type       string   // voice, fax, text, … as HSDS has it; "" is voice
	Department string   // or what else it is for
	Languages  []string // BCP 47 tags
	Source     string   // the id it has where it comes from
}

// Contact is somebody who works there and may be asked for.
type Contact struct {
	Name       string
	Title      string
	Department string
	Email      string
	Phone      string
	Source     string // the id it has where it comes from
}

// Capacity is how much room there was on a day.
type Capacity struct {
	Available int       // of Maximum; -1: not said
	Maximum   int       // 0: not said
	Unit      string    // what is counted: beds, places
	On        time.Time // calendar day on which it was said; zero: not said
	Note      string
	Source    string // who said so, or the id it has where it comes from
}

// Schedule is when something is open, or shut. One without days of the week but with both ends is of special days, such as holidays,
// and goes before the others on those.
type Schedule struct {
	Days      Weekdays  // none: every day
	Opens     int       // minutes after midnight, at the place
	Closes    int       // up to 1440; before Opens: on the next day. Both 0: when is not said
	ValidFrom time.Time // calendar day, itself included; zero: always was
	ValidTo   time.Time // calendar day, itself included; zero: still is
	Closed    bool      // shut then
	Rule      string    // what days and weeks cannot say, as a recurrence rule of RFC 5545: FREQ=MONTHLY;BYMONTHDAY=2
	Note      string    // in words
	Source    string    // the id it has where it comes from
}

// Weekdays are days of the week, a bit each by time.Weekday.
type Weekdays uint8

// On is the days with one more.
func (w Weekdays) On(d time.Weekday) Weekdays { return w | 1<<d }

// Has tells whether a day is one of them.
func (w Weekdays) Has(d time.Weekday) bool { return w&(1<<d) != 0 }

// weekdayNames are the days as they are kept, and as recurrence rules have them (RFC 5545, BYDAY), by time.Weekday.
var weekdayNames = [...]string{"SU", "MO", "TU", "WE", "TH", "FR", "SA"}

// String is the days from Monday on, as BYDAY has them: MO,TU.
func (w Weekdays) String() string {
	var out []string
	for i := range 7 {
		if d := time.Weekday((i + 1) % 7); w.Has(d) {
			out = append(out, weekdayNames[d])
		}
	}
	return strings.Join(out, ",")
}

// ParseWeekdays reads what String writes; ok is false where something else is said, such as the second Monday.
func ParseWeekdays(text string) (w Weekdays, ok bool) {
	if strings.TrimSpace(text) == "" {
		return 0, true
	}
	for _, part := range strings.Split(text, ",") {
		found := false
		for d, name := range weekdayNames {
			if strings.EqualFold(strings.TrimSpace(part), name) {
				w, found = w.On(time.Weekday(d)), true
			}
		}
		if !found {
			return 0, false
		}
	}
	return w, true
}

// pack is how a part is kept as one text: its values in an order that is never altered, a tab between them, without the empty ones
// at the end. What a later version adds comes at the end.
type pack[T any] struct {
	to   func(T) []string
	from func(get func(int) string) T
}

// packed is a field that holds several parts.
func packed[E, T any](on journal.Field, name string, p pack[T], at func(*E) *[]T) model.Field[E] {
	return model.Field[E]{On: on, Name: name, Kind: model.OfTexts, Get: func(e *E) journal.Value {
		texts := make([]string, len(*at(e)))
		for i, part := range *at(e) {
			values := p.to(part)
			for i, v := range values {
				values[i] = oneLine(v)
			}
			texts[i] = strings.TrimRight(strings.Join(values, "\t"), "\t")
		}
		return journal.Texts(texts)
	}, Put: func(e *E, v journal.Value) {
		*at(e) = nil
		for _, t := range v.Texts() {
			values := strings.Split(t, "\t")
			*at(e) = append(*at(e), p.from(func(i int) string {
				if i < len(values) {
					return values[i]
				}
				return ""
			}))
		}
	}}
}

// oneLine is a text without what parts values and lines.
func oneLine(text string) string {
	if !strings.ContainsAny(text, "\t\n\r") {
		return text
	}
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r == '\t' || r == '\n' || r == '\r' }), " ")
}

var phonePack = pack[Phone]{
	to: func(p Phone) []string {
		return []string{p.Number, p.Extension, p.Type, p.Department, strings.Join(p.Languages, ","), p.Source}
	},
	from: func(get func(int) string) Phone {
		return Phone{Number: get(0), Extension: get(1), Type: get(2), Department: get(3), Languages: commas(get(4)), Source: get(5)}
	},
}

var contactPack = pack[Contact]{
	to: func(c Contact) []string { return []string{c.Name, c.Title, c.Department, c.Email, c.Phone, c.Source} },
	from: func(get func(int) string) Contact {
		return Contact{get(0), get(1), get(2), get(3), get(4), get(5)}
	},
}

var capacityPack = pack[Capacity]{
	to: func(c Capacity) []string {
		return []string{number(c.Available, -1), number(c.Maximum, 0), c.Unit, day(c.On), c.Note, c.Source}
	},
	from: func(get func(int) string) Capacity {
		return Capacity{numberOf(get(0), -1), numberOf(get(1), 0), get(2), dayOf(get(3)), get(4), get(5)}
	},
}

var schedulePack = pack[Schedule]{
	to: func(s Schedule) []string {
		closed := ""
		if s.Closed {
			closed = "closed"
		}
		return []string{s.Days.String(), clock(s), day(s.ValidFrom), day(s.ValidTo), closed, s.Rule, s.Note, s.Source}
	},
	from: func(get func(int) string) Schedule {
		s := Schedule{ValidFrom: dayOf(get(2)), ValidTo: dayOf(get(3)), Closed: get(4) != "", Rule: get(5), Note: get(6), Source: get(7)}
		s.Days, _ = ParseWeekdays(get(0))
		var a, b, c, d int
		if n, _ := fmt.Sscanf(get(1), "%d:%d-%d:%d", &a, &b, &c, &d); n == 4 {
			s.Opens, s.Closes = a*60+b, c*60+d
		}
		return s
	},
}

// clock is the hours of a schedule, "" where they are not said.
func clock(s Schedule) string {
	if s.Opens == 0 && s.Closes == 0 {
		return ""
	}
	return fmt.Sprintf("%02d:%02d-%02d:%02d", s.Opens/60, s.Opens%60, s.Closes/60, s.Closes%60)
}

func commas(text string) []string {
	if text == "" {
		return nil
	}
	return strings.Split(text, ",")
}

func day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}

func dayOf(text string) time.Time {
	t, err := time.Parse(time.DateOnly, text)
	if err != nil {
		return time.Time{}
	}
	return t
}

func number(n, none int) string {
	if n == none {
		return ""
	}
	return strconv.Itoa(n)
}

func numberOf(text string, none int) int {
	n, err := strconv.Atoi(text)
	if err != nil {
		return none
	}
	return n
}
