package disk

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"sync/atomic"
	"time"

	bolt "go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"
)

// Options tell how bbolt opens a file; FreelistMapType is the list of free places that is quick for large files.
type Options = bolt.Options

// FreelistMapType is bbolt's.
const FreelistMapType = bolt.FreelistMapType

// ErrTimeout says that another process has the lock of a file.
var ErrTimeout = bolterrors.ErrTimeout

// DB is an open file. What is not about entries is bbolt's own.
type DB struct {
	*bolt.DB
	seal  *Seal       // nil for one that is not sealed
	broke atomic.Bool // a transaction that writes ended in a panic: bbolt may hold its lock for ever
}

// shutWait is how long closing waits for a transaction that may never end.
const shutWait = time.Second

// errStuck says that a damaged file could not be closed: its lock goes with the process.
var errStuck = errors.New("a transaction of a damaged file never ended")

// Close closes the file. Where a transaction that writes broke off in a damaged file, and its undoing as well, bbolt would wait for it
// for ever.
func (db *DB) Close() error {
	if !db.broke.Load() {
		return db.DB.Close()
	}
	done := make(chan error, 1)
	go func() {
		defer func() {
			if p := recover(); p != nil {
				done <- fmt.Errorf("panic: %v", p)
			}
		}()
		done <- db.DB.Close()
	}()
	select {
	case err := <-done:
		return err
	case <-time.After(shutWait):
		return errStuck
	}
}

// Open opens a file of bbolt, or makes one.
func Open(path string, mode fs.FileMode, options *Options) (*DB, error) {
	db, err := bolt.Open(path, mode, options)
	if err != nil {
		return nil, err
	}
	return &DB{DB: db}, nil
}

// Begin starts a transaction.
func (db *DB) Begin(writable bool) (*Tx, error) {
	t, err := db.DB.Begin(writable)
	if err != nil {
		return nil, err
	}
	if writable {
		db.broke.Store(true) // until it has ended
		return &Tx{t: t, seal: db.seal, ends: &db.broke}, nil
	}
	return &Tx{t: t, seal: db.seal}, nil
}

// View runs fn in a transaction that reads.
func (db *DB) View(fn func(*Tx) error) error {
	return db.DB.View(func(t *bolt.Tx) error { return fn(&Tx{t: t, seal: db.seal}) })
}

// Update runs fn in a transaction that writes.
func (db *DB) Update(fn func(*Tx) error) error {
	ended := false
	defer func() {
		if !ended {
			db.broke.Store(true)
		}
	}()
	err := db.DB.Update(func(t *bolt.Tx) error { return fn(&Tx{t: t, seal: db.seal}) })
	ended = true
	return err
}

// Compact writes all entries of a file to an empty one, in transactions of about a size, each as it stands on disk.
func Compact(to, from *DB, size int64) error { return bolt.Compact(to.DB, from.DB, size) }

// Tx is a transaction. Several goroutines must not share one.
type Tx struct {
	t    *bolt.Tx
	ends *atomic.Bool // of one that was begun to write
	open []*Bucket    // those that it was asked for, mostly the same few

	seal     *Seal
	tolerant bool
	altered  map[string]bool // of buckets whose keys end in a name, which keys are as they stand on disk
	room     []byte          // for opened values
	spaces   int             // how large that is
}

// Bucket is the bucket of a name, nil when there is none.
func (t *Tx) Bucket(name []byte) *Bucket {
	for _, b := range t.open {
		if b.name == string(name) {
			return b
		}
	}
	b := t.t.Bucket(name)
	if b == nil {
		return nil
	}
	return t.keep(name, b)
}

func (t *Tx) keep(name []byte, b *bolt.Bucket) *Bucket {
	kept := &Bucket{tx: t, name: string(name), b: b, seal: t.seal}
	if t.seal != nil {
		kept.named, kept.aead = named(kept.name), t.seal.bucket(kept.name)
	}
	t.open = append(t.open, kept)
	return kept
}

// CreateBucket makes a bucket that is not there.
func (t *Tx) CreateBucket(name []byte) (*Bucket, error) {
	b, err := t.t.CreateBucket(name)
	if err != nil {
		return nil, err
	}
	return t.keep(name, b), nil
}

// CreateBucketIfNotExists is the bucket of a name, made if it has to be.
func (t *Tx) CreateBucketIfNotExists(name []byte) (*Bucket, error) {
	if b := t.Bucket(name); b != nil {
		return b, nil
	}
	return t.CreateBucket(name)
}

// DeleteBucket removes a bucket with all that is in it.
func (t *Tx) DeleteBucket(name []byte) error {
	for i, b := range t.open {
		if b.name == string(name) {
			t.open = append(t.open[:i:i], t.open[i+1:]...)
			break
		}
	}
	return t.t.DeleteBucket(name)
}

// ForEach visits the buckets in the order of their names.
func (t *Tx) ForEach(visit func(name []byte, b *Bucket) error) error {
	return t.t.ForEach(func(name []byte, _ *bolt.Bucket) error { return visit(name, t.Bucket(name)) })
}

// ID is the number of the transaction: the last one, of one that reads.
func (t *Tx) ID() int { return t.t.ID() }

// Size is how large the file is for this transaction.
func (t *Tx) Size() int64 { return t.t.Size() }

// WriteTo writes the file, page by page, as the transaction sees it.
func (t *Tx) WriteTo(w io.Writer) (int64, error) { return t.t.WriteTo(w) }

// OnCommit runs fn when what was written is on disk.
func (t *Tx) OnCommit(fn func()) { t.t.OnCommit(fn) }

// Commit ends a transaction that writes, and keeps what it wrote.
func (t *Tx) Commit() error { return t.ended(t.t.Commit()) }

// Rollback ends a transaction, and keeps nothing of it.
func (t *Tx) Rollback() error { return t.ended(t.t.Rollback()) }

// ended notes that a transaction that was begun to write has come to its end.
func (t *Tx) ended(err error) error {
	if t.ends != nil {
		t.ends.Store(false)
	}
	return err
}
