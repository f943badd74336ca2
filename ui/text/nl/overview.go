package nl

import "leerbalie/ui/text/language"

// overview holds the words of the screen with the figures of a site.
func overview() language.Table {
	return language.Table{
		"settings.small":             "Kleine getallen in verslagen",
		"settings.small.about":       "In bestanden en op papier staat <5 waar het er een tot vier zijn, en valt er een tweede getal weg. Zo is niemand te herkennen. Het scherm is precies.",
		"settings.small.on":          "weglaten",
		"settings.small.off":         "precies",
		"conflict.field.exact":       "Kleine getallen precies in verslagen",
		"screen.overview":            "Overzicht",
		"key.overview.write":         "verslag van wat er staat bewaren als bestand, om af te drukken of te sturen",
		"key.overview.write.short":   "als bestand",
		"key.overview.closed":        "bekijken welke vragen dit zijn",
		"key.overview.closed.short":  "bekijken",
		"key.overview.waiting":       "naar wie er wacht",
		"key.overview.waiting.short": "wie wacht",
		"overview.now":               "Nu, om {time}",
		"overview.waiting":           "Wachten",
		"overview.claimed":           "Bezig",
		"overview.parked":            "Geparkeerd",
		"overview.handled":           "Afgesloten",
		"overview.students":          "Met een student",
		"overview.time":              "Tijd",
		"overview.hour":              "uur",
		"overview.hours":             "uren",
		"overview.number":            "aantal",
		"overview.file":              "overzicht",
		"overview.empty.waiting":     "Vandaag is nog niets afgesloten. Druk {key} voor wie er wacht. Wat je afsluit, staat hier meteen.",
		"overview.empty":             "Er wacht niemand, en vandaag is nog niets afgesloten. Komt er iemand binnen? Druk {key} en zet de vraag in de wachtrij.",
		"overview.clocks":            "Alle tijden: {zone}. Wachten telt vanaf binnenkomst. Een vraag telt op de dag van afsluiten, met alle tijd die erbij staat.",
	}
}
