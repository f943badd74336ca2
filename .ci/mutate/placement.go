package main

// placementMutants break partners and who is placed there.
func placementMutants() []mutant {
	fit, weeks, ends, never, read := by("model/placement", "WhatDoesNotFit"), by("model/placement", "TestWeeks"), by("model/placement", "APartnerEnds"), by("model/placement", "NeverOverCapacity"), by("model/placement", "WhoMayReadAndNote")
	return []mutant{
		{"hours of supervision do not count", "model/placement", "Check", "w.Used > w.Minutes", "(w.Used > w.Minutes) && false", fit},
		{"places do not count", "model/placement", "Check", "w.Taken > w.Places", "(w.Taken > w.Places) && false", fit},
		{"a student is placed twice", "model/placement", "Check", "o.meets(one.From, one.Last())", "(o.meets(one.From, one.Last())) && false", fit},
		{"somebody is placed at a partner that ended", "model/placement", "Check", "p.State == partner.Ended", "(p.State == partner.Ended) && false", fit},
		{"a reason makes room", "model/placement", "refused", "f.Decided()", "(f.Decided()) || true", fit},
		{"who follows another takes a second place", "model/placement", "Capacity", "taken[end]--", "_ = end", weeks},
		{"a placement that ended early keeps its place", "model/placement", "Placement.Last", "!p.Ended.IsZero()", "(!p.Ended.IsZero()) && false", weeks},
		{"a partner ends and nobody hears who is placed there", "model/placement", "Follow", "n == 0", "(n == 0) || true", ends},
		{"a partner goes back unasked", "model/partner", "moves", "!told && $x", "(!told && false) && $x", ends},
		{"what is altered is not looked at again", "model/placement", "check", "now.Minutes <= was.Minutes", "(now.Minutes <= was.Minutes) || true", never},
		{"everybody reads where a student is placed", "model/placement", "SightOf", "l.Read || guides", "(l.Read || guides) || true", read},
	}
}
