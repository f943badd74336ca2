package main

// readingMutants break what keeps a command that only reads from writing, and from reading what has to be written first.
func readingMutants() []mutant {
	return []mutant{
		{"a command that only reads opens its store to write", "ui/cli", "rootCommand", "r.Powers.Reads()", "_ = r", by("ui/cli", "WhatOnlyReads")},
		{"a store that is read is opened to write", "store", "open", "s.openToRead()", "false, error(nil)", by("store", "ReadingWritesNothing")},
		{"a store that is read is asked whether it can be written", "store", "(*Store).toRead", "file.CheckReadOnly", "file.Check", by("store", "ReadingWritesNothing")},
		{"a store that was set back is read as it is", "store", "(*Store).fitToRead", "reason == \"\"", "reason != \"x\"", by("store", "ReadingStillTells")},
		{"what is owed is left to others", "store", "(*Store).fitToRead", "owed == nil && $x", "(owed == nil || true) && $x", by("store", "WhatHasToBeWrittenFirst")},
		{"what another version derived is read", "store", "(*Store).fitToRead", "s.derives.Made(b)", "(s.derives.Made(b) || true)", by("store", "WhatHasToBeWrittenFirst")},
		{"who was erased elsewhere is read", "store", "(*Store).fitToRead", "!forgot", "!forgot && false", by("store", "WhatHasToBeWrittenFirst")},
		{"a store that is only read is written", "store", "(*Store).update", "s.toWrite()", "error(nil)", by("store", "ReadingTurns")},
		{"a store that cannot be written is shut", "store", "(*Store).toWrite", "disk.Guard(func() error { return s.openAs(s.toRead()) })", "error(nil)", by("store", "ReadingTurns")},
		{"a store that nobody could open anew is called damaged", "store", "(*Store).openAs", "err == nil", "true", by("store", "SomebodyComesInBetween")},
		{"readers are waited for as somebody unknown is", "store/lock", "Opening.Open", "o.shared(path)", "false", by("store", "ReadersAndWriters")},
		{"a search among open requests reads all that it finds", "model/desk", "findNewestOpen", "all.Limit = max(q.Limit, looked)", "all.Limit = 1 << 20", by("store", "SearchStops")},
		{"a search among open requests reads the archive", "model/desk", "findNewestOpen", "looked <= open", "looked <= open+1<<20", by("store", "SearchStops")},
	}
}

// tidyMutants break when a file is written anew after bulk work.
func tidyMutants() []mutant {
	tidy := by("store", "FewFreePlaces")
	return []mutant{
		{"bulk work leaves its free places", "store", "(*Store).Close", "s.tidy()", "_ = s", tidy},
		{"little work writes a file anew", "store", "(*Store).tidy", "s.wrote.Load() < bulkChanges", "false", tidy},
		{"little free has a file written anew", "store", "(*Store).tidy", "free >= bulkFree", "free >= 0", tidy},
		{"who stays writes its file anew", "store", "(*Store).tidy", "!s.asked.Passing", "false", tidy},
		{"a file of two names becomes two files", "store", "(*Store).tidy", "s.otherNames() > 0", "false", tidy},
	}
}

// orderMutants break how an import sorts what it writes.
func orderMutants() []mutant {
	order := func(run string) tests { return by("store/exchange", run) }
	return []mutant{
		{"rows are written as they stand", "store/exchange", "(*stretch).follows", "!s.mixed && $x", "(!s.mixed || true) && $x", order("SortedByTheirMoment")},
		{"a row with an id that another row had is taken for the same", "store/exchange", "(*identities).judge", "before.print == now.print", "true || before.print == now.print", by("store/exchange", "AnIdThatComesTwice")},
		{"what a file says anew of what came in before is not told", "store/exchange", "(*entry).compare", "len(changed) == 0", "true || len(changed) == 0", by("store/exchange", "SaysSomethingElse")},
		{"what somebody altered here is told as altered in the file", "store/exchange", "altered", "b.Seq > a.Seq+1", "false && b.Seq > a.Seq+1", by("store/exchange", "SaysSomethingElse")},
		{"a guessed closing refuses a row", "store/exchange", "(*entry).check", "e.guessed && (e.closedAt.Before(r.Created) || e.closedAt.After(now))", "false", by("store/exchange", "AGuessedClosing")},
		{"a number that lost its digits is kept", "store/exchange", "lostDigits", `strings.ContainsAny(text, "eE")`, "false", by("store/exchange", "AnIdThatComesTwice")},
		{"a total is a question", "store/exchange", "(*tableSource).isTotal", "says = true", "says = false", by("store/exchange", "TotalsAreNo")},
		{"a row below a merged cell came in now", "store/exchange", "(*tableSource).settleMerged", "runs*2 > dates", "false", by("store/exchange", "ADayThatStands")},
		{"a date that was left out is the one above", "store/exchange", "(*tableSource).settleMerged", "runs*2 > dates", "true", by("store/exchange", "ADateThatIsLeftOut")},
		{"a row of hints is a question", "store/exchange", "(*tableSource).dropHints", "tabular.Hints(row.Cells)", "false", by("store/exchange", "ARowOfHints")},
		{"how urgent it is makes a total", "store/exchange", "(*tableSource).isTotal", "!averageWord(text)", "true", by("store/exchange", "TotalsAreNo")},
		{"what was encoded twice stays so", "store/exchange/tabular", "once", "!more", "!more || true", by("store/exchange", "WrongLetters")},
		{"letters of another code page are kept without a word", "store/exchange", "(*entry).check", "e.texts(tabular.Strange)", "false", by("store/exchange", "WrongLetters")},
		{"one cell of noise costs the file", "store/exchange/tabular", "plainText", "damaged*2 > lines", "true", by("store/exchange/tabular", "ACellFull")},
		{"the minutes are counted once for each who helped", "store/exchange", "(*entry).spent", "e.minutes / len(whose)", "e.minutes", by("store/exchange", "ASpreadsheetOfAnOffice")},
		{"a report is in the order of writing", "store/exchange", "run", "slices.SortStableFunc(report.Refused, $*_)", "slices.Reverse(report.Refused)", order("SortedByTheirMoment")},
		{"a trial is sorted", "store/exchange", "produce", "!o.DryRun && $x", "$x", order("ATrial")},
		{"what ended the reading is lost", "store/exchange", "(*stretch).batches", "b.err = s.err", "b.err = nil", order("EndsTheReading")},
		{"where on earth a moment was is lost", "store/exchange", "(*kept).entry", "e.request.Created = k.created", "_ = k.created", order("NothingIsLost")},
	}
}
