package en

import "leerbalie/ui/text/language"

// searching holds the words of searching and finding, on every screen and in commands.
func searching() language.Table {
	return language.Table{
		"error.cli-nobody-near":   "{name} was not found. Did you mean: {candidates}? Write the whole name, or the id.",
		"found.meant":             "did you mean: {words}?",
		"found.beside":            "also: {tabs} (→)",
		"found.near":              "Nothing has exactly \u201c{words}\u201d. What is listed is nearly that.",
		"found.meant-instead":     "Nothing has exactly \u201c{words}\u201d. Searched for: {meant}.",
		"found.near-names":        "only nearly that",
		"found.also":              "also: {tabs}",
		"found.in-next":           "{tab} {n} (→)",
		"found.in-previous":       "{tab} {n} (←)",
		"aloud.found.beside":      "also: {tabs} (right arrow)",
		"aloud.found.in-next":     "{tab} {n} (right arrow)",
		"aloud.found.in-previous": "{tab} {n} (left arrow)",
		"found.in-tab":            "{tab} {n}",
	}
}
