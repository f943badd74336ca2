package main

// courseMutants break courses: who rotates where, who notes and who gets evidence.
func courseMutants() []mutant {
	rotate, notes, levels := by("model/course", "Rotate"), by("model/course", "WhoNotes"), by("model/course", "Results")
	evidence, far, told := by("model/course", "Evidence"), by("model/course", "Elsewhere"), by("model/course", "Told")
	return []mutant{
		{"groups stay at their station", "model/course", "Course.Station", "c.Stations[(i+j)%len(c.Stations)]", "c.Stations[j%len(c.Stations)]", rotate},
		{"a date that is moved goes to the end of the rotation", "model/course", "Move.Do", "c.Dates[slices.IndexFunc(c.Dates, a.From.Equal)] = a.To", "c.Dates = append(slices.DeleteFunc(c.Dates, a.From.Equal), a.To); slices.SortFunc(c.Dates, time.Time.Compare)", rotate},
		{"students note their own presence", "model/course", "Course.mayNote", "p.Archived || p.ID == student.ID", "p.Archived", notes},
		{"who teaches notes own groups alone", "model/course", "Course.mayNote", "c.ledBy(&p) || $_", "ledger.SightOf(may, student, group).Note", notes},
		{"students see each other's presence", "model/course", ".participant", "takes && (lead || $_)", "takes", notes},
		{"a day with presence is moved away", "model/course", "keepsNoted", "l.At(was.ID, day)", "l.At(journal.ID{}, day)", notes},
		{"any word is a level", "model/course", "LevelOf", "plain.FoldText(l.Name) == want", "(plain.FoldText(l.Name) == want) || true", levels},
		{"who was absent gets evidence", "model/course", "dues", "was.State == ledger.Present", "(was.State == ledger.Present) || true", evidence},
		{"evidence is made again", "model/course", "Due.stands", "return Has, nil", "return Gets, nil", evidence},
		{"whoever teaches makes any evidence", "model/course", "MakesEvidence", "EvidenceID(c.ID, student) == evidence || $_", "EvidenceID(c.ID, student) == evidence || true", far},
		{"whoever adds a teacher takes a course over", "model/course", "reaches", "now.MayEdit(by)", "(now.MayEdit(by)) || true", far},
		{"two at once are told of days alone", "model/course", "Busy.at", "b.Start < o.Start+max(o.Minutes, 1) && $_", "b.Start < o.Start+max(o.Minutes, 1) || true", told},
	}
}
