package text

// cliEN holds the sentences of the commands, in English.
func cliEN() Table {
	return Table{}
}
