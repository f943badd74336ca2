// Package daypart is the parts of the week in which somebody can work.
package daypart

import (
	"math/bits"
	"slices"
	"strings"

	"leerbalie/model/fault"
	"leerbalie/model/plain"
)

// DayParts is a set of parts of the week: three a day, morning, afternoon and evening. It is how students state when they
// can work, and what a pair has to share.
type DayParts uint32

// AllDayParts is the whole week.
const AllDayParts DayParts = 1<<21 - 1

// Len counts the day parts.
func (d DayParts) Len() int { return bits.OnesCount32(uint32(d)) }

// Codes are the day parts as they are kept and as scripts read them: mon-morning, in the order of the week.
func (d DayParts) Codes() []string {
	out := make([]string, 0, d.Len())
	for i := range 21 {
		if d>>i&1 == 1 {
			out = append(out, weekdays()[i/3][0]+"-"+partsOfDay()[i%3][0])
		}
	}
	return out
}

// Days tells for each day of the week, from Monday, which of its parts are among them: bit 0 is the morning.
func (d DayParts) Days() (out [7]uint8) {
	for i := range out {
		out[i] = uint8(d >> (3 * i) & 7)
	}
	return out
}

// weekdays are the names of the days, from Monday, the code first.
func weekdays() [7][]string {
	return [7][]string{
		{"mon", "ma", "mo", "maandag", "monday"}, {"tue", "di", "tu", "dinsdag", "tuesday"}, {"wed", "wo", "we", "woensdag", "wednesday"},
		{"thu", "do", "th", "donderdag", "thursday"}, {"fri", "vr", "fr", "vrijdag", "friday"}, {"sat", "za", "sa", "zaterdag", "saturday"},
		{"sun", "zo", "su", "zondag", "sunday"},
	}
}

// partsOfDay are the names of the parts of a day, the code first.
func partsOfDay() [3][]string {
	return [3][]string{{"morning", "ochtend", "vm", "am", "voormiddag"}, {"afternoon", "middag", "nm", "pm", "namiddag"}, {"evening", "avond", "av", "eve"}}
}

// ParseDayPart reads one day part as people and files write it: ma-ochtend, mon-morning, maandagochtend, "Tue PM", or hours on a day,
// which can be more than one: see HoursOfDay. Errors: Invalid for any other form of roster, such as weeks that differ.
func ParseDayPart(text string) (DayParts, error) {
	folded := strings.ReplaceAll(plain.FoldText(text), " ", "")
	for day, names := range weekdays() {
		for _, name := range names {
			rest, ok := strings.CutPrefix(folded, name)
			if !ok {
				continue
			}
			for part, called := range partsOfDay() {
				if slices.Contains(called, rest) {
					return 1 << (3*day + part), nil
				}
			}
		}
	}
	if parts, ok := HoursOfDay(text); ok {
		return parts, nil
	}
	return 0, fault.New(fault.Invalid, "daypart-form", "text", strings.TrimSpace(text))
}

// ParseDayParts reads several. Errors as for ParseDayPart, for the first that is of another form.
func ParseDayParts(texts []string) (all DayParts, err error) {
	for _, t := range texts {
		if strings.TrimSpace(t) == "" {
			continue
		}
		d, err := ParseDayPart(t)
		if err != nil {
			return 0, err
		}
		all |= d
	}
	return all, nil
}

// ReadDayParts is ParseDayParts for what is kept; what a later version may write is left out.
func ReadDayParts(texts []string) (all DayParts) {
	for _, t := range texts {
		d, _ := ParseDayPart(t)
		all |= d
	}
	return all
}
