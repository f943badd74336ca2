package derive

import (
	"bytes"
	"errors"
	"maps"
	"slices"

	"leerbalie/model/journal"
	"leerbalie/store/disk"
	"leerbalie/store/tally"
	"leerbalie/store/wire"
)

// Made tells whether this derivation, with this journal.SchemaVersion, made what a file holds.
func (d Derivation) Made(b *disk.Tx) bool {
	meta := b.Bucket(wire.BucketMeta)
	have := meta.Get(wire.MetaDerived)
	return bytes.Equal(have[:min(len(have), tally.DerivedLen)], d.Mark()) && wire.ParseNumber(meta.Get(wire.MetaSchema)) == 0
}

// Stamp says that this derivation made what a file holds. Programs from before there was a Version tell by metaSchema only: by
// this they derive everything anew, in their own form, when they open the file, and write their number there. So what they kept
// true is derived anew as well when the file comes back.
func (d Derivation) Stamp(b *disk.Tx) error {
	return errors.Join(tally.Keep(b, wire.BucketMeta, wire.MetaDerived, append(d.Mark(), tally.Mark(b)...)), tally.Keep(b, wire.BucketMeta, wire.MetaSchema, wire.Number(0)))
}

// Mark is what a file says of who derived it.
func (d Derivation) Mark() []byte {
	return append(wire.Number(d.Version), wire.Number(journal.SchemaVersion)...)
}

// On is the entries of an entity as they stand on disk, with what is looked up in them hidden where the file is sealed.
func (p *Projection) On(s *disk.Seal, now *State, to []Entry) []Entry {
	n := len(to)
	to = p.Entries(now, to)
	for i := range to[n:] {
		if p.Named {
			to[n+i].Key = Hidden(s, to[n+i].Key, len(journal.ID{}))
		}
	}
	return to
}

// Hidden is a key by which requests are looked up, whose words give way to a keyed hash where the file is sealed; id is how long the
// id is at its end.
func Hidden(s *disk.Seal, key []byte, id int) []byte {
	if s == nil {
		return key
	}
	end := len(key) - id - 1 // and a zero before it
	return append(append([]byte{key[0]}, s.Hide(string(wire.BucketIndex), key[:end])...), key[end:]...)
}

// WriteSorted writes entries in the order of their keys, nil removes one, and forgets them: a page that many are put into out of order
// within one transaction moves what it holds for each of them.
func WriteSorted(b *disk.Bucket, entries map[string][]byte) error {
	if len(entries) == 0 {
		return nil
	}
	b.Fill(0.9)
	c := b.Cursor()
	var k []byte
	for _, key := range slices.Sorted(maps.Keys(entries)) {
		value := entries[key]
		k = append(k[:0], key...)
		have, old := c.Seek(k)
		var err error
		switch there := bytes.Equal(have, k); {
		case value == nil && there:
			err = b.Delete(k)
		case value != nil && (!there || !bytes.Equal(old, value)):
			err = b.Put(k, value)
		}
		if err != nil {
			return err
		}
	}
	clear(entries)
	return nil
}

// WriteCounts adds to the numbers of a bucket.
func WriteCounts(b *disk.Bucket, more map[string]int64) error {
	for key, d := range more {
		if err := b.Put([]byte(key), wire.Number(uint64(int64(wire.ParseNumber(b.Get([]byte(key))))+d))); err != nil {
			return err
		}
	}
	return nil
}
