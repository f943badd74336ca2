package main

// meetingMutants break meetings, the roster of a half-year, and free days.
func meetingMutants() []mutant {
	own, days := by("model/meeting", "."), by("model/free", ".")
	return []mutant{
		{"King's Day stays on a Sunday", "model/free", "kingsDay", "day.Weekday() == time.Sunday", "(day.Weekday() == time.Sunday) && false", days},
		{"Easter is a week early", "model/free", "easterOf", "(32 + 2*e + 2*i - h - k) % 7", "(25 + 2*e + 2*i - h - k) % 7 - 7", days},
		{"a series goes on through holidays", "model/meeting", "Series.Meetings", "is && !s.OnFree", "is && false", own},
		{"leaders do not take turns", "model/meeting", "Series.Meetings", "s.Leaders[n%len(s.Leaders)]", "s.Leaders[0]", own},
		{"those before are altered as well", "model/meeting", "each", "reach == Whole || !m.Day.Before(now.Day)", "(reach == Whole || !m.Day.Before(now.Day)) || true", own},
		{"everybody alters every meeting", "model/meeting", "MayAlter", "m.AddedBy == me.ID || m.Leads(me.ID) || c.MayWrite(Scope())", "m.AddedBy == me.ID || true", own},
		{"everybody answers for everybody", "model/meeting", "Answer.Do", "a.Person != d.Actor.ID && !d.Clearance().MayWrite(Scope())", "(a.Person != d.Actor.ID && !d.Clearance().MayWrite(Scope())) && false", own},
		{"who leads may not say who came", "model/meeting", "MayNote", "m.ledBy(&me)", "m.ledBy(&me) && false", own},
		{"everybody sees which students came", "model/meeting", "Roster.attend", "may || r.ledBy(&me)", "may || true", own},
		{"what was noted before a meeting moved counts too", "model/meeting", "Attend.student", "!was.Day.Equal(m.Day)", "(!was.Day.Equal(m.Day)) && false", own},
		{"a form is never told to come again", "model/meeting", "HintsOf", "h.Form != m.Form", "(h.Form != m.Form) || true", own},
		{"a cancelled meeting counts in a row", "model/meeting", "HintsOf", "m.Cancelled", "(m.Cancelled) && false", own},
		{"meetings one after the other are at once", "model/meeting", "Roster.twice", "b.Start >= a.Start+a.Minutes", "(b.Start >= a.Start+a.Minutes) && false", own},
		{"what a calendar said before is written again", "model/meeting", "Put.Do", "to.came == now.came", "(to.came == now.came) && false", own},
		{"a calendar does not hear that something moved", "model/meeting", "Of", "m.Version-1", "0", own},
		{"what was read of a meeting before is taken for what stands there", "model/meeting", "kept.read", "was.mark == mark", "(was.mark == mark) || true", own},
	}
}
