package store

import (
	"bytes"
	"encoding/hex"
	"errors"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/store/disk"
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

// issued is the last number that this copy gave out at each site, by what requests carry. Two copies can have one tag, so a number
// counts only if this copy wrote it.
type issued map[journal.ID]*lastNumber

type lastNumber struct {
	prefix string // of the numbers that this copy gives out there
	count  uint64
	own    journal.Replica
}

// note notes the number of a request.
func (i issued) note(t *tx, r *journal.Record) error {
	last := i[r.Part]
	if last == nil {
		site, err := t.Record(model.KindSite, r.Part)
		if err != nil {
			return err
		}
		last = &lastNumber{}
		if site != nil {
			copy(last.own[:], t.get(wire.BucketMeta, wire.MetaReplica))
			last.prefix = desk.NumberPrefix(model.SiteOf(site), last.own, string(t.get(wire.BucketMeta, wire.MetaTag)))
		}
		i[r.Part] = last
	}
	number := r.Register(desk.RequestNumber)
	if number == nil || len(number.Live) == 0 || number.Live[0].Stamp.Replica != last.own {
		return nil
	}
	if n, ok := desk.CountIn(number.Live[0].Value.Text(), last.prefix); ok {
		last.count = max(last.count, n)
	}
	return nil
}

// join adds what was noted elsewhere.
func (i issued) join(other issued) {
	for site, last := range other {
		if have := i[site]; have == nil || have.count < last.count {
			i[site] = last
		}
	}
}

// counters tells which sites would get a number for the second time.
func (c *checker) counters() {
	for site, last := range c.issued {
		if wire.ParseNumber(c.get(wire.BucketCounter, site[:])) < last.count {
			c.problem("derived", "counter "+hex.EncodeToString(site[:]), "low")
		}
	}
}

// opens tells whether a value of a sealed file opened.
func opens(_, v []byte) error {
	if disk.IsUnreadable(v) {
		return fault.New(fault.Damaged, "store-value")
	}
	return nil
}

// dropUnreadable removes what waits, drafts, and of a sealed file what else only this copy knows, that cannot be read: nobody could read, erase or
// take in any of the others while they are there. What waits was never taken in, and comes again from where it came.
func (s *Store) dropUnreadable() error {
	return s.update(func(b *disk.Tx) error {
		b.Tolerate()
		for _, of := range []struct {
			bucket []byte
			read   func(k, v []byte) error
		}{
			{wire.BucketPending, func(k, v []byte) error {
				if len(k) != wire.LogKeyLen {
					return fault.New(fault.Damaged, "store-value")
				}
				_, _, err := wire.OpenChange(wire.ParseStream(k), wire.ParseNumber(k[wire.StreamLen:]), v)
				return err
			}},
			{wire.BucketHeld, func(k, v []byte) error {
				h, err := wire.DecodeHeld(v)
				if err == nil && len(k) != wire.LogKeyLen {
					err = fault.New(fault.Damaged, "store-value")
				}
				if err == nil {
					_, _, err = wire.OpenChange(wire.ParseStream(k), wire.ParseNumber(k[wire.StreamLen:]), h.Change)
				}
				return err
			}},
			{wire.BucketPeer, opens}, {wire.BucketAway, opens},
			{wire.BucketDraft, func(_, v []byte) error { _, err := wire.DecodeDraft(journal.ID{}, "", v); return err }},
			{wire.BucketSetting, opens}, {wire.BucketCounter, opens}, {wire.BucketOwed, opens},
		} {
			var bad [][]byte
			err := b.Bucket(of.bucket).ForEach(func(k, v []byte) error {
				if of.read(k, v) != nil {
					bad = append(bad, bytes.Clone(k))
				}
				return nil
			})
			for _, k := range bad {
				err = errors.Join(err, tally.Drop(b, of.bucket, k))
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// takeLocal takes what this copy keeps for itself as it is, but for counts that show elsewhere as well, and what is said of the
// last write.
func (s *Store) takeLocal() error {
	doubt := s.doubt.Swap(false)
	err := s.update(func(b *disk.Tx) error {
		t, given, waiting := &tx{s: s, b: b}, issued{}, uint64(0)
		err := t.Each(desk.KindRequest, func(r *journal.Record) error { return given.note(t, r) })
		if err != nil {
			return err
		}
		for site, last := range given {
			if wire.ParseNumber(b.Bucket(wire.BucketCounter).Get(site[:])) < last.count {
				if err := tally.Keep(b, wire.BucketCounter, site[:], wire.Number(last.count)); err != nil {
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
