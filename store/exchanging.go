package store

import (
	"bytes"
	"context"
	"errors"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/kinds"
	"leerbalie/store/disk"
	"leerbalie/store/wire"
)

// Exchanging is a transaction as an exchange with another replica needs it, which keeps buckets of its own (peer, held and away)
// beside the journal. Own of a transaction of this store gives it.
type Exchanging interface {
	model.WriteTx
	// Disk is the transaction of the file. What is in it of streams is as it was when this transaction began: see End.
	Disk() *disk.Tx
	// End is the end of a stream.
	End(journal.Stream) (wire.Head, error)
	// TakeIn takes in a change that follows the end of its stream. Errors: Invalid or Damaged for one that is malformed.
	TakeIn(Sealed) (*journal.Change, error)
	// Retag gives this copy another tag for its numbers, which is free. It holds from the next transaction on.
	Retag(free func(tag string) bool) error
	// Refill gives a change that is here without its words the words that it was made with, and works its entity out anew.
	// false: nothing was lacking, they are others, or they were erased.
	Refill(Sealed) (bool, error)
}

var _ Exchanging = (*tx)(nil)

// Now is the wall clock of this copy.
func (s *Store) Now() time.Time { return s.now() }

// Disk is the transaction of the file.
func (t *tx) Disk() *disk.Tx { return t.b }

// End is the end of a stream.
func (t *tx) End(s journal.Stream) (wire.Head, error) {
	if t.w == nil {
		t.w = newWriting(t.s.now()) // only heads are looked at
		defer func() { t.w = nil }()
	}
	return t.head(s)
}

// TakeIn takes in a change that follows the end of its stream.
func (t *tx) TakeIn(in Sealed) (*journal.Change, error) {
	c, sealed, err := wire.OpenChange(in.Stream, in.Seq, in.Bytes)
	if err != nil {
		return nil, err
	}
	t.w.sealed[c] = sealed
	_, err = journal.Receive(t, c)
	delete(t.w.sealed, c)
	return c, err
}

// Refill gives a change that is here without its words the words that it was made with.
func (t *tx) Refill(in Sealed) (bool, error) {
	key := wire.LogKey(in.Stream, in.Seq)
	have, err := wire.DecodeChange(t.get(wire.BucketLog, key))
	if err != nil || have.Payload != nil {
		return false, err
	}
	c, sealed, err := wire.OpenChange(in.Stream, in.Seq, in.Bytes)
	if err != nil || sealed.Payload == nil || !bytes.Equal(have.Header, sealed.Header) {
		return false, err
	}
	is, err := sealed.PayloadDigest()
	if err != nil || !bytes.Equal(is[:], have.Digest) {
		return false, err
	}
	if gone, err := journal.Gone(t, c.Kind, c.Entity); err != nil || gone && c.Takes(t.Kinds()) {
		return false, err
	}
	t.w.changes++
	if err := t.bucket(wire.BucketLog).Put(key, wire.EncodeChange(sealed)); err != nil {
		return false, err
	}
	return true, t.workOutAnew(c.Kind, c.Entity)
}

// workOutAnew makes an entity of its changes, in the order of their moments: none comes before one that it names.
func (t *tx) workOutAnew(k journal.Kind, id journal.ID) error {
	was, err := t.Record(k, id)
	if err != nil || was == nil {
		return err
	}
	items, err := t.Items(k, id)
	if err != nil {
		return err
	}
	if err := t.PutRecord(&journal.Record{Kind: k, ID: id, Class: was.Class, Part: was.Part, Erased: was.Erased}); err != nil {
		return err
	}
	for _, it := range items {
		c, err := t.Change(journal.Stream{Replica: it.Stamp.Replica, Scope: was.Scope()}, it.Stamp.Seq)
		if err != nil {
			return err
		}
		if err := journal.Apply(t, c); err != nil {
			return err
		}
	}
	return nil
}

// Recut takes parts out of the journal, works everything out anew of what is left, and then lets more be written; then may be nil. It is
// one transaction. The file is written anew after it, so that no word of what was taken out is left in it.
func (s *Store) Recut(ctx context.Context, cut, then func(Exchanging) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	err := s.update(func(b *disk.Tx) error {
		t := &tx{s: s, b: b, w: newWriting(s.now())}
		if err := errors.Join(cut(t), owe(b, Debt{Kind: OwesCompact})); err != nil {
			return err
		}
		if err := t.rebuildAtOnce(); err != nil || then == nil {
			return err
		}
		t = &tx{s: s, b: b, w: newWriting(s.now())}
		if err := then(t); err != nil {
			return err
		}
		return t.finish()
	})
	if err != nil {
		return err
	}
	all := map[journal.Kind]bool{}
	for _, k := range kinds.All().All() {
		all[k] = true
	}
	s.tell(model.News{Kinds: all})
	return s.Compact(ctx)
}

// notBack refuses to write in a stream of which this copy has not got back all that it once wrote.
func (t *tx) notBack(s journal.Stream, h wire.Head) error {
	v := t.get(wire.BucketAway, wire.StreamKey(s))
	if v == nil {
		return nil
	}
	was, err := wire.ParseHead(v[:min(len(v), wire.HeadLen)])
	if err == nil && h.Seq < was.Seq {
		err = fault.New(fault.Refused, "scope-away")
	}
	return errors.Join(err)
}
