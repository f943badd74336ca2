package store

import (
	"bytes"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/store/wire"
)

// EachChange visits the changes of the journal and then those that wait, in the order of their keys.
func (t *tx) EachChange(from string, limit int, visit func(*journal.Change) error) (next string, err error) {
	for at, bucket := range [][]byte{wire.BucketLog, wire.BucketPending, wire.BucketHeld} {
		mark := string(rune('0' + at))
		if from != "" && from[:1] > mark {
			continue
		}
		c := t.bucket(bucket).Cursor()
		key, v := c.First()
		if from != "" && from[:1] == mark {
			if key, v = c.Seek([]byte(from[1:])); bytes.Equal(key, []byte(from[1:])) {
				key, v = c.Next()
			}
		}
		for ; key != nil; key, v = c.Next() {
			ch, err := opened(bucket, key, v)
			if err != nil {
				return "", err
			}
			if err := visit(ch); err != nil {
				return "", err
			}
			if limit--; limit == 0 {
				return mark + string(key), nil
			}
		}
	}
	return "", nil
}

// EachDraft visits the drafts of everybody.
func (t *tx) EachDraft(visit func(model.Draft) error) error {
	return t.bucket(wire.BucketDraft).ForEach(func(k, v []byte) error {
		d, err := wire.DecodeDraft(wire.ParseID(k), string(k[len(journal.ID{}):]), v)
		if err != nil {
			return err
		}
		return visit(d)
	})
}

// EachSetting visits the settings of this machine and of everybody.
func (t *tx) EachSetting(visit func(key, value string) error) error {
	return t.bucket(wire.BucketSetting).ForEach(func(k, v []byte) error { return visit(string(k), string(v)) })
}
