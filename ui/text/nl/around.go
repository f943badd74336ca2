package nl

import "leerbalie/ui/text/language"

// around holds what is said of those who are at work on the same store.
func around() language.Table {
	return language.Table{
		"around.reads.one":        "{who} leest mee",
		"around.reads.many":       "{who} lezen mee",
		"around.types.one":        "{who} typt",
		"around.types.many":       "{who} typen",
		"frame.around":            "ook aan het werk: {who}",
		"frame.around.more":       "ook aan het werk: {who} en nog {n}",
		"frame.around.count.one":  "1 ander aan het werk",
		"frame.around.count.many": "{n} anderen aan het werk",
	}
}
