package en

import "leerbalie/ui/text/language"

// aloud holds in full what a drawing says in short, for who hears it: aloud.ID is said instead of ID.
func aloud() language.Table {
	return language.Table{
		"aloud.day.mon":                   "Monday",
		"aloud.day.tue":                   "Tuesday",
		"aloud.day.wed":                   "Wednesday",
		"aloud.day.thu":                   "Thursday",
		"aloud.day.fri":                   "Friday",
		"aloud.day.sat":                   "Saturday",
		"aloud.day.sun":                   "Sunday",
		"aloud.learning.days.one":         "{n} day",
		"aloud.learning.days.many":        "{n} days",
		"aloud.learning.col.minutes":      "minutes",
		"aloud.learning.legend":           "A cell says further: none, partly, or that assessors differ.",
		"aloud.learning.legend.pieces":    "After that how much evidence was judged, and how much not yet.",
		"aloud.learning.col.pieces":       "pieces of evidence",
		"aloud.people.keep.short.nothing": "no contact details",
	}
}
