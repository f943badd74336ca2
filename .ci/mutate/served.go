package main

// servedMutants let somebody in over the network who may not come in, or do there what may not be done.
func servedMutants() []mutant {
	return []mutant{
		{"a key lets two people in", "model", "(*Session).Bind", "e.Fingerprint != key.Fingerprint", "true", by("model", "AKeyLets|OneKeyForMany")},
		{"anybody binds anybody's key", "model", "(*Session).mayKeepEntrance", "s.Check(ctx, ToKeepDoors)", "error(nil)", by("model", "WhoSays")},
		{"who left comes in", "model", "WhoseKey", "p.Archived || stays != e.stays", "stays == \"\"", by("model", "AKeyEnds")},
		{"who came back comes in by an old key", "model", "WhoseKey", "stays != e.stays", "stays == \"\"", by("model", "AKeyEnds")},
		{"everybody sees whose keys there are", "model", "(*Session).Entrances", "!all && e.Person != s.Me().ID", "!all && e.Person.IsZero()", by("model", "WhoSays")},
		{"whose keys there are is a setting for all", "model", "(*Session).ownSetting", "name == EntranceSetting", "false", by("model", "WhoSays")},
		{"a fingerprint brings a line of its own", "model", "PublicKey.check", "len(sum) != 43", "false", by("model", "AKeyLets")},
		{"the key of who is erased stays", "store", "(*tx).dropLocalOf", "len(kept) > 0", "false", by("store", "TestStoreConforms/erasing")},
		{"a command without a mark is served", "ui/cli", "mayServe", `return command.Misuse("cli.served.command", "command", path)`, "return nil", by("ui/cli", "OnlyWhatIsListed")},
		{"a flag without a mark is served", "ui/cli", "mayServe", `err = command.Misuse("cli.served.flag", "flag", "--"+f.Name)`, "_ = given", by("ui/cli", "OnlyWhatIsListed")},
		{"what is served is written to any file", "ui/cli", "mayServe", `f.Value.String() != "-"`, "false", by("ui/cli", "ReachesNoPlace")},
		{"a board does anything", "ui/cli", "mayServe", `r.Only != "" && path != r.Only`, "false", by("ui/cli", "AKeyOfOne")},
		{"who acted last acts over the network", "ui/cli/command", ".admit", "me.ID != r.Who", "false", by("ui/cli", "TheKeySays")},
		{"a quote that is not closed ends a word", "ui/cli/command", "Split", "escaped || quote != none", "false", by("ui/cli/command", "WordsAreSplit")},
		{"a short RSA key is taken", "ui/publickey", "strong", "n.N.BitLen() < ShortestRSA", "false", by("ui/publickey", "Refused")},
		{"options before a key are passed over", "ui/publickey", "parse", "len(options) > 0 || $_", "len(options) > 99", by("ui/publickey", "Refused")},
		{"a private key is looked at", "ui/publickey", "parse", "private(plain)", "false", by("ui/publickey", "Refused")},
		{"a key that was taken away opens another session", "ui/serve", "(*Door).Again", `who == "" || p.ID.String() != who`, "false", by("ui/serve", "TakenAway")},
		{"a revoked laptop opens another session", "ui/serve", "(*Door).Again", "d.Copy(ctx, conn.User(), k)", "func() (journal.ID, error) { _ = k; return journal.ParseID(who) }()", by("ui/serve", "NoPeople")},
		{"a board is a person like others", "ui/serve", "(*Door).Again", "p.IsBoard()", "false", by("ui/serve", "NoPeople")},
		{"strangers take all places", "ui/serve", "(*Crowd).enter", "c.strangers >= mostStrangers", "false", by("ui/serve", "StrangersTake")},
		{"one address takes all places", "ui/serve", "(*Crowd).enter", "c.of[from] >= mostOfAddress", "false", by("ui/serve", "StrangersTake")},
		{"who was let in stays a stranger", "ui/serve", "(*guest).admitted", "!g.left", "false", by("ui/serve", "StrangersTake|TheCounts")},
		{"who types is sent away", "ui/serve", "(*attended).Read", "n > 0", "false", by("ui/serve", "PressesNoKey")},
		{"a log holds whatever it was given", "ui/serve", "(*Log).Note", "isFingerprint(fingerprint)", `fingerprint != ""`, by("ui/serve", "ALineOf|WhatALog")},
		{"a log holds arguments", "ui/serve", "placesOf", "end > 0", "false", by("ui/serve", "NothingThatWasTyped")},
		{"others may read the key of this computer", "ui/serve", "readHostKey", "info.Mode().Perm()&0o077 != 0", "false", by("ui/serve", "ThatIsNone")},
	}
}
