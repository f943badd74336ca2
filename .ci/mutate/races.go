package main

// raceMutants lose what exists to an output or to another process.
func raceMutants() []mutant {
	return []mutant{
		{"who waited writes to a file without a name", "store/lock", "Opening.Open", "err == nil && Named(path, id)", "err == nil", keeping("WhoWaited")},
		{"a file that is gone is made anew by who waited for it", "store/lock", "Opening.try", "flag&^os.O_CREATE", "flag", keeping("WhoWaited")},
		{"a command does not wait for another", "store/lock", "(*patience).left", "o.Passing", "false", keeping("HowLong")},
		{"the wait does not begin anew with another holder", "store/lock", "(*patience).left", "o != p.holder", "false", keeping("HowLong")},
		{"a command waits for the app", "store/file", "Holder", "lines[3] == passing", "true", tests{"store", "HowLong|Hold", 0}},
		{"a file without a name is written to", "store", "(*Store).update", "errors.Join(s.noteDoubt(b), retally(b), s.stands())", "errors.Join(s.noteDoubt(b), retally(b))", keeping("AFileThat")},
		{"a file that loses its name during a commit is said to hold it", "store", "(*Store).update", "if err == nil { err = s.stands() }", "", keeping("AFileThat")},
		{"the mark of what is saved waits for a write", "ui", "(*App).take", "a.look()", "nil", by("ui", "TheMark")},
		{"a file that is there makes a full disk good", "ui", "(*App).stands", `was.Msg != "store-gone"`, "false", by("ui", "AFullDisk")},
		{"nobody hears that the file is back", "ui", "(*App).stands", "a.unsaved = nil", "return nil", by("ui", "TheMark")},
	}
}
