package main

// bundleMutants break what holds of a file that travels: that it is whole, for one machine, replaces nothing, and names nobody.
func bundleMutants() []mutant {
	seal := func(run string) tests { return tests{"store/replica/bundle", run, 0} }
	return []mutant{
		{"a header may be altered", "store/replica/bundle", "(*Sealed).parcel", "sum != sha256.Sum256(s.head)", "false", seal("NothingButAllOfIt|FramesThatLie")},
		{"another's key is not named", "store/replica/bundle", "(*Sealed).parcel", "KeyOf(by.Recipient().String()) != s.Key", "false", seal("WhatIsNoBundle")},
		{"a newer bundle is read", "store/replica/bundle", "readHeader", "v > format", "false", seal("WhatIsNoBundle")},
		{"a header has any length", "store/replica/bundle", "readHeader", "size > maxHeader", "false", seal("ALongHeader")},
		{"a window takes any memory", "store/replica/bundle", "(*Sealed).parcel", "zstd.WithDecoderMaxWindow(maxRoom)", "zstd.WithDecoderMaxWindow(1 << 29)", seal("Bomb")},
		{"what nobody can read is written", "store/replica/bundle", "write", "frame.Swollen($*_)", "false", seal("WhatCannotBeRead")},
		{"any price of a code is paid", "store/replica/bundle", "unwrapSecret", "by.SetMaxWorkFactor(WorkFactor)", "by.SetMaxWorkFactor(30)", seal("TheCode")},
		{"a bundle swells without end", "store/replica/frame", "Swollen", "out/maxSwell > in", "false", seal("Bomb")},
		{"a pipe brings without end", "store/replica/frame", "(*Reader).count", "d.out > maxTotal", "false", tests{"store/replica/frame", "NeverEnds", 0}},
		{"a frame has any length", "store/replica/frame", "(*Reader).next", "n > Longest", "false", tests{"store/replica/frame", "ALongFrame", 0}},
		{"more may stand behind the end", "store/replica/frame", "(*Reader).next", "!d.only", "true", seal("FramesThatLie|NothingButAllOfIt")},
		{"the end may be missing", "store/replica/frame", "damaged", "ErrDamaged", "io.EOF", seal("FramesThatLie")},
		{"a bundle may be replaced", "store/file", "isBundle", "bytes.HasPrefix($*_)", "false", tests{"store/file", "IsData", 0}},
		{"a harmed bundle may be replaced", "store/file", "isBundle", "bytes.Contains($*_)", "false", tests{"store/file", "IsData", 0}},
		{"a number comes back", "store/replica/bundle", "nextName", "last = max(last, n)", "last = n * 0", seal("NamesInAFolder")},
		{"an invitation without its bundle stays open", "store/replica/bundle", "(*Desk).invite", "trust.WithdrawIn(w, me, id)", "error(nil)", seal("CannotBeWritten")},
		{"somebody is invited before the name is seen to be taken", "store/replica/bundle", "(*Desk).Take", "free(path)", "error(nil)", seal("CannotBeWritten")},
		{"a root key is made whose phrase nobody sees", "store/replica/bundle", "(*Desk).rooted", "d.recovery = p", "_ = p", seal("MakesTheRootKey")},
		{"whoever makes a bundle makes a root key", "store/replica/bundle", "(*Desk).rooted", "session.Check(ctx, model.ToKeepKeys) != nil", "false", seal("MakesTheRootKey")},
		{"a copy that is not the centre invites", "store/replica/bundle", "(*Desk).centre", "!st.CentreIs(s.Replica())", "false", seal("NotTheCentre")},
		{"whoever holds a copy makes one for others", "store/replica/bundle", "(*Desk).may", "session.Check(ctx, model.ToInvite)", "error(nil)", seal("WhoMay")},
		{"students bring bundles in", "store/replica/bundle", "(*Desk).opened", "!mayHold(session.Me())", "false", seal("WhoMay")},
		{"another organisation's bundle is opened", "store/replica/bundle", "(*Desk).opened", "!bytes.Equal(own[:], b.Organisation[:])", "!bytes.Equal(own[:], own[:])", seal("WhatIsNotOurs")},
		{"nothing answers a bundle", "store/replica/bundle", "(*Desk).Return", "d.answer($*_)", "_ = path", seal("ThereAndBack")},
		{"what lies on the stick is not heard", "store/replica/bundle", "(*Desk).Take", "heardIn($*_)", "0, error(nil)", seal("ThereAndBack")},
		{"a copy hears itself", "store/replica", "Heard", "w.Replica() == s.Replica()", "false", seal("ThereAndBack")},
		{"a first bundle opens over a store", "store/replica/bundle", "Opening.Open", "err == nil", "false", seal("Opening")},
		{"a wrong code ends it", "store/replica/bundle", "asked", `e.Msg != "bundle-code"`, "true", seal("Opening")},
		{"who is called takes in nothing", "store/replica/pipe", "(*exchange).hear", "replica.Heard($*_)", "0, error(nil)", tests{"store/replica/pipe", "Driver", 0}},
		{"what answers may be anything", "store/replica/pipe", "(*exchange).greet", "string(theirs[:at]) != greeting", "false", tests{"store/replica/pipe", "WhoIsThere", 0}},
		{"what came through a pipe is left lying about", "store/replica/pipe", "(*exchange).receive", "errors.Join(err, drop())", "errors.Join(err, func() error { _ = drop; return nil }())", tests{"store/replica/pipe", "Driver", 0}},
		{"texts that name a resident travel unasked", "ui/cli/bundle", "asking.decide", "choice == transfer.Undecided", "false", tests{"ui/cli/bundle", "TextsThatName", 0}},
		{"scripts are asked", "ui/cli/bundle", "asking.decide", `a.hits == "" && r.Answer != nil && !r.JSON`, `a.hits == "" && r.Answer != nil`, tests{"ui/cli/bundle", "TextsThatName", 0}},
		{"one of several laptops is taken", "ui/cli/bundle", "asking.choose", "len(machines) > 1", "false", tests{"ui/cli/bundle", "ForWhom", 0}},
		{"the phrase goes with a bundle that failed", "ui/cli/bundle", "asking.take", `taken.Recovery != ""`, "false", tests{"ui/cli/bundle", "ATakeTells", 0}},
	}
}
