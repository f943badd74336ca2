package derive

import (
	"bytes"

	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/store/search"
	"leerbalie/store/wire"
)

// IndexWords enters a batch of waiting words into the index, and tells how many; the texts of one kind and site go in together.
func (d Derivation) IndexWords(t Reader, batch int) (n int, err error) {
	unindexed := t.Disk().Bucket(wire.BucketUnindexed)
	docs := map[string][]search.Doc{}
	gone := map[string][]search.ID{}
	var keys [][]byte
	c := unindexed.Cursor()
	for key, _ := c.First(); key != nil && n < batch; key, _ = c.Next() {
		kind, site, id := journal.Kind(key[0]), wire.ParseID(key[1:17]), wire.ParseID(key[17:])
		var words []string
		var ok bool
		if w := d.Wording(kind); w != nil {
			now, err := w.Kept(t, site, id)
			if err == nil && now != nil {
				words, ok, err = w.Of(t, now)
			}
			if err != nil {
				return n, err
			}
		}
		prefix := string(key[:17])
		if ok {
			docs[prefix] = append(docs[prefix], search.Doc{ID: search.ID(id), Words: words})
		} else {
			gone[prefix] = append(gone[prefix], search.ID(id))
		}
		keys = append(keys, bytes.Clone(key))
		n++
	}
	for prefix, ds := range docs {
		if err := search.Index(t.Disk().Bucket(wire.BucketToken), []byte(prefix), ds); err != nil {
			return n, err
		}
	}
	for prefix, ids := range gone {
		if err := search.Forget(t.Disk().Bucket(wire.BucketToken), []byte(prefix), ids...); err != nil {
			return n, err
		}
	}
	for _, k := range keys {
		if err := unindexed.Delete(k); err != nil {
			return n, err
		}
	}
	return n, nil
}

// SearchedNow is Searched for a request as it stands.
func SearchedNow(t Reader, row *desk.RequestRow) (string, error) {
	rec, err := t.Record(desk.KindRequest, row.ID)
	if err != nil || rec == nil {
		return "", err
	}
	now := State{Rec: rec, From: t}
	text, err := Searched(t, row, now.furtherWords())
	if now.Err != nil {
		err = now.Err
	}
	return text, err
}
