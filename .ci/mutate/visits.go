package main

// visitMutants break what is arranged with regular clients, and what came of it.
func visitMutants() []mutant {
	own, kept := by("model/visits", "OnceA|DoneOnce|Days|Arranged"), by("store", "TestMemoryConforms/a_regular_client")
	return []mutant{
		{"a visit every other week is every week", "model/visits", "Arrangement.Has", "int(journal.DayNumber(Monday(day))-journal.DayNumber(Monday(a.From)))/7%a.Every == 0", "true", own},
		{"visits go on after the last day", "model/visits", "Arrangement.Has", "day.After(last)", "day.Before(last)", own},
		{"what was done apart is not told", "model/visits", ".clash", "len(out) < 2", "len(out) < 99", own},
		{"what replaces a visit says so of nothing", "model/visits", "add", "len(v.stands) > 0", "false", own},
		{"of a visit that was moved into the week nothing shows", "model/visits", "about", "within(it.Fields.Get(movedTo).Int())", "false", by("model/visits", "MovedFar")},
		{"a visit to come is done", "model/visits", "Finish.Do", "v.On.After(dayOf(d, zone))", "v.On.Before(dayOf(d, zone).AddDate(-9, 0, 0))", kept},
		{"a skipped visit keeps its hours", "model/visits", "undone", "len(v.went) == 0", "true", kept},
		{"who did not go keeps the hours", "model/loop", "visited", "!slices.Contains(now, p.ID)", "false", kept},
		{"a visit done at two desks counts twice", "model/learning", "Dossier.together", "e.Kind != EvidenceVisit", "true", own},
		{"an arrangement of who was erased goes on", "model/visits", "Kinds", "Whose: ArrangementResident", "Whose: 0", kept},
		{"visits are arranged until before they begin", "model/visits", "Arrangement.check", "!a.Until.IsZero() && a.Until.Before(a.From)", "false", own},
		{"what was read of visits before is taken for what stands there", "model/visits", "kept.told", "t.mark == mark", "true", kept},
		{"weeks beside those that are kept show nothing of what came of them", "model/visits", "kept.told", "last <= t.last", "true", by("model/visits", "KeptVisits")},
		{"a visit of two is the minutes of one", "model/visits", "ReadCounts", "v.Minutes * len(v.Who)", "v.Minutes", kept},
		{"who was a regular client before is one", "model/visits", "ReadCounts", "a.Runs(since)", "true", kept},
		{"paths that did not reach their goal can be worked out", "ui/report", "Maker.paths", "m.hide(c.Reached, c.Ended-c.Reached)[0]", "smallcells.Shown", by("ui/report", "NoSmallNumber")},
		{"a report prints how few visits did not go ahead", "ui/report", "Maker.regulars", "marks[1]", "smallcells.Shown", by("ui/report", "NoSmallNumber")},
		{"late visits of others are one's own", "ui", "readVisitsOnMe", "all[i].Late && slices.Contains(all[i].Who, session.Me().ID)", "all[i].Late || slices.Contains(all[i].Who, session.Me().ID)", by("ui", "VisitsAreSaid")},
		{"that nobody goes is not said on sitting down", "ui", "readVisitsOnMe", "len(visits.Alone(all))", "0", by("ui", "VisitsAreSaid")},
		{"an arrangement that ended stands on the resident's page", "ui/desk/resident", "readArranged", "all[i].Runs(today)", "true", by("ui/desk", "VisitsOnThe")},
		{"a calendar names residents", "ui/text", "Words.VisitCalendar", "w.Say(\"calendar.visit\", \"who\", w.Goers(v))", "v.ResidentName", by("ui/cli/visits", "Calendar")},
	}
}
