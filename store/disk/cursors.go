package disk

import (
	"bytes"
)

// Cursors are the cursors of one transaction, one a bucket. Looking entries up through one that is kept makes nothing;
// bolt's own Get makes a cursor each time.
type Cursors map[string]*Cursor

// Get is the value of an entry, nil when there is none.
func (c *Cursors) Get(b *Tx, bucket, key []byte) []byte {
	cur := (*c)[string(bucket)]
	if cur == nil {
		if *c == nil {
			*c = Cursors{}
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

// Near is a cursor for somebody whose questions ascend, mostly: a step to the next entry costs a tenth of a look-up.
type Near struct {
	cur        *Cursor
	key, value []byte // where it stands
}

// Get is the value of an entry, nil when there is none.
func (n *Near) Get(b *Tx, bucket, key []byte) []byte {
	if n.cur == nil {
		n.cur = b.Bucket(bucket).Cursor()
	}
	const steps = 4
	for range steps {
		switch order := bytes.Compare(n.key, key); {
		case n.key != nil && order == 0:
			return n.value
		case n.key == nil || order > 0:
			return n.seek(key)
		}
		n.key, n.value = n.cur.Next()
	}
	return n.seek(key)
}

func (n *Near) seek(key []byte) []byte {
	if n.key, n.value = n.cur.Seek(key); bytes.Equal(n.key, key) {
		return n.value
	}
	return nil
}
