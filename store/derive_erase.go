package store

import (
	"leerbalie/model/journal"

	"leerbalie/store/wire"
)

// eraseList is what was erased: whatever arrives of it later leaves its words behind.
func eraseList() projection {
	return projection{name: "erased", kinds: []journal.Kind{journal.KindErasure}, bucket: wire.BucketIndex,
		entries: func(now *state, to []entry) []entry { return append(to, entry{wire.ErasedKey(now.rec.ID), []byte{}}) }}
}
