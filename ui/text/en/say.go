package en

import "leerbalie/ui/text/language"

// said holds the words with which the app is read to those who do not see it, where a drawing has a sign.
func said() language.Table {
	return language.Table{
		"say.search":   "search",
		"say.ticked":   "ticked",
		"say.unticked": "not ticked",
		"say.done":     "done",
		"say.apart":    "written apart from each other",
		"say.lists":    "lists: {names}",
		"say.of":       "{part} of {whole}",
		"say.from-to":  "from {from} to {to}",
		"say.warning":  "attention",
	}
}
