package main

// guestMutants break what a guest gets to know, and how levels are read.
func guestMutants() []mutant {
	return []mutant{
		{"a guest gets all that is known of others", "model", "seenBy", "r.ID == me.ID", "(r.ID == me.ID) || true", by("model", "AGuestKnows")},
		{"a guest reads pairs", "model", "(*Session).readAs", "kind == KindPerson", "(kind == KindPerson) || true", by("model", "AGuestKnows")},
		{"a guest is not told what a guest can do", "model", "Clearance.guestOnly", "!c.person.IsGuest()", "(!c.person.IsGuest()) || true", by("model", "AGuestKnows")},
		{"level 5 of a file is none", "store/exchange/roster", "ReadLevel", "number == 5", "(number == 5) && false", by("store/exchange/roster", "ReadLevel")},
	}
}
