package nl

import "leerbalie/ui/text/language"

// peopleStudy holds the words about students on screen 4.
func peopleStudy() language.Table {
	return language.Table{
		"key.people.time-out":       "time-out beginnen of eindigen",
		"key.people.time-out.short": "time-out",
		"key.people.done":           "student is hier klaar",
		"key.people.done.short":     "klaar",
		"field.year":                "Leerjaar",
		"field.crebo":               "Crebo",
		"field.cohort":              "Cohort",
		"field.start":               "Begin",
		"field.travel":              "Ook op",
		"field.placement":           "Stage",
		"field.time-out":            "Time-out",
		"people.dayparts.hint":      "bijvoorbeeld ma-ochtend, di-middag, wo-avond",
		"people.comma.hint":         "meer dan één: met komma's",
		"people.wishes.hint":        "wat diegene graag wil in een maatje: een thema, een taal, een niveau, een naam",
		"people.day.hint":           "dag-maand-jaar, bijvoorbeeld 01-09-2026",
		"people.day.fault":          "\"{typed}\" is geen dag. Schrijf bijvoorbeeld 01-09-2026.",
		"people.number.fault":       "\"{typed}\" is geen getal.",
		"people.until":              "tot {day}",
		"people.time-out.title":     "Time-out voor {name}",
		"people.time-out.hint":      "alleen coördinatoren zien dit",
		"people.time-out.end":       "Time-out voorbij",
		"people.time-out.back":      "{name} doet weer mee.",
		"people.time-out.yes":       "ja, weer terug",
		"people.done.title":         "{name} is hier klaar: hoe eindigde het?",
		"people.done.hint":          "Een lopend koppel stopt mee.",
	}
}
