package nl

import "leerbalie/ui/text/language"

// pages holds what the pages of the learning community have in common.
func pages() language.Table {
	return language.Table{
		"key.page.open":         "openen",
		"key.page.search":       "zoeken",
		"key.page.search.short": "zoek",
		"page.nothing":          "Niets gevonden met “{words}”. Esc laat alles weer zien.",
		"page.warns":            "vraagt aandacht",
		"page.no-number":        "“{text}” is geen getal. Schrijf het zo: 12",
		"page.nobody":           "“{name}” staat hier niet. Kijk of de naam klopt.",
		"page.several":          "“{name}” kan meer dan één zijn: {names}. Schrijf er meer van.",
		"page.one-only":         "Hier past maar één naam.",
		"error.together-long":   "{field}: hoogstens {most} tekens.",
		"error.together-many":   "{field}: hoogstens {most} namen.",
		"error.together-twice":  "{field}: dezelfde naam staat er twee keer.",
		"error.together-gone":   "{field}: {name} doet hier niet meer mee. Kies iemand anders.",
		"cli.flag.room.search":  "alleen wat deze woorden heeft",
		"cli.flag.room.all":     "ook wat voorbij is",
		"page.yes":              "ja",
		"cli.flag-number":       "{flag}: “{text}” is geen getal van 0 of meer. Schrijf het zo: {flag} 12",
		"page.no":               "nee",
		"page.names.title":      "Staat hier een bewoner?",
		"page.names":            "Deze tekst lijkt een bewoner te noemen: {names}.",
		"page.names.why":        "Iedereen in de leergemeenschap leest dit. Noem hier liever geen bewoners.",
		"page.names.yes":        "toch bewaren",
	}
}
