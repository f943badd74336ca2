// Package self is who a copy of the store is: its name among the others, the key that this is made from, and the tag that its
// numbers carry. One that has to take others makes itself known with what it was before.
package self

import (
	"bytes"
	"crypto/ed25519"
	"crypto/rand"
	"errors"
	"time"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/trust"
	"leerbalie/store/disk"
	"leerbalie/store/evidence"
	"leerbalie/store/replica/introduce"
	"leerbalie/store/tally"
	"leerbalie/store/wire"
	"leerbalie/store/witness"
)

// Make gives a store a name, with the key that it is made from, and a tag for its numbers.
func Make(b *disk.Tx) error {
	_, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return fault.New(fault.Internal, "random-source").Because(err)
	}
	name := replicaOf(private)
	return errors.Join(tally.Keep(b, wire.BucketMeta, wire.MetaReplica, name[:]), tally.Keep(b, wire.BucketMeta, wire.MetaKey, private),
		Retag(b, nil), tally.Drop(b, wire.BucketMeta, wire.MetaCopied))
}

// Retag gives a store another tag for its numbers than it has, which is free.
func Retag(b *disk.Tx, free func(tag string) bool) error {
	was := string(b.Bucket(wire.BucketMeta).Get(wire.MetaTag))
	for {
		tag, err := newTag()
		if err != nil {
			return err
		}
		if tag != was && (free == nil || free(tag)) {
			return tally.Keep(b, wire.BucketMeta, wire.MetaTag, []byte(tag))
		}
	}
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

// Rename gives a store another name, key and tag, because there is or was another store of its name. It makes itself known to whoever
// knew that: the key before signs for the new one, and for where its streams ended; in a copy, which has no key, stands what that signed.
func Rename(b *disk.Tx, parts evidence.Parts, why introduce.Why, at time.Time) error {
	meta := b.Bucket(wire.BucketMeta)
	before, row, w := ed25519.PrivateKey(bytes.Clone(meta.Get(wire.MetaKey))), bytes.Clone(meta.Get(wire.MetaIntro)), introduce.Word{Why: why, At: at}
	if Has(meta) {
		var err error
		if w.Ends, err = ends(before, parts, at); err != nil {
			return err
		}
	} else {
		w.Ends = bytes.Clone(meta.Get(wire.MetaWitness))
	}
	if why != introduce.SetBack { // the other store goes on under what is sealed for it
		if err := tally.Drop(b, wire.BucketMeta, wire.MetaOwnKey); err != nil {
			return err
		}
	}
	had := Has(meta)
	if err := Make(b); err != nil {
		return err
	}
	key := ed25519.PrivateKey(bytes.Clone(meta.Get(wire.MetaKey)))
	w.Public, w.Tag = key.Public().(ed25519.PublicKey), string(meta.Get(wire.MetaTag))
	add, signs := introduce.AddRestored, key
	if had {
		add, signs = introduce.Add, before
	}
	row, err := add(row, signs, w)
	if err != nil { // a copy that tells nothing of whose it is
		return tally.Drop(b, wire.BucketMeta, wire.MetaIntro)
	}
	return tally.Keep(b, wire.BucketMeta, wire.MetaIntro, row)
}

// ends is a witness of where the streams of a key end.
func ends(key ed25519.PrivateKey, parts evidence.Parts, at time.Time) ([]byte, error) {
	heads, err := parts.Heads()
	if err != nil {
		return nil, err
	}
	name := replicaOf(key)
	var own []witness.Head
	for _, h := range heads {
		if h.Stream.Replica == name {
			own = append(own, h)
		}
	}
	return witness.Sign(key, at, own)
}

func replicaOf(key ed25519.PrivateKey) journal.Replica {
	return trust.ReplicaOf(ed25519.PublicKey(key[ed25519.SeedSize:]))
}

// Has tells whether a store has the key that its name is made from.
func Has(meta *disk.Bucket) bool { return Made(meta, meta.Get(wire.MetaKey)) }

// Made tells whether the name of a store is made from a key.
func Made(meta *disk.Bucket, key ed25519.PrivateKey) bool {
	if len(key) != ed25519.PrivateKeySize {
		return false
	}
	name := replicaOf(key)
	return bytes.Equal(meta.Get(wire.MetaReplica), name[:])
}

// Keyless tells whether a file is a copy that has no key.
func Keyless(meta *disk.Bucket) bool {
	return meta.Get(wire.MetaKey) == nil && meta.Get(wire.MetaCopied) != nil
}

// Sound tells whether a file has the key that its name is made from, or is a copy, which has none.
func Sound(meta *disk.Bucket) bool {
	if Keyless(meta) {
		return len(meta.Get(wire.MetaReplica)) == len(journal.Replica{})
	}
	return Has(meta)
}
