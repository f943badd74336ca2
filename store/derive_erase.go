package store

import "leerbalie/model/journal"

// eraseList is what was erased: whatever arrives of it later leaves its words behind.
func eraseList() projection {
	return projection{name: "erased", kinds: []journal.Kind{journal.KindErasure}, bucket: bucketIndex,
		entries: func(now *state, to []entry) []entry { return append(to, entry{erasedKey(now.rec.ID), []byte{}}) }}
}
