package nl

import "leerbalie/ui/text/language"

// said holds the words with which the app is read to those who do not see it, where a drawing has a sign.
func said() language.Table {
	return language.Table{
		"say.search":   "zoeken",
		"say.ticked":   "aangevinkt",
		"say.unticked": "niet aangevinkt",
		"say.done":     "gelukt",
		"say.apart":    "los van elkaar geschreven",
		"say.lists":    "lijsten: {names}",
		"say.of":       "{part} van {whole}",
		"say.from-to":  "van {from} naar {to}",
		"say.warning":  "let op",
	}
}
