package text

// cliNL holds the sentences of the commands, in Dutch.
func cliNL() Table {
	return Table{}
}
