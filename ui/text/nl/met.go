package nl

import "leerbalie/ui/text/language"

// met holds the words of which themes and target groups a student has met.
func met() language.Table {
	return language.Table{
		"cli.student.themes": "laat zien welke thema's en doelgroepen een student heeft gehad, en welke nog niet",
		"error.work-unknown": "{text} is geen soort werk. Kies dienstverlening, analyse, project of training.",
		"met.themes":         "Thema's: {n} van {all} gehad. Nog niet: {names}.",
		"met.themes.all":     "Thema's: alle {all} gehad.",
		"met.targets":        "Doelgroepen: {n} van {all} gehad. Nog niet: {names}.",
		"met.targets.all":    "Doelgroepen: alle {all} gehad.",
		"met.targets.none":   "Doelgroepen: niet bekend. Geen project noemt er een.",
		"met.unsaid.one":     "Niet bekend: van 1 stuk werk staat het thema er niet bij. Dat telt niet mee.",
		"met.unsaid.many":    "Niet bekend: van {n} stukken werk staat het thema er niet bij. Die tellen niet mee.",
		"met.hidden":         "Niet bekend: er is ook werk in een andere groep, en dat mag je niet zien.",
		"met.col.theme":      "Thema of doelgroep",
		"met.col.handled":    "Vragen en bezoeken",
		"met.col.courses":    "Cursussen",
		"met.col.projects":   "Projecten",
	}
}
