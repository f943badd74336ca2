package daypart

import (
	"strconv"
	"strings"
	"time"

	"leerbalie/model/plain"
)

// The hours at which the parts of a day end, and how much of one has to be covered for it to count, in minutes.
const (
	morningEnds   = 12 * 60
	afternoonEnds = 18 * 60
	enoughOfPart  = 2 * 60
)

// HoursOfDay reads a day with hours as schools write when somebody can come: "maandag 9-12", "di 13:00 - 17:00", "wo 9.30 tot 15 uur",
// "do hele dag". A part of the day counts where two hours of it lie within, or as much as there is. ok is false for any other form.
func HoursOfDay(text string) (out DayParts, ok bool) {
	folded := strings.ToLower(strings.TrimSpace(text))
	day, rest := -1, ""
	for i, names := range weekdays() {
		for _, name := range names {
			if behind, has := strings.CutPrefix(folded, name); has && (day < 0 || len(behind) < len(rest)) && (behind == "" || !letter(behind[0])) {
				day, rest = i, behind
			}
		}
	}
	if day < 0 {
		return 0, false
	}
	switch plain.FoldText(rest) {
	case "hele dag", "heel de dag", "de hele dag", "all day", "whole day":
		return 3 << (3 * day), true
	}
	from, to, ok := hoursBetween(rest)
	if !ok {
		return 0, false
	}
	return covered(from, to) << (3 * day), true
}

func letter(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }

// hoursBetween reads two times of a day, in minutes.
func hoursBetween(text string) (from, to int, ok bool) {
	text = strings.Trim(strings.NewReplacer("uur", "", "u", "", "tot", "-", "t/m", "-", "–", "-", "van", "", "h", "").Replace(text), " :.-(),")
	a, b, two := strings.Cut(text, "-")
	from, one := timeOfDay(a)
	to, other := timeOfDay(b)
	return from, to, two && one && other && from < to
}

// timeOfDay reads 9, 9:30, 9.30 or 0930.
func timeOfDay(text string) (minutes int, ok bool) {
	text = strings.TrimSpace(text)
	hours, rest, cut := strings.Cut(strings.ReplaceAll(text, ".", ":"), ":")
	if !cut && len(text) == 4 {
		hours, rest = text[:2], text[2:]
	}
	h, err := strconv.Atoi(hours)
	if err != nil || h < 0 || h > 24 {
		return 0, false
	}
	m := 0
	if rest != "" {
		if m, err = strconv.Atoi(rest); err != nil || m < 0 || m > 59 {
			return 0, false
		}
	}
	return 60*h + m, true
}

// At is the part of the week in which a moment lies: its day, and the minutes that the clock shows after midnight.
func At(day time.Weekday, minutes int) DayParts {
	part := 0
	if minutes >= afternoonEnds {
		part = 2
	} else if minutes >= morningEnds {
		part = 1
	}
	return 1 << (3*((int(day)+6)%7) + part)
}

// Between are the parts of a day in which two hours of a time lie, or as much of it as there is: as in HoursOfDay.
func Between(day time.Weekday, from, to int) DayParts {
	return covered(from, to) << (3 * ((int(day) + 6) % 7))
}

// covered are the parts of a day of which enough lies between two times.
func covered(from, to int) (out DayParts) {
	best, most := 0, 0
	for part, ends := range [3][2]int{{0, morningEnds}, {morningEnds, afternoonEnds}, {afternoonEnds, 24 * 60}} {
		within := min(to, ends[1]) - max(from, ends[0])
		if within >= enoughOfPart {
			out |= 1 << part
		}
		if within > most {
			best, most = part, within
		}
	}
	return out | 1<<best
}
