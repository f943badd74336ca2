package main

// by says which tests should notice, by the folder under which they stand and the names they match.
func by(below, run string) tests { return tests{below, run, 0} }

// fieldMutants lose or mistake one field on its way between the model, a screen, a script and a file.
func fieldMutants() []mutant {
	return []mutant{
		// in the model
		{"an edit of the neighbourhood is ignored", "model", "requestFields",
			"{Field: model.TextField(RequestNeighbourhood, $n, $f), Edited: true, Split: true}",
			"{Field: model.TextField(RequestNeighbourhood, $n, $f), Split: true}", by("model", "EveryField")},
		{"an edit of the asker goes to the age", "model", "requestFields", "&r.Asker", "&r.AgeBand", by("model", "EveryField")},
		{"a form alters what a colleague altered", "model", "Table.Over", "!v.Equal($_)", "true", by("model", "AColleague")},
		{"a split loses the language", "model", "requestFields", "{Field: model.LanguageField(RequestLanguage, $n, $f), Edited: true, Split: true, Listed: $l}",
			"{Field: model.LanguageField(RequestLanguage, $n, $f), Edited: true, Listed: $l}", by("model", "Split")},
		{"a split does not say what it came from", "model", "SplitRequest.Do", "Origin: r.ID", "", by("model", "Split")},
		{"the age is not written", "model", "requestFields", "RequestAgeBand", "journal.Field(0)", by("model", "EveryField")},
		{"the age is read from the asker", "model", "requestFields", "&r.AgeBand", "&r.Asker", by("model", "EveryField")},
		{"two fields stand in one on disk", "model", "requestFields", "RequestLifeDomain", "RequestTheme", by("model", "EveryField")},
		{"a row has no life domain", "model", "requestFields",
			"{Field: model.CodeField(RequestLifeDomain, $*a).OrAsWritten(), Edited: true, Listed: $l}",
			"{Field: model.CodeField(RequestLifeDomain, $*a).OrAsWritten(), Edited: true}", by("model", "InTheRow")},
		{"a follow-up date is never due", "model", "Request.Due", "due = r.FollowUp", "", by("model", "InTheRow")},
		{"a resident's town is not read", "model", "residentTable", "&r.City", "&r.Street", by("model", "EveryField")},
		{"a resident's neighbourhood is not written", "model", "residentTable", "ResidentNeighbourhood", "journal.Field(0)", by("model", "EveryField")},
		{"settling writes no value", "model", "Settle.Do", "a.Field.Is(a.Value)", "a.Field.Is(journal.Value{})", by("model", "Clash")},
		{"what is closed again loses its tags", "model", "Closing.Again", "Tags: c.Tags", "", by("model", "OfAClosing")},
		{"a closing is kept without what it tells", "model", "CloseRequest.how", "Outcome: a.Outcome, Tags: a.Tags", "Outcome: a.Outcome", by("model", "OfAClosing")},
		{"the form of a closing asks nothing", "ui/desk", ".closing", "f.Read(w.Env, form, $x, &how)", "f.Read(w.Env, form, $x, $x)", by("ui/desk", "OfAClosing")},
		{"merging forgets into what", "model", "MergeRequest.Do", "mergeInto.Is($_)", "", by("model", "Merging")},

		// in forms
		{"the form loses the neighbourhood", "ui", ".filled", "q.On == desk.RequestResident",
			"q.On == desk.RequestResident || q.On == desk.RequestNeighbourhood", by("ui", "Entry|TheIntake")},
		{"the form takes the life domain for the theme", "ui/desk", "questions", `ID: "domain"`, `ID: "theme"`, by("ui", "EditForm")},
		{"an edit sends nothing", "model", "Altered", "editable().Over($*_)", "", by("ui", "EditForm")},
		{"the form shows no age", "ui/dialog", "FormField.Entry", "v.Text()", `""`, by("ui", "EditForm")},
		{"the line forgets how it came in", "ui", "line.request", "Channel: $_", "", by("ui", "TheLineFills")},
		{"a resident's form asks for the town and reads the street", "ui/dialog", "FormFields", "out = append(out, FormField[E]{*f, way})",
			`out = append(out, FormField[E]{*f, way}); if way.Name == "city" { out[len(out)-1].ID = "street" }`, by("ui/desk", "ResidentsForm")},
		{"a resident's form forgets who was told", "ui/dialog", "FormField.Read", "journal.Bool(typed == yes)", "q.Get(was)", by("ui/desk", "ResidentsForm")},
		{"among people, why a resident's data are kept is asked as a text", "ui/people", ".residentForm", "q.On == desk.ResidentKeep", "false", by("ui/people", "AResidentsForm")},
		{"among people, a language that nobody knows stays", "ui/people", "questions", `Fault: "people.language.fault"`, `Fault: ""`, by("ui/people", "OfAResident")},
		{"a draft loses what was chosen", "ui/dialog", "refill", "e.Picked = known", "_ = known", by("ui/desk", "Draft|TheIntake")},
		{"what was half typed in an entry that had another name is lost", "ui/dialog", "refill", "!ok && e.Former != $s", "false", by("ui/learning/frameworks", "EarlierProgram")},

		// faults and hints
		{"a fault stands where the focus is", "ui", "Sheet.Refused", "markAbout(&entry.Input, h.placeOf(entry.ID), err)", "false", by("ui/desk", "AFaultStands")},
		{"a field that the model names is not looked for", "ui", "Sheet.Refused", "entry.ID == fieldOf(err)", "false", by("ui/desk", "AFaultStands")},
		{"a fault of a form stands where the focus is", "ui", "Sheet.Refused", "d.Form.Blame(field.Field, $t)", "d.Form.Blame(d.Form.Focused(), $t)",
			by("ui", "AFaultOfAField|AFaultStands")},
		{"a date that cannot be read is blamed on the question", "ui/dialog", "FormField.unread", "FieldError{Field: q.ID, $*t}",
			`FieldError{Field: "summary", $*t}`, by("ui/desk", "AFaultStands")},
		{"the hint of the resident stands at the phone", "ui", "Contact", `w.Say("form.phone.hint")`, `w.Say("form.who.hint")`, by("ui/desk", "EachHint")},
		{"the hint of a date stands nowhere", "ui/desk", "questions", `Hint: "task.due.hint"`, `Hint: ""`, by("ui/desk", "EachHint")},
		{"somebody who is not known is blamed on the reason to keep", "ui/desk", ".resolve", `dialog.FieldError{Field: "who", Text: w.Say("form.who.none")}`,
			`dialog.FieldError{Field: "keep", Text: w.Say("form.who.none")}`, by("ui/desk", "AFaultStands")},

		// history and clashes
		{"history tells no value", "ui", ".setEvent", `$word+": "+d.FieldValue($*_)`, `$word`, by("ui", "HistoryNames")},
		{"history has no word for a field", "ui", ".FieldName", `"field." + row.Name`, `"field.other"`, by("ui", "HistoryNames")},
		{"no field can be settled to what it shows", "ui", "Shown", "row.Get($_)", "journal.Value{}", by("ui", "Settled")},
		{"settling offers the other value under the shown one", "ui", ".Settle", "desk.Settle{ID: r.ID, Field: s.Field, Value: s.Value}",
			"desk.Settle{ID: r.ID, Field: s.Field, Value: detail.Shown(&r, s.Field)}", by("ui", "Settled")},

		// scripts
		{"JSON loses what no list holds", "ui/cli", "fullJSON", "out = append(out, output.FieldMember(f.Field, q, loc))", "", by("ui/cli", "ScriptsGet")},
		{"JSON loses the date to look back on", "ui/cli", "FieldMember", "MomentOrNull($*_)", "nil", by("ui/cli", "ScriptsGet")},
		{"the JSON of a list loses what was asked", "ui/cli", "rowJSON", "asked = append(asked, m)", "", by("ui/cli", "ScriptsGet")},
		{"the JSON of a list loses the language", "model", "requestFields", "func(r *RequestRow) *string { return &r.Language }",
			"func(r *RequestRow) *string { return &r.Theme }", by("ui/cli", "ScriptsGet")},
		{"JSON loses a resident's fields", "ui/cli", "residentJSON", "output.FieldMember(f, &p, nil)", "output.FieldMember(f, &desk.Resident{}, nil)", by("ui/cli", "ScriptsGet")},
		{"a flag fills another field", "ui/cli", "flagsFor", "typed[f.Name] = $f", `typed[f.Name] = $f; typed["language"] = typed["neighbourhood"]`,
			by("ui/cli", "EveryFlag")},
		{"a flag of a resident fills another field", "ui/cli", "FieldFlags", "journal.Text(*text)", `journal.Text(flags.Lookup("phone").Value.String() + (*text)[:0])`,
			by("ui/cli", "ScriptsGet")},

		// files
		{"a row on disk loses what came later", "store", "DecodeRow", "f.Put(&row, journal.Text(r.Text()))", "f.Put(&row, journal.Text(r.Text()[:0]))",
			by("store", "ARowOnDisk")},
		{"a table loses what lists hold", "store", "csvColumns", "plain.Harmless(f.Get(r))", `""`, by("store/exchange", "EveryField")},
		{"a table has two columns under each other's name", "store", "csvColumns", "{createdAt, $x}, {closedAt, $y}", "{closedAt, $x}, {createdAt, $y}",
			by("store/exchange", "EveryField")},
		{"the export for programs loses the outcome", "store", "exported", "ended = append(ended, m)", "", by("store/exchange", "EveryField")},
		{"what is published loses how it came in", "store", "bulkExport", "r.Channel", `""`, by("store/exchange", "Published")},
		{"what is published holds the question", "store", "bulkExport", "plain.Harmless(r.Theme)", "plain.Harmless(r.Summary)", by("store/exchange", "Published")},
		{"an import loses the details", "store", "(*tableSource).fill", "s.cell(row, details)", `""`, by("store/exchange", "EveryColumn")},
		{"an import loses the language", "store", "read", "c.language(text)", `""`, by("store/exchange", "EveryField")},
		{"an import loses how a request ended", "store", "(*tableSource).ending", "c.field.Put(&e.how, $_)", "_ = c", by("store/exchange", "EveryColumn")},
		{"an import keeps where an answer was found that is on no list", "store", "read", "!known && !f.Loose", "!known && false", by("store/exchange", "OnNoList")},
		{"an import takes hours for minutes", "store", "(*tableSource).time", "field == hours", "field == minutes", by("store/exchange", "EveryColumn")},
	}
}

// screenMutants break what stands between a key and a screen: drafts, actions, what undo says, counts and rows.
func screenMutants() []mutant {
	const beside = "if s.writing != nil { return nil }" // a write waits for the one before it
	return []mutant{
		// drafts
		{"an older draft wins on the desk", "ui/dialog", ".alter", beside, "", by("ui/desk", "OlderDraft")},
		{"an older draft wins among people", "ui/dialog", ".alter", beside, "", by("ui/people", "OlderDraft")},
		{"an older draft wins among the settings", "ui/dialog", ".alter", beside, "", by("ui/settings", "OlderDraft")},
		{"an older draft wins in the host of dialogs", "ui/dialog", ".alter", beside, "", by("ui/dialog", "NoOlderDraft")},
		{"what was typed while a draft was written is not written", "ui/dialog", ".tookWrote", "w.number != s.number", "false", by("ui/dialog", "NoOlderDraft")},
		{"a draft stays after all of it was taken away", "ui/dialog", ".begin", "session.DropDraft(ctx, key)", "ctx.Err()", by("ui/dialog", "NoOlderDraft")},
		{"what was saved stands half typed until another write", "model", ".forget", "tx.ForgetDraft($*a)", "func() error { _ = draft; return nil }()", by("ui/dialog", "WhatWasSent")},
		{"a draft is written after it was sent", "ui/dialog", ".sends", "s.writing.stop()", "", by("ui/dialog", "WhatWasSent")},
		{"what was refused is not half typed any more", "ui/dialog", ".tookRefused", "h.Keep()", "nil", by("ui/dialog", "WhatWasSent")},
		{"a draft of a form loses what was typed", "ui/dialog", "refill", "e.Input.Set(answer)", "", by("ui/dialog", "Draft|Refill")},
		{"a draft loses a line break", "ui/dialog", "pack", `strings.ReplaceAll($x, "\n", "\r")`, `strings.ReplaceAll($x, "\n", " ")`, by("ui/dialog", "Draft")},
		{"an older draft wins over what was typed since", "ui/dialog", ".tookRecalled", "h.draftStates[d.Key] == nil", "true", by("ui/dialog", "DraftsAreListed")},
		{"what is typed while a draft is written is lost by leaving", "ui/dialog", ".finish", "before.number == s.number", "true", by("ui/dialog", "KeptBeforeLeaving")},
		{"a draft is said to be kept before it is", "ui/dialog", "(*Host).Shut", "if s.announce = !s.saved; s.saved { $*b }", "{ $*b }", by("ui", "TestKept")},
		{"a draft is not about what an erasure reaches", "ui/dialog", ".begin", "About: s.draft.About", "", by("ui/desk", "DraftIsAbout")},

		// actions
		{"an action is done where it cannot be", "ui/screen", "Action.able", "a.When(s)", "true", by("ui/screen", "Action|KeyLine")},
		{"the key line shows what cannot be done", "ui/screen", "Actions.Now", "able || !known", "able || !known || true", by("ui/screen", "KeyLine")},
		{"why an action cannot be done is not said", "ui/screen", "Actions.Press", `if why == "" { return nil, false }`, "if true { return nil, false }", by("ui/screen", "Action")},
		{"a key does what another does", "ui/desk", "actions", "on((*work.Work).Promise)", "on((*work.Work).Close)", by("ui/desk", "APromiseIsKept")},
		{"a closed request can be taken up", "ui/desk", ".onOpen", "row.Status != desk.StatusClosed", `row.Status != ""`, by("ui/desk", "TestViews")},
		{"settling is offered where nothing clashes", "ui/desk", ".onContested", "row.Contested", "(row.Contested || true)", by("ui/desk", "TestViews")},
		{"a request that was never merged can be parted", "ui/desk", ".onMerged", "row.Outcome == desk.OutcomeMerged", "true", by("ui/desk", "TestViews")},
		{"the key line leaves out what is done most", "ui/desk", ".keyLine", "key.Claim, key.Release", "key.Release", by("ui/desk", "TestTheBar")},
		{"parking again does not bring back", "ui/desk", ".Park", "row.Status == desk.StatusParked", "false", by("ui/desk", "Park")},
		{"a request taken up again is not given back", "ui/desk", ".Claim", "w.Mine(row.Holder) && $_", "false", by("ui/desk", "GivesBack")},
		{"taking over asks nothing", "ui/desk", ".Claim", "w.takeOver(row, wording.Joined(row.HolderNames))", "w.inPlace(row, desk.ClaimRequest{ID: row.ID, Over: true})",
			by("ui/desk", "TakingOver")},
		{"a half typed note comes back as something said", "ui/desk", ".Resume", "w.Memo(row)", "w.Contact(row)", by("ui/desk", "Draft")},
		{"everybody may publish pairs", "ui/pairs", ".canPublish", "p.leads() && $x", "$x", by("ui/pairs", "Member|Action")},
		{"everybody may say something of every pair", "ui/pairs", ".onOwnPair", "(p.leads() || r.pair.Has(p.Env.User.ID))", "true", by("ui/pairs", "OfAnotherPair")},
		{"everybody may end a pair", "ui/pairs", ".onLedPair", "p.leads() && $x", "$x", by("ui/pairs", "OfAnotherPair")},
		{"a part of a list that is in use is altered", "ui/learning/frameworks", ".canAlter", `p.whyNotAlter() == ""`, "true", by("ui/learning/frameworks", "")},

		// undo
		{"undo does not say the number", "model", ".back", "back := last.receipt", `back := last.receipt; back.Number = ""`, by("ui/desk", "UndoAndRedo")},
		{"an undo is a redo", "ui/dialog", "(*Host).TakeBack", "session.Undo(ctx)", "session.Redo(ctx)", by("ui/desk", "UndoAndRedo")},
		{"an undo does not say of what", "ui/dialog", "(*Host).say", "w.Say(a.receipt.Name)", `""`, by("ui/desk", "UndoAndRedo")},

		// counts, rows and lists
		{"the head counts who waits as parked", "ui/desk", ".summary", `w.Say($id, "n", c.Parked)`, `w.Say($id, "n", c.Waiting)`, by("ui/desk", "TestViews")},
		{"a filter lets every theme through", "model", "Filter.Match", "same(f.Theme, r.Theme)", "true", by("ui/desk", "Filter")},
		{"a filter lets every status through", "model", "Filter.Match", "same(string(f.Status), string(r.Status))", "true", by("model", "PartOfAFilter")},
		{"a request is not found by its number", "model", "(*RequestRow).SearchText", `r.Number + " "`, `""`, by("model", "SearchingLooks")},
		{"a note is not searched", "model/desk", "(*Request).FurtherText", "add(r.Memos[i].Text)", "add(r.Memos[i].Text[:0])", by("store", "MemoryConforms/however")},
		{"words that are nearly those are never looked for", "model/desk", "findNear", "q.Nearly = true", "q.Nearly = false", by("store", "MemoryConforms/however")},
		{"a UUID differs by case", "model/plain", "ID", "uuid(text)", "false", by("model/plain", "IDsAreCompared")},
		{"+31 is another number than 0", "model/plain", "bare", `strings.CutPrefix(normal, "+31")`, `strings.CutPrefix(normal, "+99")`, by("model/plain", "AnyWayOfWriting")},
		{"an open task that is done still counts", "model", "(*Task).Open", "t.Done == nil", "true", by("model", "OnlyWhatIsOpen")},

		// the overview
		{"the overview does not follow what colleagues do", "ui/overview", "concerns", "c.Has(desk.KindRequest)", "false", by("ui/overview", "ItLives")},
		{"what changes while figures are read is not read", "ui/overview", ".read", "o.again = true", "", by("ui/overview", "OneReading")},
		{"the figures of yesterday stay", "ui/overview", ".freshen", "o.running() || o.data.Figures != nil && $_", "false", by("ui/overview", "ADayEnds")},
		{"the day is that of Greenwich", "ui/screen", "Env.Midnight", "e.zone()", "time.UTC", by("ui/screen", "ADayIsOf")},
		{"today is the day in Greenwich", "ui/screen", "Env.Today", "e.zone()", "time.UTC", by("ui/screen", "ADayIsOf")},
		{"the overview counts who is parked as waiting", "ui/overview", ".nowBlock", "itoa(c.Waiting)", "itoa(c.Parked)", by("ui/overview", "WhatTheFiguresSay")},
		{"the desk shows its first list whichever is asked for", "ui/desk", ".showNamed", "q.showList(at)", "q.showList(0)", by("ui/overview", "ToTheDesk")},
		{"a document is written in another form than was chosen", "ui/dialog", ".WriteFile", "format.Write(ctx, dst)", "Format{Write: what.Formats[0].Write, ID: format.ID}.Write(ctx, dst)",
			by("ui/overview", "Writing")},

		// promises in a calendar
		{"what is on others is mine", "model", "ReadPromises", "mine && !slices.Contains(p.On, me)", "!slices.Contains(p.On, me) && false", keeping("Conforms/what_is_promised")},
		{"what is done is still promised", "model", "(*Request).Promises", "t.Open()", "!t.Erased", keeping("Conforms/what_is_promised")},
		{"a promise without a time is forgotten", "model", "withPromises", "row.Due.IsZero() && row.OpenEnds > 0", "false", keeping("Conforms/what_is_promised")},
		{"a promise names nobody", "ui/report", ".Promises", "len(who) > 0", "false", by("ui/report", "Promises")},
		{"a calendar's times are those of Greenwich", "store", "told", "return local", "return at.UTC()", by("store/exchange", "Calendar|Moment")},
		{"a calendar does not know when clocks are set", "store", "timezone", "until.IsZero() || until.After(last)", "true", by("store/exchange", "Calendar|Moment")},
		{"a reminder comes when it is too late", "store", "reminder", `"-PT%dM"`, `"PT%dM"`, by("store/exchange", "Calendar")},
		{"a file made later is another one", "store/exchange/calendar", "Write", "changed := e.Changed", "changed := c.Made", by("store/exchange/calendar", "Write")},
		{"the app writes everybody's promises", "ui/files", ".startPromises", `form.Text("whose") == "mine"`, "false", by("ui/files", "Promises")},
		{"the command writes everybody's promises", "ui/cli", "ExportPromises", "desk.ReadPromises(ctx, session, mine)", "desk.ReadPromises(ctx, session, false)", by("ui/cli/desk", "Promises")},

		// students
		{"a student's form loses the address", "ui/people", ".readPerson", "return q.Read($*a)", "if q.On == model.PersonEmail { return nil }; return q.Read($*a)", by("ui/people", "StudentsForm")},
		{"a student's form loses the cohort", "ui/people", ".personQuestions", `dialog.Way{Name: "cohort"}`, `dialog.Way{Name: "cohort", ID: "crebo"}`, by("ui/people", "StudentsForm")},
		{"an edit of a student is not sent", "ui/people", "personOver", "model.PersonTable().Over($*_)", "", by("ui/people", "StudentsForm")},
		{"the norm hours are read as the year", "model", "studyFields", "&p.Study.NormHours", "&p.Study.Year", by("model", "OfAStudent")},
		{"the form shows what is open as strong", "ui/people", ".personEntry", "e := q.Entry($*a)",
			"if q.On == model.PersonStrong { of.Study.Strong = of.Study.Open }; e := q.Entry($*a)", by("ui/people", "StudentsForm")},
		{"a student's form says nothing of travel", "ui/people", ".readPerson", "q.Put($*_)", "", by("ui/people", "StudentsForm")},
		{"a student's form shows no day parts", "ui/people", ".personEntry", "w.DayParts($_)", `""`, by("ui/people", "StudentsForm")},
		{"students say themselves how long they are here", "ui/people", ".personQuestions", "!student || own", "!student", by("ui/people", "PlaceThemselves")},
		{"a student's day parts are not read from a file", "store", ".study", `r.list(cells, "dayparts")`, "[]string(nil)", by("store/exchange", "OfAStudent")},
		{"a file's wishes become strong points", "store", ".study", `r.list(cells, "wishes")`, `r.list(cells, "strong")`, by("store/exchange", "OfAStudent")},
		{"a number that cannot be read is blamed on the name", "ui/dialog", "FormField.unread", "FieldError{Field: q.ID, Text: $x}",
			`FieldError{Field: "name", Text: $x}`, by("ui/people", "AFaultStands")},
		{"the JSON of a student loses the cohort", "ui/cli", "studentFields", "f.On == model.PersonWaiting", "f.On == model.PersonWaiting || f.On == model.PersonCohort", by("ui/cli/people", "ScriptsGet")},
		{"the JSON of a student does not name the groups", "ui/cli", "studentJSON", "groups[id]", `""`, by("ui/cli/people", "ScriptsGet")},
		{"a flag of a student that holds a list is lost", "ui/cli", "FieldFlags", "journal.Texts(*texts)", "journal.Texts((*texts)[:0])", by("ui/cli/people", "EveryFlag")},
		{"a flag of a student that holds a day is lost", "ui/cli", "FieldFlags", "journal.DayNumber(day)", "journal.DayNumber(day)+1", by("ui/cli/people", "EveryFlag")},
		{"an edit of a student by a command alters what no flag gave", "ui/cli", "over", "given(flagOf(row.Name))", "true", by("ui/cli/people", "EveryFlag")},
		{"a student's number is not kept", "model", "personTable", "PersonNumber", "journal.Field(0)", by("model", "OfAStudent")},
	}
}
