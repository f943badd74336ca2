package disk

import bolt "go.etcd.io/bbolt"

// Bucket is one of the buckets of a file, as a transaction sees it. What it returns is good as long as the transaction, and must not be
// altered.
type Bucket struct {
	tx   *Tx
	name string
	b    *bolt.Bucket
}

// Tx is the transaction.
func (b *Bucket) Tx() *Tx { return b.tx }

// Get is the value of a key, nil when there is none.
func (b *Bucket) Get(key []byte) []byte { return b.b.Get(key) }

// Put keeps a value under a key.
func (b *Bucket) Put(key, value []byte) error { return b.b.Put(key, value) }

// Delete removes a key, if it is there.
func (b *Bucket) Delete(key []byte) error { return b.b.Delete(key) }

// Fill tells how full pages are made, as a part of them, where keys mostly ascend.
func (b *Bucket) Fill(part float64) { b.b.FillPercent = part }

// ForEach visits all entries in the order of their keys.
func (b *Bucket) ForEach(visit func(key, value []byte) error) error { return b.b.ForEach(visit) }

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
func (c *Cursor) First() (key, value []byte) { return c.c.First() }

// Last goes to the last entry.
func (c *Cursor) Last() (key, value []byte) { return c.c.Last() }

// Next goes to the entry after this one.
func (c *Cursor) Next() (key, value []byte) { return c.c.Next() }

// Prev goes to the entry before this one.
func (c *Cursor) Prev() (key, value []byte) { return c.c.Prev() }

// Seek goes to a key, or else to the first one after it.
func (c *Cursor) Seek(to []byte) (key, value []byte) { return c.c.Seek(to) }

// Delete removes the entry at which it stands.
func (c *Cursor) Delete() error { return c.c.Delete() }
