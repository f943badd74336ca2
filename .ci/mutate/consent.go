package main

// consentMutants break the erasure of a student's records: who agrees, when it may be, and what of it is here, waits or comes later.
func consentMutants() []mutant {
	const rules, held = "StoreConforms/(erasing_a_student|erasing_where|erasing_who|where_else)", "HeldIsErased|ErasureReaches|LaptopErases"
	replica := tests{"store/replica", held, 0}
	return []mutant{
		{"one alone erases a student", "model", "Confirm.Do", "open.By == d.Actor.ID", "false", tests{"store", rules, 0}},
		{"who leads alone need not wait", "model", "mayAlone", "now.Before(from)", "now.Before(from) && false", tests{"store", rules, 0}},
		{"a day passes by the wall clock", "model", "moment", "last.Next(d.Wall()).Time()", "d.Wall().Add(0 * time.Duration(last))", tests{"store", rules, 0}},
		{"a dossier goes before its time", "model", "Part.kept", "return 0, 18", "return 0, 0", tests{"store", rules, 0}},
		{"a name goes before its time", "model", "Part.kept", "return 7, 0", "return 0, 18", tests{"store", rules, 0}},
		{"a colleague's profile is erased", "model", "(*file).records", "!(p == Profile && f.works)", "true", tests{"store", rules, 0}},
		{"a proposal that was withdrawn stands", "model", "openIn", "it.Kind == model.ItemEraseWithdrawn || it.Kind == model.ItemEraseConfirmed", "it.Kind == model.ItemEraseConfirmed", tests{"store", rules, 0}},
		{"anybody proposes an erasure", "model", "Propose.Do", "d.Clearance().CheckRight($_)", "error(nil)", tests{"store", rules, 0}},
		{"a laptop erases", "model", "Confirm.Do", "trust.CheckHere(d)", "error(nil)", replica},
		{"what stays beside words is not written anew", "model", "(*Doing).Erase", "d.keepWhatStays(e)", "func() error { _ = e; return nil }()", tests{"store", "OldMixed", 0}},
		{"free words stand beside what stays", "model", "(*Doing).add", "d.Kinds().Split(item, fields)", "fields, journal.Fields(nil)", tests{"model", "NoChangeMixes", 0}},
		{"what is a student's stays", "model", "scrubOwned", "theirs = append(theirs, r.ID)", "", tests{"store", "DoesNotName", 0}},
		{"what is a student's and comes later is kept", "model", "Apply", "c.names(s.Kinds(), s.Erased)", "false, error(nil)", tests{"store", "DoesNotName", 0}},
		{"an erasure leaves what mixed changes replaced", "model", "scrubEntity", "s.Kinds().Mixed(kind)", "false", tests{"store", "OldMixed", 0}},
		{"what is held keeps its words at an erasure", "store", "(*tx).waiting", "[][]byte{wire.BucketPending, wire.BucketHeld}", "[][]byte{wire.BucketPending}", replica},
		{"what comes to be held keeps its words", "store/replica", "(*receiving).hold", "return journal.ForgetWaiting(r.t, c)", "_ = c; return nil", replica},
		{"a student's own drafts stay", "store", "(*tx).dropLocalOf", "d.About == id || d.Owner == id", "d.About == id", tests{"store", rules, 0}},
		{"a student's settings stay", "store", "(*tx).dropLocalOf", "bytes.HasSuffix(k, end)", "end == nil", tests{"store", rules, 0}},
		{"a list of erasures names no student", "store", "listable", "out = append(out, k)", "", tests{"store", "BringsNoStudent", 0}},
		{"words of others count for an item", "model", "(*Item).of", "it.Kind == ItemWords && own", "it.Kind == ItemWords && (own || true)", tests{"model/journal", "WordsOfAnother", 0}},
		{"confirming on screen asks nothing", "ui/people", "(*People).askConsent", "return p.Ask($a, $b, $c, $d)", "_ = $b; return $d()", tests{"ui/people", "ErasedByTwo", 0}},
	}
}
