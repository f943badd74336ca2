package store

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"errors"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/trust"
	"leerbalie/store/disk"
	"leerbalie/store/tally"
	"leerbalie/store/wire"
)

// identify gives a store a new replica name, with the key that it is made from, and a tag for its numbers.
func identify(b *disk.Tx) error {
	_, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return fault.New(fault.Internal, "random-source").Because(err)
	}
	tag, err := newTag()
	if err != nil {
		return err
	}
	return errors.Join(tally.Keep(b, wire.BucketMeta, wire.MetaReplica, replicaOf(private)), tally.Keep(b, wire.BucketMeta, wire.MetaKey, private),
		tally.Keep(b, wire.BucketMeta, wire.MetaTag, []byte(tag)), tally.Drop(b, wire.BucketMeta, wire.MetaCopied))
}

// replicaOf is the name of the replica that has a key.
func replicaOf(key ed25519.PrivateKey) []byte {
	r := trust.ReplicaOf(ed25519.PublicKey(key[ed25519.SeedSize:]))
	return r[:]
}

// identified tells whether a file has the key that its replica name is made from, or is a copy, which has none.
func identified(meta *disk.Bucket) bool {
	key := ed25519.PrivateKey(meta.Get(wire.MetaKey))
	if keyless(meta) {
		return len(meta.Get(wire.MetaReplica)) == len(journal.Replica{})
	}
	return len(key) == ed25519.PrivateKeySize && bytes.Equal(meta.Get(wire.MetaReplica), replicaOf(key))
}

// keyless tells whether a file is a copy that has no key.
func keyless(meta *disk.Bucket) bool {
	return meta.Get(wire.MetaKey) == nil && meta.Get(wire.MetaCopied) != nil
}

// identifyAnew gives an open store another name, key and tag, before anything is written under the one that it has, because
// another store has that too. The reason is the code of a remark. A key that it had may still stand in free places of the
// file, until what is owed is done.
func (s *Store) identifyAnew(reason string, args ...any) error {
	was := s.replica
	err := s.update(func(b *disk.Tx) error {
		meta := b.Bucket(wire.BucketMeta)
		if meta.Get(wire.MetaKey) != nil {
			if err := owe(b, Debt{Kind: OwesCompact}); err != nil {
				return err
			}
		}
		for string(meta.Get(wire.MetaTag)) == s.tag { // or the next number could be one that was given out already
			if err := identify(b); err != nil {
				return err
			}
		}
		if reason == isSetBack {
			if err := tally.Keep(b, wire.BucketMeta, wire.MetaFormer, append(bytes.Clone(meta.Get(wire.MetaFormer)), was[:]...)); err != nil {
				return err
			}
		}
		copy(s.replica[:], meta.Get(wire.MetaReplica))
		s.tag = string(meta.Get(wire.MetaTag))
		return nil
	})
	if err != nil {
		s.replica = was
		return err
	}
	s.remarks = append(s.remarks, fault.New(fault.Conflict, reason, append(args, "tag", s.tag)...))
	return nil
}

// newTag draws two characters that cannot be misread: no I, O, 0 or 1.
func newTag() (string, error) {
	const letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789" // 32 of them, so that a byte's low bits pick evenly
	b := make([]byte, 2)
	if _, err := rand.Read(b); err != nil {
		return "", fault.New(fault.Internal, "random-source").Because(err)
	}
	return string([]byte{letters[b[0]%32], letters[b[1]%32]}), nil
}

// Replica is the name of this copy of the store.
func (s *Store) Replica() journal.Replica { return s.replica }

// Tag is the two characters that this copy's numbers carry.
func (s *Store) Tag() string { return s.tag }

// Public is the public half of the key of this copy. Errors: Damaged when it has none, or another's.
func (s *Store) Public(context.Context) (public ed25519.PublicKey, err error) {
	err = s.view(func(b *disk.Tx) error {
		meta := b.Bucket(wire.BucketMeta)
		key := ed25519.PrivateKey(meta.Get(wire.MetaKey))
		if len(key) != ed25519.PrivateKeySize || !identified(meta) {
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
