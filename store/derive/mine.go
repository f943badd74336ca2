package derive

import (
	"bytes"
	"encoding/binary"

	"leerbalie/model/journal"
	"leerbalie/store/wire"
)

// onPeople is what is on each person: what a day begins with, whatever the size of the lists.
func onPeople() Projection {
	return Projection{Name: "on-person", Kinds: ofRequests(), Bucket: wire.BucketIndex, Entries: func(now *State, to []Entry) []Entry {
		r := now.whole()
		r.OnPeople(func(whom journal.ID) {
			to = append(to, Entry{append(OnPersonKey(whom), wire.TwoIDs(r.Site, r.ID)...), []byte{}})
		})
		return to
	}}
}

// minutes is on which requests each person spent minutes on each day.
func minutes() Projection {
	return Projection{Name: "minutes", Kinds: ofRequests(), Bucket: wire.BucketIndex, Entries: func(now *State, to []Entry) []Entry {
		r, from := now.whole(), len(to)
		r.MinuteDays(func(whom journal.ID, day int64) {
			key := append(MinutesKey(whom, day), wire.TwoIDs(r.Site, r.ID)...)
			for _, e := range to[from:] {
				if bytes.Equal(e.Key, key) {
					return
				}
			}
			to = append(to, Entry{key, []byte{}})
		})
		return to
	}}
}

// OnPersonKey begins the keys of what is on a person; a site and a request follow.
func OnPersonKey(whom journal.ID) []byte {
	return append(append(make([]byte, 0, 49), 'o'), whom[:]...)
}

// MinutesKey begins the keys of what a person spent minutes on, on a day counted from 1970; a site and a request follow. Days before
// 1970 stand first.
func MinutesKey(whom journal.ID, day int64) []byte {
	b := append(append(make([]byte, 0, 57), 't'), whom[:]...)
	return binary.BigEndian.AppendUint64(b, uint64(day)^1<<63)
}
