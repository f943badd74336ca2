package nl

import "leerbalie/ui/text/language"

// researches holds the words of research.
func researches() language.Table {
	return language.Table{
		"act-research-add":          "onderzoek toegevoegd",
		"did.act-research-add":      "Het onderzoek staat erin.",
		"act-research-edit":         "onderzoek gewijzigd",
		"did.act-research-edit":     "Het onderzoek is gewijzigd.",
		"act-research-archive":      "onderzoek opgeborgen",
		"did.act-research-archive":  "Het onderzoek is opgeborgen.",
		"place.research":            "onderzoek",
		"field.research-question":   "Onderzoeksvraag",
		"field.research-students":   "Wie onderzoeken",
		"field.research-supervisor": "Begeleider",
		"field.research-project":    "Project",
		"field.research-goal":       "Doel",
		"field.research-from":       "Van",
		"field.research-to":         "Tot en met",
		"field.research-state":      "Stand",
		"field.research-came":       "Wat het opleverde",
		"field.research-school":     "School",
		"research.state.running":    "loopt",
		"research.state.done":       "klaar",
		"research.state.stopped":    "gestopt",
		"error.research-unknown":    "Er is geen onderzoek {name}. Kijk wat er is met: leerbalie research list",
		"error.research-not-yours":  "{title} is niet van {name}. Alleen wie dit heeft toegevoegd, wie de eigenaar is en de coördinator kunnen het wijzigen.",
		"error.research-state":      "\"{text}\" is geen stand. Kies uit: running, done, stopped.",
		"cli.research":              "onderzoek: de vraag, wie het uitzoekt en wat ervan kwam",
		"cli.research.add":          "voeg een onderzoek toe",
		"cli.research.edit":         "wijzig een onderzoek",
		"cli.research.list":         "toon lopend onderzoek",
		"cli.research.show":         "toon één onderzoek",
		"cli.research.archive":      "berg een onderzoek op",
		"cli.research.none":         "Er is geen onderzoek.",
		"cli.research.end":          "sluit een onderzoek af, met wat ervan kwam",
		"cli.research.stopped":      "het stopte voor het klaar was",
	}
}
