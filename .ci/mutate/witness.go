package main

// witnessMutants break what notices that changes are gone, or are others than they were.
func witnessMutants() []mutant {
	return []mutant{
		{"items of a dropped stream are no evidence", "store", "(*evidence).stamp", "e.refers(own, s.Seq)", "_ = own", keeping("WhatRefers")},
		{"a head of a dropped stream is no evidence", "store", "(*evidence).refers", "seq > e.last[s]", "e.last[s] > 0 && seq > e.last[s]", keeping("WhatRefers")},
		{"marks are no evidence", "store", "(*evidence).heads", "len(k) == logKeyLen", "false", keeping("WhatRefers")},
		{"a clock ahead of the journal is no evidence", "store", "(*evidence).counters", "clock > latest", "false", keeping("WhatRefers")},
		{"numbers given out are no evidence", "store", "(*evidence).counters", "n > given[site]", "false", keeping("WhatRefers")},
		{"a repair goes over evidence", "store", "(*Report).Sound", "!slices.Contains($x, p.Kind)", "!slices.Contains($x, p.Kind) && p.Kind != Altered", keeping("WhatRefers")},
		{"another version derives anew over evidence", "store", "(*Store).deriveAnew", "c.evidence()", "nil", keeping("NothingIsDerivedAnew")},
		{"what is refused moves the clock", "store", "(*Store).commit", "t.w.clock, t.w.txn = clock, 0", "_ = clock", keeping("WhatIsRefused")},
	}
}
