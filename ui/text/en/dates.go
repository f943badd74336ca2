package en

import "leerbalie/ui/text/language"

// dates holds the names of days and of the parts of a day.
func dates() language.Table {
	return language.Table{
		"weekday.0":      "Sunday",
		"weekday.1":      "Monday",
		"weekday.2":      "Tuesday",
		"weekday.3":      "Wednesday",
		"weekday.4":      "Thursday",
		"weekday.5":      "Friday",
		"weekday.6":      "Saturday",
		"part.morning":   "morning",
		"part.afternoon": "afternoon",
		"part.evening":   "evening",
		"day.mon":        "Mon",
		"day.tue":        "Tue",
		"day.wed":        "Wed",
		"day.thu":        "Thu",
		"day.fri":        "Fri",
		"day.sat":        "Sat",
		"day.sun":        "Sun",
	}
}

// typed are the words for days and hours that people type.
func typed() language.Dates {
	return language.Dates{
		Today: []string{"today"}, Tomorrow: []string{"tomorrow"},
		Weekdays: [7]string{"sun", "mon", "tue", "wed", "thu", "fri", "sat"},
		Hour:     []string{"h"}, Minute: []string{"min", "m"},
		At:   []string{"at", "on"},
		Span: []string{"to", "until", "from", "since", "and"},
	}
}
