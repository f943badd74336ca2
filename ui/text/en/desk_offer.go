package en

import "leerbalie/ui/text/language"

// deskOffer holds what is said of offers and of evidence at the desk, and how a site sets them.
func deskOffer() language.Table {
	return language.Table{
		"key.desk.evidence":            "put the facts with the students' evidence",
		"key.desk.evidence.short":      "evidence",
		"act-evidence-request":         "evidence of",
		"desk.evidence.put":            "The facts of {number} stand with the evidence of {who}.",
		"desk.evidence.same":           "The facts of {number} stood with the evidence of {who} already.",
		"desk.for-me":                  "{sign} {n} for you",
		"offer.mine":                   "{sign} Offered to you: {who} ({why})",
		"assign.hint-offer":            "The offer stands on top · Enter: give · Tab: two or three together",
		"act-set-offers":               "setting of the offers",
		"settings.offers":              "Offers on questions that wait",
		"settings.offers.about":        "Each question says which pair learns most from it. The desk decides. Off: nothing is shown.",
		"settings.offers.on":           "on",
		"settings.offers.off":          "off",
		"settings.teaches":             "What work teaches",
		"settings.teaches.about":       "Which competences a question about a theme is evidence of. Offers and new evidence go by it.",
		"settings.teaches.lists":       "what the frameworks say",
		"settings.teaches.themes.one":  "your own for 1 theme",
		"settings.teaches.themes.many": "your own for {n} themes",
		"settings.teaches.own":         "own: {nodes}",
		"settings.teaches.both":        "own: {own} · framework: {nodes}",
		"settings.teaches.said":        "by the framework",
		"settings.teaches.of":          "What work teaches: {theme}",
		"settings.teaches.hint":        "Behind it: what applies now · Enter: change · Esc: back",
		"settings.teaches.tick":        "{tick}: on or off · {save}: save · none: by the framework",
	}
}
