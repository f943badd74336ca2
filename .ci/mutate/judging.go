package main

// judgingMutants are faults in how work is judged: reasons, blindness, one key for all lines, what figures of agreement rest on.
func judgingMutants() []mutant {
	conforms := tests{"store", "TestStoreConforms", 0}
	return []mutant{
		{"the school may say that something is not enough without a word", "model/learning", "WantReason", "as != AssessorSchool && as != AssessorPractice", "as != AssessorPractice", conforms},
		{"so may practice", "model/learning", "WantReason", "as != AssessorSchool && as != AssessorPractice", "as != AssessorSchool", conforms},
		{"one key for all lines alters what was judged already", "ui/learning/judging", "(*Judge).allAlike", "!given", "!given || given", by("ui/learning", "AllAlike")},
		{"a second press gives the next level whatever lay between", "ui/learning/judging", "(*alike).next", "a.last, a.now, a.told = a.now, false, \"\"", "a.last, a.now, a.told = len(a.rows) > 0, false, \"\"", by("ui/learning", "AllAlike")},
		{"Enter sends what stands already once more", "ui/learning/judging", "(*Judge).accept", "j.chose && $_", "len(j.given) == len(j.rows) && len(j.wantReason()) == 0", by("ui/learning", "EnterOver")},
		{"practice's judgement opens the student's own", "model/learning", "(*Dossier).hideSelf", "a.As == AssessorSchool", "a.As == AssessorSchool || a.As == AssessorPractice", by("ui/learning", "OwnJudgementWaits")},
		{"who judges too reads the student's own first", "model/learning", "(*Dossier).hideSelf", "!judges || $_ || $_", "!judges || true", by("ui/learning", "OwnJudgementWaits")},
		{"what was decided on stays hidden", "model/learning", "(*Dossier).hideSelf", "a.Stamp.Compare(x.Stamp) < 0", "(a.Stamp.Compare(x.Stamp) < 0) && false", by("ui/learning", "OwnJudgementWaits")},
		{"a site cannot have the student's own shown", "model/learning", "(*Dossier).seenBy", "me != d.Student && !selfShown", "me != d.Student", by("ui/learning", "OwnJudgementWaits")},
		{"students do not see what they thought themselves", "model/learning", "(*Dossier).seenBy", "me != d.Student && !selfShown", "!selfShown", by("ui/learning", "OwnJudgementWaits")},
		{"an interval takes every judgement for a new student", "model/learning", "reportOn", "agreement.CompareStudents($a, $b, $c)", "agreement.Compare(slices.Concat($a...), $b, $c)", tests{"model/learning", "IntervalsGoByStudent", 0}},
		{"the interval by student is too narrow", "model/learning/agreement", "CompareStudents", "0.025", "0.25", tests{"model/learning/agreement", "ByStudentIsWider", 0}},
		{"too few students are drawn anew all the same", "model/learning/agreement", "CompareStudents", "r.Students < leastStudents", "r.Students < 2", tests{"model/learning/agreement", "TooFewStudents", 0}},
		{"a decision does not print what was taken back before", "model/learning", "freeze", "old.Withdrawn == nil", "(old.Withdrawn == nil) || true", by("ui/cli/learning", "FromRequestToDecision")},
		{"a decision says nothing of hours that lack", "ui/report", "(Maker).lacked", "s.Hours.NormMinutes > s.Minutes", "(s.Hours.NormMinutes > s.Minutes) && false", by("ui/learning", "TestViews")},
		{"what the student has not looked back on is open for the school", "model/learning", "(*Evidence).OpenFor", "!e.Ready()", "(!e.Ready()) && false", tests{"model/learning", "OpenMeansOneThing", 0}},
		{"a decision prints other figures of open work than it warned of", "model/learning", "freeze", "open.Count(e)", "_ = e", by("ui/learning", "TestViews")},
		{"what a level means is told of another line", "ui/learning/judging", "(*Judge).rubric", "j.rows[j.at]", "j.rows[0]", by("ui/learning", "WordsOfALevel")},
	}
}
