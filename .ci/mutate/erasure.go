package main

// erasureMutants break an erasure: what it takes, what it leaves to be done, and what is said of that.
func erasureMutants() []mutant {
	const finished = "AnErasureThatIsKilled|ErasureIsFinished|AnErasureOnAFullDisk"
	return []mutant{
		{"what is owed is not done at a start", "store", "(*Store).payDebts", "err = s.Compact(ctx)", "err = nil", tests{"store", finished, 0}},
		{"a start does not say what it wiped", "store", "(*Store).payDebts", "s.wiped = err == nil", "s.wiped = false", tests{"store", "AnErasureOnAFullDisk", 0}},
		{"an erasure does not write down what it leaves", "store", "(*tx).finish", "owe(t.b, Debt{Kind: OwesCompact})", "error(nil)", tests{"store", finished, 0}},
		{"check does not see what is owed", "store", "(*Store).Check", "owes(views[0], Debt{Kind: OwesCompact})", "false", tests{"store", "AnErasureOnAFullDisk", 0}},
		{"the app does not say what is owed", "ui", ".frame", "a.wiping.Owed", "false", by("ui", "IsOwed")},
		{"the app looks once for what is owed", "ui", ".take", "tea.Batch(a.tell(screen.Tick{Now: a.now}), a.clock(), a.lookWiping())", "tea.Batch(a.tell(screen.Tick{Now: a.now}), a.clock())", by("ui", "IsOwed")},
		{"a command says that all is wiped", "ui/cli", "wiped", "Wiped: !w.Owed", "Wiped: true", by("ui/cli/desk", "Erasing")},
		{"asked again, a command finds nobody", "ui/cli", "wipedSince", "w.Done", "false", by("ui/cli/desk", "Erasing")},
		{"who was erased can be erased again", "model", "EraseResident.Do", "rec.Erased", "false", by("ui/cli/desk", "Erasing")},
	}
}
