package nl

import "leerbalie/ui/text/language"

// trainings holds the words of trainings that are asked of the school.
func trainings() language.Table {
	return language.Table{
		"act-training-add":         "training toegevoegd",
		"did.act-training-add":     "De training staat erin.",
		"act-training-edit":        "training gewijzigd",
		"did.act-training-edit":    "De training is gewijzigd.",
		"act-training-archive":     "training opgeborgen",
		"did.act-training-archive": "De training is opgeborgen.",
		"place.training":           "training",
		"field.training-what":      "Training",
		"field.training-partner":   "Partner die vraagt",
		"field.training-asker":     "Wie vraagt",
		"field.training-asked":     "Gevraagd op",
		"field.training-givers":    "Wie geven",
		"field.training-day":       "Dag",
		"field.training-people":    "Hoeveel mensen",
		"field.training-state":     "Stand",
		"field.training-came":      "Wat het opleverde",
		"field.training-theme":     "Thema",
		"training.state.asked":     "gevraagd",
		"training.state.planned":   "gepland",
		"training.state.given":     "gegeven",
		"training.state.declined":  "niet gegeven",
		"error.training-unknown":   "Er is geen training {name}. Kijk wat er is met: leerbalie training list",
		"error.training-not-yours": "{title} is niet van {name}. Alleen wie dit heeft toegevoegd, wie de eigenaar is en de coördinator kunnen het wijzigen.",
		"error.training-state":     "\"{text}\" is geen stand. Kies uit: asked, planned, given, declined.",
		"cli.training":             "wat organisaties van de school vragen: trainingen",
		"cli.training.add":         "voeg een gevraagde training toe",
		"cli.training.edit":        "wijzig een training",
		"cli.training.list":        "toon gevraagde en geplande trainingen",
		"cli.training.show":        "toon één training",
		"cli.training.archive":     "berg een training op",
		"cli.training.none":        "Er is geen training gevraagd.",
		"cli.training.plan":        "zeg op welke dag een training is",
		"cli.training.give":        "zeg dat een training is gegeven, met wat ervan kwam",
		"cli.training.decline":     "zeg dat een training niet doorgaat, en waarom",
	}
}
