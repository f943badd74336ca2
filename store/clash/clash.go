// Package clash keeps where people wrote apart what does not go together, in the bucket index: under 'x' the entities on which
// something clashes, and what each entity says of something of which only one thing can hold.
package clash

import (
	"bytes"

	"leerbalie/model/conflict"
	"leerbalie/model/journal"
	"leerbalie/store/disk"
	"leerbalie/store/wire"
)

// Entry is one key with its value.
type Entry struct{ Key, Value []byte }

// Entries are what is kept of an entity.
func Entries(kinds *journal.Kinds, rec *journal.Record, items func() []journal.Item, visit func(Entry)) {
	if len(kinds.Clashes(rec, items)) > 0 {
		b := append(make([]byte, 0, 36), 'x', 0, byte(rec.Class))
		b = append(append(b, rec.Part[:]...), byte(rec.Kind))
		visit(Entry{append(b, rec.ID[:]...), []byte{}})
	}
	for _, s := range kinds.Stakes(rec, items) {
		key := append(stakeKey(s), byte(rec.Kind))
		visit(Entry{wire.AppendStamp(append(key, rec.ID[:]...), s.Stamp), []byte(s.Says)})
	}
}

func stakeKey(s journal.Stake) []byte {
	b := append(make([]byte, 0, 76), 'x', 1, s.Code)
	return append(append(b, s.Of[:]...), s.In[:]...)
}

const stakeLen = 3 + 16 + 16 // of what a stake is about

// Contested visits the entities on which something clashes.
func Contested(index *disk.Bucket, visit func(journal.Kind, journal.ID) error) error {
	prefix := []byte{'x', 0}
	c := index.Cursor()
	for key, _ := c.Seek(prefix); bytes.HasPrefix(key, prefix); key, _ = c.Next() {
		if err := visit(journal.Kind(key[19]), wire.ParseID(key[20:])); err != nil {
			return err
		}
	}
	return nil
}

// Rivals visits the stakes that are about the same and say different things.
func Rivals(index *disk.Bucket, visit func([]conflict.Staked) error) error {
	var same []conflict.Staked
	told := func() error {
		rivals := same
		same = nil
		if len(rivals) > 1 && conflict.Differ(rivals) {
			return visit(rivals)
		}
		return nil
	}
	if err := stakes(index, []byte{'x', 1}, func(s conflict.Staked) (err error) {
		if len(same) > 0 && !s.Same(same[0].Stake) {
			err = told()
		}
		same = append(same, s)
		return err
	}); err != nil {
		return err
	}
	return told()
}

// Like are all stakes about what one is about.
func Like(index *disk.Bucket, s journal.Stake) (out []conflict.Staked, err error) {
	err = stakes(index, stakeKey(s), func(s conflict.Staked) error {
		out = append(out, s)
		return nil
	})
	return out, err
}

func stakes(index *disk.Bucket, prefix []byte, visit func(conflict.Staked) error) error {
	c := index.Cursor()
	for key, v := c.Seek(prefix); bytes.HasPrefix(key, prefix); key, v = c.Next() {
		at := key[stakeLen:]
		s := conflict.Staked{Stake: journal.Stake{Code: key[2], Of: wire.ParseID(key[3:]), In: wire.ParseID(key[19:]), Says: string(v), Stamp: wire.ParseStamp(at[17:])},
			Kind: journal.Kind(at[0]), Entity: wire.ParseID(at[1:])}
		if err := visit(s); err != nil {
			return err
		}
	}
	return nil
}
