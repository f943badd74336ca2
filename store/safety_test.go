package store_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/store"
	"leerbalie/store/disk"
)

// founded makes a store with a few requests and returns it open, with a session on it.
func founded(t *testing.T) (string, *store.Store, *model.Session) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "d.db")
	must(t, store.Create(path, time.Now()))
	s := open(t, path)
	t.Cleanup(func() { s.Close() })
	me, err := model.Found(t.Context(), s, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"})
	must(t, err)
	session, err := model.Enter(t.Context(), s, me)
	must(t, err)
	for _, summary := range []string{"een vraag", "nog een vraag", "en nog een"} {
		_, err := session.Do(t.Context(), desk.AddRequest{Request: desk.Request{Summary: summary, Theme: "taal"}})
		must(t, err)
	}
	return path, s, session
}

// checking is a test, or a history that a property test draws.
type checking interface {
	Helper()
	Context() context.Context
	Fatal(...any)
	Fatalf(string, ...any)
}

func must(t checking, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func fails(t *testing.T, kind fault.Kind, msg string, err error) {
	t.Helper()
	var e *fault.Error
	if !errors.As(err, &e) || e.Kind != kind || e.Msg != msg {
		t.Fatalf("wanted %s of kind %d, got %v", msg, kind, err)
	}
}

func sound(t checking, s *store.Store) *store.Report {
	t.Helper()
	r, err := s.Check(t.Context())
	must(t, err)
	if len(r.Problems) > 0 {
		t.Fatalf("check finds %v", r.Problems)
	}
	return r
}

func TestOnlyOneProcessHasAStore(t *testing.T) {
	path, _, _ := founded(t)
	_, err := store.Open(path, store.Options{Now: time.Now, Program: "second"})
	fails(t, fault.Busy, "store-busy", err)
}

func TestNewerStoreIsLeftAlone(t *testing.T) {
	path, s, _ := founded(t)
	must(t, s.Close())
	db, err := disk.Open(path, 0o600, nil)
	must(t, err)
	must(t, db.Update(func(tx *disk.Tx) error {
		return tx.Bucket([]byte("meta")).Put([]byte("format"), []byte{0, 0, 0, 0, 0, 0, 0, 99})
	}))
	must(t, db.Close())
	before, err := os.ReadFile(path)
	must(t, err)
	_, err = store.Open(path, store.Options{Now: time.Now})
	fails(t, fault.Newer, "store-newer", err)
	after, err := os.ReadFile(path)
	must(t, err)
	if !bytes.Equal(before, after) {
		t.Fatal("a newer store was changed")
	}
}

func TestForeignFilesAreRefused(t *testing.T) {
	dir := t.TempDir()
	foreign := filepath.Join(dir, "foreign.db")
	db, err := disk.Open(foreign, 0o600, nil)
	must(t, err)
	must(t, db.Update(func(tx *disk.Tx) error { _, err := tx.CreateBucket([]byte("theirs")); return err }))
	must(t, db.Close())
	_, err = store.Open(foreign, store.Options{Now: time.Now})
	fails(t, fault.Damaged, "store-foreign", err)
	text := filepath.Join(dir, "text.db")
	must(t, os.WriteFile(text, []byte(strings.Repeat("geen store ", 2000)), 0o600))
	if _, err = store.Open(text, store.Options{Now: time.Now}); fault.KindOf(err) == fault.Internal {
		t.Fatalf("a text file: %v", err)
	}
	if _, err = store.Open(filepath.Join(dir, "none.db"), store.Options{Now: time.Now}); fault.KindOf(err) != fault.NotFound {
		t.Fatalf("no file: %v", err)
	}
}

func TestBackupAndRestore(t *testing.T) {
	path, s, session := founded(t)
	copyTo := path + ".backup"
	must(t, s.Backup(t.Context(), copyTo, nil))
	if err := s.Backup(t.Context(), copyTo, nil); fault.KindOf(err) != fault.Conflict {
		t.Fatalf("a backup replaces another: %v", err)
	}
	_, err := session.Do(t.Context(), desk.AddRequest{Request: desk.Request{Summary: "na de kopie"}})
	must(t, err)
	again := path + ".again"
	must(t, store.Restore(t.Context(), store.Options{}, copyTo, again))
	r := open(t, again)
	defer r.Close()
	sound(t, r)
	if r.Replica() == s.Replica() {
		t.Fatal("a restored store goes on under the old name")
	}
	me, err := model.Who(t.Context(), r, "sam")
	must(t, err)
	rv, err := model.Enter(t.Context(), r, me)
	must(t, err)
	c, err := desk.ReadCounts(t.Context(), rv)
	must(t, err)
	if c.Waiting != 3 {
		t.Fatalf("the copy has %d requests", c.Waiting)
	}
	got, err := rv.Do(t.Context(), desk.AddRequest{Request: desk.Request{Summary: "in de kopie"}})
	must(t, err)
	if want := "ZW-" + r.Tag() + "-0004"; got.Number != want {
		t.Fatalf("the restored store numbers %s, not %s: the two would give out the same", got.Number, want)
	}
	if err := store.Restore(t.Context(), store.Options{}, copyTo, again); fault.KindOf(err) == fault.Internal {
		t.Fatalf("restoring over a store: %v", err)
	}
}

// packed is the bytes of a store without free room.
func packed(t *testing.T) []byte {
	t.Helper()
	path, s, session := founded(t)
	for i := range 60 {
		r, err := session.Do(t.Context(), desk.AddRequest{Request: desk.Request{Summary: fmt.Sprintf("vraag %d %s", i, strings.Repeat("lang ", 60))}})
		must(t, err)
		_, err = session.Do(t.Context(), desk.CloseRequest{ID: r.Entity, Outcome: "referred", Minutes: 5})
		must(t, err)
	}
	must(t, s.IndexWords(t.Context()))
	must(t, s.Backup(t.Context(), path+".copy", nil))
	whole, err := os.ReadFile(path + ".copy")
	must(t, err)
	return whole
}

// TestBitFlipsAreNoticed turns bits of the pages over, one file after the other: whatever still opens and differs, check
// has to notice. bbolt itself has no checksums of its pages.
func TestBitFlipsAreNoticed(t *testing.T) {
	if testing.Short() {
		t.Skip("much, one after another: nothing that a race detector sees")
	}
	whole := packed(t)
	intact := filepath.Join(t.TempDir(), "intact.db")
	must(t, os.WriteFile(intact, whole, 0o600))
	s := open(t, intact)
	want, err := s.Digests(t.Context())
	must(t, err)
	must(t, s.Close())
	flipped := filepath.Join(t.TempDir(), "flipped.db")
	quiet := 0
	for i := 97; i < len(whole)*8; i += len(whole)*8/250 | 1 {
		bad := bytes.Clone(whole)
		bad[i/8] ^= 1 << (i % 8)
		must(t, os.WriteFile(flipped, bad, 0o600))
		s, err := store.Open(flipped, store.Options{Now: time.Now})
		if err != nil {
			continue // noticed
		}
		r, err := s.Check(context.Background())
		if err == nil && len(r.Problems) == 0 {
			quiet++
			d, derr := s.Digests(context.Background())
			if derr != nil || d.All != want.All {
				t.Errorf("bit %d of byte %d changes the data and check does not see it", i%8, i/8)
			}
		}
		_ = s.Close()
	}
	t.Logf("%d flips in free space harmed nothing", quiet)
}

func TestRepairDerivesAnew(t *testing.T) {
	path, s, session := founded(t)
	r, err := desk.ReadRequestByNumber(t.Context(), session, "ZW-0001")
	must(t, err)
	_, err = session.Do(t.Context(), desk.CloseRequest{ID: r.ID, Outcome: "referred", Minutes: 5})
	must(t, err)
	want := sound(t, s).Digests
	must(t, s.Close())
	for name, harm := range map[string]func(*disk.Tx) error{
		"a record is gone":       func(tx *disk.Tx) error { c := tx.Bucket([]byte("record")).Cursor(); c.Last(); return c.Delete() },
		"an index entry is gone": func(tx *disk.Tx) error { c := tx.Bucket([]byte("index")).Cursor(); c.First(); return c.Delete() },
		"an index entry is new":  func(tx *disk.Tx) error { return tx.Bucket([]byte("index")).Put([]byte("q stale"), nil) },
		"a row is stale": func(tx *disk.Tx) error {
			b := tx.Bucket([]byte("row"))
			c := b.Cursor()
			_, v1 := c.First()
			k2, _ := c.Next()
			return b.Put(bytes.Clone(k2), bytes.Clone(v1))
		},
		"an item is gone": func(tx *disk.Tx) error { c := tx.Bucket([]byte("item")).Cursor(); c.Last(); return c.Delete() },
		"the clock is behind": func(tx *disk.Tx) error {
			return tx.Bucket([]byte("meta")).Put([]byte("clock"), []byte{0, 0, 0, 0, 0, 0, 0, 1})
		},
		"counts are off": func(tx *disk.Tx) error {
			b := tx.Bucket([]byte("count"))
			k, _ := b.Cursor().First()
			return b.Put(bytes.Clone(k), []byte{0, 0, 0, 0, 0, 0, 0, 77})
		},
	} {
		t.Run(name, func(t *testing.T) {
			harmed(t, path, harm)
			s := open(t, path)
			defer s.Close()
			found, err := s.Check(t.Context())
			must(t, err)
			if len(found.Problems) == 0 {
				t.Fatal("check sees nothing")
			}
			must(t, s.Repair(t.Context(), found, nil))
			if got := sound(t, s).Digests; got.All != want.All {
				t.Fatal("the repaired store holds something else")
			}
		})
	}
	t.Run("the journal itself", func(t *testing.T) {
		harmed(t, path, func(tx *disk.Tx) error {
			b := tx.Bucket([]byte("log"))
			k, v := b.Cursor().Last()
			bad := bytes.Clone(v)
			bad[len(bad)-3] ^= 1
			return b.Put(bytes.Clone(k), bad)
		})
		s := open(t, path)
		defer s.Close()
		found, err := s.Check(t.Context())
		must(t, err)
		if found.Sound() {
			t.Fatal("an altered change goes unnoticed")
		}
		fails(t, fault.Damaged, "repair-chain", s.Repair(t.Context(), found, nil))
	})
}

func harmed(t *testing.T, path string, harm func(*disk.Tx) error) {
	t.Helper()
	db, err := disk.Open(path, 0o600, nil)
	must(t, err)
	must(t, db.Update(harm))
	must(t, db.Close())
}

func TestErasedNamesAreNowhereInTheFile(t *testing.T) {
	path, s, session := founded(t)
	jan, err := session.Do(t.Context(), desk.AddResident{Resident: desk.Resident{Name: "Xantippe Geheimzinnig"}})
	must(t, err)
	_, err = session.Do(t.Context(), desk.AddRequest{Request: desk.Request{Summary: "Vraag van Xantippe", Resident: jan.Entity}})
	must(t, err)
	must(t, s.IndexWords(t.Context()))
	_, err = session.Do(t.Context(), desk.EraseResident{ID: jan.Entity})
	must(t, err)
	must(t, s.Compact(t.Context()))
	sound(t, s)
	must(t, s.Close())
	data, err := os.ReadFile(path)
	must(t, err)
	if bytes.Contains(bytes.ToLower(data), []byte("xantippe")) {
		t.Fatal("the erased name is still in the file")
	}
	s = open(t, path)
	defer s.Close()
	sound(t, s)
}
