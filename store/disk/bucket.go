package disk

import (
	"bytes"
	"crypto/cipher"
	"iter"

	bolt "go.etcd.io/bbolt"
)

// Bucket is one of the buckets of a file, as a transaction sees it. What it returns is good as long as the transaction, and must not be
// altered.
type Bucket struct {
	tx   *Tx
	name string
	b    *bolt.Bucket

	seal  *Seal // nil in a file that is not sealed, and then so is what follows
	aead  cipher.AEAD
	named int    // see named
	room  []byte // for what a value is bound to
}

// Tx is the transaction.
func (b *Bucket) Tx() *Tx { return b.tx }

// Get is the value of a key, nil when there is none.
func (b *Bucket) Get(key []byte) []byte {
	if b.seal == nil {
		return b.b.Get(key)
	}
	place := b.place(key)
	_, value := b.open(place, b.b.Get(place))
	return value
}

// Put keeps a value under a key.
func (b *Bucket) Put(key, value []byte) error {
	if b.seal == nil {
		return b.b.Put(key, value)
	}
	place, sealed, err := b.close(key, value)
	if err != nil {
		return err
	}
	return b.b.Put(place, sealed)
}

// Delete removes a key, if it is there.
func (b *Bucket) Delete(key []byte) error { return b.b.Delete(b.place(key)) }

// Fill tells how full pages are made, as a part of them, where keys mostly ascend.
func (b *Bucket) Fill(part float64) { b.b.FillPercent = part }

// ForEach visits all entries in the order of their keys.
func (b *Bucket) ForEach(visit func(key, value []byte) error) error {
	if b.seal == nil {
		return b.b.ForEach(visit)
	}
	return b.b.ForEach(func(key, value []byte) error { return visit(b.open(key, value)) })
}

// Below goes through the entries whose keys begin with a prefix, in the order of their keys.
func (b *Bucket) Below(prefix []byte) iter.Seq2[[]byte, []byte] {
	return func(visit func(key, value []byte) bool) {
		c := b.Cursor()
		for key, value := c.Seek(prefix); bytes.HasPrefix(key, prefix) && visit(key, value); key, value = c.Next() {
		}
	}
}

// Stats counts pages and keys, by going through all of them.
func (b *Bucket) Stats() bolt.BucketStats { return b.b.Stats() }

// Sequence is a number that the bucket keeps.
func (b *Bucket) Sequence() uint64 { return b.b.Sequence() }

// SetSequence alters it.
func (b *Bucket) SetSequence(n uint64) error { return b.b.SetSequence(n) }

// Cursor goes through the entries of a bucket in the order of their keys. A key of nil is the end.
type Cursor struct {
	b *Bucket
	c *bolt.Cursor
}

// Cursor is a new cursor.
func (b *Bucket) Cursor() *Cursor { return &Cursor{b, b.b.Cursor()} }

// Bucket is the bucket that it goes through.
func (c *Cursor) Bucket() *Bucket { return c.b }

// First goes to the first entry.
func (c *Cursor) First() (key, value []byte) { return c.at(c.c.First()) }

// Last goes to the last entry.
func (c *Cursor) Last() (key, value []byte) { return c.at(c.c.Last()) }

// Next goes to the entry after this one.
func (c *Cursor) Next() (key, value []byte) { return c.at(c.c.Next()) }

// Prev goes to the entry before this one.
func (c *Cursor) Prev() (key, value []byte) { return c.at(c.c.Prev()) }

// Seek goes to a key, or else to the first one after it. In a sealed file the order of keys that end in a name is that of nothing; those
// that share what comes before it stand together.
func (c *Cursor) Seek(to []byte) (key, value []byte) {
	if c.b.seal != nil && len(to) > c.b.named {
		to = c.b.place(to)
	}
	return c.at(c.c.Seek(to))
}

func (c *Cursor) at(place, value []byte) (key, opened []byte) {
	if c.b.seal == nil {
		return place, value
	}
	return c.b.open(place, value)
}

// Delete removes the entry at which it stands.
func (c *Cursor) Delete() error { return c.c.Delete() }
