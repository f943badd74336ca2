package nl

import "leerbalie/ui/text/language"

// deskOffer holds what is said of offers and of evidence at the desk, and how a site sets them.
func deskOffer() language.Table {
	return language.Table{
		"key.desk.evidence":            "feiten bij het bewijs van de studenten zetten",
		"key.desk.evidence.short":      "bewijs",
		"act-evidence-request":         "bewijs van",
		"desk.evidence.put":            "De feiten van {number} staan bij het bewijs van {who}.",
		"desk.evidence.same":           "De feiten van {number} stonden al bij het bewijs van {who}.",
		"desk.for-me":                  "{sign} {n} voor jou",
		"offer.mine":                   "{sign} Aanbod voor jou: {who} ({why})",
		"assign.hint-offer":            "Bovenaan staat het aanbod · Enter: geven · Tab: twee of drie samen",
		"act-set-offers":               "instelling van het aanbod",
		"settings.offers":              "Aanbod bij vragen die wachten",
		"settings.offers.about":        "Bij elke vraag staat welk koppel er het meest van leert. De balie beslist. Uit: er staat niets.",
		"settings.offers.on":           "aan",
		"settings.offers.off":          "uit",
		"settings.teaches":             "Waar werk van leert",
		"settings.teaches.about":       "Van welke competenties een vraag over een thema bewijs is. Het aanbod en nieuw bewijs gaan ervan uit.",
		"settings.teaches.lists":       "wat de lijsten zeggen",
		"settings.teaches.themes.one":  "bij 1 thema van jullie zelf",
		"settings.teaches.themes.many": "bij {n} thema's van jullie zelf",
		"settings.teaches.own":         "eigen: {nodes}",
		"settings.teaches.both":        "eigen: {own} · lijst: {nodes}",
		"settings.teaches.said":        "volgens de lijst",
		"settings.teaches.of":          "Waar werk van leert: {theme}",
		"settings.teaches.hint":        "Erachter staat wat nu geldt · Enter: veranderen · Esc: terug",
		"settings.teaches.tick":        "{tick}: aan of uit · {save}: bewaren · niets aan: volgens de lijst",
	}
}
