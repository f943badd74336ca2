package copying

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"path/filepath"
	"testing"

	bolt "go.etcd.io/bbolt"

	"leerbalie/model/fault"
	"leerbalie/store/disk"
)

func opened(t *testing.T) *disk.DB {
	t.Helper()
	db, err := disk.Open(filepath.Join(t.TempDir(), "d.db"), 0o600, &disk.Options{NoSync: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

// filled is a file of several transactions' worth.
func filled(t *testing.T) *disk.DB {
	t.Helper()
	db := opened(t)
	err := db.Update(func(tx *disk.Tx) error {
		for _, name := range []string{"one", "two"} {
			b, err := tx.CreateBucket([]byte(name))
			if err != nil {
				return err
			}
			for i := range uint64(chunk / 1000) {
				if err := b.Put(binary.BigEndian.AppendUint64(nil, i), bytes.Repeat([]byte{byte(i)}, 1000)); err != nil {
					return err
				}
			}
			if err := b.SetSequence(7); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return db
}

func nothing(*disk.Tx) error { return nil }

// TestCopy: all that is wanted is there, in its buckets, and what was told rose to the end.
func TestCopy(t *testing.T) {
	from, to := filled(t), opened(t)
	wanted := func(bucket, key []byte) bool { return string(bucket) == "one" || key[len(key)-1] != 3 }
	var told []int64
	if err := from.View(func(tx *disk.Tx) error {
		return Copy(t.Context(), tx, to, wanted, func(done, total int64) {
			if done > total || len(told) > 0 && done < told[len(told)-1] {
				t.Errorf("%d of %d after %v", done, total, told)
			}
			told = append(told, done)
		}, nothing)
	}); err != nil || len(told) < 2 {
		t.Fatalf("%v, after %v", err, told)
	}
	if err := from.View(func(a *disk.Tx) error {
		return to.View(func(b *disk.Tx) error {
			for _, name := range []string{"one", "two"} {
				there := b.Bucket([]byte(name))
				if there.Sequence() != 7 {
					t.Errorf("%s counts %d", name, there.Sequence())
				}
				if err := a.Bucket([]byte(name)).ForEach(func(k, v []byte) error {
					if got := there.Get(k); wanted([]byte(name), k) != (got != nil) || got != nil && !bytes.Equal(got, v) {
						t.Fatalf("%s %x became %.10x", name, k, got)
					}
					return nil
				}); err != nil {
					return err
				}
			}
			return nil
		})
	}); err != nil {
		t.Fatal(err)
	}
}

// TestStopped: it ends in the middle, and leaves no transaction open.
func TestStopped(t *testing.T) {
	from, to := filled(t), opened(t)
	ctx, stop := context.WithCancel(t.Context())
	times := 0
	err := from.View(func(tx *disk.Tx) error {
		return Copy(ctx, tx, to, func(_, _ []byte) bool { return true }, func(int64, int64) { times++; stop() }, nothing)
	})
	if !errors.Is(err, context.Canceled) || times != 1 {
		t.Fatalf("%v, told %d times", err, times)
	}
	if err := to.Close(); err != nil { // which waits for what is open
		t.Error(err)
	}
}

// TestBucketWithin is refused rather than left out.
func TestBucketWithin(t *testing.T) {
	from, to := opened(t), opened(t)
	if err := from.DB.Update(func(tx *bolt.Tx) error {
		b, err := tx.CreateBucket([]byte("outer"))
		if err == nil {
			_, err = b.CreateBucket([]byte("inner"))
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
	err := from.View(func(tx *disk.Tx) error {
		return Copy(t.Context(), tx, to, func(_, _ []byte) bool { return true }, nil, nothing)
	})
	if fault.KindOf(err) != fault.Newer {
		t.Errorf("%v", err)
	}
}
