package main

// raceMutants lose what exists to an output or to another process.
func raceMutants() []mutant {
	return []mutant{
		{"who waited writes to a file without a name", "store/lock", "Opening.Open", "err == nil && Named(path, id)", "err == nil", keeping("WhoWaited")},
		{"a file that is gone is made anew by who waited for it", "store/lock", "Opening.try", "flag&^os.O_CREATE", "flag", keeping("WhoWaited")},
		{"a command does not wait for another", "store/lock", "(*patience).left", "o.Passing", "false", keeping("HowLong")},
		{"the wait does not begin anew with another holder", "store/lock", "(*patience).left", "o != p.holder", "false", keeping("HowLong")},
		{"a command waits for the app", "store/file", "Holder", "line == passing", "true", tests{"store", "HowLong|Hold", 0}},
		{"a file without a name is written to", "store", "(*Store).update", "errors.Join(s.noteDoubt(b), tally.Renew(b), s.stands())", "errors.Join(s.noteDoubt(b), tally.Renew(b))", keeping("AFileThat")},
		{"a file that loses its name during a commit is said to hold it", "store", "(*Store).update", "if err == nil { err = s.stands() }", "", keeping("AFileThat")},
		{"the mark of what is saved waits for a write", "ui", "(*App).take", "a.look()", "nil", by("ui", "TheMark")},
		{"a file that is there makes a full disk good", "ui", "(*App).stands", `was.Msg != "store-gone"`, "false", by("ui", "AFullDisk")},
		{"nobody hears that the file is back", "ui", "(*App).stands", "a.unsaved = nil", "return nil", by("ui", "TheMark")},
		{"an output does not look at what it replaces", "store/file", "replaceable", "err == nil && data", "err == nil && data && false", tests{"store/file", "DataThat", 0}},
		{"an output replaces a list of erasures", "store", "spared", "list || witness.IsNote(path)", "list && false || witness.IsNote(path)", keeping("KeptOutside")},
		{"an output replaces what was seen of a store", "store", "spared", "list || witness.IsNote(path)", "list || witness.IsNote(path) && false", keeping("KeptOutside")},
		{"an output does not look again before it takes a name", "store/file", "Write", "move = afterLook(look)", "move = os.Rename", tests{"store/file", "DataThat", 0}},
		{"a store without its first pages is no data", "store/file", "IsData", "hasPages(f)", "false", tests{"store/file", "DamagedData", 0}},
		{"a device is replaced by a file", "store/file", "replaceable", "!info.Mode().IsRegular()", "false", tests{"store/file", "OnlyFiles", 0}},
		{"a half made file is noted nowhere", "store", "(*Store).owing", "owe(b, d)", "nil", keeping("HalfMade")},
		{"what is noted stays noted", "store/file", "placing.place", "paid()", "_ = paid", tests{"store/file", "Noted", 0}},
		{"any file that is noted goes", "store/file", "RemoveUnfinished", "!leftover().MatchString($_)", "false", tests{"store/file", "RemoveUnfinished", 0}},
		{"a file that somebody is making goes", "store/file", "RemoveUnfinished", "!ok", "!ok && false", tests{"store/file", "RemoveUnfinished", 0}},
		{"what is on a stick that is out counts as gone", "store/file", "RemoveUnfinished", "return problem(err, folder)", "return nil", keeping("HalfMade")},
		{"where no store stands nothing is removed", "store", "open", "fault.KindOf(err) == fault.NotFound", "false", keeping("HalfMade")},
		{"a folder for a while goes while it is used", "store/file", "sweepOne", "sole(dir)", "alone, true", tests{"store/file", "Scratch", 0}},
		{"folders for a while stay when their program was killed", "store/file", "Scratch", "SweepScratch(below)", "", tests{"store/file", "Scratch", 0}},
		{"names of the file are counted nowhere", "store", "(*Store).otherNames", "file.OtherNames(now)", "0*file.OtherNames(now)", keeping("OtherNames")},
		{"what a wiped file had for names is forgotten", "store", "(*Store).Compact", "left = s.otherNames()", "", keeping("OtherNames")},
		{"check keeps another name to itself", "ui/cli", "Check", "v.Names > 0", "false", by("ui/cli/files", "CheckAndStore")},
		{"a command keeps to itself what another name has", "ui/cli", "TellWiping", "names > 0", "false", by("ui/cli/desk", "AnotherName")},
		{"erasing asks without a word on another name", "ui/people", ".warn", "names == 0", "true", by("ui/people", "OtherNames")},
		{"the app keeps to itself what another name has", "ui/people", ".tookErased", "m.names > 0", "false", by("ui/people", "OtherNames")},
	}
}
