// Package copying writes what a file of bbolt holds to another: entry by entry in the order of their keys, so that no page of
// the new one is free and none holds what was removed.
package copying

import (
	"context"
	"errors"

	"leerbalie/model/fault"
	"leerbalie/store/disk"
)

// chunk is about how many bytes of keys and values are written in one transaction.
const chunk = 8 << 20

// copying is a copy under way.
type copying struct {
	ctx         context.Context
	db          *disk.DB
	to          *disk.Tx
	wanted      func(bucket, key []byte) bool
	written     int // bytes in to
	done, total int64
	tell        func(done, total int64)
}

// Copy writes the entries, as they stand on disk, that are wanted, as a transaction sees them, to a file that is empty and that nobody else has; end then
// writes what else belongs into it. All of it is synced at the end. progress, which may be nil, is told how many bytes are done.
// Errors: the context's; Newer for a bucket within another, of which there is none in this version; those of the disk.
func Copy(ctx context.Context, from *disk.Tx, to *disk.DB, wanted func(bucket, key []byte) bool, progress func(done, total int64),
	end func(*disk.Tx) error) (err error) {
	to.NoSync, to.NoGrowSync = true, true
	c := &copying{ctx: ctx, db: to, wanted: wanted, tell: progress}
	defer func() {
		if c.to != nil { // also when a damaged file made it panic: closing the file would wait for this
			err = errors.Join(err, c.to.Rollback())
		}
	}()
	if err := c.all(from, end); err != nil {
		return err
	}
	return to.Sync()
}

func (c *copying) all(from *disk.Tx, end func(*disk.Tx) error) error {
	from = from.Raw()
	err := from.ForEach(func(_ []byte, b *disk.Bucket) error {
		s := b.Stats()
		c.total += int64(s.LeafInuse + s.InlineBucketInuse)
		return nil
	})
	if err == nil {
		c.to, err = c.db.Begin(true)
	}
	if err == nil {
		err = from.ForEach(c.bucket)
	}
	if err == nil {
		err = end(c.to)
	}
	if err == nil {
		err = c.commit()
	}
	return err
}

// commit ends a transaction, and tells how far the copy is.
func (c *copying) commit() error {
	if err := c.ctx.Err(); err != nil {
		return err
	}
	to := c.to
	c.to = nil // a commit that fails leaves nothing to roll back
	if err := to.Commit(); err != nil {
		return err
	}
	c.done, c.written = min(c.done+int64(c.written), c.total), 0
	if c.tell != nil {
		c.tell(c.done, c.total)
	}
	return nil
}

func (c *copying) bucket(name []byte, b *disk.Bucket) error {
	to, err := c.to.Raw().CreateBucket(name)
	if err != nil {
		return err
	}
	if err := to.SetSequence(b.Sequence()); err != nil {
		return err
	}
	return b.ForEach(func(k, v []byte) error {
		if v == nil {
			return fault.New(fault.Newer, "store-newer", "path", c.db.Path()) // no bucket of ours lies in another
		}
		if !c.wanted(name, k) {
			return nil
		}
		if c.written >= chunk {
			if err := c.commit(); err != nil {
				return err
			}
			if c.to, err = c.db.Begin(true); err != nil {
				return err
			}
			to = c.to.Raw().Bucket(name)
		}
		const perEntry = 16 // that a page has beside key and value
		c.written += len(k) + len(v) + perEntry
		to.Fill(0.9)
		return to.Put(k, v)
	})
}
