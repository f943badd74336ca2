package main

// ledgerMutants break what counts of a student, and the hours that follow from it.
func ledgerMutants() []mutant {
	own, pace := by("model/hours", "Counts|OneFigure|Confirm"), by("model/hours", "Pace|Holidays")
	return []mutant{
		{"a course counts twice", "model/hours", "count", "e.Minutes > 0 && !instead[e.ID]", "e.Minutes > 0", by("model/hours", "Once")},
		{"hours that were written down do not count", "model/hours", "count", "l.Own", "l.Own[:0]", own},
		{"a week that changed is still confirmed", "model/hours", "Week.State", "w.Confirmed.Minutes != w.Minutes", "(w.Confirmed.Minutes != w.Minutes) && false", own},
		{"this week waits to be confirmed", "model/hours", "Student.Waiting", "w.Monday.Before(this)", "(w.Monday.Before(this)) || true", own},
		{"a student confirms the own hours", "model/hours", "Confirm.whose", "p.ID == d.Actor.ID", "(p.ID == d.Actor.ID) && false", by("model/hours", "WhoConfirms")},
		{"a supervisor confirms hours of others' students", "model/hours", "mayConfirm", "ledger.SightOf(d.Clearance(), p, learning.HomeGroup(p)).Confirm", "(ledger.SightOf(d.Clearance(), p, learning.HomeGroup(p)).Confirm) || true", by("model/hours", "WhoConfirms")},
		{"who is left out is confirmed", "model/hours", "Confirm.Do", "slices.Contains(a.Except, p.ID)", "(slices.Contains(a.Except, p.ID)) && false", own},
		{"a pace is told after a day", "model/hours", "PaceOf", "past < enoughDays", "past < 1", pace},
		{"holidays count as days of work", "model/hours", "worked", "!free(from.AddDate(0, 0, i))", "(!free(from.AddDate(0, 0, i))) || true", pace},
		{"a day late is in time", "model/hours", "PaceOf", "!p.End.IsZero() && over > 0", "!p.End.IsZero() && over > 7", pace},
		{"a decision freezes no hours", "model/hours", "Follow", "e.Snapshot.Minutes, e.Snapshot.Hours = s.Minutes, &out", "_ = out", by("model/hours", "Freezes")},
		{"a laptop that was not admitted yet keeps everything", "model/trust", "State.Keeps", "return !invited", "return invited || true", by("model/trust", "WhatACopyKeeps")},
		{"a version of presence is not told apart", "model/ledger", "Kinds", "versions[it] = itemKey", "_ = it", by("ui/conflicts", "WhatCounts")},
	}
}
