package store

import (
	"bytes"

	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/store/wire"
)

// messages is what waits for each person until it is seen.
func messages() projection {
	return projection{name: "message", kinds: ofRequests(), bucket: wire.BucketIndex, entries: func(now *state, to []entry) []entry {
		now.whole().MessagePlaces(func(whom journal.ID, at desk.MessagePlace) {
			to = append(to, entry{messageKey(whom, at), []byte{}})
		})
		return to
	}}
}

func messageKey(whom journal.ID, at desk.MessagePlace) []byte {
	b := append(append(make([]byte, 0, 73), 'm'), whom[:]...)
	b = append(wire.AppendStamp(b, at.Stamp), at.Site[:]...)
	return append(b, at.Request[:]...)
}

// Messages are the places of the messages that wait for somebody, oldest first.
func (t *tx) Messages(whom journal.ID) (out []desk.MessagePlace, err error) {
	if err := t.flush(); err != nil {
		return nil, err
	}
	prefix := append([]byte{'m'}, whom[:]...)
	c := t.bucket(wire.BucketIndex).Cursor()
	for key, _ := c.Seek(prefix); bytes.HasPrefix(key, prefix); key, _ = c.Next() {
		at := key[len(prefix):]
		out = append(out, desk.MessagePlace{Stamp: wire.ParseStamp(at), Site: wire.ParseID(at[24:]), Request: wire.ParseID(at[40:])})
	}
	return out, nil
}
