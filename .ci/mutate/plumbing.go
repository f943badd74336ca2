package main

// by says which tests should notice, by the folder under which they stand and the names they match.
func by(below, run string) tests { return tests{below, run, 0} }

// fieldMutants lose or mistake one field on its way between the model, a screen, a script and a file.
func fieldMutants() []mutant {
	return []mutant{
		// in the model
		{"an edit of the neighbourhood is ignored", "model", "EditRequest.Do", "put(&r.Neighbourhood, a.Neighbourhood)", "", by("model", "EveryField")},
		{"an edit of the asker goes to the age", "model", "EditRequest.Do", "put(&r.Asker, a.Asker)", "put(&r.AgeBand, a.Asker)", by("model", "EveryField")},
		{"a split loses the language", "model", "SplitRequest.Do", "Language: r.Language", "", by("model", "Split")},
		{"a split does not say what it came from", "model", "SplitRequest.Do", "Origin: r.ID", "", by("model", "Split")},
		{"the age is not written", "model", "(*Request).fields", "{RequestAgeBand, $_}", "", by("model", "EveryField")},
		{"the age is read from the asker", "model", "RequestOf", "rec.Get(RequestAgeBand)", "rec.Get(RequestAsker)", by("model", "EveryField")},
		{"two fields stand in one on disk", "model", "(*Request).fields", "{RequestLifeDomain, $x}", "{RequestTheme, $x}", by("model", "EveryField")},
		{"a row has no life domain", "model", "(*Request).Row", "LifeDomain: r.LifeDomain", "", by("model", "InTheRow")},
		{"a follow-up date is never due", "model", "Request.Due", "due = r.FollowUp", "", by("model", "InTheRow")},
		{"a resident's town is not read", "model", "ResidentOf", "City: $_", "", by("model", "EveryField")},
		{"a resident's neighbourhood is not written", "model", "Resident.fields", "{ResidentNeighbourhood, $_}", "", by("model", "EveryField")},
		{"settling writes no value", "model", "Settle.Do", "{a.Field, a.Value}", "{a.Field, Value{}}", by("model", "Clash")},
		{"merging forgets into what", "model", "MergeRequest.Do", "{mergeInto, $_}", "", by("model", "Merging")},

		// in forms
		{"the form loses the neighbourhood", "ui", "(*Intake).filled", "Neighbourhood: $_", "", by("ui", "Entry|TheIntake")},
		{"the form takes the life domain for the theme", "ui", "(*Intake).filled", `LifeDomain: f.Text("domain")`, `LifeDomain: f.Text("theme")`,
			by("ui", "EditForm")},
		{"an edit does not send the life domain", "ui", "changes", "set(&e.LifeDomain, $_, $_)", "", by("ui", "EditForm")},
		{"the form shows no age", "ui", "(*Intake).entries", "r.AgeBand", `""`, by("ui", "EditForm")},
		{"the line forgets how it came in", "ui", "(*line).request", "Channel: $_", "", by("ui", "TheLineFills")},
		{"a resident's form loses the town", "ui", "(*page).submit", `f.Text("city")`, "r.City", by("ui", "ResidentsForm")},
		{"a resident's form forgets who was told", "ui", "(*page).submit", `f.Text("told") == "yes"`, "r.Told", by("ui", "ResidentsForm")},
		{"a draft loses what was chosen", "ui/dialog", "refill", "e.Picked = known", "", by("ui/queue", "Draft|TheIntake")},

		// faults and hints
		{"a fault stands where the focus is", "ui/dialog", "(*Sheet).Refused", "entry.Input.Mark(part); at = entry.ID", "entry.Input.Mark(part)", by("ui", "AFaultStands")},
		{"a date that cannot be read is blamed on the question", "ui", "(*Intake).filled", `f.Blame("follow", $x)`, `f.Blame("summary", $x)`,
			by("ui", "AFaultStands")},
		{"the hint of the resident stands at the phone", "ui/queue/resident", "Contact", `w.Say("form.phone.hint")`, `w.Say("form.who.hint")`, by("ui", "EachHint")},
		{"somebody who is not known is blamed on the reason to keep", "ui", "(*naming).resolve", `dialog.FieldError{Field: "who", Text: w.Say("form.who.none")}`,
			`dialog.FieldError{Field: "keep", Text: w.Say("form.who.none")}`, by("ui", "AFaultStands")},

		// history and clashes
		{"history tells no value", "ui", "(*Detail).setEvent", `d.FieldName(fv.Field)+": "+$_`, `d.FieldName(fv.Field)+": "`, by("ui", "HistoryNames")},
		{"history has no word for the asker", "ui", "(*Detail).FieldName", `model.RequestAsker: $_`, "", by("ui", "HistoryNames")},
		{"two fields cannot be settled to what they show", "ui/queue/detail", "Shown", "case model.RequestAsker: $_\ncase model.RequestAgeBand: $_", "",
			by("ui", "Settled")},
		{"settling offers the other value under the shown one", "ui", "(*Work).Settle", "model.Settle{ID: r.ID, Field: s.Field, Value: s.Value}",
			"model.Settle{ID: r.ID, Field: s.Field, Value: detail.Shown(&r, s.Field)}", by("ui", "Settled")},

		// scripts
		{"JSON loses the asker", "ui/cli", "requestAll", "Asker: q.Asker", "", by("ui/cli", "ScriptsGet")},
		{"JSON loses the date to look back on", "ui/cli", "requestAll", "FollowUp: $_", "", by("ui/cli", "ScriptsGet")},
		{"the JSON of a list loses the language", "ui/cli", "rowJSON", "Language: r.Language", "", by("ui/cli", "ScriptsGet")},
		{"JSON loses a resident's neighbourhood", "ui/cli", "residentOut", "Neighbourhood: p.Neighbourhood", "", by("ui/cli", "ScriptsGet")},
		{"a flag fills another field", "ui/cli", "requestAdd", `f.StringVar(&q.Neighbourhood, $n, $d, $w)`, `f.StringVar(&q.Language, $n, $d, $w)`,
			by("ui/cli", "EveryFlag")},
		{"a flag of a resident fills another field", "ui/cli", "residentAdd", `f.StringVar(&p.Email, $n, $d, $w)`, `f.StringVar(&p.Phone, $n, $d, $w)`,
			by("ui/cli", "ScriptsGet")},

		// files
		{"a table loses the theme", "store", "csvExport", "clean(r.Theme)", `""`, by("store/exchange", "EveryField")},
		{"a table has two columns under each other's name", "store", "csvHeader", `"channel", "theme"`, `"theme", "channel"`, by("store/exchange", "EveryField")},
		{"the export for programs loses the outcome", "store", "jsonExport", "Outcome: r.Outcome", "", by("store/exchange", "EveryField")},
		{"what is published loses how it came in", "store", "bulkExport", "r.Channel", `""`, by("store/exchange", "Published")},
		{"what is published holds the question", "store", "bulkExport", "clean(r.Theme)", "clean(r.Summary)", by("store/exchange", "Published")},
		{"an import loses the details", "store", "(*tableSource).fill", "s.cell(row, details)", `""`, by("store/exchange", "EveryColumn")},
		{"an import loses the language", "store", "(*tableSource).fill", "r.Language = $_", "", by("store/exchange", "EveryField")},
		{"an import takes hours for minutes", "store", "(*tableSource).time", "tabular.Hours(text)", "tabular.Minutes(text)", by("store/exchange", "EveryColumn")},
	}
}

// screenMutants break what stands between a key and a screen: drafts, actions, what undo says, counts and rows.
func screenMutants() []mutant {
	return []mutant{
		{"what was typed while a draft was written stays unwritten", "ui/dialog", "(*Host).tookWrote", "w.no != s.no", "false", by("ui/dialog", "OlderDraft")},
		{"an older draft wins over what was typed since", "ui/dialog", "(*Host).tookRecalled", "h.slots[d.Key] == nil", "true", by("ui/dialog", "DraftsAreListed")},
		{"what is typed while a draft is written is lost by leaving", "ui/dialog", "(*Host).finish", "before.no == s.no", "true", by("ui/dialog", "KeptBeforeLeaving")},
		{"an older draft wins in the host of dialogs", "ui/dialog", "(*Host).alter", "if s.under != nil { $*_ }", "", by("ui/dialog", "OlderDraft")},
		{"a draft stays after it was sent", "ui/dialog", "(*Host).begin", "view.DropDraft(ctx, key)",
			"func() error { _, _, _ = view, ctx, key; return nil }()", by("ui/queue", "Draft")},
		{"a draft of a form loses what was typed", "ui/dialog", "refill", "e.Input.Set(answer)", "", by("ui/dialog", "Draft|Refill")},
		{"undo does not say the number", "model", ".back", "last.number, r.steps", `"", r.steps`, by("ui", "UndoAndRedo")},
		{"a key does what another does", "ui/queue", "actions", "on((*work.Work).Park)", "on((*work.Work).Close)", by("ui/queue", "Park")},
		{"parking again does not bring back", "ui", "(*Work).Park", "row.Status == model.StatusParked", "false", by("ui/queue", "Park")},
		{"a request taken up again is not given back", "ui", "(*Work).Claim", "w.Mine(row.Holder) && $_", "false", by("ui/queue", "GivesBack")},
		{"an undo is a redo", "ui", "(*Host).TakeBack", "v.Undo(ctx)", "v.Redo(ctx)", by("ui/queue", "Undo")},
	}
}
