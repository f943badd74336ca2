package main

// wizardMutants break how a file is brought in, and the mappings that are kept of it.
func wizardMutants() []mutant {
	return []mutant{
		{"a mapping fits a file that lacks a column of it", "model/mapping", "Mapping.Fits", "!there[plain.FoldText(column)]", `column == "\x00"`, by("model/mapping", "Fits")},
		{"a mapping of students is taken for questions", "model/mapping", "Best", "m.What == what && n > most", "n > most", by("model/mapping", "Best")},
		{"a student keeps mappings", "model/mapping", "keepable", "d.Clearance().CheckRight(model.ToBringIn)", "error(nil)", keeping(conforms)},
		{"a mapping that knows a column is not heard", "model/transfer", "Survey.Recall", "taken[c.Field] = true", "_ = taken", by("model/transfer", "Recall")},
		{"two columns of one name are both read", "model/transfer", "Survey.Nameable", "!slices.ContainsFunc($*_)", "true", by("ui/files", "PutRight")},
		{"two columns for one field are tried", "ui/files/wizard", ".wrong", "len(in) > 1", "false", by("ui/files", "PutRight")},
		{"a file without a question is tried", "ui/files/wizard", ".wrong", "len(taken[field]) > 0", `field != ""`, by("ui/files", "PutRight")},
		{"what was put right is forgotten", "ui/files/wizard", ".turn", "return c.z.Host.Typed()", "return nil", by("ui/files", "PutRight")},
		{"a file is brought in before it was tried", "ui/files/wizard", ".try", "o.DryRun = true", "_ = o", by("ui/files", "BringingIn")},
		{"a try keeps a mapping", "ui/cli/files", ".kept", `by.save == "" || o.DryRun`, `by.save == ""`, by("ui/cli/files", "KeptMapping")},
		{"what --map says is guessed over", "ui/cli/files", "over", "maps.Copy(out, said)", "_ = said", by("ui/cli/files", "Guess")},
	}
}
