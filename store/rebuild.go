package store

import (
	"bytes"
	"errors"

	"leerbalie/model/journal"
	"leerbalie/store/disk"
	"leerbalie/store/tally"
	"leerbalie/store/wire"
)

// rebuild derives everything anew from the journal, in parts. progress, which may be nil, is told how many changes are done.
// Stopped in the middle it begins again when the file is opened next: until all is done, the file says that nothing derived it.
// The journal itself is never touched.
func (s *Store) rebuild(progress func(done int)) error {
	err := s.update(func(b *disk.Tx) error {
		return errors.Join(tally.Keep(b, wire.BucketMeta, wire.MetaDerived, tally.UnderWay(b)), dropDerived(b))
	})
	if err != nil {
		return err
	}
	heads := map[journal.Stream]wire.Head{}
	var at []byte
	var latest journal.Logical
	for done, more := 0, true; more; {
		err := s.update(func(b *disk.Tx) error {
			t := &tx{s: s, b: b, w: newWriting(s.now())}
			t.w.replay, t.w.heads = true, heads
			var err error
			var n int
			at, n, err = t.replay(at)
			more, done = n == s.derives.Batch, done+n
			if err != nil {
				return err
			}
			if latest = latest.Seen(t.w.latest); more {
				return t.finish()
			}
			t.w.clock = latest
			return errors.Join(t.finish(), s.derives.Stamp(b))
		})
		if err != nil {
			return err
		}
		s.wrote.Store(max(s.wrote.Load(), int64(done)))
		if progress != nil {
			progress(done)
		}
	}
	return nil
}

func dropDerived(b *disk.Tx) error {
	for _, name := range wire.DerivedBuckets() {
		if b.Bucket(name) != nil { // a file of before has not all of them
			if err := b.DeleteBucket(name); err != nil {
				return err
			}
		}
		if _, err := b.CreateBucket(name); err != nil {
			return err
		}
	}
	return nil
}

// rebuildAtOnce derives everything anew within the transaction: of a laptop's store, which is small.
func (t *tx) rebuildAtOnce() error {
	if err := dropDerived(t.b); err != nil {
		return err
	}
	t.w.replay = true
	var at []byte
	for n := t.s.derives.Batch; n == t.s.derives.Batch; {
		var err error
		if at, n, err = t.replay(at); err != nil {
			return err
		}
	}
	return t.finish()
}

// replay applies the changes that follow a key of the journal and returns the last one's key.
func (t *tx) replay(after []byte) (last []byte, n int, err error) {
	c := t.bucket(wire.BucketLog).Cursor()
	key, v := c.First()
	if after != nil {
		if key, v = c.Seek(after); bytes.Equal(key, after) {
			key, v = c.Next()
		}
	}
	for ; key != nil && n < t.s.derives.Batch; key, v = c.Next() {
		stream, seq := wire.ParseStream(key), wire.ParseNumber(key[wire.StreamLen:])
		ch, _, err := wire.OpenChange(stream, seq, v)
		if err != nil {
			return nil, n, err
		}
		t.w.heads[stream] = wire.Head{Seq: seq}
		t.w.latest = t.w.latest.Seen(ch.Time)
		if err := journal.Apply(t, ch); err != nil {
			return nil, n, err
		}
		after = bytes.Clone(key)
		if t.w.forgot { // the journal was written to: the cursor has to find its place again
			t.w.forgot = false
			c.Seek(after)
		}
		n++
	}
	return after, n, nil
}
