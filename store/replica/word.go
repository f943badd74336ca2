package replica

import (
	"bytes"
	"crypto/ed25519"
	"math"
	"slices"
	"time"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/store/cbor"
	"leerbalie/store/disk"
	"leerbalie/store/tally"
	"leerbalie/store/wire"
	"leerbalie/store/witness"
)

// What is kept of others, in bucket peer. Letters are on disk and never reused.
//
//	'w' ‖ replica                   → [milliseconds since 1970 when it came, word]
//	'p' ‖ replica                   → [[id of a parcel that was taken in from it, the last one last] …]
//	'i' ‖ replica                   → [milliseconds, introduction, label]    until it is admitted
//	'n'                             → how many words were said
//	'e' ‖ stream                    → where an own stream ended when this copy heard that its scope ended
//	'c' ‖ stream ‖ seq              → choice ‖ who decided ‖ milliseconds since 1970; at first the choice alone
//	'd' ‖ stream                    → up to where it is surely right, what somebody saw of it    of a name before, see doubt
//	'r' ‖ milliseconds since 1970   → why a parcel was refused as a whole
//	'h' ‖ replica ‖ stream ‖ seq    → nothing while its words stay home; the id of the last parcel in which they went
const (
	peerWord    = 'w'
	peerParcels = 'p'
	peerIntro   = 'i'
	peerChoice  = 'c'
	peerHome    = 'h'
	peerRefused = 'r'
	peerDoubt   = 'd'
	peerNumber  = 'n'
	peerEnded   = 'e'
)

func peerKey(letter byte, parts ...[]byte) []byte {
	return slices.Concat(append([][]byte{{letter}}, parts...)...)
}

// keptParcels is how many ids of parcels are remembered of each peer: those of a year of weeks.
const keptParcels = 64

// span is a part of a stream.
type span struct {
	Stream      journal.Stream
	First, Last uint64
}

// word is what a replica says of itself: what it holds, what it keeps of others' changes that it did not take in, and which parcels
// it took in last. It is signed by the key that its witness names.
type word struct {
	*witness.Witness
	number  uint64                    // counts its words
	kept    map[journal.Stream]uint64 // up to which change, of streams that wait
	ended   map[journal.Stream]uint64 // of own streams, where they ended when it heard that their scope ended
	parcels []journal.ID
	signed  []byte // as it came
}

const wordSigned = "leerbalie word 1\n"

// The form of a word, as a CBOR array in canonical form. A later version may add entries at the end of an array of a fixed number.
//
//	word    [body as bytes, signature over wordSigned ‖ body]
//	body    [number, witness, [stream ‖ seq …] of what waits, [stream ‖ seq …] of what ended, [id of a parcel …]]

func (w *word) sign(key ed25519.PrivateKey, at time.Time, heads []witness.Head) ([]byte, error) {
	signed, err := witness.Sign(key, at, heads)
	if err != nil {
		return nil, err
	}
	b := cbor.Uint(cbor.Array(nil, 5), w.number)
	b = cbor.Bytes(b, signed)
	for _, places := range []map[journal.Stream]uint64{w.kept, w.ended} {
		var keys [][]byte
		for s, seq := range places {
			keys = append(keys, wire.LogKey(s, seq))
		}
		slices.SortFunc(keys, bytes.Compare)
		b = cbor.Array(b, len(keys))
		for _, k := range keys {
			b = cbor.Bytes(b, k)
		}
	}
	b = cbor.Array(b, len(w.parcels))
	for _, id := range w.parcels {
		b = cbor.Bytes(b, id[:])
	}
	return seal(key, wordSigned, b), nil
}

// seal puts bytes and a signature over them together.
func seal(key ed25519.PrivateKey, what string, body []byte) []byte {
	out := cbor.Bytes(cbor.Array(nil, 2), body)
	return cbor.Bytes(out, ed25519.Sign(bytes.Clone(key), append([]byte(what), body...)))
}

// unseal parts them again; whether the signature is right is for whoever knows the key.
func unseal(b []byte, limit int) (body, signature []byte, err error) {
	if len(b) > limit {
		return nil, nil, fault.New(fault.Damaged, "parcel-form")
	}
	r := cbor.Read(b)
	more := r.AtLeast(2)
	body, signature = r.Bytes(), r.Bytes()
	r.Rest(more)
	if err := r.Done(); err != nil {
		return nil, nil, fault.New(fault.Damaged, "parcel-form").Because(err)
	}
	return body, signature, nil
}

func readWord(b []byte) (*word, error) {
	body, signature, err := unseal(b, 2*witness.Size)
	if err != nil {
		return nil, err
	}
	r := cbor.Read(body)
	more := r.AtLeast(5)
	w := &word{number: r.Uint(math.MaxUint64), kept: map[journal.Stream]uint64{}, ended: map[journal.Stream]uint64{}, signed: bytes.Clone(b)}
	signed := r.Bytes()
	for _, places := range []map[journal.Stream]uint64{w.kept, w.ended} {
		for range r.Array() {
			k := r.Bytes()
			if len(k) != wire.LogKeyLen {
				r.Fail()
				break
			}
			places[wire.ParseStream(k)] = wire.ParseNumber(k[wire.StreamLen:])
		}
	}
	for range r.Array() {
		id := r.Bytes()
		if len(id) != len(journal.ID{}) {
			r.Fail()
			break
		}
		w.parcels = append(w.parcels, wire.ParseID(id))
	}
	r.Rest(more)
	if err := r.Done(); err != nil {
		return nil, fault.New(fault.Damaged, "parcel-form").Because(err)
	}
	if w.Witness, err = witness.Read(signed); err != nil {
		return nil, fault.New(fault.Damaged, "word-signature").Because(err)
	}
	if !ed25519.Verify(w.Public, append([]byte(wordSigned), body...), signature) {
		return nil, fault.New(fault.Damaged, "word-signature")
	}
	return w, nil
}

// holds is what a word says of each stream, kept changes included.
func (w *word) holds() map[journal.Stream]uint64 {
	out := map[journal.Stream]uint64{}
	if w == nil {
		return out
	}
	for _, h := range w.Heads {
		out[h.Stream] = h.Seq
	}
	for s, seq := range w.kept {
		out[s] = max(out[s], seq)
	}
	return out
}

// heard is the last word of a replica, and when it came; nil: it never said any.
func heard(b *disk.Tx, r journal.Replica) (*word, time.Time, error) {
	v := b.Bucket(wire.BucketPeer).Get(peerKey(peerWord, r[:]))
	if v == nil {
		return nil, time.Time{}, nil
	}
	at, signed, err := parseHeard(v)
	if err != nil {
		return nil, at, err
	}
	w, err := readWord(signed)
	return w, at, err
}

func parseHeard(v []byte) (at time.Time, signed []byte, err error) {
	r := cbor.Read(v)
	more := r.AtLeast(2)
	at, signed = time.UnixMilli(int64(r.Uint(math.MaxInt64))), r.Bytes()
	r.Rest(more)
	if err := r.Done(); err != nil {
		return at, nil, fault.New(fault.Damaged, "store-value").Because(err)
	}
	return at, signed, nil
}

// hear keeps the word of a replica, unless a later one is there.
// It tells of how many of this copy's own changes the replica says for the first time that it has them.
func hear(b *disk.Tx, me journal.Replica, w *word, now time.Time) (acknowledged []span, err error) {
	from := w.Replica()
	last, _, err := heard(b, from)
	if err != nil && fault.KindOf(err) != fault.Damaged { // one that cannot be read is no reason to hear no other
		return nil, err
	}
	if last != nil && w.number <= last.number {
		return nil, nil
	}
	before := last.holds()
	for s, seq := range w.holds() {
		if s.Replica == me && seq > before[s] {
			acknowledged = append(acknowledged, span{Stream: s, First: before[s] + 1, Last: seq})
		}
	}
	v := cbor.Uint(cbor.Array(nil, 2), uint64(max(now.UnixMilli(), 0)))
	if err := tally.Keep(b, wire.BucketPeer, peerKey(peerWord, from[:]), cbor.Bytes(v, w.signed)); err != nil {
		return nil, err
	}
	return acknowledged, dropHome(b, from, w.parcels)
}

// dropHome forgets of words that they stayed home, once the peer has taken in a parcel in which they went.
func dropHome(b *disk.Tx, peer journal.Replica, parcels []journal.ID) error {
	return eachPeer(b, peerKey(peerHome, peer[:]), func(key, v []byte) error {
		if len(v) != len(journal.ID{}) || !slices.Contains(parcels, wire.ParseID(v)) {
			return nil
		}
		return tally.Drop(b, wire.BucketPeer, key)
	})
}

// eachPeer visits copies of the entries of bucket peer whose keys begin in a way.
func eachPeer(b *disk.Tx, prefix []byte, visit func(key, value []byte) error) error {
	var all [][2][]byte
	c := b.Bucket(wire.BucketPeer).Cursor()
	for k, v := c.Seek(prefix); bytes.HasPrefix(k, prefix); k, v = c.Next() {
		all = append(all, [2][]byte{bytes.Clone(k), bytes.Clone(v)})
	}
	for _, e := range all {
		if err := visit(e[0], e[1]); err != nil {
			return err
		}
	}
	return nil
}

// parcelsOf are the parcels that were taken in from a replica, the last one last.
func parcelsOf(b *disk.Tx, from journal.Replica) (out []journal.ID) {
	v := b.Bucket(wire.BucketPeer).Get(peerKey(peerParcels, from[:]))
	for ; len(v) >= len(journal.ID{}); v = v[len(journal.ID{}):] {
		out = append(out, wire.ParseID(v))
	}
	return out
}

func noteParcel(b *disk.Tx, from journal.Replica, id journal.ID) error {
	ids := parcelsOf(b, from)
	if slices.Contains(ids, id) {
		return nil
	}
	ids = append(ids, id)
	var v []byte
	for _, id := range ids[max(len(ids)-keptParcels, 0):] {
		v = append(v, id[:]...)
	}
	return tally.Keep(b, wire.BucketPeer, peerKey(peerParcels, from[:]), v)
}
