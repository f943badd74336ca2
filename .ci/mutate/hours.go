package main

// hoursMutants break whose minutes are written down.
func hoursMutants() []mutant {
	return []mutant{
		{"closing gives its minutes to one of a pair", "model", "WorkedOn", "return holder", "return holder[:1]", keeping("Conforms/a_pair_takes")},
		{"minutes are of who closes, not of who worked", "model", ".Worked", "WorkedOn(r.Holder(), me)", "WorkedOn(nil, me)", keeping("Conforms/a_pair_takes")},
		{"minutes of each are not taken", "model", ".spent", "len(a.Spent) > 0", "false", keeping("Conforms/a_pair_takes")},
		{"minutes of one person stand twice", "model", ".MinutesBy", "s.Person == t.Person", "false", keeping("Conforms/a_pair_takes")},
		{"what is typed for one is not of the other", "ui/desk/work", ".follow", "e.Input.Set(first)", "_ = first", by("ui/desk", "MinutesOfEach")},
		{"what was typed for the second is overwritten", "ui/desk/work", ".follow", "strings.TrimSpace(e.Input.Text()) == s.typed", "true", by("ui/desk", "MinutesOfEach|ClosesForOthers")},
		{"one number in a line is of one", "ui/desk/work", ".line", "desk.Each(s.who[:s.same], n)", "desk.Each(s.who[:1], n)", by("ui/desk", "MinutesOfEach")},
		{"a number alone goes over a name", "ui/cli", "spent", "[]bool{false, true}", "[]bool{true, false}", by("ui/cli/desk", "MinutesAre")},
	}
}
