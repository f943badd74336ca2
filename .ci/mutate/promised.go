package main

// promisedMutants hide what is late or promised until it is opened, and say for somebody what nobody said.
func promisedMutants() []mutant {
	return []mutant{
		{"a row does not say what is late", "ui/desk", "(*Queue).dueMark", "late(r.Due, q.wording.Now)", "false", tests{"ui/desk", "LateAndPromised", 0}},
		{"a row does not say what is still open", "ui/desk", "(*Queue).dueMark", "r.OpenEnds > 0", "false", tests{"ui/desk", "LateAndPromised", 0}},
		{"a late contact is not counted", "ui", "(*myLoad).late", "m.Late + m.contacts", "m.Late", tests{"ui", "ALateContact", 0}},
		{"the site keeps its name and what is late no word", "ui", "(*App).tabs", "append(lefts, a.narrow()...)", "lefts", tests{"ui", "LateKeepsItsWord", 0}},
		{"a late contact is cut for its day", "ui/pairs", "(*Pairs).line", "cell.Width(what) > about", "false", tests{"ui/pairs", "ReadWhole", 0}},
		{"a form answers for who says nothing", "ui/dialog", "(*Sheet).Update", `d.Form.Text(id) == ""`, "false", tests{"ui/pairs", "NothingIsSaid", 0}},
		{"a question is answered before it was seen", "ui/dialog", "(*Question).Update", "!d.shown", "false", tests{"ui/dialog", "BeforeItWasDrawn", 0}},
		{"a key of the first second acts on a row that nobody saw", "ui", "(*Host).unseen", "h.OfShown(key)", "false && h.OfShown(key)", by("ui/dialog", "FirstSecond")},
	}
}
