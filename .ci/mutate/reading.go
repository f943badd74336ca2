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
		{"readers are waited for as somebody unknown is", "store/lock", "Opening.Open", "o.shared(path)", "false", by("store", "ReadersAndWriters")},
		{"a search among open requests reads all that it finds", "model/desk", "findNewestOpen", "all.Limit = max(q.Limit, looked)", "all.Limit = 1 << 20", by("store", "SearchStops")},
		{"a search among open requests reads the archive", "model/desk", "findNewestOpen", "looked <= open", "looked <= open+1<<20", by("store", "SearchStops")},
	}
}
