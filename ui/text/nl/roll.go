package nl

import "leerbalie/ui/text/language"

// roll is what is said of lists of people: what a school's file has of them, who comes in and who does not, and who is taken away.
func roll() language.Table {
	return language.Table{
		"field.route":        "Leerweg",
		"field.company":      "Leerbedrijf",
		"field.guide":        "Opleider daar",
		"field.source-id":    "Bron-id",
		"cli.col.company":    "leerbedrijf",
		"cli.col.guide":      "praktijkopleider",
		"cli.flag.route":     "de leerweg, zoals BOL of BBL",
		"cli.flag.company":   "het leerbedrijf van de stage",
		"cli.flag.guide":     "de praktijkopleider daar",
		"cli.flag.source-id": "het kenmerk in het bestand van de school, zoals sourcedId",
	}
}
