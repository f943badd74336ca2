package main

// goalMutants break the common agenda.
func goalMutants() []mutant {
	stands, ends, first := by("model/goal", "WhatStandsOnAGoal"), by("model/goal", "AGoalEnds"), by("model/goal", "WhatAsksForAttentionIsFirst")
	return []mutant{
		{"a step of somebody else is ticked by anybody", "model/goal", "itemKinds", "n.By == by.ID", "(n.By == by.ID) || true", stands},
		{"whom a step is on does not tick it", "model/goal", "itemKinds", "on == by.ID", "(on == by.ID) && false", stands},
		{"a step is ticked twice", "model/goal", "Tick.Do", "s.Done.IsZero() == a.Off", "(s.Done.IsZero() == a.Off) && false", stands},
		{"a goal ends without what came of it", "model/goal", "End.Do", "a.State != Open", "(a.State != Open) && false", ends},
		{"a goal that ended ends again", "model/goal", "End.Do", "g.State == a.State", "(g.State == a.State) && false", ends},
		{"a goal that nobody owns stands among the others", "model/goal", "ListIn", "owner.Archived", "(owner.Archived) && false", first},
		{"what is behind is not seen", "model/goal", "ListIn", "s.Until.Before(on)", "(s.Until.Before(on)) && false", first},
	}
}
