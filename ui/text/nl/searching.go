package nl

import "leerbalie/ui/text/language"

// searching holds the words of searching and finding, on every screen and in commands.
func searching() language.Table {
	return language.Table{
		"error.cli-nobody-near":   "{name} is niet gevonden. Bedoelde je: {candidates}? Schrijf de hele naam, of de id.",
		"found.meant":             "bedoelde je: {words}?",
		"found.beside":            "ook: {tabs} (→)",
		"found.near":              "Niets heeft precies \u201c{words}\u201d. Wat er staat lijkt erop.",
		"found.meant-instead":     "Niets heeft precies \u201c{words}\u201d. Gezocht op: {meant}.",
		"found.near-names":        "lijkt er alleen op",
		"found.also":              "ook: {tabs}",
		"found.in-next":           "{tab} {n} (→)",
		"found.in-previous":       "{tab} {n} (←)",
		"aloud.found.beside":      "ook: {tabs} (pijl naar rechts)",
		"aloud.found.in-next":     "{tab} {n} (pijl naar rechts)",
		"aloud.found.in-previous": "{tab} {n} (pijl naar links)",
		"found.in-tab":            "{tab} {n}",
	}
}
