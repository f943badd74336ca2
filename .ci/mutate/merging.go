package main

// joinedMutants break what a merge and a taking away do.
func joinedMutants() []mutant {
	return []mutant{
		{"minutes of a merged request are lost", "model", "Request.join", "r.Minutes += o.Minutes", "", by("model", "TotalsStay")},
		{"notes of a merged request are lost", "model", "Request.join", "r.Memos = take($*_)", "", by("model", "TotalsStay")},
		{"a merged request keeps its minutes as well", "model", "Gather", "r.Times, r.Minutes, r.Tasks, r.Referrals = nil, 0, nil, nil", "", by("model", "TotalsStay")},
		{"lists count a merged request twice", "model", "foldRow", "r.Minutes, r.OpenEnds, r.Due = 0, 0, time.Time{}", "", by("model", "TotalsStay")},
		{"two that were merged into each other are both gone", "model", "Request.merged", "!m.apart(r.TakenIn)", "true", by("model", "MergedApart")},
		{"a merge forgets what its writer knew", "model", "MergeRequest.Do", "len(r.TakenIn) > 0", "false", keeping(conforms)},
		{"a parted request stays with the one that goes on", "model", "ReopenRequest.part", "letGo(d, r)", "error(nil)", by("model", "MergedApart")},
		{"somebody adds to a merged request", "model", "CheckStands", "r.Merged == nil", "true", keeping(conforms)},
		{"a request is taken away without a reason", "model", "RemoveRequest.Do", "model.Required(&a.Why, $_)", "error(nil)", keeping(conforms)},
		{"a student takes away what others wrote", "model", "RemoveRequest.may", "!d.Actor.OnlyStudent()", "true", by("model", "WhoActs")},
		{"what was taken away is still known by its source", "store/derive", "requestSources", "r.Source != \"\" && !r.Archived", "r.Source != \"\"", keeping("TestStoreConforms/taken_away")},
		{"a quick Enter chooses what half a word found", "ui/dialog", ".Waits", "return s.out", "return false", by("ui/desk", "QuickEnter")},
		{"a resident goes under the page of a page", "model", "PageOf", "seen, at = append(seen, next), next", "return next, nil", by("model", "PartAsTheyWere")},
		{"evidence keeps what was parted from it", "model/learning", "minutesTogether", "min(less, minutes(it)-base)", "less", keeping(conforms)},
		{"one Enter merges two that differ", "ui/desk/work", "(*merging).chosen", "len(desk.Differences(&d.row, &into)) == 0", "true", by("ui/desk", "SplitMerge")},
		{"a question goes with the one that was taken away apart", "model/desk", "RequestOf", "len(r.TakenIn) > 0", "len(r.TakenIn) > 99", by("model", "TakenAwayApart")},
	}
}
