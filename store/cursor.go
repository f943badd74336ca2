package store

import (
	"bytes"

	bolt "go.etcd.io/bbolt"
)

// cursors are the cursors of one transaction, one a bucket. Looking entries up through one that is kept makes nothing;
// bolt's own Get makes a cursor each time.
type cursors map[string]*bolt.Cursor

// get is the value of an entry, nil when there is none.
func (c *cursors) get(b *bolt.Tx, bucket, key []byte) []byte {
	cur := (*c)[string(bucket)]
	if cur == nil {
		if *c == nil {
			*c = cursors{}
		}
		cur = b.Bucket(bucket).Cursor()
		(*c)[string(bucket)] = cur
	}
	found, value := cur.Seek(key)
	if !bytes.Equal(found, key) {
		return nil
	}
	return value
}
