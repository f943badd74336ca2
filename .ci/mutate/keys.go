package main

// keyMutants break who may write as whom, and what a copy holds of it.
func keyMutants() []mutant {
	return []mutant{
		{"a copy holds the key", "store", "copied", "wire.MetaKey", "wire.MetaFormer", keeping("NoPrivateKey")},
		{"a copy that is opened goes on under the old name", "store", "(*Store).another", "copied = self.Keyless($_)", "copied = false", keeping("CopyOpened")},
		{"a key that was replaced stays in free places", "store", "(*Store).identifyAnew", "owe(b, Debt{Kind: OwesAnew})", "error(nil)", keeping("IdentifyAnew")},
		{"another name of a copy is told as an erasure", "store", "(*Store).identifyAnew", "Debt{Kind: OwesAnew}", "Debt{Kind: OwesCompact}", keeping("IdentifyAnew")},
		{"what opening showed is kept from the app", "ui", "(*App).remark", "cmds = append(cmds, $_)", "_ = r", tests{"ui", "OpeningShowed", 0}},
		{"what opening showed is kept from commands", "ui/cli", "(*Run).WithBoard", "r.Tell($_)", "_ = remark", tests{"ui/cli", "OpeningShowed", 0}},
		{"check takes a store without its key for a copy", "store/self", "Keyless", "meta.Get(wire.MetaCopied) != nil", "true", keeping("LostKey")},
		{"a restored store goes on under the old name", "store", "Restore", "self.Rename($*_)", "error(nil)", keeping("NoPrivateKey")},
		{"a copy cannot be stopped", "store", "(*copying).commit", "c.ctx.Err()", "error(nil)", tests{"store/copying", "", 0}},
		{"words that changed places pass", "model/plain", "lastOf", "sum := place", "sum := 0", tests{"model/plain", "Mistake", 0}},
		{"one letter may be another", "model/plain", "lastOf", "[...]int{1, 3, 5, 7}[i]", "[...]int{1, 4, 5, 8}[i]", tests{"model/plain", "Mistake", 0}},
		{"some words are likelier than others", "model/plain", "draw", "n < 1<<16/perWord*perWord", "true", tests{"model/plain", "EachWord", 0}},
		{"a replica names itself as the centre", "model/trust", "Centre.sound", "ed25519.Verify($*_)", "true", tests{"model/trust", "", 0}},
		{"whoever comes last is the centre", "model/trust", "(*State).take", "c.Term > s.Centre.Term", "true", tests{"model/trust", "", 0}},
		{"two follow one centre", "model/trust", "(*State).take", "!same", "!same && false", tests{"model/trust", "", 0}},
		{"whoever writes about keys counts", "model/trust", "(*State).take", "s.Root != nil && !s.CentreIs($_)", "false", tests{"model/trust", "", 0}},
		{"whose word counts depends on what came first", "model/trust", "Judge", "slices.SortFunc($*_)", "_ = entries", tests{"model/trust", "", 0}},
		{"another organisation's root key is taken in", "model/trust", "Compare", "!bytes.Equal(was.Root, is.Root)", "false", tests{"model/trust", "", 0}},
		{"a second centre that is dated back is taken in", "model/trust", "Compare", "is.Centre.Term == was.Centre.Term", "false", tests{"model/trust", "", 0}},
		{"changes from elsewhere are not looked over for keys", "model/trust", "Accept", "Compare(before, now)", "error(nil)", tests{"store/root", "", 0}},
		{"check is silent about two centres", "store", "(*checker).trust", "c.problem($*_)", "_ = f", tests{"store/root", "", 0}},
		{"two centres keep a store from being copied", "store", "verify", `p.Kind == "trust"`, "false", tests{"store/root", "", 0}},
		{"a wrapped key from elsewhere costs what it says", "store/root", "unwrap", "c.Memory > maxMemory", "false", tests{"store/root", "Wrapped", 0}},
		{"a wrapped key fits any public half", "store/root", "along", "append(bytes.Clone(head), public...)", "head", tests{"store/root", "Wrapped", 0}},
		{"the first start goes on before the phrase was written down", "ui/welcome", "(*Welcome).begun", `s.made.phrase == ""`, "true", tests{"ui/welcome", "", 0}},
		{"any key leaves the phrase", "ui/welcome", "(*Welcome).key", "took || s.made != nil", "took", tests{"ui/welcome", "", 0}},
		{"who may not, makes a root key", "store/root", "Door.Enter", "session.Check(ctx, right)", "error(nil)", tests{"store/root", "Door", 0}},
		{"a restored copy forgets who follows", "store/root", "Door.Restore", "d.Keeper.Succeed($*_)", "error(nil)", tests{"store/root", "Door", 0}},
		{"a phrase that is another's ends it", "store/root", "asked", "e.Msg != otherPhrase", "true", tests{"store/root", "", 0}},
		{"a mistyped word is not pointed at", "ui/cli", "parseWords", "m.Word > 0", "false", tests{"ui/cli", "Phrase", 0}},
		{"going on without the phrase is not said", "ui/cli", "Restore", `r.Tell(r.Say("cli.restore.no-phrase"))`, "", tests{"ui/cli", "Phrase", 0}},
	}
}
