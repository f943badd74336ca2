package en

import "leerbalie/ui/text/language"

// erasing holds what is said of erasures: what they leave, and where else somebody is named.
func erasing() language.Table {
	return language.Table{
		"cli.restore.no-list":        "Whoever was erased after this copy was made can be in it again: no list of erasures was found, not beside the copy and not on this computer. Erase again who asked for it.",
		"cli.restore.empty-list":     "Whoever was erased after this copy was made can be in it again: the list of erasures names nobody yet. Erase again who asked for it.",
		"cli.restore.forgotten.one":  "1 resident or question that was erased before was erased from this copy as well. The list of erasures goes up to {last}; who was erased later or elsewhere can be in it again.",
		"cli.restore.forgotten.many": "{n} residents and questions that were erased before were erased from this copy as well. The list of erasures goes up to {last}; who was erased later or elsewhere can be in it again.",
	}
}
