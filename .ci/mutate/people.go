package main

// peopleMutants break whom a school's file lists, who is known again, and who is taken away.
func peopleMutants() []mutant {
	return []mutant{
		{"whoever has another role is a student", "store/exchange", "(*studentReader).is", "!roster.Student(text(r.columns.role))", "false", by("store/exchange", "OneRoster|PassedOver")},
		{"roles.csv is not asked", "store/exchange", "(*studentReader).is", "!r.beside.Learns(source)", "false", by("store/exchange", "OneRoster")},
		{"who is gone comes in", "store/exchange", "(*studentReader).is", "roster.Gone(text(r.columns.status))", "false", by("store/exchange", "PassedOver")},
		{"who is switched off comes in", "store/exchange", "(*studentReader).is", "roster.Disabled(text(r.columns.enabled))", "false", by("store/exchange", "PassedOver")},
		{"a list of organisations is a class list", "store/exchange", "peopleWhoLearn", `what != ""`, "false", by("store/exchange", "ClassList")},
		{"the points of Canvas are a student", "store/exchange/roster", "Nobody", "plain.Fold(name)", `plain.Fold("")`, by("store/exchange", "ReadWhole")},
		{"zeros in front tell two apart", "store/exchange/roster", "NumberKey", `short != ""`, "false", by("store/exchange", "FoundAgain")},
		{"a number that a spreadsheet broke comes in", "store/exchange/roster", "Number", "len(power) <= 2", "false", by("store/exchange", "FoundAgain")},
		{"a number is whoever bears it", "store/exchange", "agrees", "agreesInName(k, p)", "true", by("store/exchange", "FoundAgain")},
		{"nothing tells two of one name apart", "store/exchange", "apart", "differ(a.Email, b.Email)", "false", by("store/exchange", "FoundAgain")},
		{"one of several of one name is somebody new", "store/exchange", "(*roll).find", `fault.New(fault.Conflict, "import.which", $*_)`, "error(nil)", by("store/exchange", "FoundAgain")},
		{"who left comes in anew", "store/exchange", "(*enrolment).action", "left.who != nil", "false", by("store/exchange", "WhoLeft")},
		{"the file's own key is thrown away", "store/exchange", "over", "{&out.SourceID, &row.SourceID}", "{&out.SourceID, &out.SourceID}", by("store/exchange", "FoundAgain")},
		{"who worked here is taken away", "model/leaving", "isWork", "c.Actor == id", "false", by("ui/cli/people", "TakenAway")},
		{"who is named in others' work is taken away", "model/leaving", "isWork", "slices.Contains(w.Value.IDs(), id)", "false", by("ui/cli/people", "TakenAway")},
		{"whoever is taken away is so without a reason", "model/leaving", "RemovePerson.Do", `model.Required(&a.Why, "reason")`, "error(nil)", by("model/leaving", "TakenAway")},
		{"who was taken away stays so", "model/pairs", "PersonReturns.Do", "model.PersonRemoved.Is(journal.Value{})", "model.PersonRemoved.Is(journal.Bool(true))", by("model/leaving", "TakenAway")},
	}
}
