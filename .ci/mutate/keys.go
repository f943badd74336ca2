package main

// keyMutants break who may write as whom, and what a copy holds of it.
func keyMutants() []mutant {
	return []mutant{
		{"a copy holds the key", "store", "copied", "bytes.Equal(bucket, bucketMeta) && bytes.Equal(key, metaKey)", "false", keeping("NoPrivateKey")},
		{"check takes a store without its key for a copy", "store", "identified", "meta.Get(metaCopied) != nil", "true", keeping("LostKey")},
		{"a restored store goes on under the old name", "store", "Restore", "copyTo(ctx, b, tmp, nil, identify)",
			"copyTo(ctx, b, tmp, nil, func(*bolt.Tx) error { return nil })", keeping("BackupAndRestore")},
		{"a copy cannot be stopped", "store", "(*copying).commit", "c.ctx.Err()", "error(nil)", keeping("BackupStops")},
	}
}
