package main

// inDirectory are the tests of the room itself.
func inDirectory(run string) tests { return tests{"model/directory", run, 0} }

// directoryMutants break what is known of where one can refer to, and how that is found.
func directoryMutants() []mutant {
	return []mutant{
		{"anybody alters what somebody else added", "model", "mayEdit", "e.AddedBy == d.Actor.ID || $_", "true", inDirectory("WhoMayDo")},
		{"from elsewhere comes an edit of what somebody else added", "model", "reaches", "whose == w.Person", "true", inDirectory("ComesFromElsewhere")},
		{"what is retired is found", "model", ".fitting", "d.retired && !q.Retired", "false", inDirectory("OthersWrite")},
		{"one is referred to what is retired", "model", "Refer.Do", "s.Retired != nil || o.Retired != nil", "false", inDirectory("OthersWrite")},
		{"of an organisation that is retired the services are not", "model", ".add", "d.retired = s.Retired != nil || $_", "d.retired = s.Retired != nil", inDirectory("OthersWrite")},
		{"what came back stays retired", "model", "lifeOf", "!ended[it.Stamp]", "true", inDirectory("OthersWrite")},
		{"a year passes and nothing is stale", "model", "Assurance.Stale", "now.Sub(a.At) > StaleAfter", "false", inDirectory("WhoMayDo")},
		{"a file that comes again is written again", "model", "bring", "was.came == entry.came", "false", inDirectory("TestPut")},
		{"a file overwrites what was altered here", "model", "bring", "fingerprint(&now, table) != was.came", "false", inDirectory("TestPut")},
		{"what was taken back is still known to a file", "model", "bring", "was.Archived = rec.Archived()", "_ = rec", inDirectory("TestPut")},
		{"what is used often does not come first", "model", "best", "cmp.Compare(b.used, a.used)", "0", inDirectory("UsedOften")},
		{"what fits best does not come first", "model", "best", "cmp.Compare(b.score, a.score)", "0", inDirectory("TestFind")},
		{"a typo finds nothing", "model", ".find", "len(all) == 0 && len(terms) > 0", "false", inDirectory("TestFind")},
		{"one word is enough of many", "model", ".fitting", "room.terms[n] < int32(len(terms))", "len(terms) > 0 && room.terms[n] == 0", inDirectory("TestFind")},
		{"what nobody knows to be open counts as open", "model", ".fitting", "openAt(&d.Service, d.places, q.OpenAt) != OpenYes", "openAt(&d.Service, d.places, q.OpenAt) == OpenNo", inDirectory("TestFind")},
		{"a holiday is a day as any other", "model", "openOn", "len(special) > 0", "false", inDirectory("OpenAt")},
		{"after midnight it is shut", "model", "OpenAt", "day.AddDate(0, 0, -1), minute+24*60", "day.AddDate(0, 0, -1), minute+48*60", inDirectory("OpenAt")},
		{"hours of years ago say that it is shut", "model", "openOn", "!told(all, day)", "false", inDirectory("OpenAt")},
		{"what others write is not found", "model", ".bring", "k.touch(tx, changed)", "k.touch(tx, changed[:0])", inDirectory("OthersWrite|ThreeCopies")},
		{"a service keeps the old name of its organisation", "model", ".load", "d.Service.Organization == id", "false", inDirectory("OthersWrite")},
		{"a referral that was withdrawn counts", "model", "(*Uses).add", "desk.ReferralWithdrawn", `desk.ReferralState("nothing")`, keeping("TestMemoryConforms/the_directory")},
		{"an erasure leaves what was referred", "model", ".follow", "len(erased) > 0", "len(erased) > 9", keeping("TestMemoryConforms/the_directory")},
		{"who may not read requests is told how often", "model", ".usedAt", "!session.Clearance().MayRead($_)", "false", inDirectory("UsedOften")},
		{"referrals stand under the request", "store", "ReferralKey", "TwoIDs(site, service)", "TwoIDs(site, request)", keeping("TestStoreConforms/the_directory")},
		{"a referral by command forgets the service", "ui/cli", "requestRefer", "Service: of", "", by("ui/cli/directory", "AServiceFrom")},
	}
}
