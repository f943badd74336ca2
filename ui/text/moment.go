package text

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"leerbalie/model"
	"leerbalie/model/daypart"
	"leerbalie/model/days"
	"leerbalie/model/plain"
	"leerbalie/ui/text/language"
)

// What people type is read in the language of the screens first, and then in the others: at one desk people type both.

// spoken are the words of dates in each language, this one first.
func (w Words) spoken() []language.Dates {
	out := []language.Dates{w.language.Dates}
	for _, l := range w.all {
		if l.Tag != w.language.Tag {
			out = append(out, l.Dates)
		}
	}
	return out
}

// oneOf tells whether a word is among some words of dates, in any language.
func (w Words) oneOf(word string, of func(language.Dates) []string) bool {
	return slices.ContainsFunc(w.spoken(), func(d language.Dates) bool { return slices.Contains(of(d), word) })
}

// hourWord cuts a word for hours off a number: "14u".
func (w Words) hourWord(word string) (number string, ok bool) {
	for _, d := range w.spoken() {
		for _, hour := range d.Hour {
			if number, ok := strings.CutSuffix(word, hour); ok && number != "" && strings.Trim(number, "0123456789") == "" {
				return number, true
			}
		}
	}
	return "", false
}

// weekday reads the name of a day, or its beginning.
func (w Words) weekday(word string) (time.Weekday, bool) {
	if strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsLetter(r) }) {
		return 0, false
	}
	for _, d := range w.spoken() {
		for i, begins := range d.Weekdays {
			if begins != "" && strings.HasPrefix(word, begins) {
				return time.Weekday(i), true
			}
		}
	}
	return 0, false
}

// Moment reads a day and an hour as people write them: "15:30", "morgen 9:00", "vr 14u", "24-11 10:00", "24-11-2026".
// A weekday is the next one; without an hour it is nine in the morning.
func (w Words) Moment(text string, now time.Time, zone *time.Location) (time.Time, bool) {
	now = now.In(zone)
	y, m, d := now.Date()
	day, hour, minute, dayGiven, hourGiven := 0, 9, 0, false, false
	today := time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
	date := today
	for _, word := range strings.Fields(strings.ToLower(text)) {
		var a, b, c int
		number, hours := w.hourWord(word)
		switch {
		case w.oneOf(word, func(d language.Dates) []string { return d.Today }):
			dayGiven = true
		case w.oneOf(word, func(d language.Dates) []string { return d.Tomorrow }):
			day, dayGiven = 1, true
		case w.oneOf(word, func(d language.Dates) []string { return d.DayAfter }):
			day, dayGiven = 2, true
		case w.oneOf(word, func(d language.Dates) []string { return d.At }):
		case scan(word, "%d-%d-%d", &a, &b, &c) && c > 1999 && c < 2200:
			if date, dayGiven = dayOf(c, b, a); !dayGiven {
				return time.Time{}, false
			}
		case scan(word, "%d-%d", &a, &b):
			for year := y; !dayGiven && year <= y+8; year++ { // 29-2 comes once in four years, or eight
				date, dayGiven = dayOf(year, b, a)
				dayGiven = dayGiven && !date.Before(today)
			}
			if !dayGiven {
				return time.Time{}, false
			}
		case scan(word, "%d:%d", &a, &b) && a < 24 && b < 60 && a >= 0 && b >= 0:
			hour, minute, hourGiven = a, b, true
		case hours && scan(number, "%d", &a) && a < 24:
			hour, minute, hourGiven = a, 0, true
		default:
			n, ok := w.weekday(word)
			if !ok {
				return time.Time{}, false
			}
			day, dayGiven = (int(n)-int(now.Weekday())+7)%7, true
			if day == 0 {
				day = 7
			}
		}
	}
	if !dayGiven && !hourGiven {
		return time.Time{}, false
	}
	clock := time.Duration(60*hour+minute) * time.Minute
	at := days.On(date.AddDate(0, 0, day), clock, zone)
	if !dayGiven && at.Before(now) {
		at = days.On(date.AddDate(0, 0, day+1), clock, zone)
	}
	return at, true
}

// dayOf is a calendar day; ok is false for one that there is not.
func dayOf(year, month, day int) (date time.Time, ok bool) {
	date = time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	return date, date.Day() == day && int(date.Month()) == month
}

// scan reads a word that is exactly of a form.
func scan(word, form string, into ...any) bool {
	var rest string
	n, _ := fmt.Sscanf(word+"\n", form+"%s", append(into, &rest)...)
	return n == len(into)
}

// Minutes reads a length of time: "20", "1:15", "1u15", "1h15", "1,5u" or "1.5h".
func (w Words) Minutes(text string) (int, bool) {
	text = strings.ToLower(strings.ReplaceAll(strings.TrimSpace(text), " ", ""))
	var hours []string
	for _, d := range w.spoken() {
		hours = append(hours, d.Hour...)
		for _, minute := range d.Minute {
			text = strings.TrimSuffix(text, minute)
		}
	}
	slices.SortStableFunc(hours, func(a, b string) int { return len(b) - len(a) }) // a word before its beginning
	if n, err := strconv.Atoi(text); err == nil {
		return n, n > 0 && n <= model.MaxMinutes
	}
	for _, sep := range append([]string{":"}, hours...) {
		hours, rest, ok := strings.Cut(text, sep)
		if !ok {
			continue
		}
		h, err := strconv.ParseFloat(strings.ReplaceAll(hours, ",", "."), 64)
		if err != nil || h < 0 || h > 24 {
			return 0, false
		}
		m := 0
		if rest != "" {
			if m, err = strconv.Atoi(rest); err != nil || m < 0 || m > 59 {
				return 0, false
			}
		}
		n := int(h*60+0.5) + m
		return n, n > 0 && n <= model.MaxMinutes
	}
	return 0, false
}

// Period reads one or two days as people write them, "1-9" or "1-9 t/m 30-9-2026", as 2026-09-01/2026-09-30. One day is
// that day and after. A day without a year is the last one there was.
func (w Words) Period(text string, now time.Time, zone *time.Location) (string, bool) {
	var days []string
	for _, word := range strings.Fields(strings.ReplaceAll(text, "..", " ")) {
		if word == "-" || w.oneOf(strings.ToLower(word), func(d language.Dates) []string { return d.Span }) {
			continue
		}
		if strings.Trim(word, "0123456789-") != "" || !strings.Contains(word, "-") {
			return "", false
		}
		form := "2-1-2006"
		if strings.Count(word, "-") == 1 {
			word += now.In(zone).Format("-2006")
		}
		t, err := time.ParseInLocation(form, word, zone)
		if err != nil {
			return "", false
		}
		if t.After(now) {
			t = t.AddDate(-1, 0, 0)
		}
		days = append(days, t.Format(time.DateOnly))
	}
	switch len(days) {
	case 1:
		return days[0] + "/", true
	case 2:
		slices.Sort(days)
		return days[0] + "/" + days[1], true
	}
	return "", false
}

// ParseDayParts reads parts of the week as people type them: as they are shown in this language, and as files write them.
// Errors: Invalid, for the first that is neither.
func (w Words) ParseDayParts(texts []string) (model.DayParts, error) {
	own := map[string]string{}
	for _, code := range model.AllDayParts.Codes() {
		day, part, _ := strings.Cut(code, "-")
		own[plain.FoldText(w.Say("day."+day)+"-"+w.Say("part."+part))] = code
	}
	read := slices.Clone(texts)
	for i, t := range read {
		if code, ok := own[plain.FoldText(t)]; ok {
			read[i] = code
		}
	}
	return daypart.ParseDayParts(read)
}
