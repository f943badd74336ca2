package main

// keyMutants break who may write as whom, and what a copy holds of it.
func keyMutants() []mutant {
	return []mutant{
		{"a copy holds the key", "store", "copied", "bytes.Equal(bucket, bucketMeta) && bytes.Equal(key, metaKey)", "false", keeping("NoPrivateKey")},
		{"a copy that is opened goes on under the old name", "store", "(*Store).recognise", "copied = keyless($_)", "copied = false", keeping("CopyOpened")},
		{"a key that was replaced stays in free places", "store", "(*Store).identifyAnew", "owe(b, Debt{Kind: OwesCompact})", "error(nil)", keeping("IdentifyAnew")},
		{"what opening showed is kept from the app", "ui", "(*App).remark", "cmds = append(cmds, $_)", "_ = r", tests{"ui", "OpeningShowed", 0}},
		{"what opening showed is kept from commands", "ui/cli", "(*Run).With", "r.Tell($_)", "_ = remark", tests{"ui/cli", "OpeningShowed", 0}},
		{"check takes a store without its key for a copy", "store", "keyless", "meta.Get(metaCopied) != nil", "true", keeping("LostKey")},
		{"a restored store goes on under the old name", "store", "Restore", "copyTo(ctx, b, tmp, nil, identify)",
			"copyTo(ctx, b, tmp, nil, func(*bolt.Tx) error { return nil })", keeping("BackupAndRestore")},
		{"a copy cannot be stopped", "store", "(*copying).commit", "c.ctx.Err()", "error(nil)", keeping("BackupStops")},
		{"words that changed places pass", "model/plain", "lastOf", "sum := place", "sum := 0", tests{"model/plain", "Mistake", 0}},
		{"one letter may be another", "model/plain", "lastOf", "[...]int{1, 3, 5, 7}[i]", "[...]int{1, 4, 5, 8}[i]", tests{"model/plain", "Mistake", 0}},
		{"some words are likelier than others", "model/plain", "draw", "n < 1<<16/perWord*perWord", "true", tests{"model/plain", "EachWord", 0}},
	}
}
