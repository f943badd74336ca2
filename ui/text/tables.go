package text

// tables lists the areas of one language. A new area is one line in each of the two lists.
func tables(lang Lang) []Table {
	if lang == NL {
		return []Table{cliNL()}
	}
	return []Table{cliEN()}
}
