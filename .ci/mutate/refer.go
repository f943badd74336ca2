package main

// referMutants break how a referral is found in the directory.
func referMutants() []mutant {
	refers := by("ui/desk", "TestReferringToTheDirectory")
	return []mutant{
		{"a chosen service is lost from its referral", "ui/desk/work", "pointing.service", "p.known[strings.TrimSpace(typed)]", "journal.ID{}", refers},
		{"all of the directory stands below an empty field", "ui/desk/work", "pointing.answered", `h.Used.Referred > 0`, "true", refers},
		{"Enter takes a service that nobody chose", "ui/desk/work", "pointing.press", "step := 1", "step := 2", refers},
		{"the directory on screen 4 shows what was not searched for", "ui/people", "People.fetchServices", "p.finding", "false", by("ui/people", "TestTheDirectoryOnTheScreen")},
		{"what nobody checked looks checked", "ui/people", "People.checked", "h.Stale", "false", by("ui/people", "TestTheDirectoryOnTheScreen")},
	}
}
