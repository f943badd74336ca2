package en

import "leerbalie/ui/text/language"

// pages holds what the pages of the learning community have in common.
func pages() language.Table {
	return language.Table{
		"key.page.open":         "open",
		"key.page.search":       "search",
		"key.page.search.short": "find",
		"page.nothing":          "Nothing was found with “{words}”. Esc shows everything again.",
		"page.warns":            "asks for attention",
		"page.no-number":        "“{text}” is no number. Write it like this: 12",
		"page.nobody":           "“{name}” is not here. Look whether the name is right.",
		"page.several":          "“{name}” can be more than one: {names}. Write more of it.",
		"page.one-only":         "Only one name fits here.",
		"error.together-long":   "{field}: at most {most} characters.",
		"error.together-many":   "{field}: at most {most} names.",
		"error.together-twice":  "{field}: the same name stands there twice.",
		"error.together-gone":   "{field}: {name} takes no part here any more. Choose somebody else.",
		"cli.flag.room.search":  "only what has these words",
		"cli.flag.room.all":     "also what is over",
		"page.yes":              "yes",
		"cli.flag-number":       "{flag}: “{text}” is no number of 0 or more. Write it like this: {flag} 12",
		"page.names.title":      "Does this name a resident?",
		"page.names":            "This text seems to name a resident: {names}.",
		"page.names.why":        "Everybody in the learning community reads this. Better name no residents here.",
		"page.names.yes":        "save all the same",
		"page.no":               "no",
	}
}
