package store

import (
	"bytes"
	"context"
	"errors"
	"time"

	"leerbalie/store/disk"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/kinds"
	"leerbalie/model/learning"
	"leerbalie/store/tally"
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

// PutAway removes what this copy holds of scopes, and leaves where their streams ended: nothing of this copy's own is written
// there before all of it has come back. It is one transaction; then the file is written anew, so that no word is left in it.
func (s *Store) PutAway(ctx context.Context, scopes map[journal.Scope]bool) error {
	err := s.update(func(b *disk.Tx) error {
		clock := b.Bucket(wire.BucketMeta).Get(wire.MetaClock)
		for _, name := range [][]byte{wire.BucketHead, wire.BucketLog, wire.BucketMark, wire.BucketPending, wire.BucketHeld} {
			err := eachKey(b.Bucket(name), func(k, v []byte) error {
				if len(k) < wire.StreamLen || !scopes[wire.ParseStream(k).Scope] {
					return nil
				}
				if bytes.Equal(name, wire.BucketHead) {
					if err := tally.Keep(b, wire.BucketAway, k, append(v, clock...)); err != nil {
						return err
					}
				}
				if pending := b.Bucket(name); bytes.Equal(name, wire.BucketPending) {
					if err := pending.SetSequence(pending.Sequence() - 1); err != nil {
						return err
					}
				}
				return tally.Drop(b, name, k)
			})
			if err != nil {
				return err
			}
		}
		if err := owe(b, Debt{Kind: OwesCompact}); err != nil {
			return err
		}
		t := &tx{s: s, b: b, w: newWriting(s.now())}
		return t.rebuildAtOnce()
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

// eachKey visits copies of the entries of a bucket, which may be altered meanwhile.
func eachKey(b *disk.Bucket, fn func(k, v []byte) error) error {
	var all [][2][]byte
	if err := b.ForEach(func(k, v []byte) error { all = append(all, [2][]byte{bytes.Clone(k), bytes.Clone(v)}); return nil }); err != nil {
		return err
	}
	for _, e := range all {
		if err := fn(e[0], e[1]); err != nil {
			return err
		}
	}
	return nil
}

// DraftsIn counts what was typed and not saved yet about entities that live in scopes.
func (s *Store) DraftsIn(ctx context.Context, scopes map[journal.Scope]bool) (map[journal.Scope]int, error) {
	out := map[journal.Scope]int{}
	err := s.view(func(b *disk.Tx) error {
		about := map[journal.ID]int{}
		if err := b.Bucket(wire.BucketDraft).ForEach(func(k, v []byte) error {
			d, err := wire.DecodeDraft(journal.ID{}, "", v)
			about[d.About]++
			return err
		}); err != nil || len(about) == 0 {
			return err
		}
		return b.Bucket(wire.BucketRecord).ForEach(func(k, v []byte) error {
			scope, err := wire.ScopeOf(v)
			if _, ends := scopes[scope]; err != nil || !ends {
				return err
			}
			id := wire.ParseID(k[1:])
			if out[scope] += about[id]; journal.Kind(k[0]) != learning.KindDossier {
				return nil
			}
			rec, err := wire.DecodeRecord(learning.KindDossier, id, v)
			if err == nil {
				out[scope] += about[rec.Get(learning.DossierStudent).ID()] // what is typed about evidence is about the student
			}
			return err
		})
	})
	return out, errors.Join(err, ctx.Err())
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
