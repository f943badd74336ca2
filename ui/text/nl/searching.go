package nl

import "leerbalie/ui/text/language"

// searching holds the words of searching and finding, on every screen and in commands.
func searching() language.Table {
	return language.Table{
		"error.cli-nobody-near": "{name} is niet gevonden. Bedoelde je: {candidates}? Schrijf de hele naam, of de id.",
		"found.meant":           "bedoelde je: {words}?",
		"found.beside":          "ook: {tabs} (→)",
		"found.near":            "Niets heeft precies \u201c{words}\u201d. Wat er staat lijkt erop.",
		"found.meant-instead":   "Niets heeft precies \u201c{words}\u201d. Gezocht op: {meant}.",
		"found.near-names":      "niemand heet precies zo; dit lijkt erop",
		"found.in-tab":          "{tab} {n}",
	}
}
