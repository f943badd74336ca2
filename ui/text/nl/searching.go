package nl

import "leerbalie/ui/text/language"

// searching holds the words of searching and finding, on every screen and in commands.
func searching() language.Table {
	return language.Table{
		"error.cli-nobody-near": "{name} is niet gevonden. Bedoelde je: {candidates}? Schrijf de hele naam, of de id.",
		"found.meant":           "bedoelde je: {words}?",
		"found.beside":          "ook: {tabs} (→)",
		"found.in-tab":          "{tab} {n}",
	}
}
