package main

// projectMutants break the projects in the district.
func projectMutants() []mutant {
	agreed, once, who, result := by("model/project", "AgreedWithAProgramme"), by("model/project", "WhoWasThereCountsOnce"), by("model/project", "WhoNotesWhoWasThere"), by("model/project", "WhoWroteAResult")
	return []mutant{
		{"who agreed still agrees with another programme", "model/project", "take", "a.programme == now", "(a.programme == now) || true", agreed},
		{"spaces make another programme", "model/project", "programmeOf", `strings.Join(strings.Fields(text), " ")`, "text", agreed},
		{"anybody agrees for another", "model/project", "items", "f.Get(agreedWho).ID() == by.ID", "(f.Get(agreedWho).ID() == by.ID) || true", agreed},
		{"having been there counts for every day", "model/project", "Project.Minutes", "s.Day.Equal(day)", "(s.Day.Equal(day)) || true", once},
		{"who was not there worked as well", "model/project", "Participant.take", "was.State == ledger.Present", "(was.State == ledger.Present) || true", once},
		{"who was there and takes no part is not seen", "model/project", "View.participants", "!l.noted[v.ID]", "(!l.noted[v.ID]) || true", once},
		{"a session that is corrected leaves what it counted for", "model/project", "follow", "p.Minutes == before", "(p.Minutes == before) && false", once},
		{"a guest notes who was there", "model/project", "Project.ledBy", "!onlyGuest(by)", "(!onlyGuest(by)) || true", who},
		{"a student notes the own presence", "model/project", "Project.mayNote", "by.ID == student.ID", "(by.ID == student.ID) && false", who},
		{"who leads a project notes it of everybody", "model/project", "Project.mayNote", "takes && $x", "(takes || true) && $x", who},
		{"anybody corrects a result", "model/project", "mayAdd", "r.By != by.ID", "(r.By != by.ID) && false", result},
	}
}
