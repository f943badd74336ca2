package store

import (
	"bytes"
	"slices"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/store/tally"
	"leerbalie/store/wire"
)

// insertItem gives the items with one more, or with another in the place of the one with its stamp. Lists that were handed out
// before hold what they held: items at most come behind them.
func insertItem(items []journal.Item, it journal.Item) []journal.Item {
	i, found := slices.BinarySearchFunc(items, it.Stamp, func(have journal.Item, s journal.Stamp) int { return have.Stamp.Compare(s) })
	if found {
		items = slices.Clone(items)
		items[i] = it
		return items
	}
	if items == nil {
		items = make([]journal.Item, 0, 4) // of a request that comes in and is closed at once
	}
	if i == len(items) {
		return append(items, it)
	}
	return slices.Insert(slices.Clip(items), i, it)
}

// maxPending is how many changes may wait for others at most; beyond it the sender has to send them again, in order.
const maxPending = 100_000

// Pend keeps a change that came before one it has to follow. Errors: Refused when too many wait.
func (t *tx) Pend(c *journal.Change) error {
	b := t.bucket(wire.BucketPending)
	key := wire.LogKey(c.Stream, c.Seq)
	if b.Get(key) != nil {
		return nil
	}
	if b.Sequence() >= maxPending {
		return fault.New(fault.Refused, "too-many-waiting", "limit", maxPending)
	}
	w, err := t.sealed(c)
	if err != nil {
		return err
	}
	t.w.changes++
	if err := b.SetSequence(b.Sequence() + 1); err != nil { // the bucket's sequence counts its entries
		return err
	}
	return tally.Keep(t.b, wire.BucketPending, key, wire.EncodeChange(w))
}

// Pended takes a change that waits out again, nil when there is none.
func (t *tx) Pended(s journal.Stream, seq uint64) (*journal.Change, error) {
	b := t.bucket(wire.BucketPending)
	key := wire.LogKey(s, seq)
	value := bytes.Clone(b.Get(key)) // it outlives its entry
	if value == nil {
		return nil, nil
	}
	c, w, err := wire.OpenChange(s, seq, value)
	if err != nil {
		return nil, err
	}
	t.w.sealed[c] = w
	t.w.changes++
	if err := b.SetSequence(b.Sequence() - 1); err != nil {
		return nil, err
	}
	return c, tally.Drop(t.b, wire.BucketPending, key)
}

// waiting visits the changes that wait: for those before them, or until somebody decides about them.
func (t *tx) waiting(visit func(bucket, key []byte, c *journal.Change) error) error {
	for _, bucket := range [][]byte{wire.BucketPending, wire.BucketHeld} {
		b := t.bucket(bucket)
		if b == nil { // a file of before there was this bucket, that is being brought up to date
			continue
		}
		if err := b.ForEach(func(k, v []byte) error {
			c, err := opened(bucket, k, v)
			if err != nil {
				return err
			}
			return visit(bucket, k, c)
		}); err != nil {
			return err
		}
	}
	return nil
}

// opened is the change of an entry of the journal, or of what waits.
func opened(bucket, key, value []byte) (*journal.Change, error) {
	if bytes.Equal(bucket, wire.BucketHeld) {
		h, err := wire.DecodeHeld(value)
		if err != nil {
			return nil, err
		}
		value = h.Change
	}
	c, _, err := wire.OpenChange(wire.ParseStream(key), wire.ParseNumber(key[wire.StreamLen:]), value)
	return c, err
}

// EachWaiting visits the changes that wait.
func (t *tx) EachWaiting(visit func(*journal.Change) error) error {
	return t.waiting(func(_, _ []byte, c *journal.Change) error { return visit(c) })
}

// ForgetPending replaces the payload of what waits for an erased entity, and removes drafts about it; of a person also those of
// that person, and what this machine has set for that person.
func (t *tx) ForgetPending(id journal.ID) error {
	type place struct{ bucket, key []byte }
	var hit []place
	err := t.waiting(func(bucket, k []byte, c *journal.Change) error {
		if c.Entity == id && c.Takes(t.Kinds()) {
			hit = append(hit, place{bucket, bytes.Clone(k)})
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, p := range hit {
		if err := t.forget(p.bucket, p.key); err != nil {
			return err
		}
	}
	return t.dropLocalOf(id)
}
