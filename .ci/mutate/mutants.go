package main

import "slices"

// mutants are all faults.
func mutants() []mutant {
	return slices.Concat(
		aroundMutants(),
		boardMutants(), guestMutants(),
		bundleMutants(),
		checkingMutants(),
		columnMutants(),
		peopleMutants(),
		conflictMutants(),
		consentMutants(),
		costMutants(),
		dayMutants(),
		directoryMutants(),
		doorMutants(),
		directoryFileMutants(),
		drawMutants(),
		erasureMutants(),
		fieldMutants(),
		figureMutants(),
		hoursMutants(),
		keepingMutants(),
		keyMutants(),
		laptopMutants(), ledgerMutants(),
		levelMutants(), judgingMutants(),
		linearMutants(),
		manyMutants(), joinedMutants(),
		mergingMutants(),
		messageMutants(),
		wizardMutants(),
		residentMutants(),
		visitMutants(),
		meetingMutants(),
		nameMutants(),
		notificationMutants(), referMutants(),
		numberMutants(),
		orderMutants(),
		promisedMutants(),
		raceMutants(),
		readingMutants(),
		releaseMutants(),
		saidDeskMutants(),
		saidMutants(),
		screenMutants(),
		sealedMutants(),
		servedMutants(),
		showsMutants(),
		sessionMutants(),
		syncMutants(),
		talkMutants(),
		tidyMutants(),
		timeMutants(),
		trustMutants(),
		witnessMutants(),
		worthMutants(),
		courseMutants(), metMutants(), communityMutants(), togetherMutants(), askedMutants(), goalMutants(), projectMutants(), placementMutants(),
		outcomeMutants(),
		calendarMutants(),
	)
}

func merging(run string) tests { return tests{"model", run, 400} }

func keeping(run string) tests { return tests{"store", run, 40} }

const conforms = "TestMemoryConforms"

// mergingMutants break how changes become a state, and the rules of what may be done.
func mergingMutants() []mutant {
	return []mutant{
		// merging
		{"the order of arrival decides which value is shown", "model", "(*Record).write",
			"j, _ := slices.BinarySearchFunc(reg.Live, s, $_)", "j := 0", merging("Converge")},
		{"the clock does not learn from what it meets", "model", "Logical.Seen", "max(last, other)", "last", merging("Converge")},
		{"the wall clock decides alone", "model", "Logical.Jump", "now > last && now <= latest", "now <= latest", merging("Converge|Clock")},
		{"no tie-break by replica", "model", "Stamp.Compare", "s.Replica != o.Replica", "false", merging("Stamps")},
		{"a change that is known is applied again", "model", "Receive", "c.Seq <= head", "c.Seq <= head && false", merging("NewerChanges|Clashes")},
		{"a gap is passed over", "model", "Receive", "c.Seq > head+1", "c.Seq > head+1 && false", merging("Converge")},
		{"what waited does not follow", "model", "Receive", "c, err = s.Pended($_, $_)", "c = nil", merging("Converge")},
		{"a write names only the version that is shown", "model", "(*Doing).set", "w.Base = b.base",
			"w.Base = b.base[:min(1, len(b.base))]", merging("Clashes")},
		{"a version replaced before it came is not remembered", "model", "(*Record).write", "reg.Unseen = slices.Insert(reg.Unseen, j, b)", "_ = j",
			merging("Converge")},
		{"what a newer version wrote is waited for after it came", "model", "Apply", "case c.MinReader > SchemaVersion: $_", "case c.MinReader > SchemaVersion:",
			merging("Newer")},
		{"the last claim holds", "model", "Request.Holder", "r.Claims[0]", "r.Claims[len(r.Claims)-1]", merging("Earliest")},

		// erasing
		{"a late change on an erased entity is kept", "model", "Apply", "rec.Erased && c.personal($_)", "false", keeping("Late")},
		{"the journal keeps the words of what is erased", "model", "scrubItems", "s.Forget($_, $_)", "error(nil)", merging("Converge")},
		{"what waits keeps its words at an erasure", "model", "scrub", "s.ForgetPending(id)", "error(nil)", keeping("Waits")},
		{"what comes to wait after an erasure keeps its words", "model", "ForgetWaiting", "s.ForgetPending(c.Entity)", "nil", keeping("Late")},

		// rules
		{"a retraction counts for nothing", "model", "Standing", "items[i].Kind == ItemRetract && $x", "false && $x", keeping(conforms)},
		{"undo does not look at what others did since", "model", ".allUntouched", "if err := d.untouched($a, $b); err != nil { $*_ }", "_ = st", keeping(conforms)},
		{"undo writes to what a newer version changed", "model", "(*Doing).restore", "rec.MinReader > journal.SchemaVersion", "false", merging("Newer")},
		{"everybody may read", "model", "Clearance.CheckRead", "!c.MayRead(s)", "false", keeping(conforms)},
		{"everybody may write", "model", "Clearance.CheckWrite", "!c.MayWrite(s)", "false", keeping(conforms)},
		{"everybody is at every site", "model", "Clearance.atSite", "only == site", "!site.IsZero()", keeping(conforms)},
		{"citizen service numbers pass", "model", "(*Doing).CheckNew", "m.Strength == plain.Refused", "m.Strength > plain.Refused", keeping(conforms)},

		// learning
		{"the second assessor sees the first", "model", "(*Dossier).seenBy", "e.Mine || e.Looked || !school && !practice",
			"true || school || practice", keeping(conforms)},
		{"a judgement taken back leaves no trace of looking", "model", "(*Dossier).takeBack",
			"d.looks = append(d.looks, look{evidence, it.Actor, it.Stamp})", "", keeping(conforms)},
		{"names and numbers pass in a reflection", "model", "CleanWords", "len(found) > 0", "len(found) > 99", keeping(conforms)},
		{"a theme that somebody typed goes to the teachers", "model", "copyFacts", "!known", "!known && false", keeping(conforms)},
		{"what was frozen is not looked over", "model", "(*Dossier).decision", "x.Sound = $_ == x.Hash", "x.Sound = true; _ = sum", merging("Altered")},
		{"a request waits for whom it teaches", "model", "propose", "load[x] != load[y]", "false", tests{"model", "TestWhomItTeachesMost", 0}},
		{"who did more than their share is offered as much as others", "model", "propose", "ahead[x] != ahead[y]", "false", tests{"model", "TestTheShare", 0}},
		{"requests are offered to whom they teach least", "model", "propose", "teaches[x] > teaches[y]", "teaches[x] < teaches[y]", tests{"model", "TestOffersTeach", 0}},
		{"more of the same teaches as much as what was never done", "model", "Openness", "return 0.3\n", "return 1\n", tests{"model", "TestOpenness", 0}},
		{"a gap is closed by the newest evidence", "model", "StateOf", "e.before(first[n])", "first[n].before(e)", tests{"model", "TestGapsMerge", 0}},
		{"evidence does not know that it had been offered", "model", "factsOf", "e.Offered = r.Claims[0].Offered", "", by("ui/desk", "TheLoop")},
		{"visits count as not known", "model", "by", "f.Kind == learning.EvidenceVisit", "false", tests{"model", "TestOf", 0}},
		{"one pair is offered everything", "model", "propose", "load[i] > least+o.Bound", "false", tests{"model", "TestTheBound", 0}},
	}
}

// keepingMutants break what is written to disk.
func keepingMutants() []mutant {
	return []mutant{
		{"the digest of erased words has no salt", "store", "(*Change).PayloadDigest", "append(append(buf[:0], w.Salt...), w.Payload...)",
			"append(buf[:0], w.Payload...)", keeping("Salt")},
		{"the chain leaves the payload out", "store", "Head.Next", "b = append(b, digest[:]...)", "_ = digest", keeping("Chain|Repair")},
		{"the chain leaves the header out", "store", "Head.Next", "b = append(b, w.Header...)", "", keeping("Chain")},
		{"lists keep the old place of what has moved", "store", "(*tx).moveEntries", "held[string(o.Key)] = nil", "_ = o", keeping("TestStoreConforms")},
		{"counts keep what has left", "store", "(*tx).follow", "t.w.counts[string(key)]--", "_ = key", keeping("TestStoreConforms")},
		{"requests are not found by the name of who comes later", "store", "residentReworded", "was.Name == r.Name", "before == nil || was.Name == r.Name",
			keeping("NamesThatComeLate")},
		{"check lets pass what the index of words has of nobody", "store", "(*checker).sameWords", "left != 0", "left != 0 && false", keeping("CheckReadsWords")},
		{"check lets pass what is too much", "store", "(*checker).total", "have > want", "false", keeping("EveryProjection")},
		{"a rebuild that is cut off counts as done", "store", "(*Store).rebuild", "tally.Keep(b, wire.BucketMeta, wire.MetaDerived, tally.UnderWay(b))", "error(nil)",
			keeping("AnotherVersion")},
		{"what a newer version derived stays", "store", "Derivation.Made", "bytes.Equal($a, $b)", "bytes.Compare($a, $b) >= 0", keeping("AnotherVersion")},
		{"a damaged journal takes what is derived along", "store", "(*Store).deriveAnew", "!sound.Sound()", "false", keeping("DamagedJournal")},
		{"what waits stays when its batch is refused", "store", "(*tx).Pend", "t.w.changes++", "", keeping("RefusedBatch")},
		{"numbers of what failed are used up", "store", "(*tx).NextNumber", "t.w.changes++", "", keeping("ManyWrite")},
		{"one who fails fails all who write at once", "store", "(*Store).commit", "err != nil && spoilt != nil && len(batch) > 1", "spoilt != nil && false",
			keeping("ManyWrite")},
		{"of two requests with one number one is lost", "store", "appendNamed", "id.IsZero()", "true", keeping("TestStoreConforms|Converge")},
		{"a full disk reads as a fault of ours", "store", "Fault", "failed(err, syscall.ENOSPC, syscall.EDQUOT, syscall.EFBIG)", "false", keeping("FullDisk")},
		{"a migration makes no copy", "store", "(*Store).migrate", "have < latest", "latest == 0", keeping("Migration")},
		{"what a program without a version kept stays", "store", "Derivation.Made", "$n == 0", "true", keeping("FilesFromBefore")},
		{"a program without a version takes what is derived for its own", "store", "Derivation.Stamp", "wire.Number(0)", "wire.Number(1)", keeping("FilesFromBefore")},
		{"a fault of memory ends the program", "store", "Guard", "debug.SetPanicOnFault(true)", "debug.SetPanicOnFault(false)", keeping("BrokenPages")},
	}
}
