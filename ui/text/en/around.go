package en

import "leerbalie/ui/text/language"

// around holds what is said of those who are at work on the same store, and of what they alter under an open form.
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
		"meanwhile.taken":         "Changed by {who}: {fields}. It stands here now.",
		"meanwhile.apart":         "Also changed by {who}: {fields}. You choose when you save.",
		"meanwhile.somebody":      "somebody else",
		"meanwhile.you":           "you, on another screen",
		"meanwhile.title":         "Also changed by {who}: choose what stays",
		"meanwhile.mine":          "yours: {text}",
		"meanwhile.theirs":        "by {who}: {text}",
		"meanwhile.was":           "as it was: {text}",
		"meanwhile.anew":          "type it anew",
		"meanwhile.nothing":       "(empty)",
		"meanwhile.choose":        "First choose what stays of: {field}",
		"meanwhile.hint":          "{choose}: choose · {save}: save · {cancel}: back, all stays",
	}
}
