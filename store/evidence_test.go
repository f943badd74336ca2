package store_test

import (
	"bytes"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/store"
	"leerbalie/store/cbor"
	"leerbalie/store/disk"
)

// drop removes every entry of a bucket whose key begins with a prefix.
func drop(tx *disk.Tx, bucket string, prefix []byte) error {
	var keys [][]byte
	c := tx.Bucket([]byte(bucket)).Cursor()
	for k, _ := c.Seek(prefix); k != nil && bytes.HasPrefix(k, prefix); k, _ = c.Next() {
		keys = append(keys, bytes.Clone(k))
	}
	for _, k := range keys {
		if err := tx.Bucket([]byte(bucket)).Delete(k); err != nil {
			return err
		}
	}
	return nil
}

// deskStream is the key of the stream that holds the requests of a store.
func deskStream(tx *disk.Tx) []byte {
	c := tx.Bucket([]byte("head")).Cursor()
	for k, _ := c.First(); k != nil; k, _ = c.Next() {
		if journal.Class(k[8]) == journal.Desk {
			return bytes.Clone(k)
		}
	}
	return nil
}

// evidenceBuckets are what a repair never touches.
var evidenceBuckets = []string{"log", "head", "mark", "pending", "draft", "setting", "counter", "owed"}

// contents are all entries of some buckets.
func contents(t *testing.T, path string, buckets []string) map[string]string {
	t.Helper()
	out := map[string]string{}
	db, err := disk.Open(path, 0o600, &disk.Options{ReadOnly: true})
	must(t, err)
	must(t, db.View(func(tx *disk.Tx) error {
		for _, name := range buckets {
			err := tx.Bucket([]byte(name)).ForEach(func(k, v []byte) error { out[name+"/"+string(k)] = string(v); return nil })
			if err != nil {
				return err
			}
		}
		return nil
	}))
	must(t, db.Close())
	return out
}

// allBuckets are the names of all buckets of a store.
func allBuckets(t *testing.T, path string) (out []string) {
	t.Helper()
	db, err := disk.Open(path, 0o600, &disk.Options{ReadOnly: true})
	must(t, err)
	must(t, db.View(func(tx *disk.Tx) error {
		return tx.ForEach(func(name []byte, _ *disk.Bucket) error { out = append(out, string(name)); return nil })
	}))
	must(t, db.Close())
	return out
}

// TestWhatRefersToLostChangesIsEvidence: changes are taken out of the journal in ways that its own chain cannot tell of. Whatever
// still refers to them says so, and a repair touches nothing.
func TestWhatRefersToLostChangesIsEvidence(t *testing.T) {
	last := func(tx *disk.Tx) []byte { return deskStream(tx) }
	whole := func(tx *disk.Tx, buckets ...string) error { // what a stream left in some buckets
		stream := last(tx)
		var err error
		for _, name := range buckets {
			err = errors.Join(err, drop(tx, name, stream))
		}
		return err
	}
	entities := func(tx *disk.Tx) error { // everything that was made from requests
		for _, name := range []string{"item", "record", "row", "index", "count", "token", "unfolded"} {
			if err := errors.Join(tx.DeleteBucket([]byte(name))); err != nil {
				return err
			}
			if _, err := tx.CreateBucket([]byte(name)); err != nil {
				return err
			}
		}
		return nil
	}
	empty := func(tx *disk.Tx, names ...string) error {
		for _, name := range names {
			if err := tx.DeleteBucket([]byte(name)); err != nil {
				return err
			}
			if _, err := tx.CreateBucket([]byte(name)); err != nil {
				return err
			}
		}
		return nil
	}
	meta := func(tx *disk.Tx, names ...string) error {
		var err error
		for _, name := range names {
			err = errors.Join(err, tx.Bucket([]byte("meta")).Delete([]byte(name)))
		}
		return err
	}
	for name, c := range map[string]struct {
		harm  func(*disk.Tx) error
		where string // part of where the first problem is
		seq   uint64
	}{
		"a stream is gone, with its head":   {func(tx *disk.Tx) error { return whole(tx, "log", "head", "mark") }, "/desk/", 1},
		"a stream is gone, its head is not": {func(tx *disk.Tx) error { return whole(tx, "log", "mark") }, "/desk/", 1},
		"its items are gone as well": {func(tx *disk.Tx) error {
			return errors.Join(whole(tx, "log", "head", "mark"), empty(tx, "item"))
		}, "/desk/", 1},
		"only the marks tell": {func(tx *disk.Tx) error {
			stream := last(tx)
			return errors.Join(whole(tx, "log", "head"), entities(tx), meta(tx, "clock", "txn"), empty(tx, "counter"),
				tx.Bucket([]byte("mark")).Put(append(stream, 0, 0, 0, 0, 0, 0, 4, 0), make([]byte, 32)))
		}, "/desk/", 1},
		"only the clock tells": {func(tx *disk.Tx) error {
			return errors.Join(whole(tx, "log", "head", "mark"), entities(tx), meta(tx, "txn"), empty(tx, "counter"))
		}, "clock", 0},
		"only the counters tell": {func(tx *disk.Tx) error {
			return errors.Join(whole(tx, "log", "head", "mark"), entities(tx), meta(tx, "clock", "txn"))
		}, "counter", 3},
		"only the transactions tell": {func(tx *disk.Tx) error {
			return errors.Join(empty(tx, "log", "head", "mark", "counter"), entities(tx), meta(tx, "clock"))
		}, "txn", 0},
	} {
		t.Run(name, func(t *testing.T) {
			path, s, _ := founded(t)
			must(t, s.Close())
			harmed(t, path, c.harm)
			s = open(t, path)
			r, err := s.Check(t.Context())
			must(t, err)
			if len(r.Problems) == 0 {
				t.Fatal("check sees nothing")
			}
			if p := r.Problems[0]; p.Kind != store.Altered || p.Detail != store.Missing || !strings.Contains(p.Where, c.where) || p.Sequence != c.seq {
				t.Errorf("check says %+v first", p)
			}
			must(t, s.Close())
			before := contents(t, path, allBuckets(t, path))
			s = open(t, path)
			fails(t, fault.Damaged, "repair-chain", s.Repair(t.Context(), r, nil))
			must(t, s.Close())
			if !maps.Equal(before, contents(t, path, allBuckets(t, path))) {
				t.Error("a repair that was refused changed the file")
			}
		})
	}
}

// TestTheEndOfAStreamIsMissed: the last changes are gone, and the head was set back to fit.
func TestTheEndOfAStreamIsMissed(t *testing.T) {
	path, s, _ := founded(t)
	must(t, s.Close())
	var want uint64
	harmed(t, path, func(tx *disk.Tx) error {
		stream := deskStream(tx)
		c := tx.Bucket([]byte("log")).Cursor()
		c.Seek(append(bytes.Clone(stream), 0xff))
		k, _ := c.Prev()
		want = uint64(k[len(k)-1])
		return c.Delete()
	})
	s = open(t, path)
	defer s.Close()
	r, err := s.Check(t.Context())
	must(t, err)
	if len(r.Problems) == 0 || r.Problems[0].Kind != store.Altered || r.Problems[0].Sequence != want {
		t.Errorf("check says %+v, and change %d is gone", r.Problems, want)
	}
}

// TestNothingIsDerivedAnewOverEvidence: a program of another version opens a file of which a stream was dropped.
func TestNothingIsDerivedAnewOverEvidence(t *testing.T) {
	path, s, _ := founded(t)
	must(t, s.Close())
	harmed(t, path, func(tx *disk.Tx) error {
		stream := deskStream(tx)
		return errors.Join(drop(tx, "log", stream), drop(tx, "head", stream), tx.Bucket([]byte("meta")).Put([]byte("derived"), make([]byte, 16)))
	})
	before := contents(t, path, allBuckets(t, path))
	_, err := store.Open(path, store.Options{Now: time.Now})
	fails(t, fault.Damaged, "repair-chain", err)
	if !maps.Equal(before, contents(t, path, allBuckets(t, path))) {
		t.Error("the file was changed")
	}
}

// TestARepairLeavesEvidence harms an entry of every bucket, the first, one in the middle or the last, in every way there is, and repairs. Whether
// that is done or refused, what a repair does not make is what it was, byte for byte. Three exceptions concern the harmed entry alone:
// what nobody can read any more of what waits and of drafts is taken away, a count of numbers that is too low is put right, and what
// is owed is done before anything else.
func TestARepairLeavesEvidence(t *testing.T) {
	if testing.Short() {
		t.Skip("much, one after another: nothing that a race detector sees")
	}
	ways := map[string]func(b *disk.Bucket, k, v []byte) error{
		"gone":    func(b *disk.Bucket, k, _ []byte) error { return b.Delete(k) },
		"flipped": func(b *disk.Bucket, k, v []byte) error { v = bytes.Clone(v); v[len(v)/2] ^= 1; return b.Put(k, v) },
		"cut":     func(b *disk.Bucket, k, v []byte) error { return b.Put(k, v[:len(v)/2]) },
		"under another name": func(b *disk.Bucket, k, v []byte) error {
			other := bytes.Clone(k)
			other[len(other)-1] ^= 0x40
			return errors.Join(b.Delete(k), b.Put(other, v))
		},
		"too much": func(b *disk.Bucket, k, v []byte) error {
			other := bytes.Clone(k)
			other[len(other)-1] ^= 0x40
			return b.Put(other, v)
		},
	}
	first := kept(t)
	for _, name := range evidenceBuckets {
		if len(contents(t, first, []string{name})) == 0 {
			t.Fatalf("nothing is in %s: this test shows nothing of it", name)
		}
	}
	repaired, refused, turn := 0, 0, 0
	for _, bucket := range allBuckets(t, first) {
		if bucket == "meta" {
			continue // who the store is; its entries are of fixed names
		}
		for _, way := range slices.Sorted(maps.Keys(ways)) {
			turn++
			path := another(t, first)
			var harmedKeys [][]byte
			harmed(t, path, func(tx *disk.Tx) error {
				b := tx.Bucket([]byte(bucket))
				var keys [][]byte
				if err := b.ForEach(func(k, _ []byte) error { keys = append(keys, bytes.Clone(k)); return nil }); err != nil || len(keys) == 0 {
					return err
				}
				k := keys[(len(keys)-1)*(turn%3)/2]
				v := bytes.Clone(b.Get(k))
				if len(v) == 0 && (way == "flipped" || way == "cut") {
					return nil
				}
				other := bytes.Clone(k)
				other[len(other)-1] ^= 0x40
				harmedKeys = [][]byte{k, other}
				return ways[way](b, k, v)
			})
			if harmedKeys == nil {
				continue
			}
			before := contents(t, path, evidenceBuckets)
			s, err := store.Open(path, store.Options{Now: time.Now, Looks: true})
			if err != nil {
				refused++
				continue
			}
			r, err := s.Check(t.Context())
			must(t, err)
			if len(r.Problems) > 0 {
				if err := s.Repair(t.Context(), r, nil); err == nil {
					repaired++
					sound(t, s)
				} else {
					refused++
				}
			}
			must(t, s.Close())
			after := contents(t, path, evidenceBuckets)
			for _, m := range []map[string]string{before, after} {
				if bucket == "counter" || bucket == "draft" || bucket == "pending" || bucket == "owed" {
					for _, k := range harmedKeys {
						delete(m, bucket+"/"+string(k))
					}
				}
			}
			if !maps.Equal(before, after) {
				t.Errorf("an entry of %s is %s, and a repair changes what it does not make", bucket, way)
			}
		}
	}
	t.Logf("%d repaired, %d refused", repaired, refused)
	if repaired < 20 || refused < 10 {
		t.Errorf("%d repaired and %d refused: this test shows little", repaired, refused)
	}
}

// kept makes a closed store in which every bucket has something.
func kept(t *testing.T) string {
	t.Helper()
	source, other, session := founded(t)
	r, err := session.Do(t.Context(), desk.AddRequest{Request: desk.Request{Summary: "elders"}})
	must(t, err)
	for range 3 {
		_, err = session.Do(t.Context(), desk.AddMemo{ID: r.Entity, Text: "een notitie"})
		must(t, err)
	}
	must(t, other.Close())
	path := worked(t)
	s := open(t, path)
	from := open(t, source)
	heads, err := from.Heads(t.Context())
	must(t, err)
	for stream := range heads { // without its first changes, so that the others wait
		batch, err := from.Since(t.Context(), stream, 1, 0)
		must(t, err)
		must(t, s.Receive(t.Context(), batch))
	}
	must(t, from.Close())
	mine, err := enter(t.Context(), s)
	must(t, err)
	for _, key := range []string{"memo", "note", "request"} {
		must(t, mine.SaveDraft(t.Context(), model.Draft{Key: key, Text: "half getypt"}))
	}
	must(t, s.SetSetting(t.Context(), "look", "dark"))
	must(t, s.IndexWords(t.Context()))
	must(t, s.Owe(store.Debt{Kind: 'z', What: "what only a later version knows to do"}))
	must(t, s.Close())
	return path
}

// another is a copy of a store that is not open, as a file manager makes it.
func another(t *testing.T, path string) string {
	t.Helper()
	body, err := os.ReadFile(path)
	must(t, err)
	to := filepath.Join(t.TempDir(), "copy.db")
	must(t, os.WriteFile(to, body, 0o600))
	return to
}

// TestWhatIsRefusedDoesNotMoveTheClock: the clock stands where the last change stands, so that one that runs ahead of the journal
// is evidence. A change that cannot be kept is far in the future.
func TestWhatIsRefusedDoesNotMoveTheClock(t *testing.T) {
	path := filepath.Join(t.TempDir(), "later.db")
	late := func() time.Time { return time.Now().AddDate(70, 0, 0) }
	must(t, store.Create(path, late()))
	other, err := store.Open(path, store.Options{Now: late})
	must(t, err)
	defer other.Close()
	_, err = model.Found(t.Context(), other, model.Founding{Site: "Oost", Code: "OO", Me: "Tine"})
	must(t, err)
	heads, err := other.Heads(t.Context())
	must(t, err)
	_, s, _ := founded(t)
	for stream := range heads {
		batch, err := other.Since(t.Context(), stream, 0, 1)
		must(t, err)
		r := cbor.Read(batch[0].Bytes)
		r.AtLeast(4)
		batch[0].Bytes = cbor.Bytes(cbor.Null(cbor.Bytes(cbor.Bytes(cbor.Array(nil, 4), r.Bytes()), r.Bytes())), "short")
		if err := s.Receive(t.Context(), batch); fault.KindOf(err) != fault.Damaged {
			t.Fatalf("a change with half a digest: %v", err)
		}
	}
	sound(t, s)
}
