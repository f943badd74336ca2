package main

// saidDeskMutants are the faults that keep what the desk, a day and their dialogs show from somebody who only hears it.
func saidDeskMutants() []mutant {
	return []mutant{
		{"that a row is marked is not heard", "ui/desk", "(*Queue).saidRow", `add(marked, $_)`, `add(marked, "")`, by("ui/desk", "ARowSays")},
		{"that a row waits too long is not heard", "ui/desk", "(*Queue).saidRow", "q.wording.Age($_)", `""`, by("ui/desk", "ARowSays")},
		{"since when a row is late is not heard", "ui/desk", "(*Queue).saidRow", "late(r.Due, q.wording.Now)", "false", by("ui/desk", "ARowSays")},
		{"who else types about a row is not heard", "ui/desk", "(*Queue).saidRow", "append(parts, types, reads)", "append(parts, reads, types[:0])", by("ui/desk", "ARowSays")},
		{"that a row is offered is not heard", "ui/desk", "(*Queue).saidRow", "q.offers.ForMe(r.ID, r.Status)", "false", by("ui/desk", "AnOfferIsSaid")},
		{"what belongs to the row is not heard, and what belongs to another one is", "ui/desk", "(*Queue).Said", "ok && q.detail.Shows(id)", "ok && q.detail.Shown() != nil", by("ui/desk", "TheListIsSaid")},
		{"where one is among rows that do not show is not heard", "ui/desk", "(*Queue).saidRows", "i < to && i < len(q.rows)", "i < max(to, len(q.rows))", by("ui/desk", "RowsKeep")},
		{"the place of a row far down is not heard", "ui/widget", ".placeOf", "l.first + i", "i", by("ui/desk", "RowsKeep")},
		{"which of the lists shows is not heard", "ui/desk", "(*Queue).saidViews", "v.shows", "false", by("ui/desk", "DialogsSay")},
		{"that a name is not certain is not heard", "ui/desk/intake", "(*line).Said", "!r.certain", "false", by("ui/desk", "TheLineIsSaid")},
		{"that nobody is meant is not heard", "ui/desk/intake", "(*line).Said", `l.Row("nobody", 1, d.picked < 0, $x)`, `l.Row("nobody", 1, false, $x)`, by("ui/desk", "TheLineIsSaid")},
		{"that a column shows is not heard", "ui/desk/column", "(*choosing).Said", "h.Env.SaidTick($_)", `""`, by("ui/desk", "DialogsSay")},
		{"that a choice is ticked is not heard", "ui/dialog", "(*Host).SaidPicker", "c.Tick == widget.NoTick", "true", by("ui/desk", "DialogsSay")},
		{"the words of a message are not heard", "ui/desk/inbox", "(*list).Said", "say.Join(m.About.Number, summary, from, words, $x)", "say.Join(m.About.Number, summary, from, words[:0], $x)", by("ui/desk", "AnOfferIsSaid")},
		{"that a form warns is not heard", "ui/dialog", "(*Sheet).Said", `h.Env.Words.Say("say.warning") + ": " + warning`, "warning", by("ui/desk", "DialogsSay")},
		{"which of two answers was chosen is not heard", "ui/dialog", "(*sides).Said", "some && int(chosen) == p", "some && int(chosen) < 0", by("ui/desk", "WhatBothAltered")},
		{"what a column of a document is called is not heard", "ui/report", "(*Table).said", "say.Pair(t.Heads[c], row[c])", "row[c]", by("ui/report", "ADocumentIsSaid")},
		{"a document says what only a spreadsheet counts, and what it says is not heard", "ui/report", "(*Document).Said", "b.Only == Sheet", "false", by("ui/report", "ADocumentIsSaid")},
		{"that something of a day is late is not heard", "ui/day", "(*Day).Said", "w.Say(r.group.word())", `""`, by("ui/day", "ADayIsSaid")},
	}
}
