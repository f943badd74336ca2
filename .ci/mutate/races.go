package main

// raceMutants lose what exists to an output or to another process.
func raceMutants() []mutant {
	return []mutant{
		{"who waited writes to a file without a name", "store", "opening.open", "err == nil && named(path, id)", "err == nil", keeping("WhoWaited")},
		{"a file that is gone is made anew by who waited for it", "store", "opening.try", "flag&^os.O_CREATE", "flag", keeping("WhoWaited")},
		{"a command does not wait for another", "store", "(*patience).left", "o.Passing", "false", keeping("HowLong")},
		{"the wait does not begin anew with another holder", "store", "(*patience).left", "o != p.holder", "false", keeping("HowLong")},
		{"a command waits for the app", "store/file", "Holder", "lines[3] == passing", "true", tests{"store", "HowLong|Hold", 0}},
	}
}
