package main

// sealedMutants break what keeps a sealed store from whoever finds it.
func sealedMutants() []mutant {
	harmed, nothing := keeping("EveryAltered"), keeping("NothingOfASealedStore")
	on := func(run string) tests { return tests{"store/disk", run, 0} }
	return []mutant{
		{"a sealed value may stand anywhere in its bucket", "store/disk", "(*Bucket).along", "append(append(append(b.room[:0], b.name...), 0), key...)", "append(b.room[:0], b.name...)", harmed},
		{"sealed values have one nonce", "store/disk", "(*Bucket).close", "rand.Read(out)", "0, error(nil)", on("LookAlike")},
		{"names stand in keys", "store/disk", "(*Bucket).place", "b.seal.Hide(b.name, key[b.named:])", "key[b.named:]", on("Hidden")},
		{"numbers and sources stand in keys", "store", "Hidden", "s == nil", "s == nil || true", nothing},
		{"a sealed store has an index of words", "store", "(*Store).IndexWords", "s.Sealed()", "false", nothing},
		{"what does not open is shown", "store/disk", "(*Bucket).open", "!b.tx.tolerant", "false", keeping("WhoWorksIsTold")},
		{"a check ends at the first value that does not open", "store/disk", "(*Tx).Tolerate", "t.tolerant = true", "t.tolerant = false", keeping("IsMadeFromTheJournal")},
		{"room for opened values is used twice", "store/disk", "(*Tx).space", "t.room = t.room[:at+size]", "t.room = t.room[:at+size/2]", on("StayAsTheyWere")},
		{"a repair keeps what nobody can open", "store", "opens", "disk.IsUnreadable(v)", "false", keeping("IsMadeFromTheJournal")},
		{"a file says how long a try takes", "store/seal", "Unwrap", "by.SetMaxWorkFactor(Work)", "by.SetMaxWorkFactor(22)", keeping("TheWorkOfATry")},
		{"any key will do", "store/seal", "Unwrap", "!is(s, wrapped)", "false", keeping("TheWorkOfATry")},
		{"any passphrase is long enough", "model/passphrase", "Chosen", "n < leastPassphrase", "n < 1", keeping("TestPassphrases")},
		{"one key held down is a passphrase", "model/passphrase", "Chosen", "len(different) < leastDifferent", "false", keeping("TestPassphrases")},
		{"an accent makes another passphrase", "model/passphrase", "Form", "norm.NFC.String(text)", "text", keeping("TestPassphrases")},
		{"the old passphrase opens what is left in free places", "store", "(*Store).ChangePassphrase", "owe(b, Debt{Kind: OwesCompact})", "error(nil)", keeping("ChangingThePassphrase")},
		{"a passphrase is chosen before the old one is known", "store", "ChangePassphrase", "Keys(o, path)", "[]byte(nil), error(nil)", keeping("ChangingThePassphrase")},
		{"two that are not the same are taken", "ui/cli", "(*Run).choosePassphrase", "again == typed", "again == again", tests{"ui/cli", "Passphrase", 0}},
		{"wrong passphrases do not make wait", "ui/welcome", "(*Unseal).took", "s.failed == freeTries", "false", tests{"ui/welcome", "", 0}},
		{"who has a PIN is let in behind the passphrase", "ui", "(*App).start", "msg.Locked", "false", tests{"ui/welcome", "APIN", 0}},
		{"others read what was given to a command", "ui/cli", "Called", `strings.HasPrefix(arg, "-")`, "false", tests{"ui/cli/command", "", 0}},
	}
}
