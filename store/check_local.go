package store

import (
	"encoding/hex"
	"errors"

	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/store/disk"
	"leerbalie/store/number"
	"leerbalie/store/tally"
	"leerbalie/store/wire"
)

// local compares what this copy keeps for itself with its tally, and says when the last write may be missing.
func (c *checker) local() error {
	if c.s.doubtful(c.b) {
		c.problem("doubt", "write", "missing")
	}
	waiting := c.b.Bucket(wire.BucketPending)
	n := uint64(0)
	cur := waiting.Cursor()
	for key, _ := cur.First(); key != nil; key, _ = cur.Next() {
		n++
	}
	if waiting.Sequence() != n {
		c.problem("local", "pending", "count")
	}
	wrong, err := tally.Faults(c.b)
	for _, w := range wrong {
		c.problem("local", w.Bucket, w.Detail)
	}
	return err
}

// counters tells which sites would get a number for the second time.
func (c *checker) counters() {
	for site, last := range c.issued {
		if wire.ParseNumber(c.get(wire.BucketCounter, site[:])) < last.Count {
			c.problem("derived", "counter "+hex.EncodeToString(site[:]), "low")
		}
	}
}

// takeLocal takes what this copy keeps for itself as it is, but for counts that show elsewhere as well, and what is said of the
// last write.
func (s *Store) takeLocal() error {
	doubt := s.doubt.Swap(false)
	err := s.update(func(b *disk.Tx) error {
		t, given, waiting := &tx{s: s, b: b}, number.Issued{}, uint64(0)
		err := t.Each(desk.KindRequest, func(r *journal.Record) error { return given.Note(t, r) })
		if err != nil {
			return err
		}
		for site, last := range given {
			if wire.ParseNumber(b.Bucket(wire.BucketCounter).Get(site[:])) < last.Count {
				if err := tally.Keep(b, wire.BucketCounter, site[:], wire.Number(last.Count)); err != nil {
					return err
				}
			}
		}
		for _, name := range [][]byte{wire.BucketPending, wire.BucketHeld} {
			waits := b.Bucket(name)
			waiting = 0
			if err := waits.ForEach(func(_, _ []byte) error { waiting++; return nil }); err != nil {
				return err
			}
			if err := waits.SetSequence(waiting); err != nil {
				return err
			}
		}
		return errors.Join(tally.Drop(b, wire.BucketMeta, wire.MetaDoubt), tally.Anew(b))
	})
	if err != nil {
		s.doubt.Store(doubt)
	}
	return err
}
