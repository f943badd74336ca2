package en

import "leerbalie/ui/text/language"

// peopleStudy holds the words about students on screen 4.
func peopleStudy() language.Table {
	return language.Table{
		"key.people.time-out":       "begin or end a time-out",
		"key.people.time-out.short": "time-out",
		"key.people.done":           "the student is done here",
		"key.people.done.short":     "done",
		"field.year":                "Year",
		"field.crebo":               "Crebo",
		"field.cohort":              "Cohort",
		"field.start":               "Start",
		"field.travel":              "Also at",
		"field.placement":           "Placement",
		"field.time-out":            "Time-out",
		"people.dayparts.hint":      "for example mon-morning, tue-afternoon, wed-evening",
		"people.comma.hint":         "more than one: with commas",
		"people.wishes.hint":        "what they would like in a buddy: a theme, a language, a level, a name",
		"people.day.hint":           "day-month-year, for example 01-09-2026",
		"people.day.fault":          "\"{typed}\" is no day. Write for example 01-09-2026.",
		"people.number.fault":       "\"{typed}\" is no number.",
		"people.until":              "until {day}",
		"people.time-out.title":     "Time-out for {name}",
		"people.time-out.hint":      "only coordinators see this",
		"people.time-out.end":       "Time-out over",
		"people.time-out.back":      "{name} takes part again.",
		"people.time-out.yes":       "yes, back again",
		"people.done.title":         "{name} is done here: how did it end?",
		"people.done.hint":          "A running pair ends with it.",
	}
}
