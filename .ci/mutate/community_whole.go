package main

// communityMutants break the half-year of a community.
func communityMutants() []mutant {
	half := by("model/community", "Recounted")
	return []mutant{
		{"sessions outside the half-year count", "model/community", "half.projects", "h.within(s.Day)", "h.within(s.Day) || true", half},
	}
}
