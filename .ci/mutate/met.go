package main

// metMutants break what a student has met, kinds of work, and what a guest who leads may.
func metMutants() []mutant {
	met := by("model/met", "Themes")
	return []mutant{
		{"a planned project was met", "model/met", "reading.part", "p.State != project.Planned", "(p.State != project.Planned) || true", met},
		{"several target groups are one", "model/met", "reading.aim", "c == ','", "(c == ',') && false", met},
		{"everybody sees what a student met", "model/met", "Read", "!ledger.SightOf(session.Clearance(), p, learning.HomeGroup(p)).Read", "(!ledger.SightOf(session.Clearance(), p, learning.HomeGroup(p)).Read) && false", by("model/met", "WhoMaySee")},
		{"any word is a kind of work", "model/together", "Work", "!ok", "(!ok) && false", by("model/together", "TestWork")},
		{"a guest who teaches notes who came", "model/course", "Course.ledBy", "!by.IsGuest()", "(!by.IsGuest()) || true", by("model/course", "AGuestWhoTeaches")},
		{"a guest who leads a meeting notes who came", "model/meeting", "Meeting.ledBy", "!by.IsGuest()", "(!by.IsGuest()) || true", by("model/meeting", "AGuestWhoLeads")},
	}
}
