// Package witness is what a copy of the store says of itself, signed, and where that is kept outside of the file: what somebody
// takes out of the journal or writes anew in it, with every hash worked out again, is noticed by whoever saw its heads before.
package witness

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"math"
	"slices"
	"time"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/trust"
	"leerbalie/store/cbor"
	"leerbalie/store/wire"
)

// Witness is what one copy of the store held at a moment: the end of every stream, its own and those of others.
type Witness struct {
	Public ed25519.PublicKey // of who says it
	At     time.Time         // by the wall clock, to the millisecond
	Heads  []Head            // in the order of their streams, each once
}

// Head is the end of a stream: its last sequence number, and the chain's hash there.
type Head struct {
	Stream journal.Stream
	Seq    uint64
	Hash   [sha256.Size]byte
}

// Replica is the name of who says it.
func (w *Witness) Replica() journal.Replica { return trust.ReplicaOf(w.Public) }

// Size is the most bytes that a witness may have; one of more streams than fit is not given.
const Size = 4 << 20

// signed is what stands before the bytes that are signed, so that no signature over anything else is one over a witness.
const signed = "leerbalie witness 1\n"

// The form of a witness, as a CBOR array in canonical form (see package cbor). A later version may add entries at the end of an
// array of a fixed number.
//
//	witness    [body as bytes, signature over signed ‖ body]
//	body       [public key, milliseconds since 1970, [[stream, seq, hash] …]]
//	stream     replica ‖ class ‖ part

// Sign writes a witness down. Errors: Invalid for a key that is none, and for more than Size.
func Sign(key ed25519.PrivateKey, at time.Time, heads []Head) ([]byte, error) {
	if len(key) != ed25519.PrivateKeySize {
		return nil, fault.New(fault.Invalid, "witness-form")
	}
	key = bytes.Clone(key) // ed25519 remembers keys by where they are, which has to be memory of Go's own and no page of a file
	heads = slices.Clone(heads)
	slices.SortFunc(heads, func(a, b Head) int { return bytes.Compare(wire.StreamKey(a.Stream), wire.StreamKey(b.Stream)) })
	b := cbor.Array(nil, 3)
	b = cbor.Bytes(b, []byte(key.Public().(ed25519.PublicKey)))
	b = cbor.Uint(b, uint64(max(at.UnixMilli(), 0)))
	b = cbor.Array(b, len(heads))
	for _, h := range heads {
		b = cbor.Array(b, 3)
		b = cbor.Bytes(b, wire.StreamKey(h.Stream))
		b = cbor.Uint(b, h.Seq)
		b = cbor.Bytes(b, h.Hash[:])
	}
	out := cbor.Bytes(cbor.Array(nil, 2), b)
	out = cbor.Bytes(out, ed25519.Sign(key, append([]byte(signed), b...)))
	if len(out) > Size {
		return nil, fault.New(fault.Invalid, "witness-form")
	}
	return out, nil
}

// Read reads a witness. Errors: Damaged for what is none, and for one whose signature is not that of its key over all of it.
func Read(b []byte) (*Witness, error) {
	w, proven, err := parse(b)
	if err != nil {
		return nil, err
	}
	if !proven() {
		return nil, fault.New(fault.Damaged, "witness-signature")
	}
	return w, nil
}

// parse reads a witness, and leaves to the caller to ask whether it is proven, by its signature, that this was said. Errors: Damaged for
// what is none.
func parse(b []byte) (w *Witness, proven func() bool, err error) {
	if len(b) > Size {
		return nil, nil, fault.New(fault.Damaged, "witness-form")
	}
	r := cbor.Read(b)
	more := r.AtLeast(2)
	body, signature := r.Bytes(), r.Bytes()
	r.Rest(more)
	if err := r.Done(); err != nil {
		return nil, nil, fault.New(fault.Damaged, "witness-form").Because(err)
	}
	w = &Witness{}
	r = cbor.Read(body)
	more = r.AtLeast(3)
	w.Public = bytes.Clone(r.Bytes())
	w.At = time.UnixMilli(int64(r.Uint(math.MaxInt64))).UTC()
	for range r.Array() {
		added := r.AtLeast(3)
		var h Head
		key := r.Bytes()
		h.Seq = r.Uint(math.MaxUint64)
		hash := r.Bytes()
		r.Rest(added)
		if len(key) != wire.StreamLen || copy(h.Hash[:], hash) != len(h.Hash) || len(hash) > len(h.Hash) || h.Seq == 0 {
			r.Fail()
			break
		}
		h.Stream = wire.ParseStream(key)
		if n := len(w.Heads); n > 0 && bytes.Compare(wire.StreamKey(w.Heads[n-1].Stream), wire.StreamKey(h.Stream)) >= 0 {
			r.Fail()
		}
		if r.Failed() {
			break
		}
		w.Heads = append(w.Heads, h)
	}
	r.Rest(more)
	if err := r.Done(); err != nil {
		return nil, nil, fault.New(fault.Damaged, "witness-form").Because(err)
	}
	if len(w.Public) != ed25519.PublicKeySize {
		return nil, nil, fault.New(fault.Damaged, "witness-signature")
	}
	return w, func() bool { return ed25519.Verify(w.Public, append([]byte(signed), body...), signature) }, nil
}

// Covers tells whether one who said this knows at least what another did: every stream of the other, as far or farther, and where
// as far, with the same hash.
func (w *Witness) Covers(other *Witness) bool {
	heads := map[journal.Stream]Head{}
	for _, h := range w.Heads {
		heads[h.Stream] = h
	}
	for _, h := range other.Heads {
		mine := heads[h.Stream]
		if mine.Seq < h.Seq || mine.Seq == h.Seq && mine.Hash != h.Hash {
			return false
		}
	}
	return true
}
