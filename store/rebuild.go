package store

import (
	"bytes"

	bolt "go.etcd.io/bbolt"

	"leerbalie/model"
)

// rebuildBatch is how many changes a rebuild replays in one transaction: a transaction holds what it writes in memory,
// and its cost grows faster than its size.
const rebuildBatch = 10_000

// rebuild derives everything anew from the journal. progress, which may be nil, is told how many changes are done.
// Stopped in the middle it leaves derived data that check finds wanting; the journal itself is never touched.
func (s *Store) rebuild(progress func(done int)) error {
	err := s.update(func(b *bolt.Tx) error {
		for _, name := range derived() {
			if err := b.DeleteBucket(name); err != nil {
				return err
			}
			if _, err := b.CreateBucket(name); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	heads := map[model.Stream]head{}
	var at []byte
	var latest model.Logical
	for done, more := 0, true; more; {
		err := s.update(func(b *bolt.Tx) error {
			t := &tx{s: s, b: b, w: newWriting(s.now())}
			t.w.replay, t.w.heads = true, heads
			var err error
			var n int
			at, n, err = t.replay(at)
			more, done = n == rebuildBatch, done+n
			if err != nil {
				return err
			}
			if latest = latest.Seen(t.w.latest); !more {
				t.w.clock = latest
			}
			return t.finish()
		})
		if err != nil {
			return err
		}
		if progress != nil {
			progress(done)
		}
	}
	return nil
}

// replay applies the changes that follow a key of the journal and returns the last one's key.
func (t *tx) replay(after []byte) (last []byte, n int, err error) {
	c := t.bucket(bucketLog).Cursor()
	key, v := c.First()
	if after != nil {
		if key, v = c.Seek(after); bytes.Equal(key, after) {
			key, v = c.Next()
		}
	}
	for ; key != nil && n < rebuildBatch; key, v = c.Next() {
		stream, seq := parseStream(key), parseNumber(key[streamLen:])
		ch, _, err := openChange(stream, seq, v)
		if err != nil {
			return nil, n, err
		}
		t.w.heads[stream] = head{seq: seq}
		t.w.latest = t.w.latest.Seen(ch.Time)
		if err := model.Apply(t, ch); err != nil {
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
