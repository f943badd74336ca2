package main

// talkMutants break talking about evidence, the files with it, and one observation for several.
func talkMutants() []mutant {
	with := func(run string) tests { return tests{"model/attachment", run, 0} }
	return []mutant{
		{"a fellow reads what was said to the student alone", "model/learning", "Evidence.talkForPeer", "l.By == me || l.Shared", "(l.By == me || l.Shared) || true", with("WhoReadsWhatIsSaid")},
		{"a fellow reads what a line said before it was for fellows", "model/learning", "Evidence.talkForPeer", "l.Earlier = nil", "_ = l", with("WhoReadsWhatIsSaid")},
		{"somebody else corrects what was said", "model/learning", "Evidence.said", "e.Talk[i].By == it.Actor", "(e.Talk[i].By == it.Actor) || true", tests{"model/learning", "AnothersWords", 0}},
		{"a laptop corrects what somebody else said", "model/learning", "mayTalk", "l.ID == line && l.By != who", "(l.ID == line && l.By != who) && false", tests{"model", "WhoReachesTooFar", 0}},
		{"what was read stays new", "model/learning", "Evidence.New", "slices.Contains(h.lines, l.ID)", "(slices.Contains(h.lines, l.ID)) && false", with("NewUntilRead")},
		{"words are kept in which somebody is named", "model/learning/dialogue", "Say.Do", "learning.CleanWords(d, p.Student, a.Cleaned, a.Text)", "error(nil)", with("NobodyIsNamed")},
		{"who only leads says something", "model/learning/dialogue", "Say.Do", "len(p.As) == 0", "(len(p.As) == 0) && false", with("WhoReadsWhatIsSaid")},
		{"a pair keeps the same bytes twice", "model/attachment", "keep", "b != nil || err != nil", "b == nil && err != nil", with("PairKeepsOneCopy")},
		{"an erasure takes what a fellow handed in", "model/attachment", "ForFellows", "put(d, x.Student, x.Group, b)", "error(nil)", with("PairKeepsOneCopy")},
		{"bytes come in under the name of others", "model/attachment", "reaches", "ID(id, group, HashOf(b)) == c.Entity", "(ID(id, group, HashOf(b)) == c.Entity) || true", tests{"model", "WhoReachesTooFar", 0}},
		{"bytes of who was erased stay where they come late", "model/attachment", "Of", "[]journal.ID{student, learning.DossierID(student, group)}", "[]journal.ID{student}", with("ArriveLate")},
		{"a text file names somebody", "model/attachment", "Attach.Do", "clean(d, p, a)", "error(nil)", with("WhatAFileMayNotBe")},
		{"the others read who did not do well", "model/learning/observing", "Observe.Do", "!a.Cleaned && len(students) > 1", "(!a.Cleaned && len(students) > 1) && false", with("OneObservation")},
	}
}
