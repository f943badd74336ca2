package nl

import "leerbalie/ui/text/language"

// around holds what is said of those who are at work on the same store, and of what they alter under an open form.
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
		"meanwhile.taken":         "Veranderd door {who}: {fields}. Dat staat er nu zo.",
		"meanwhile.apart":         "Ook veranderd door {who}: {fields}. Bij bewaren kies je.",
		"meanwhile.somebody":      "iemand anders",
		"meanwhile.you":           "jij, op een ander scherm",
		"meanwhile.title":         "Ook veranderd door {who}: kies wat blijft",
		"meanwhile.mine":          "van jou: {text}",
		"meanwhile.theirs":        "van {who}: {text}",
		"meanwhile.was":           "zoals het was: {text}",
		"meanwhile.anew":          "opnieuw typen",
		"meanwhile.nothing":       "(leeg)",
		"meanwhile.choose":        "Kies eerst wat blijft bij: {field}",
		"meanwhile.hint":          "{choose}: kiezen · {save}: bewaren · {cancel}: terug, alles blijft staan",
	}
}
