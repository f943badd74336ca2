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
		"aloud.pairs.gift":                "{what}, for the other {as}",
		"aloud.learning.legend":           "A cell says further: none, partly, or that assessors differ.",
		"aloud.learning.legend.pieces":    "After that how much evidence was judged, and how much not yet.",
		"aloud.learning.col.pieces":       "pieces of evidence",
		"aloud.people.keep.short.nothing": "no contact details",
		"aloud.intake.which.hint":         "Down arrow and up arrow choose · Enter takes it · Esc back",
		"aloud.key.redraw":                "read all that is here",
		"aloud.laptops.text.foot":         "{goes}: may go · {stays}: stays home · down arrow: next · {back}: go on",
		"aloud.laptops.text.foot-home":    "{stays}: stays home · down arrow: next · {back}: go on",
		"aloud.pairs.sliders.hint":        "Left arrow: less, right arrow: more · {keep} keeps · {close} done",
		"aloud.people.many.hint":          "space: on or off · right arrow: next",
		"aloud.pick.hint":                 "Down arrow and up arrow choose · Enter takes it · Esc back",
	}
}
