package store

import (
	"bytes"
	"context"
	"crypto/ed25519"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/store/disk"
	"leerbalie/store/evidence"
	"leerbalie/store/replica/introduce"
	"leerbalie/store/self"
	"leerbalie/store/tally"
	"leerbalie/store/wire"
)

// whys are the reasons for another name as whoever knew the one before reads them.
var whys = map[string]introduce.Why{wasCopy: introduce.Restored, isCopied: introduce.Copied, elsewhere: introduce.Copied, isSetBack: introduce.SetBack}

// identifyAnew gives an open store another name, key and tag, before anything is written under the one that it has, because
// another store has that too. The reason is the code of a remark. A key that it had may still stand in free places of the
// file, until what is owed is done.
func (s *Store) identifyAnew(reason string, args ...any) error {
	was := s.who.Load()
	err := s.update(func(b *disk.Tx) error {
		meta := b.Bucket(wire.BucketMeta)
		if meta.Get(wire.MetaKey) != nil {
			if err := owe(b, Debt{Kind: OwesAnew}); err != nil {
				return err
			}
		}
		if err := self.Rename(b, evidence.PartsOf(b), whys[reason], s.now()); err != nil { // another tag, too, or the next number could be one that was given out already
			return err
		}
		if reason == isSetBack {
			if err := tally.Keep(b, wire.BucketMeta, wire.MetaFormer, append(bytes.Clone(meta.Get(wire.MetaFormer)), was.replica[:]...)); err != nil {
				return err
			}
		}
		s.know(meta) // before anybody can write under the name before
		return nil
	})
	if err != nil {
		s.who.Store(was)
		return err
	}
	s.remarks = append(s.remarks, fault.New(fault.Conflict, reason, append(args, "tag", s.Tag())...))
	return nil
}

// GoOnAnew gives a store that is in use another name, key and tag, because somebody else saw more of it than it holds, or other
// changes: it was set back where no note told. tag is the new one.
func (s *Store) GoOnAnew() (tag string, err error) {
	was := s.remarks
	err = s.identifyAnew(isSetBack)
	s.remarks = was // who finds this out tells it
	return s.Tag(), err
}

// who is the name and the tag of a copy.
type who struct {
	replica journal.Replica
	tag     string
}

// know reads who this copy is.
func (s *Store) know(meta *disk.Bucket) {
	w := &who{tag: string(meta.Get(wire.MetaTag))}
	copy(w.replica[:], meta.Get(wire.MetaReplica))
	s.who.Store(w)
}

// Retag gives this copy another tag for its numbers, which is free.
func (t *tx) Retag(free func(tag string) bool) error {
	err := self.Retag(t.b, free)
	w := &who{t.Replica(), string(t.b.Bucket(wire.BucketMeta).Get(wire.MetaTag))}
	t.b.OnCommit(func() { t.s.who.Store(w) })
	return err
}

// Replica is the name of this copy of the store.
func (s *Store) Replica() (r journal.Replica) {
	if w := s.who.Load(); w != nil {
		r = w.replica
	}
	return r
}

// Tag is the two characters that this copy's numbers carry.
func (s *Store) Tag() (tag string) {
	if w := s.who.Load(); w != nil {
		tag = w.tag
	}
	return tag
}

// Public is the public half of the key of this copy. Errors: Damaged when it has none, or another's.
func (s *Store) Public(context.Context) (public ed25519.PublicKey, err error) {
	err = s.view(func(b *disk.Tx) error {
		meta := b.Bucket(wire.BucketMeta)
		key := ed25519.PrivateKey(meta.Get(wire.MetaKey))
		if !self.Has(meta) {
			return fault.New(fault.Damaged, "store-value")
		}
		public = bytes.Clone(key[ed25519.SeedSize:])
		return nil
	})
	return public, err
}

// Remarks are what opening the file showed and whoever works with it has to know; it is said once.
func (s *Store) Remarks() []error { return s.remarks }

// Holder is the person whose store it is, who alone acts in it; zero for one that several people share.
func (s *Store) Holder(context.Context) (holder journal.ID, err error) {
	err = s.view(func(b *disk.Tx) error {
		copy(holder[:], b.Bucket(wire.BucketMeta).Get(wire.MetaHolder))
		return nil
	})
	return holder, err
}
