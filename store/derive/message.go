package derive

import (
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/store/wire"
)

// messages is what waits for each person until it is seen.
func messages() Projection {
	return Projection{Name: "message", Kinds: ofRequests(), Bucket: wire.BucketIndex, Entries: func(now *State, to []Entry) []Entry {
		now.whole().MessagePlaces(func(whom journal.ID, at desk.MessagePlace) {
			to = append(to, Entry{MessageKey(whom, at), []byte{}})
		})
		return to
	}}
}

func MessageKey(whom journal.ID, at desk.MessagePlace) []byte {
	b := append(append(make([]byte, 0, 73), 'm'), whom[:]...)
	b = append(wire.AppendStamp(b, at.Stamp), at.Site[:]...)
	return append(b, at.Request[:]...)
}
