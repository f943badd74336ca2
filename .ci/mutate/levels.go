package main

// levelMutants break what a level, and what is shown of a class, rests on.
func levelMutants() []mutant {
	state := tests{"model/learning", "Level", 0}
	return []mutant{
		{"a level is whoever judged last", "model/learning", "states.give", "newest[i] == nil || newest[i].before(j.of)", "true", state},
		{"of two who differ the highest counts", "model/learning", "states.give", "min(at.Level, o.Level)", "max(at.Level, o.Level)", state},
		{"what was judged is no evidence of that", "model/learning", "StateOf", "touch(t, g.Node, seen, round, touched)", "touch(t, g.Node, seen, round, touched)[:len(touched)]", state},
		{"a list that shrinks wipes levels without a word", "model/learning", "SaveFramework.Do", "!a.Goes", "a.Goes && !a.Goes", tests{"store", "TestStoreConforms/versions_of_a_list", 0}},
		{"a withdrawn decision opens with what it said", "ui/report", "Maker.Outcome", "x.Withdrawn != nil", "false", by("ui/cli/learning", "FromRequestToDecision")},
	}
}
