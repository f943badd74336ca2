package main

// askedMutants break what a community asks itself and signals upward.
func askedMutants() []mutant {
	answered, kept, apart, course := by("model/question", "IsAnswered"), by("model/question", "IsKeptAndFound"), by("model/question", "Apart"), by("model/question", "BecomesACourse")
	waits, who, cannot, counted := by("model/question", "WaitsForSomebody"), by("model/upward", "WhoAnswers"), by("model/upward", "CannotBe"), by("model/upward", "CountsOfFigures")
	small := by("ui/cli/upward", "FromFigures")
	return []mutant{
		{"a question opened again stays answered", "model/question", "take", "a.stamps[len(a.stamps)-1].Compare(reopened) > 0", "(a.stamps[len(a.stamps)-1].Compare(reopened) > 0) || true", answered},
		{"somebody corrects another's answer", "model/question", "Question.own", "a.By != d.Actor.ID", "(a.By != d.Actor.ID) && false", answered},
		{"whom it was put to chooses no answer", "model/question", "Question.MayAccept", "slices.Contains(q.To, by.ID)", "(slices.Contains(q.To, by.ID)) && false", answered},
		{"a closed question is answered", "model/question", "Reply.Do", "q.State == Closed", "(q.State == Closed) && false", answered},
		{"answers are not found", "model/question", "take", "parts = append(parts, a.Text)", "_ = parts", kept},
		{"only owners keep knowledge", "model/question", "writes", "f == QuestionKept", "(f == QuestionKept) && false", kept},
		{"everybody alters a question", "model/together", "Room.written", "!r.Writes(now, &d.Actor, f.On, alters)", "(!r.Writes(now, &d.Actor, f.On, alters)) && false", kept},
		{"choosing again settles nothing", "model/question", "Accept.Do", "!apart", "(!apart) || true", apart},
		{"a question becomes two courses", "model/community/taught", "Teach.Do", "!q.Course.IsZero()", "(!q.Course.IsZero()) && false", course},
		{"a course is made of nothing", "model/community/taught", "Teach.Do", `q.Kept == ""`, `(q.Kept == "") && false`, course},
		{"what was answered still waits for somebody", "model/question", "To", "q.Stands() == Open", "(q.Stands() == Open) || true", waits},
		{"who sent a signal answers it", "model/upward", "writes", "s.To == by.ID", "(s.To == by.ID) || true", who},
		{"a signal is done without a word", "model/upward", "turned", "now.State == Done", "(now.State == Done) && false", who},
		{"a signal is altered once it was taken up", "model/upward", "check", "said(now) != said(was)", "(said(now) != said(was)) && false", who},
		{"a signal goes to nobody", "model/upward", "check", "now.To.IsZero()", "(now.To.IsZero()) && false", cannot},
		{"altered counts stay those of the site", "model/upward", "counts", "was.Counted()", "(was.Counted()) && false", counted},
		{"small numbers are signalled upward", "model/overview/signal", "Themes.Upward", "o.Cases < Least", "(o.Cases < Least) && false", small},
	}
}
