package store_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/modeltest"
	"leerbalie/store"
	"leerbalie/store/disk"
	"leerbalie/store/seal"
	"leerbalie/store/tally"
	"leerbalie/store/wire"
)

// lived is a sealed store in which everything was done once, closed.
func lived(t *testing.T) (path string, o store.Options) {
	t.Helper()
	path, o = filepath.Join(t.TempDir(), "d.db"), sealing(time.Now)
	o.Ring = &seal.Ring{}
	must(t, store.FoundSealed(path, o, passphrase, func(s *store.Store) error {
		me, err := model.Found(t.Context(), s, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Samira Voorbeeld"})
		must(t, err)
		session, err := model.Enter(t.Context(), s, me)
		must(t, err)
		must(t, session.SaveDraft(t.Context(), model.Draft{Key: "kladbriefje", Text: "half getypt"}))
		return modeltest.Everything(t.Context(), session, time.Now())
	}))
	return path, o
}

// looked opens a store and checks it, and gives what was found: what keeps it from being opened is found, too.
func looked(t *testing.T, path string, o store.Options) (found []string) {
	t.Helper()
	s, err := store.Open(path, o)
	if err != nil {
		return []string{err.Error()}
	}
	defer s.Close()
	r, err := s.Check(t.Context())
	if err != nil {
		return []string{err.Error()}
	}
	for _, p := range r.Problems {
		found = append(found, p.Kind+" "+p.Where+" "+p.Detail)
	}
	return found
}

// TestEveryAlteredValueOfASealedStoreIsNoticed flips a bit in a value of every bucket, puts it under the key of another, and exchanges
// it for that one's.
func TestEveryAlteredValueOfASealedStoreIsNoticed(t *testing.T) {
	if testing.Short() {
		t.Skip("much, one after another: nothing that a race detector sees")
	}
	path, o := lived(t)
	if found := looked(t, path, o); len(found) > 0 {
		t.Fatalf("before any harm: %q", found)
	}
	type at struct {
		bucket, key, other string
		size               int
	}
	var places []at
	harmed(t, path, func(tx *disk.Tx) error {
		return tx.ForEach(func(name []byte, b *disk.Bucket) error {
			var last string
			n := 0
			return b.ForEach(func(k, v []byte) error {
				if len(v) >= 28 && string(k) != "format" && string(k) != "seal" {
					if n < 12 {
						places = append(places, at{string(name), string(k), last, len(v)})
					}
					last = string(k)
					n++
				}
				return nil
			})
		})
	})
	buckets := map[string]bool{}
	whole, err := os.ReadFile(path)
	must(t, err)
	for i, p := range places {
		buckets[p.bucket] = true
		for what, harm := range map[string]func(b *disk.Bucket) error{
			"flipped": func(b *disk.Bucket) error {
				v := bytes.Clone(b.Get([]byte(p.key)))
				v[(i*7)%len(v)] ^= 1 << (i % 8)
				return b.Put([]byte(p.key), v)
			},
			"cut": func(b *disk.Bucket) error { return b.Put([]byte(p.key), bytes.Clone(b.Get([]byte(p.key)))[:i%27]) },
			"moved": func(b *disk.Bucket) error {
				if p.other == "" {
					return b.Put([]byte(p.key), nil)
				}
				return b.Put([]byte(p.key), bytes.Clone(b.Get([]byte(p.other))))
			},
		} {
			must(t, os.WriteFile(path, whole, 0o600))
			harmed(t, path, func(tx *disk.Tx) error { return harm(tx.Bucket([]byte(p.bucket))) })
			if found := looked(t, path, o); len(found) == 0 {
				t.Errorf("nobody notices that %s %x was %s", p.bucket, p.key, what)
			}
		}
	}
	for _, name := range []string{"meta", "log", "head", "record", "item", "row", "count", "draft", "setting"} {
		if !buckets[name] {
			t.Errorf("nothing of %s was harmed", name)
		}
	}
}

// TestWhatIsMadeFromTheJournalOfASealedStoreIsRepaired, and what only this file knew goes where it cannot be read.
func TestWhatIsMadeFromTheJournalOfASealedStoreIsRepaired(t *testing.T) {
	path, o := lived(t)
	for _, bucket := range []string{"record", "row", "item", "count", "draft", "setting"} {
		harmed(t, path, func(tx *disk.Tx) error {
			b := tx.Bucket([]byte(bucket))
			k, v := b.Cursor().First()
			k, v = bytes.Clone(k), bytes.Clone(v)
			v[20] ^= 4
			return b.Put(k, v)
		})
	}
	s, err := store.Open(path, o)
	must(t, err)
	defer s.Close()
	r, err := s.Check(t.Context())
	if must(t, err); len(r.Problems) == 0 {
		t.Fatal("nothing is found")
	}
	must(t, s.Repair(t.Context(), r, nil))
	if r, err = s.Check(t.Context()); err != nil || len(r.Problems) > 0 {
		t.Errorf("after the repair: %+v %v", r, err)
	}
	must(t, s.Rebuild())
}

// TestADamagedJournalOfASealedStoreIsNotRepairedAway, as it is not in any other.
func TestADamagedJournalOfASealedStoreIsNotRepairedAway(t *testing.T) {
	path, o := lived(t)
	harmed(t, path, func(tx *disk.Tx) error {
		b := tx.Bucket([]byte("log"))
		k, v := b.Cursor().First()
		k, v = bytes.Clone(k), bytes.Clone(v)
		v[20] ^= 4
		return b.Put(k, v)
	})
	s, err := store.Open(path, o)
	must(t, err)
	defer s.Close()
	r, err := s.Check(t.Context())
	must(t, err)
	if fault.KindOf(s.Repair(t.Context(), r, nil)) != fault.Damaged {
		t.Errorf("it is repaired: %+v", r.Problems)
	}
}

// TestWhoWorksIsToldOfWhatDoesNotOpen: nothing is shown as if it were not there.
func TestWhoWorksIsToldOfWhatDoesNotOpen(t *testing.T) {
	path, o := lived(t)
	harmed(t, path, func(tx *disk.Tx) error {
		b := tx.Bucket([]byte("row"))
		return b.ForEach(func(k, v []byte) error {
			v = bytes.Clone(v)
			v[20] ^= 4
			return b.Put(bytes.Clone(k), v)
		})
	})
	s, err := store.Open(path, o)
	must(t, err)
	defer s.Close()
	session, err := model.EnterAs(t.Context(), s, "Samira")
	must(t, err)
	_, err = desk.ReadPage(t.Context(), session, desk.PageQuery{View: desk.ViewAll, Limit: 40})
	fails(t, fault.Damaged, "store-damaged", err)
	_, err = session.Do(t.Context(), desk.AddRequest{Request: desk.Request{Summary: "Nog een vraag"}})
	must(t, err) // what is whole goes on
}

// TestCopiesOfASealedStoreStaySealed: they are opened by the same passphrase, known for what they are, and asked for once.
func TestCopiesOfASealedStoreStaySealed(t *testing.T) {
	path, o := lived(t)
	o.Ring, o.State = nil, t.TempDir()
	s, err := store.Open(path, o)
	must(t, err)
	must(t, s.Backup(t.Context(), path+".copy", nil))
	must(t, s.Close())
	if is, err := store.IsCopy(path + ".copy"); err != nil || !is {
		t.Error(is, err)
	}
	if !bytes.Equal(wrappedIn(t, path), wrappedIn(t, path+".copy")) {
		t.Error("the copy has another key")
	}
	asked := 0
	o.Passphrase = func(int) (string, error) { asked++; return passphrase, nil }
	must(t, store.Restore(t.Context(), o, path+".copy", path+".again", func(s *store.Store) error {
		if !s.Sealed() {
			t.Error("it is restored open")
		}
		return nil
	}))
	if asked != 1 {
		t.Errorf("asked %d times", asked)
	}
	_, err = store.Open(path+".again", store.Options{Now: time.Now, Program: "test"})
	fails(t, fault.Refused, "store-sealed", err)
	_, _, err = store.Look(path+".copy", store.Options{})
	fails(t, fault.Refused, "store-sealed", err)
	_, err = store.CheckCopy(t.Context(), path+".copy", store.Options{})
	fails(t, fault.Refused, "store-sealed", err)
	b, shut, err := store.Look(path+".copy", o)
	must(t, err)
	if _, err := model.EnterAs(t.Context(), b, "Samira"); err != nil {
		t.Error(err)
	}
	must(t, shut())
	body, err := os.ReadFile(path)
	must(t, err)
	must(t, os.WriteFile(path+".cloned", body, 0o600))
	clone, err := store.Open(path+".cloned", o)
	must(t, err)
	if r := clone.Remarks(); len(r) != 1 || !strings.Contains(r[0].Error(), "store-copied") {
		t.Errorf("a copy by the file manager is not known for one: %v", r)
	}
	r, err := clone.Check(t.Context(), path+".copy")
	if err != nil || len(r.Problems) > 0 {
		t.Errorf("%+v %v", r, err)
	}
	must(t, clone.Close())
}

// TestASealedStoreOfAnEarlierProgramIsBroughtUpToDate when it is opened, and what it holds stays sealed.
func TestASealedStoreOfAnEarlierProgramIsBroughtUpToDate(t *testing.T) {
	path, o := lived(t)
	wrapped := wrappedIn(t, path)
	s, err := store.Open(path, o)
	must(t, errors.Join(err, s.Close()))
	db, err := disk.Open(path, 0o600, nil)
	must(t, err)
	db.Unseal(o.Ring.For(wrapped))
	must(t, db.Update(func(tx *disk.Tx) error {
		mark := bytes.Clone(tx.Bucket(wire.BucketMeta).Get(wire.MetaDerived))
		mark[7]-- // the version that derived what is derived
		rows := tx.Bucket(wire.BucketRow)
		k, _ := rows.Cursor().First()
		return errors.Join(rows.Delete(bytes.Clone(k)), tally.Keep(tx, wire.BucketMeta, wire.MetaDerived, mark), tally.Renew(tx))
	}))
	must(t, db.Close())
	if found := looked(t, path, o); len(found) > 0 {
		t.Errorf("%q", found)
	}
	harmed(t, path, func(tx *disk.Tx) error {
		if n := tx.Bucket(wire.BucketToken).Stats().KeyN; n > 0 {
			t.Errorf("it has %d words in its index", n)
		}
		return nil
	})
}

// TestOneKeyIsAskedForOnce: the ring keeps what was opened, and another process can be handed it.
func TestOneKeyIsAskedForOnce(t *testing.T) {
	path, o := lived(t)
	asked := 0
	o.Ring, o.Passphrase = &seal.Ring{}, func(int) (string, error) { asked++; return passphrase, nil }
	keys, err := store.Keys(o, path, path+".none")
	must(t, err)
	again, err := store.Keys(o, path)
	if must(t, err); asked != 1 || len(keys) != 1 || len(again) != 1 {
		t.Errorf("asked %d times for %d and %d keys", asked, len(keys), len(again))
	}
	ring, err := seal.RingOf(keys)
	must(t, err)
	s, err := store.Open(path, store.Options{Now: time.Now, Program: "test", Ring: ring})
	must(t, err)
	must(t, s.Close())
}

// TestRequestsOfASealedStoreAreFoundByWhatIsHidden in the keys of its index.
func TestRequestsOfASealedStoreAreFoundByWhatIsHidden(t *testing.T) {
	path, o := lived(t)
	s, err := store.Open(path, o)
	must(t, err)
	defer s.Close()
	session, err := model.EnterAs(t.Context(), s, "Samira")
	must(t, err)
	_, err = session.Do(t.Context(), desk.AddRequest{Request: desk.Request{Summary: "Huurtoeslag", Source: "A-1"}})
	must(t, err)
	must(t, s.Read(t.Context(), func(tx model.Tx) error {
		id, err := desk.IndexOf(tx).BySource(session.Site(), "A-1")
		if err != nil || id.IsZero() {
			t.Errorf("by its source: %v", err)
		}
		row, ok, err := desk.IndexOf(tx).Row(session.Site(), id)
		if err != nil || !ok {
			t.Fatal(err)
		}
		if same, err := desk.IndexOf(tx).ByNumber(row.Number); err != nil || same != id {
			t.Errorf("by its number %s: %v", row.Number, err)
		}
		return nil
	}))
}
