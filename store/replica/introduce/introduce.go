// Package introduce is how a replica that goes on under a new key stays who it was. The key that it had before, or, on a laptop
// fresh from its invitation, the key of that, signs for the new one while it is still at hand. Each new key is one more word, so
// that whoever knows any of the keys before can follow the row of words to the last. They give no right to anything: the centre
// reads them, and asks a coordinator.
package introduce

import (
	"bytes"
	"crypto/ed25519"
	"math"
	"slices"
	"time"
	"unicode/utf8"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/trust"
	"leerbalie/store/cbor"
	"leerbalie/store/witness"
)

// Why is for what reason there is a new key. Letters travel and are never reused.
type Why byte

// The reasons.
const (
	Invited  Why = 'i' // the key of an invitation signs for the laptop that was made with it
	Copied   Why = 'c' // another file of this store is still there
	SetBack  Why = 'b' // the store held less than was seen of it, or other changes
	Restored Why = 'r' // a copy was put in the place of the store: no key before is at hand, and what it once signed stands for it
)

// Word is what an old key says of a new one.
type Word struct {
	By        ed25519.PublicKey // the key before, or that of the invitation
	Public    ed25519.PublicKey // the new one
	Why       Why
	Recipient string    // the age identity that goes with the new key, for whom bundles are sealed; "": not made yet
	Tag       string    // the two characters that numbers of this copy carry from now on
	At        time.Time // by the wall clock, to the millisecond, for people
	Ends      []byte    // a witness of the key before: where its streams ended, so that what it wrote and nobody has can be shown to be its own
}

// From and To are the names of the replica before and after; of an invitation From is no replica's.
func (w *Word) From() journal.Replica { return trust.ReplicaOf(w.By) }

// To is the name of the replica that is introduced.
func (w *Word) To() journal.Replica { return trust.ReplicaOf(w.Public) }

// Most is how many words a row has at most: of more the first ones go, since those who follow it know a later key by then.
const Most = 64

// Size is the most bytes that a row has, maxEnds those of one witness in it.
const (
	Size    = 1 << 20
	maxEnds = Size / Most / 2
)

// signed is what stands before the bytes that are signed, so that no signature over anything else is one over a word.
const signed = "leerbalie introduction 1\n"

// The form of a row, as a CBOR array in canonical form (see package cbor). A later version may add entries at the end of an array
// of a fixed number.
//
//	row        [[body as bytes, signature over signed ‖ body] …]
//	body       [key before, new key, reason, recipient, tag, milliseconds since 1970, witness of the key before, or nothing]

// Add signs a word with the key before, and adds it to the row that there is; a row that does not lead to that key is left out. What
// is too long of a witness is left out as well. Errors: Invalid for a key that is none, and for a text that is too long.
func Add(row []byte, before ed25519.PrivateKey, w Word) ([]byte, error) {
	if len(before) != ed25519.PrivateKeySize || w.Why == Restored {
		return nil, fault.New(fault.Invalid, "introduction-form")
	}
	return add(row, before.Public().(ed25519.PublicKey), before, w)
}

// AddRestored adds a word of a store that was made from a copy, in which the key before is not: the new key signs it, and a witness of
// the key before, which the copy holds, tells whose it was. Errors: Invalid for a witness or a key that is none; as Add.
func AddRestored(row []byte, key ed25519.PrivateKey, w Word) ([]byte, error) {
	before, err := witness.Read(w.Ends)
	if err != nil || len(key) != ed25519.PrivateKeySize || len(w.Ends) > maxEnds {
		return nil, fault.New(fault.Invalid, "introduction-form").Because(err)
	}
	w.Why = Restored
	return add(row, before.Public, key, w)
}

func add(row []byte, public ed25519.PublicKey, signs ed25519.PrivateKey, w Word) ([]byte, error) {
	if len(w.Public) != ed25519.PublicKeySize || !short(w.Recipient) || !short(w.Tag) {
		return nil, fault.New(fault.Invalid, "introduction-form")
	}
	if len(w.Ends) > maxEnds {
		w.Ends = nil
	}
	signs = bytes.Clone(signs) // see witness.Sign
	var words [][]byte
	if was, err := Read(row); err == nil && len(was) > 0 && bytes.Equal(was[len(was)-1].Public, public) {
		r := cbor.Read(row)
		for range r.Array() {
			words = append(words, r.Rest(1))
		}
		words = words[max(len(words)-Most+1, 0):]
	}
	b := cbor.Array(nil, 7)
	b = cbor.Bytes(b, []byte(public))
	b = cbor.Bytes(b, []byte(w.Public))
	b = cbor.Uint(b, uint64(w.Why))
	b = cbor.Text(b, w.Recipient)
	b = cbor.Text(b, w.Tag)
	b = cbor.Uint(b, uint64(max(w.At.UnixMilli(), 0)))
	b = cbor.Bytes(b, w.Ends)
	word := cbor.Bytes(cbor.Array(nil, 2), b)
	word = cbor.Bytes(word, ed25519.Sign(signs, append([]byte(signed), b...)))
	out := cbor.Array(nil, len(words)+1)
	for _, was := range append(words, word) {
		out = append(out, was...)
	}
	return out, nil
}

// short tells whether a text can stand in a word.
func short(s string) bool { return len(s) <= 256 && utf8.ValidString(s) }

// Read reads a row: each word signed by the key that the one before introduces, or, where a copy was put back, by the new one. Nothing is no row, and no error. Errors: Damaged for
// what is none, and for a signature that is not that of its key over all of its word.
func Read(row []byte) (out []Word, err error) {
	if len(row) == 0 {
		return nil, nil
	}
	if len(row) > Size {
		return nil, fault.New(fault.Damaged, "introduction-form")
	}
	r := cbor.Read(row)
	for n := r.Array(); n > 0 && !r.Failed(); n-- {
		more := r.AtLeast(2)
		body, signature := r.Bytes(), r.Bytes()
		r.Rest(more)
		if r.Failed() {
			break
		}
		w, err := read(body)
		if err != nil {
			return nil, err
		}
		signer := w.By
		if w.Why == Restored {
			signer = w.Public
		}
		if !ed25519.Verify(signer, append([]byte(signed), body...), signature) || len(out) > 0 && !bytes.Equal(out[len(out)-1].Public, w.By) {
			return nil, fault.New(fault.Damaged, "introduction-signature")
		}
		out = append(out, w)
	}
	if err := r.Done(); err != nil || len(out) > Most {
		return nil, fault.New(fault.Damaged, "introduction-form").Because(err)
	}
	return out, nil
}

func read(body []byte) (w Word, err error) {
	r := cbor.Read(body)
	more := r.AtLeast(7)
	w.By, w.Public, w.Why = bytes.Clone(r.Bytes()), bytes.Clone(r.Bytes()), Why(r.Uint(math.MaxUint8))
	w.Recipient, w.Tag = r.Text(), r.Text()
	w.At = time.UnixMilli(int64(r.Uint(math.MaxInt64))).UTC()
	if ends := r.Bytes(); len(ends) > 0 {
		w.Ends = bytes.Clone(ends)
	}
	r.Rest(more)
	if err := r.Done(); err != nil || len(w.By) != ed25519.PublicKeySize || len(w.Public) != ed25519.PublicKeySize {
		return w, fault.New(fault.Damaged, "introduction-form").Because(err)
	}
	if _, err := w.Witness(); err != nil {
		return w, err
	}
	return w, nil
}

// Witness is what the key before said of where its streams ended; nil when it said nothing. Errors: Damaged for one of another key,
// and for a copy that was put back without any.
func (w *Word) Witness() (*witness.Witness, error) {
	if len(w.Ends) == 0 {
		if w.Why == Restored {
			return nil, fault.New(fault.Damaged, "introduction-form")
		}
		return nil, nil
	}
	said, err := witness.Read(w.Ends)
	if err == nil && !bytes.Equal(said.Public, w.By) {
		err = fault.New(fault.Damaged, "introduction-signature")
	}
	return said, err
}

// For is the part of a row that leads from the last key that is known to the one that asks; nil when it leads from none, or not
// to that. Of several keys in it that are known the last counts: what came before is settled.
func For(row []Word, public ed25519.PublicKey, known func(ed25519.PublicKey) bool) []Word {
	if len(row) == 0 || !bytes.Equal(row[len(row)-1].Public, public) {
		return nil
	}
	for i, w := range slices.Backward(row) {
		if known(w.By) {
			return row[i:]
		}
	}
	return nil
}
