package replica_test

import (
	"leerbalie/model"
	"leerbalie/store"
	"leerbalie/store/disk"
)

// entries counts the bytes of all entries of a store.
func entries(tx model.Tx) (n int) {
	_ = tx.Own().(store.Exchanging).Disk().ForEach(func(_ []byte, b *disk.Bucket) error {
		return b.ForEach(func(k, v []byte) error { n += len(k) + len(v); return nil })
	})
	return n
}
