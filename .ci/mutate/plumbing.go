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
		{"the form loses the neighbourhood", "ui", "(*Queue).filled", "Neighbourhood: $_", "", by("ui", "Entry|TheIntake")},
		{"the form takes the life domain for the theme", "ui", "(*Queue).filled", `LifeDomain: f.Text("domain")`, `LifeDomain: f.Text("theme")`,
			by("ui", "EditForm")},
		{"an edit does not send the life domain", "ui", "changes", "set(&e.LifeDomain, $_, $_)", "", by("ui", "EditForm")},
		{"the form shows no age", "ui", "(*Queue).requestForm", "r.AgeBand", `""`, by("ui", "EditForm")},
		{"the line forgets how it came in", "ui", "(*intake).request", "Channel: $_", "", by("ui", "TheLineFills")},
		{"a resident's form loses the town", "ui", "(*residentPage).alter", `f.Text("city")`, "r.City", by("ui", "ResidentsForm")},
		{"a resident's form forgets who was told", "ui", "(*residentPage).alter", `f.Text("told") == "yes"`, "r.Told", by("ui", "ResidentsForm")},
		{"a draft loses what was chosen", "ui/queue", "refill", "e.Picked = []string{value}", "", by("ui/queue", "Draft|TheIntake")},

		// faults and hints
		{"a fault stands where the focus is", "ui", "blame", "at = entry.ID", "_ = entry", by("ui", "AFaultStands")},
		{"a date that cannot be read is blamed on the question", "ui", "(*Queue).filled", `f.Blame("follow", $x)`, `f.Blame("summary", $x)`,
			by("ui", "AFaultStands")},
		{"the hint of the resident stands at the phone", "ui", "(*Queue).contactEntries", `w.Say("form.phone.hint")`, `w.Say("form.who.hint")`, by("ui", "EachHint")},
		{"somebody who is not known is blamed on the reason to keep", "ui", "(*arrival).settle", `fault{"who", w.Say("form.who.none")}`,
			`fault{"keep", w.Say("form.who.none")}`, by("ui", "AFaultStands")},

		// history and clashes
		{"history tells no value", "ui", "(*Queue).setEvent", `q.fieldWord(fv.Field)+": "+$_`, `q.fieldWord(fv.Field)+": "`, by("ui", "HistoryNames")},
		{"history has no word for the asker", "ui", "(*Queue).fieldWord", `model.RequestAsker: $_`, "", by("ui", "HistoryNames")},
		{"two fields cannot be settled to what they show", "ui", "shownValue", "case model.RequestAsker: $_\ncase model.RequestAgeBand: $_", "",
			by("ui", "Settled")},
		{"settling offers the other value under the shown one", "ui", "startSettle", "model.Settle{ID: r.ID, Field: s.Field, Value: s.Value}",
			"model.Settle{ID: r.ID, Field: s.Field, Value: shownValue(&r, s.Field)}", by("ui", "Settled")},

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
		{"an older draft wins on the desk", "ui/queue", "(*drawer).turn", "no < d.done[key]", "false", by("ui/queue", "OlderDraft")},
		{"an older draft wins among people", "ui/people", "(*drawer).write", "no < d.done[key]", "false", by("ui/people", "OlderDraft")},
		{"an older draft wins in the host of dialogs", "ui/dialog", "(*drawer).later", "no < d.done[key]", "false", by("ui/settings", "OlderDraft")},
		{"a draft stays after it was sent", "ui/dialog", "(*Host).dropDraft", "view.DropDraft(ctx, full)",
			"func() error { _, _, _ = view, ctx, full; return nil }()", by("ui/settings", "Draft")},
		{"a draft of a form loses what was typed", "ui/dialog", "refill", "e.Input.Set(values[1])", "", by("ui/dialog", "Draft|Refill")},
		{"undo does not say the number", "model", ".back", "last.number, r.steps", `"", r.steps`, by("ui", "UndoAndRedo")},
		{"a key does what another does", "ui", "(*Queue).key", "q.park(row)", "q.startClose(row)", by("ui/queue", "Park")},
		{"parking again does not bring back", "ui", "(*Queue).park", "row.Status == model.StatusParked", "false", by("ui/queue", "Park")},
		{"a request taken up again is not given back", "ui", "(*Queue).claim", "q.mine(row.Holder) && $_", "false", by("ui/queue", "GivesBack")},
		{"an undo is a redo", "ui", "(*Queue).undo", "v.Undo(ctx)", "v.Redo(ctx)", by("ui/queue", "Undo")},
	}
}
