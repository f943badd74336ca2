package main

// erasureMutants break an erasure: what it takes, what it leaves to be done, and what is said of that.
func erasureMutants() []mutant {
	const finished = "AnErasureThatIsKilled|ErasureIsFinished|AnErasureOnAFullDisk"
	return []mutant{
		{"what is owed is not done at a start", "store", "(*Store).payDebts", "err = s.Compact(ctx)", "err = nil", tests{"store", finished, 0}},
		{"a start does not say what it wiped", "store", "(*Store).payDebts", "s.wiped = err == nil", "s.wiped = false", tests{"store", "AnErasureOnAFullDisk", 0}},
		{"an erasure does not write down what it leaves", "store", "(*tx).forget", "owe(t.b, Debt{Kind: OwesCompact})", "error(nil)", tests{"store", finished, 0}},
		{"check does not see what is owed", "store", "(*Store).Check", "owes(views[0], Debt{Kind: OwesCompact})", "false", tests{"store", "AnErasureOnAFullDisk", 0}},
		{"the app does not say what is owed", "ui", ".standing", "a.wiping.Owed", "false", by("ui", "IsOwed")},
		{"the app looks once for what is owed", "ui", ".take", "tea.Batch(a.tell(screen.Tick{Now: a.now}), a.clock(), a.lookRound(), a.look())", "tea.Batch(a.tell(screen.Tick{Now: a.now}), a.clock())", by("ui", "IsOwed")},
		{"a command says that all is wiped", "ui/cli", "wiped", "out.Wiped = !w.Owed", "out.Wiped = true || w.Owed", by("ui/cli/desk", "Erasing")},
		{"asked again, a command finds nobody", "ui/cli", "wipedSince", "w.Done", "false", by("ui/cli/desk", "Erasing")},
		{"who was erased can be erased again", "model", "ErasedWith", "rec.Erased", "false", by("ui/cli/desk", "Erasing")},
		{"the words of a referral stay at an erasure", "model", "Kinds", "ItemInform, ItemReferral, ItemReferralState, ItemTick", "ItemInform, ItemReferralState, ItemTick", tests{"store", "EveryFieldIsErased", 0}},
		{"why a referral was declined stays at an erasure", "model", "Kinds", "ItemInform, ItemReferral, ItemReferralState, ItemTick", "ItemInform, ItemReferral, ItemTick", tests{"store", "EveryFieldIsErased", 0}},
		{"what was merged into a request stays at an erasure", "model", "ErasedWith", "same && $x && $y", "false && same && $x && $y", keeping(conforms)},
		{"what was merged into a request goes with somebody else's", "model", "ErasedWith", "row.Resident.IsZero()", "true", keeping(conforms)},
		{"a page that was merged is erased alone", "model", "ErasedWith", "id = page.ID", "_ = page", keeping(conforms)},
		{"whoever may not erase is told where somebody is named", "model", "FindMentions", "session.Clearance().CheckWrite($_)", "error(nil)", keeping(conforms)},
		{"what an erasure takes is pointed at", "model", "(*mentionFinder).change", "f.goes[c.Entity] && $_", "false", keeping(conforms)},
		{"what stays of a resident's requests is not pointed at", "model", "(*mentionFinder).change", "f.goes[c.Entity] && c.Takes(tx.Kinds())", "f.goes[c.Entity]", keeping(conforms)},
		{"who is named in a draft is not pointed at", "model", "(*mentionFinder).local", "found && !f.goes[d.About] && $_", "found && false", keeping(conforms)},
		{"others with the same family name are pointed at", "model", "(*mentionFinder).begin", "!borne[family]", "true || borne[family]", keeping(conforms)},
		{"another's initial counts for a name", "model", "(*soughtName).at", "n.initial == first.text || $_", "true", by("model/plain", "Sought")},
		{"numbers written apart are not found", "model", "(*Sought).phoneIn", "len(at) > 0 && $x && $y", "false", by("model/plain", "Sought")},
		{"a copy that is opened brings back who was erased", "store", "(*Store).forgetAgain", "s.eraseListed([]*erasures.List{l})", "0, error(nil)", tests{"store", "BringsNobodyBack", 0}},
		{"a copy that is restored brings back who was erased", "store", "Forgetting", "s.eraseListed(lists)", "s.eraseListed(lists[:0])", tests{"store", "BringsNobodyBack|TheListBeside", 0}},
		{"a restored copy keeps the words in free places", "store", "Forgetting", "s.Compact(ctx)", "error(nil)", tests{"store", "BringsNobodyBack|TheListBeside", 0}},
		{"an erasure is not put on the list of this machine", "store", "(*Store).commit", "s.listErased(erasures.In(s.notes.Folder))", "error(nil)", tests{"store", "BringsNobodyBack", 0}},
		{"what the list of this machine lacks is not added", "store", "(*Store).forgetAgain", "return s.listErased(path)", "return nil", tests{"store", "AKilledList", 0}},
		{"a copy has no list beside it", "store", "(*Store).Backup", "s.listErased(path + erasures.Ending)", "error(nil)", tests{"store", "TheListBeside", 0}},
		{"a list beside another copy is not looked at", "store/erasures", "For", "Beside(copied)", "Beside(copied + string(os.PathSeparator) + state)", tests{"store", "TheListBeside", 0}},
		{"a list with a bad line is taken", "store", "Sound", "l.Bad() > 0", "false", tests{"store/erasures", "NoList", 0}},
		{"two lists have one salt", "store", "begun", "rand.Read(salt)", "0, error(nil)", tests{"store/erasures", "AListKeeps", 0}},
		{"a line that was cut off counts", "store", "Keep", "f.Truncate($x)", "f.Truncate($x + int64(l.torn))", tests{"store/erasures", "AListKeeps", 0}},
		{"restoring does not say that no list was found", "ui/cli", "brought", "told.Lists == 0", "false", by("ui/cli/files", "Restoring")},
		{"a trial of an erasure erases", "ui/cli", "residentErase", "if dry { $*_ }", "_ = dry", by("ui/cli/desk", "ErasingLists")},
		{"the app forgets where else somebody is named", "ui/people", "(*wipe).tell", "d.sought, d.found = true, m.found", "d.sought, d.found = true, m.found[:0]", by("ui/people", "Beforehand|AsksByName")},
	}
}
