package derive

import (
	"leerbalie/model/journal"

	"leerbalie/store/wire"
)

// eraseList is what was erased: whatever arrives of it later leaves its words behind.
func eraseList() Projection {
	return Projection{Name: "erased", Kinds: []journal.Kind{journal.KindErasure}, Bucket: wire.BucketIndex,
		Entries: func(now *State, to []Entry) []Entry { return append(to, Entry{wire.ErasedKey(now.Rec.ID), []byte{}}) }}
}
