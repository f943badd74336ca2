package nl

import "leerbalie/ui/text/language"

// clock holds what to say about a computer's clock that is far from the last work, and about days that cannot be.
func clock() language.Table {
	return language.Table{
		"error.day-early":       "{field}: {day} kan niet kloppen. Van voor {year} is hier niets. Een lege cel in Excel wordt 1-1-1900.",
		"error.day-late":        "{field}: {day} kan niet kloppen. Verder dan {year} wordt hier niets gepland. Kijk het jaar na.",
		"clock.ahead":           "Klok zegt {clock}, laatste werk {last}: klopt dat? F4",
		"clock.behind":          "Klok zegt {clock}, laatste werk {last}: zet de klok goed.",
		"clock.ask":             "Deze computer zegt dat het {clock} is. Klopt dat?",
		"clock.wrong":           "Nee. De klok van deze computer moet goed gezet worden",
		"clock.right":           "Ja, het is {clock}. Er is lang niets gedaan",
		"clock.trusted":         "Het werk gaat vanaf vandaag verder.",
		"key.clock":             "zeg of de datum van deze computer klopt",
		"key.clock.short":       "datum",
		"error.clock-not-ahead": "Er is niets te bevestigen: de klok van deze computer loopt niet ver voor op het laatste werk.",
		"act-clock-right":       "bevestiging van de datum van deze computer",
		"did.act-clock-right":   "Het werk gaat vanaf vandaag verder.",
		"cli.clock":             "zeg wat de klok van deze computer aangeeft, naast het laatste werk",
		"cli.flag.clock-right":  "de datum van deze computer klopt, ook al is er langer dan 400 dagen niets gedaan",
		"cli.clock.fine":        "De klok van deze computer zegt {clock}. Het laatste werk hier is van {last}. Dat kan kloppen.",
		"cli.clock.ahead":       "De klok van deze computer zegt {clock}, en het laatste werk hier is van {last}. Zolang dat zo is, krijgt nieuw werk die laatste datum. Klopt de datum van de computer? Geef dan: leerbalie clock --right. Klopt hij niet, zet dan de klok goed.",
		"cli.clock.behind":      "De klok van deze computer zegt {clock}, en het laatste werk hier is van {last}. Zet de klok goed. De volgorde van het werk blijft zoals het gedaan is.",
	}
}
