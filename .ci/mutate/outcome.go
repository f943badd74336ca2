package main

// outcomeMutants break what is counted of outcomes, who knows why one left, and who is said to need attention.
func outcomeMutants() []mutant {
	out, why := by("model/outcome", "WhoCounts|Erased|Figures|Twice|Cannot"), by("model/outcome", "WhyIs|Cannot")
	reasons := by("model/attention", "Why|NoContact|Worst|Without|WhoMay")
	return []mutant{
		{"who is still here counts", "model/outcome", "over", "days.Between(s.End, today) > 0", "(days.Between(s.End, today) > 0) || true", out},
		{"who was erased does not count", "model/outcome", ".count", "p.Archived && !p.Erased", "p.Archived", out},
		{"a figure needs no source", "model/outcome", "Compare.Do", "c.Source == \"\"", "(c.Source == \"\") && false", out},
		{"everybody knows why one left", "model/outcome", "MayKnowWhy", "c.MayRead(journal.Scope{Class: journal.Private, Part: journal.Organisation()})", "(c.MayRead(journal.Scope{Class: journal.Private, Part: journal.Organisation()})) || true", why},
		{"a reason goes with any outcome", "model/outcome", "Add.Do", "a.Kind != Left", "(a.Kind != Left) && false", why},
		{"twice absent is nothing", "model/attention", "absent", "row >= AbsentRow", "row > AbsentRow", reasons},
		{"one in three is nothing", "model/attention", "absent", "AbsentPart*n >= of", "AbsentPart*n > of", reasons},
		{"three weeks are not long", "model/attention", ".stuck", "n >= StuckWeeks", "n > StuckWeeks", reasons},
		{"who has evidence has none", "model/attention", ".without", "!w.states[i].shown", "w.states[i].shown", reasons},
		{"a part that is enough is a gap", "model/attention", ".gap", "s.short && !s.last.IsZero()", "!s.last.IsZero()", reasons},
		{"anybody may look", "model/attention", "Read", "!me.Has(model.RoleTeacher, model.RoleSupervisor, model.RoleCoordinator, model.RoleAdmin)", "(!me.Has(model.RoleTeacher, model.RoleSupervisor, model.RoleCoordinator, model.RoleAdmin)) && false", reasons},
	}
}
