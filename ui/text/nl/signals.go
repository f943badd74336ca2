package nl

import "leerbalie/ui/text/language"

// signals holds the words of what rises, and of how many people are needed.
func signals() language.Table {
	return language.Table{
		"signals.period":          "{site}: {from} tot en met {until}, vergeleken met de {weeks} weken ervoor",
		"signals.nothing":         "In deze weken kwam niets binnen. Er is niets te beoordelen.",
		"signals.theme":           "Thema",
		"signals.cases":           "In 4 weken",
		"signals.expected":        "Verwacht",
		"signals.from":            "Signaal vanaf",
		"signals.p":               "Kans",
		"signals.verdict":         "Oordeel",
		"signals.no-theme":        "zonder thema",
		"signals.is.signal":       "! signaal",
		"signals.is.none":         "geen",
		"signals.is.too_few":      "te weinig om te zeggen",
		"signals.says":            "{theme}: {cases} in 4 weken, {expected} verwacht ({before} in de {weeks} weken ervoor). Zoiets komt hier door toeval eens in de {years} jaar voor.",
		"signals.few":             "Te weinig om te zeggen: ook als er drie keer zoveel kwam, bleef dat vaker onopgemerkt dan niet.",
		"signals.wolf":            "Bij {n} thema's, elke vier weken beoordeeld, geeft toeval hoogstens eens in de {years} jaar een vals signaal. Wisselen drukke en stille weken elkaar sterk af, dan vaker: hoogstens eens per jaar.",
		"cli.report.signals":      "van welke thema's meer binnenkomt dan toeval verklaart",
		"cli.report.signals-long": "Vier weken worden vergeleken met de 26 ervoor. Een signaal is minstens 5 hulpvragen, en een kans kleiner dan 0,001 op zoveel of meer. Die kans komt uit een negatief-binomiale verdeling, waarvan gemiddelde en spreiding uit de weken ervoor worden geschat. Is er te weinig om te zien dat er drie keer zoveel komt, dan staat dat erbij.",
		"cli.flag.signals-until":  "de laatste dag van de vier weken; zonder vandaag",
		"hands.period":            "{site}: wie er binnenliep van {from} tot en met {until}, samen {n}",
		"hands.nobody":            "Er liep niemand binnen. Er is niets over te zeggen.",
		"hands.part":              "Dagdeel",
		"hands.arrivals":          "Binnengelopen",
		"hands.needed":            "Nodig",
		"hands.rostered":          "Op rooster",
		"hands.verdict":           "Oordeel",
		"hands.within":            "Binnen 20 minuten geholpen",
		"hands.share":             "met {people}: {percent} %",
		"hands.is.enough":         "genoeg",
		"hands.is.short":          "! te weinig mensen",
		"hands.is.too_few":        "te weinig om te zeggen",
		"hands.known":             "Van {known} van de {n} is bekend hoe lang helpen duurde. De anderen tellen voor {typical} minuten, het midden daarvan.",
		"hands.assumed":           "Nodig is het kleinste aantal mensen waarmee 9 van de 10 hoogstens 20 minuten hadden gewacht, als wie de laatste 8 weken binnenliep nog eens kwam. Aangenomen is: één mens helpt, zo lang als er minuten zijn genoteerd voor allen samen; wie het eerst komt is het eerst aan de beurt, ook bij spoed; niemand is over van het dagdeel ervoor; niemand loopt weg; wie werkt doet niets anders. Op rooster staan studenten van de locatie met dat dagdeel, en baliemedewerkers als de locatie open is. Bij minder dan 10 in een dagdeel, op minder dan 4 dagen, of als van minder dan 10 bekend is hoe lang helpen duurde, is er te weinig om iets te zeggen.",
		"cli.report.hands":        "hoeveel mensen er per dagdeel nodig zijn, en hoeveel er zijn",
	}
}
