package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/store/disk"
	"leerbalie/store/wire"
)

// begun makes a store with a session on it, for tests that look inside.
func begun(t testing.TB) (*Store, *model.Session) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "d.db")
	check(t, Create(path, time.Now()))
	s := reopened(t, path)
	me, err := model.Found(t.Context(), s, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"})
	check(t, err)
	session, err := model.Enter(t.Context(), s, me)
	check(t, err)
	return s, session
}

func reopened(t testing.TB, path string) *Store {
	t.Helper()
	s, err := Open(path, Options{Now: time.Now, Program: "test"})
	check(t, err)
	t.Cleanup(func() { s.Close() })
	return s
}

func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// clean fails when a check of the store finds anything.
func clean(t testing.TB, s *Store) {
	t.Helper()
	r, err := s.Check(context.Background())
	check(t, err)
	if len(r.Problems) > 0 {
		t.Fatalf("check finds %v", r.Problems)
	}
}

func format(t *testing.T, s *Store) (version uint64, buckets map[string]bool) {
	t.Helper()
	buckets = map[string]bool{}
	check(t, s.view(func(b *disk.Tx) error {
		version = wire.ParseNumber(b.Bucket(wire.BucketMeta).Get(wire.MetaFormat))
		return b.ForEach(func(name []byte, _ *disk.Bucket) error {
			buckets[string(name)] = true
			return nil
		})
	}))
	return version, buckets
}

// FormatOf is the version of the drawing of a file, as it stands on disk, for tests outside the package.
func FormatOf(t *testing.T, path string) uint64 {
	t.Helper()
	db, err := openBolt(path, true)
	check(t, err)
	defer db.Close()
	var version uint64
	check(t, db.View(func(b *disk.Tx) error {
		version = wire.ParseNumber(b.Bucket(wire.BucketMeta).Get(wire.MetaFormat))
		return nil
	}))
	return version
}

// TestMigration brings a file from version 1 to 2, and fails on the way to 3: the file is copied first, a step and its
// version come together or not at all, and what was reached stays reached.
func TestMigration(t *testing.T) {
	s, session := begun(t)
	_, err := session.Do(t.Context(), desk.AddRequest{Request: desk.Request{Summary: "vraag"}})
	check(t, err)
	path := s.Path()
	ran := 0
	add := func(name string) func(*disk.Tx) error {
		return func(b *disk.Tx) error {
			ran++
			_, err := b.CreateBucket([]byte(name))
			return err
		}
	}
	bad := errors.New("a step that fails")
	steps := []migration{{1, add("never")}, {2, add("second")}, {3, func(b *disk.Tx) error { return errors.Join(add("third")(b), bad) }}}
	if err := s.migrate(path, steps); !errors.Is(err, bad) {
		t.Fatalf("the step that fails: %v", err)
	}
	version, names := format(t, s)
	if version != 2 || !names["second"] || names["third"] || names["never"] || ran != 2 {
		t.Fatalf("version %d after %d steps, with %v", version, ran, names)
	}
	check(t, s.migrate(path, append(steps[:2:2], migration{3, add("third")})))
	if version, names = format(t, s); version != 3 || !names["third"] {
		t.Fatalf("version %d, with %v", version, names)
	}
	clean(t, s)
	check(t, s.Close())
	if _, err := Open(path, Options{Now: time.Now}); fault.KindOf(err) != fault.Newer {
		t.Fatalf("a file from a later version opens: %v", err)
	}
	for _, old := range []struct {
		path    string
		version uint64
	}{{path + ".v1", 1}, {path + ".v2", 2}} {
		c := &Store{path: old.path, now: time.Now}
		c.db, err = disk.Open(old.path, 0o600, &disk.Options{ReadOnly: true})
		check(t, err)
		if version, _ := format(t, c); version != old.version {
			t.Errorf("%s holds version %d", old.path, version)
		}
		check(t, c.view(func(b *disk.Tx) error {
			if b.Bucket(wire.BucketMeta).Get(wire.MetaKey) != nil {
				t.Errorf("%s holds the key", old.path)
			}
			return nil
		}))
		check(t, c.db.Close())
	}
	first := reopened(t, path+".v1")
	clean(t, first)
	if info, err := os.Stat(path + ".v1"); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the copy: %v, %v", info, err)
	}
}

// TestMigrationsAscend holds the list of migrations to its rules.
func TestMigrationsAscend(t *testing.T) {
	last := uint64(1)
	for _, m := range migrations() {
		if m.version != last+1 {
			t.Errorf("step to %d follows %d", m.version, last)
		}
		last = m.version
	}
	if last != wire.FormatVersion {
		t.Errorf("the last step leads to %d, the format is %d", last, wire.FormatVersion)
	}
}
