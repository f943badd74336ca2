package disk

import (
	"bytes"
	"path/filepath"
	"testing"

	"leerbalie/store/wire"
)

// sealedFile is an open file with a key, and one without it that reads what stands on disk.
func sealedFile(t *testing.T) *DB {
	t.Helper()
	db, err := Open(filepath.Join(t.TempDir(), "d.db"), 0o600, &Options{NoSync: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	s, err := NewSeal()
	if err != nil {
		t.Fatal(err)
	}
	db.Unseal(s)
	return db
}

func update(t *testing.T, db *DB, do func(*Tx) error) {
	t.Helper()
	if err := db.Update(do); err != nil {
		t.Fatal(err)
	}
}

// TestNoTwoSealedValuesLookAlike: the same value under the same key is sealed anew each time.
func TestNoTwoSealedValuesLookAlike(t *testing.T) {
	db := sealedFile(t)
	seen := map[string]bool{}
	update(t, db, func(tx *Tx) error {
		b, err := tx.CreateBucket(wire.BucketRecord)
		if err != nil {
			return err
		}
		for range 500 {
			if err := b.Put([]byte("key"), []byte("the same value")); err != nil {
				return err
			}
			on := tx.Raw().Bucket(wire.BucketRecord).Get([]byte("key"))
			if bytes.Contains(on, []byte("same")) || seen[string(on[:nonceSize])] || seen[string(on[nonceSize:])] {
				t.Fatalf("%x", on)
			}
			seen[string(on[:nonceSize])], seen[string(on[nonceSize:])] = true, true
			if got := b.Get([]byte("key")); string(got) != "the same value" {
				t.Fatalf("%q", got)
			}
		}
		return nil
	})
}

// TestNamesAreHiddenAndKnown: a bucket whose keys end in names gives them as they were put, finds them, and keeps those apart
// that share what comes before.
func TestNamesAreHiddenAndKnown(t *testing.T) {
	db := sealedFile(t)
	key := func(owner byte, name string) []byte { return append(bytes.Repeat([]byte{owner}, 16), name...) }
	update(t, db, func(tx *Tx) error {
		b, err := tx.CreateBucket(wire.BucketDraft)
		if err != nil {
			return err
		}
		for owner := byte(1); owner <= 3; owner++ {
			for _, name := range []string{"a", "b", "long name of something", ""} {
				if err := b.Put(key(owner, name), []byte("value of "+name)); err != nil {
					return err
				}
			}
		}
		return b.Delete(key(2, "b"))
	})
	if err := db.View(func(tx *Tx) error {
		b := tx.Bucket(wire.BucketDraft)
		got := map[string]bool{}
		c := b.Cursor()
		for k, v := c.Seek(key(2, "")); bytes.HasPrefix(k, key(2, "")); k, v = c.Next() {
			got[string(k[16:])+": "+string(v)] = true
		}
		if len(got) != 3 || !got["a: value of a"] || !got["long name of something: value of long name of something"] || !got[": value of "] {
			t.Errorf("%v", got)
		}
		if v := b.Get(key(2, "b")); v != nil {
			t.Errorf("what was removed is there: %q", v)
		}
		if k, v := b.Cursor().Seek(key(3, "b")); !bytes.Equal(k, key(3, "b")) || string(v) != "value of b" {
			t.Errorf("%q %q", k, v)
		}
		return tx.Raw().Bucket(wire.BucketDraft).ForEach(func(k, _ []byte) error {
			if len(k) != 16+hiddenLen || bytes.Contains(k, []byte("name")) {
				t.Errorf("%q stands on disk", k)
			}
			return nil
		})
	}); err != nil {
		t.Fatal(err)
	}
}

// TestValuesStayAsTheyWereRead: room for opened values is shared, and none is written over.
func TestValuesStayAsTheyWereRead(t *testing.T) {
	db := sealedFile(t)
	value := func(i int) []byte { return bytes.Repeat([]byte{byte(i)}, 1+i*i*7%20000) }
	update(t, db, func(tx *Tx) error {
		b, err := tx.CreateBucket(wire.BucketRecord)
		for i := range 200 {
			if err == nil {
				err = b.Put([]byte{byte(i)}, value(i))
			}
		}
		return err
	})
	var got [][]byte
	if err := db.View(func(tx *Tx) error {
		return tx.Bucket(wire.BucketRecord).ForEach(func(_, v []byte) error { got = append(got, v); return nil })
	}); err != nil {
		t.Fatal(err)
	}
	for i := range got {
		if !bytes.Equal(got[i], value(i)) {
			t.Errorf("value %d is another", i)
		}
		_ = append(got[i], 0xee) // which must not reach into the next one
	}
	for i := range got {
		if !bytes.Equal(got[i], value(i)) {
			t.Errorf("value %d was written over", i)
		}
	}
}
