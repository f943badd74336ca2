package main

// directoryFileMutants break the reading and writing of directories of services: what is not trusted, what is refused, and what has to go out
// as it came.
func directoryFileMutants() []mutant {
	read := func(run string) tests { return tests{"store/exchange/hsds", run, 0} }
	carry := func(run string) tests { return tests{"store/exchange/directory", run, 0} }
	return []mutant{
		{"an archive of services leads out of itself", "store/exchange/hsds", "unpack", "!fs.ValidPath(strings.TrimSuffix(name, \"/\"))", "false", read("Archives")},
		{"an archive of services unpacks to anything", "store/exchange/hsds", "(*spending).Read", "s.of.left < 0", "false", read("Archives")},
		{"a column of numbers of citizens in a directory stays", "store/exchange/hsds", "(*Set).drop", "header[i] = \"\"", "_ = i", read("NeverBeKept")},
		{"a number of a citizen in a directory is kept", "store/exchange/hsds", "(*Set).checkTexts", "plain.Refuses(text, place)", "false", read("NeverBeKept")},
		{"a number of a citizen in JSON is kept", "store/exchange/hsds", "(*tree).take", "transfer.IsBSN(key)", "false", read("NeverBeKept")},
		{"a cell of a directory is as long as it likes", "store/exchange/hsds", "(*Set).checkTexts", "len(text) > longest", "false", read("TooLong")},
		{"a contact of nothing comes in", "store/exchange/hsds", "(*checking).row", "len(above) > 0 && !found", "false", read("EveryFixture|WithoutOrg")},
		{"a place of no organisation comes in", "store/exchange/hsds", "(*checking).row", "missing != \"\" && (strict || slices.Contains(above, missing) && !found)", "false", read("EveryFixture|WithoutOrg")},
		{"an id of a directory stands for two", "store/exchange/hsds", "(*checking).table", "twice && maps.Equal(before.Cells, r.Cells)", "twice", read("WithoutOrg")},
		{"a telephone number goes out as a formula that does nothing", "store/exchange/tabular", "(*Writer).Write", "!w.data || !isNumber(cell)", "true", read("GoesOutDoesNothing")},
		{"a formula goes out from a directory", "store/exchange/tabular", "isNumber", "strings.Trim(cell[1:], \"0123456789. \") == \"\"", "true", read("GoesOutDoesNothing")},
		{"what goes out is not as it came", "store/exchange/directory", "unpack", "raw = left[j].Raw", "", carry("GoesOutAsItCame")},
		{"what was altered here goes out as it came", "store/exchange/directory", "unpack", "to[name] != said[1]", "false", carry("KeptBeside")},
		{"a file takes away what it has no column for", "store/exchange/directory", "(*importing).own", "!has[name]", "has[name] && false", carry("ComesBack|AlteredHere")},
		{"numbers of another file are taken for those here", "store/exchange/directory", "(*importing).strangers", "out[k] = true", "", carry("ShortNumbers")},
		{"a strict import of a directory keeps rows", "store/exchange/directory", "(*importing).write", "len(copied.Refused) > 0", "false", carry("TryKeeps")},
		{"anybody brings a directory in", "store/exchange/directory", "Import", "session.Check(ctx, model.ToBringIn)", "error(nil)", carry("MayNot")},
	}
}
