package disk

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"sync"

	bolt "go.etcd.io/bbolt"

	"leerbalie/store/wire"
)

// What a sealed file looks like. Each value is a nonce, drawn at random, and what AES-256-GCM makes of it, with its bucket and its
// key along: a value that is altered, or stands where another stood, does not open. Every bucket has a key of its own, made from
// the key of the file by HKDF, and so have names. Empty values are empty where they say nothing but that their key is there.
//
// Keys of entries are ids, numbers that order them, and letters. Where the end of a key is a name, a keyed hash of it stands in
// its place and the name goes before the value (see named); what requests are looked up by, package store hides with Hide.
// Of meta, the version of the drawing and the wrapped key stay readable.

// KeySize is how many bytes the key of a sealed file has.
const KeySize = 32

const (
	nonceSize = 12
	hiddenLen = 16 // of a keyed hash
	// IDSize is how many bytes tell which key a file was sealed with.
	IDSize = 16
)

// Seal is the key of a sealed file. It is safe for use by several goroutines.
type Seal struct {
	key   [KeySize]byte
	id    [IDSize]byte
	names []byte

	mu    sync.Mutex
	aeads map[string]cipher.AEAD
}

// NewSeal draws a key for a file.
func NewSeal() (*Seal, error) {
	var key [KeySize]byte
	if _, err := rand.Read(key[:]); err != nil {
		return nil, err
	}
	return SealOf(key[:])
}

// SealOf is the seal of a key.
func SealOf(key []byte) (*Seal, error) {
	if len(key) != KeySize {
		return nil, errors.New("no key of a sealed file")
	}
	s := &Seal{key: [KeySize]byte(key), aeads: map[string]cipher.AEAD{}}
	id, err := s.derive("id", IDSize)
	if err == nil {
		s.id = [IDSize]byte(id)
		s.names, err = s.derive("names", sha256.Size)
	}
	return s, err
}

func (s *Seal) derive(use string, size int) ([]byte, error) {
	return hkdf.Key(sha256.New, s.key[:], nil, "leerbalie sealed store: "+use, size)
}

// Key is the key itself, to hand it to another process of this program.
func (s *Seal) Key() []byte { return bytes.Clone(s.key[:]) }

// ID tells the key from others, and nothing of it.
func (s *Seal) ID() []byte { return bytes.Clone(s.id[:]) }

// bucket is what seals the values of a bucket.
func (s *Seal) bucket(name string) cipher.AEAD {
	s.mu.Lock()
	defer s.mu.Unlock()
	if a := s.aeads[name]; a != nil {
		return a
	}
	key, err := s.derive("bucket "+name, KeySize)
	if err != nil {
		panic(err) // of a size that is always right
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		panic(err)
	}
	a, err := cipher.NewGCM(block)
	if err != nil {
		panic(err)
	}
	s.aeads[name] = a
	return a
}

// Hide is what stands in a key in the place of words: the same for the same words, and for nobody without the key anything else. A
// nil Seal hides nothing.
func (s *Seal) Hide(bucket string, words []byte) []byte {
	if s == nil {
		return words
	}
	h := hmac.New(sha256.New, s.names)
	h.Write([]byte(bucket))
	h.Write([]byte{0})
	h.Write(words)
	return h.Sum(nil)[:hiddenLen]
}

// named gives, of buckets whose keys end in a name, how many bytes come before it; -1 for all others.
func named(bucket string) int {
	switch bucket {
	case string(wire.BucketSetting):
		return 0
	case string(wire.BucketOwed):
		return 1
	case string(wire.BucketDraft), string(wire.BucketCount):
		return 16
	}
	return -1
}

// bare tells whether values of a bucket that are empty say nothing: that they are there is checked against the journal.
func bare(bucket string) bool {
	return bucket == string(wire.BucketIndex) || bucket == string(wire.BucketUnindexed)
}

// clear tells whether an entry is readable without the key.
func clear(bucket string, key []byte) bool {
	return bucket == string(wire.BucketMeta) && (bytes.Equal(key, wire.MetaFormat) || bytes.Equal(key, wire.MetaSeal))
}

// needed tells whether a program can do nothing without an entry of meta; of the others it knows what to do when they are not what they
// should be.
func needed(key []byte) bool {
	for _, k := range [][]byte{wire.MetaReplica, wire.MetaKey, wire.MetaTag, wire.MetaClock, wire.MetaTxn} {
		if bytes.Equal(k, key) {
			return true
		}
	}
	return false
}

// Altered is what a transaction that does not Tolerate it panics with when a value does not open.
type Altered struct {
	Bucket string
	Key    []byte // as it stands on disk
}

func (a *Altered) Error() string { return "a sealed value of " + a.Bucket + " does not open" }

// unreadable stands, for whoever tolerates it, in the place of a value that does not open: no value of the store looks so.
var unreadable = []byte{0xff}

// IsUnreadable tells whether a value is what stands in the place of one that does not open.
func IsUnreadable(value []byte) bool { return bytes.Equal(value, unreadable) }

// Unseal gives an open file its key.
func (db *DB) Unseal(s *Seal) { db.seal = s }

// Seal is the key of the file, nil for one that is not sealed.
func (db *DB) Seal() *Seal { return db.seal }

// Wrapped is what stands in a file as its wrapped key, nil in one that is not sealed. newer: the file is of a later program, to which a
// key may mean something else.
func Wrapped(db *DB) (wrapped []byte, newer bool, err error) {
	err = db.DB.View(func(t *bolt.Tx) error {
		if meta := t.Bucket(wire.BucketMeta); meta != nil {
			wrapped = bytes.Clone(meta.Get(wire.MetaSeal))
			format := meta.Get(wire.MetaFormat)
			newer = len(format) == 8 && wire.Newer(wire.ParseNumber(format))
		}
		return nil
	})
	return wrapped, newer, err
}

// along is what a value is bound to.
func (b *Bucket) along(key []byte) []byte {
	b.room = append(append(append(b.room[:0], b.name...), 0), key...)
	return b.room
}

// place is where an entry stands on disk.
func (b *Bucket) place(key []byte) []byte {
	if b.seal == nil || b.named < 0 || len(key) < b.named || b.tx.asItStands(b, key) {
		return key
	}
	return append(append(make([]byte, 0, b.named+hiddenLen), key[:b.named]...), b.seal.Hide(b.name, key[b.named:])...)
}

// asItStands tells whether a key is one that was given as it stands on disk, since its value does not open.
func (t *Tx) asItStands(b *Bucket, key []byte) bool {
	return len(t.altered) > 0 && t.altered[b.name+string(key)]
}

// close seals a value for where it will stand.
func (b *Bucket) close(key, value []byte) (place, sealed []byte, err error) {
	place = b.place(key)
	if clear(b.name, key) || len(value) == 0 && bare(b.name) {
		return place, value, nil
	}
	if b.named >= 0 {
		name := key[b.named:]
		value = append(append(binary.AppendUvarint(make([]byte, 0, 10+len(name)+len(value)), uint64(len(name))), name...), value...)
	}
	out := make([]byte, nonceSize, nonceSize+len(value)+16)
	if _, err := rand.Read(out); err != nil {
		return nil, nil, err
	}
	return place, b.aead.Seal(out, out, value, b.along(place)), nil
}

// open gives the value, and of a bucket whose keys end in a name the key, of what stands at a place.
func (b *Bucket) open(place, sealed []byte) (key, value []byte) {
	if place == nil || sealed == nil {
		return place, sealed // the end, or a bucket within another
	}
	if clear(b.name, place) || len(sealed) == 0 && bare(b.name) {
		return place, sealed
	}
	if len(sealed) >= nonceSize+16 {
		out := b.tx.space(len(sealed) - nonceSize - 16)
		value, err := b.aead.Open(out, sealed[:nonceSize], sealed[nonceSize:], b.along(place))
		if err == nil && b.named < 0 {
			return place, value
		}
		if err == nil {
			n, used := binary.Uvarint(value)
			name := value[used : used+int(n)]
			return append(append(make([]byte, 0, b.named+len(name)), place[:b.named]...), name...), value[used+int(n):]
		}
	}
	if !b.tx.tolerant && !(b.name == string(wire.BucketMeta) && !needed(place)) {
		panic(&Altered{b.name, bytes.Clone(place)})
	}
	if b.named >= 0 {
		if b.tx.altered == nil {
			b.tx.altered = map[string]bool{}
		}
		b.tx.altered[b.name+string(place)] = true
	}
	return place, unreadable
}

// Room for opened values is made in pieces: one by one they would cost more than opening them.
const (
	leastSpace = 2 << 10
	mostSpace  = 64 << 10
)

// space is room for a value of a size.
func (t *Tx) space(size int) []byte {
	if size > mostSpace/4 {
		return make([]byte, 0, size)
	}
	if cap(t.room)-len(t.room) < size {
		t.spaces = min(max(2*t.spaces, leastSpace), mostSpace)
		t.room = make([]byte, 0, max(t.spaces, size))
	}
	at := len(t.room)
	t.room = t.room[:at+size]
	return t.room[at : at : at+size]
}

// Tolerate has the transaction give something that nobody can read for a value that does not open, instead of ending with a panic:
// whoever checks wants to know of all of them.
func (t *Tx) Tolerate() { t.tolerant = true }

// Raw is the transaction without the key: entries as they stand on disk, to be copied.
func (t *Tx) Raw() *Tx { return &Tx{t: t.t} }

// Seal is the key of the file, nil for one that is not sealed.
func (t *Tx) Seal() *Seal { return t.seal }
