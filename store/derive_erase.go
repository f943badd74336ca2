package store

import "leerbalie/model"

// eraseList is what was erased: whatever arrives of it later leaves its words behind.
func eraseList() projection {
	return projection{name: "erased", kinds: []model.Kind{model.KindErasure}, bucket: bucketIndex,
		entries: func(now *state, to []entry) []entry { return append(to, entry{erasedKey(now.rec.ID), []byte{}}) }}
}
