package nl

import "leerbalie/ui/text/language"

// aloud holds in full what a drawing says in short, for who hears it: aloud.ID is said instead of ID.
func aloud() language.Table {
	return language.Table{
		"aloud.day.mon":                   "maandag",
		"aloud.day.tue":                   "dinsdag",
		"aloud.day.wed":                   "woensdag",
		"aloud.day.thu":                   "donderdag",
		"aloud.day.fri":                   "vrijdag",
		"aloud.day.sat":                   "zaterdag",
		"aloud.day.sun":                   "zondag",
		"aloud.learning.by.school":        "school",
		"aloud.learning.by.practice":      "praktijk",
		"aloud.learning.by.peer":          "medestudent",
		"aloud.learning.days.one":         "{n} dag",
		"aloud.learning.days.many":        "{n} dagen",
		"aloud.learning.col.minutes":      "minuten",
		"aloud.people.keep.short.nothing": "geen contactgegevens",
	}
}
