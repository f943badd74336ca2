package en

import "leerbalie/ui/text/language"

// around holds what is said of those who are at work on the same store.
func around() language.Table {
	return language.Table{
		"around.reads.one":        "{who} is reading this too",
		"around.reads.many":       "{who} are reading this too",
		"around.types.one":        "{who} is typing",
		"around.types.many":       "{who} are typing",
		"frame.around":            "also at work: {who}",
		"frame.around.more":       "also at work: {who} and {n} more",
		"frame.around.count.one":  "1 other at work",
		"frame.around.count.many": "{n} others at work",
	}
}
