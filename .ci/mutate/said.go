package main

// saidMutants are the faults that keep what is shown from somebody who does not see it.
func saidMutants() []mutant {
	return []mutant{
		{"a list beside details that have the keys can be chosen from", "ui/say", "Lines.Beside", "line.Kind == Row", "false", by("ui/say", "TestDetailsAreRead")},
		{"details that have the keys wait until somebody asks", "ui/say", ".Read", "line.Kind == Aside", "false", by("ui/say", "TestDetailsAreRead")},
		{"what a drawing has in short is said in short", "ui/text", ".find", "w.aloud", "false", by("ui/text", "TestWhatIsSaidAloud")},
		{"an erasure does not say what it takes away", "ui/people", "(*wipe).Said", "d.texts", "d.texts[:0]", by("ui/people", "TestAnErasureSays")},
		{"a class does not say that a placement is almost over", "ui/learning", ".rowSaid", "pressing(r, k.c.Env.Today())", "false && pressing(r, k.c.Env.Today())", by("ui/learning", "TestWhatThePagesSay")},
		{"a matrix does not say the cell under the cursor first", "ui/learning", ".rowSaid", "k.column < len(columns)", "len(columns) < 0", by("ui/learning", "TestWhatThePagesSay")},
		{"judging does not say that a level is not enough", "ui/learning/judging", ".levelSaid", "!scale.Enough(chosen)", "false", by("ui/learning", "TestJudgingSays")},
		{"what was just chosen in judging is not said", "ui/learning/judging", "(*Judge).press", "j.given[j.rows[j.at].ID], j.just = level, j.at+1", "j.given[j.rows[j.at].ID] = level", by("ui/learning", "TestJudgingSays")},
		{"who has no buddy is not said to be alone", "ui/pairs", ".rowsSaid", "t.alone", "false", by("ui/pairs", "TestWhatTheListsSay")},
		{"a part of a tree does not say how deep it stands", "ui/learning/frameworks", ".rowsSaid", `w.Say("frames.depth", "n", r.depth)`, `""`, by("ui/learning/frameworks", "TestWhatThePagesSay")},
		{"what is said acts on a terminal", "ui/say", "Words", "cell.Safe(part, len(part))", "part[:cell.Width(part[:0])+len(part)]", by("ui/say", "WordsAre")},
		{"a locked screen says what lies behind it", "ui", "(*App).Said", "a.seat.Busy()", "a.seat.Busy() && false", by("ui", "ALockedScreen")},
		{"a secret is said letter by letter", "ui/widget", "(*Secret).Said", `strings.Repeat("*", len(s.runes))`, "string(s.runes)", by("ui", "ALockedScreen")},
		{"two rows of a list have one id", "ui/widget", "(*Picker).Said", "seen[id] = true", "_ = seen", by("ui/widget", "AHeadingIsSaid")},
		{"what became of work is told twice", "ui", "(*App).notes", "strings.HasSuffix($*_)", `strings.HasSuffix("", "x")`, by("ui/files", "WorkIsSaid")},
		{"a field is called by its sign", "ui/widget", "(*Entry).Said", "cmp.Or(e.Spoken, e.Label)", "e.Label", by("ui/settings", "UrgenciesAreSaid")},
		{"a number that is called is not told", "ui/board", "(*wall).Said", `l.Note("called "+n, $_)`, "_ = n", by("ui/board", "ABoardIsSaid")},
		{"another language has hints that are drawn", "ui/text", "Words.In", "other.aloud = w.aloud", "_ = other", by("ui", "WithoutAScreen")},
		{"a key is told by its sign", "ui/keys", "Set.Label", "s.call != nil", "false", by("ui", "WithoutAScreen")},
	}
}
