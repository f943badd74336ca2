package main

// conflictMutants break what is found of what people wrote apart from each other, and how it is settled.
func conflictMutants() []mutant {
	below := func(run string) tests { return by("model/conflict", run) }
	return []mutant{
		{"a field that is handed in as it shows settles a clash", "model", ".leaves", "return rec.Get(f.Field).Equal(f.Value)", "return len(rec.Live(f.Field)) < 2 && rec.Get(f.Field).Equal(f.Value)", below("WhatShows")},
		{"a form replaces what came after it was opened", "model", ".before", "own := over || d.seen == nil || $x", "own := true || $x", below("Form")},
		{"a form writes back what a colleague altered", "model", ".leaves", "d.seen != nil && d.seen.Get(f.Field).Equal(f.Value)", "false", below("Form")},
		{"settling what shows settles nothing", "model", ".set", "over := d.settles.is($*_)", "over := false", by("model", "Clash")},
		{"versions that were written apart hide each other", "model", "Saw", "return FieldSaw.Is(Bool(true))", "return FieldSaw.Is(Value{})", below("Fields")},
		{"a decision that was withdrawn still contradicts", "model", "dossierStakes", "it.Kind != ItemDecision || withdrawn[it.Stamp]", "it.Kind != ItemDecision", below("Decisions")},
		{"decisions that say the same contradict each other", "model", "Differ", "s.Says != rivals[0].Says", "len(rivals) > 1", below("DecisionsThatAgree")},
		{"a decision does not tell that it is contradicted", "model", "contested", "o.Met != all[i].Met", "false", below("Decisions")},
		{"who may not write settles", "model", "Settle.Do", "!c.Settle", "false", keeping(conforms)},
		{"conflicts are told to whoever asks", "model", "seenBy", "may, settle = may && see, settle && write", "settle = settle && write && (see || true)", keeping(conforms)},
		{"an undone choice says that who undid it wrote both", "model", "origin", "i < 0 || !restored(all[i])", "true", below("Fields")},
		{"minutes of one of two places are lost", "model", ".together", "len(versions[e.ID]) > 1", "false", below("Time")},
		{"a badge is given on decisions that contradict each other", "ui/report", ".Badges", "!x.Contested", "true", by("ui/report", "Contradict")},
		{"the frame keeps quiet about what was changed in two ways", "ui", ".clashesSaid", "a.rescued.clashes.n == 0", "true", by("ui/conflicts", "AKeySettles")},
		{"rivals of one thing are told with those of another", "store", "Rivals", "len(same) > 0 && !s.Same(same[0].Stake)", "false", keeping("TestStoreConforms")},
	}
}
