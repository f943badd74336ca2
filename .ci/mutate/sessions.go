package main

// sessionMutants break what lets several people work on one store.
func sessionMutants() []mutant {
	alone := func(names string) tests { return by("ui/serve", names) }
	return []mutant{
		{"a call that is made again is carried out again", "model", "(*calling).done", "!c.again", "true", by("model", "ACallThatIsMadeAgain")},
		{"what a call did is not noted", "model", "(*calling).note", `key == ""`, "true", by("model", "ACallThatIsMadeAgain")},
		{"what two calls did alike is taken for one", "model", "(*calling).key", "c.seen[print]++", "c.seen[print] = 1", by("model", "ACallThatIsMadeAgain")},
		{"a call that is made again is another one by its moment", "model", "fingerprint", "v.Type() == reflect.TypeFor[time.Time]()", "false", by("model", "ACallThatIsMadeAgain")},
		{"somebody else sits down by the key of another", "model", "(*Session).Switch", "s.Fixed() && who != s.Me().ID", "false", by("model", "NobodyElseSitsDown")},
		{"at another site somebody else can sit down", "model", "(*Session).At", "seats: s.seating()", "", by("model", "NobodyElseSitsDown")},
		{"who has no PIN sits down at a desk that is shared", "model", "(*Session).maySit", "err == nil && !has", "has && !has", by("model", "NobodyElseSitsDown")},
		{"anybody says that a desk is shared", "model", "(*Session).Share", "s.Check(ctx, ToKeepDoors)", "error(nil)", by("model", "NobodyElseSitsDown")},
		{"what is half typed about who was erased stays on other screens", "ui/dialog", "(*Host).tookLeft", "!h.about().IsZero()", "false", by("ui/desk", "AnErasureReaches")},
		{"a folder that others look into holds a socket", "ui/serve", "ownFolder", "info.Mode().Perm() == 0o700", "true", alone("ASocketStands")},
		{"a link leads to the folder of a socket", "ui/serve", "ownFolder", "os.Lstat(path)", "os.Stat(path)", alone("ASocketStands")},
		{"a size of nothing is drawn", "ui/serve", "sane", "columns == 0 || rows == 0", "false", alone("ASizeIsOne")},
		{"a size without end is drawn", "ui/serve", "sane", "int(min(columns, widest))", "int(columns)", alone("ASizeIsOne")},
		{"what was printed is printed twice", "ui/serve", "(*resumed).Write", "!bytes.Equal(p[:n], r.skip[:n])", "false", alone("WhatWasPrinted")},
		{"another commit is the same program", "ui/serve", "versionOf", "v.Commit", `""`, alone("VersionsAreCompared")},
		{"a file that is missing is another fault at the other end", "ui/serve", "verdictOf", "errors.Is(err, fs.ErrNotExist)", "false", alone("AnErrorCrosses")},
	}
}
