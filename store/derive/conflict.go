package derive

import (
	"leerbalie/model/kinds"
	"leerbalie/store/clash"
	"leerbalie/store/wire"
)

// conflicts is where people wrote apart from each other what does not go together, and of what only one thing can hold.
func conflicts() Projection {
	return Projection{Name: "conflict", Kinds: kinds.All().All(), Bucket: wire.BucketIndex, Entries: func(now *State, to []Entry) []Entry {
		clash.Entries(kinds.All(), now.Rec, now.items, func(e clash.Entry) { to = append(to, Entry{e.Key, e.Value}) })
		return to
	}}
}
