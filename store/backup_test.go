package store_test

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	bolt "go.etcd.io/bbolt"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/store"
	"leerbalie/store/disk"
)

// inMeta gives a value of meta of a file that is closed.
func inMeta(t *testing.T, path, name string) (value []byte) {
	t.Helper()
	db, err := disk.Open(path, 0o600, &disk.Options{ReadOnly: true})
	must(t, err)
	must(t, db.View(func(tx *disk.Tx) error {
		value = bytes.Clone(tx.Bucket([]byte("meta")).Get([]byte(name)))
		return nil
	}))
	must(t, db.Close())
	return value
}

// keyOf is the private key of a store that is closed.
func keyOf(t *testing.T, path string) ed25519.PrivateKey {
	t.Helper()
	key := inMeta(t, path, "key")
	if len(key) != ed25519.PrivateKeySize {
		t.Fatalf("a store has a key of %d bytes", len(key))
	}
	return key
}

// keyless tells a test when a file holds a private key, or the seed that it is made from.
func keyless(t *testing.T, what, path string, keys ...ed25519.PrivateKey) {
	t.Helper()
	data, err := os.ReadFile(path)
	must(t, err)
	for i, key := range keys {
		if bytes.Contains(data, key.Seed()) {
			t.Errorf("%s holds private key %d", what, i)
		}
	}
}

// TestNoPrivateKeyOutsideItsStore: neither a backup, one of a restored store, nor the file that a store was restored to holds a
// key that is another's, or that was one's own.
func TestNoPrivateKeyOutsideItsStore(t *testing.T) {
	path, s, session := founded(t)
	must(t, s.SetSetting(t.Context(), "lang", "nl"))
	must(t, session.SaveDraft(t.Context(), model.Draft{Key: "memo", Text: "half getypt"}))
	must(t, s.Backup(t.Context(), path+".copy", nil))
	must(t, s.Close())
	first := keyOf(t, path)
	keyless(t, "a backup", path+".copy", first)
	whole, err := os.ReadFile(path)
	must(t, err)
	must(t, os.WriteFile(path+".old", whole, 0o600)) // as backups were once
	for name, from := range map[string]string{"a backup": ".copy", "a backup of an earlier version": ".old"} {
		t.Run(name, func(t *testing.T) {
			again := filepath.Join(t.TempDir(), "again.db")
			must(t, store.Restore(t.Context(), store.Options{}, path+from, again))
			second := keyOf(t, again)
			keyless(t, "a restored store", again, first)
			r := open(t, again)
			defer r.Close()
			sound(t, r)
			if v, err := r.Setting(t.Context(), "lang"); err != nil || v != "nl" {
				t.Errorf("a setting became %q, %v", v, err)
			}
			if d, err := r.Drafts(t.Context(), session.Me().ID); err != nil || len(d) != 1 {
				t.Errorf("drafts became %v, %v", d, err)
			}
			must(t, r.Backup(t.Context(), again+".copy", nil))
			keyless(t, "a backup of a restored store", again+".copy", first, second)
		})
	}
}

// TestLostKeyIsNoticed: what has no key is a copy only when it says so.
func TestLostKeyIsNoticed(t *testing.T) {
	path, s, _ := founded(t)
	must(t, s.Close())
	harmed(t, path, func(tx *disk.Tx) error { return tx.Bucket([]byte("meta")).Delete([]byte("key")) })
	s = open(t, path)
	defer s.Close()
	r, err := s.Check(t.Context())
	must(t, err)
	if !slices.ContainsFunc(r.Problems, func(p store.Problem) bool { return p.Where == "replica" }) || r.Sound() {
		t.Fatalf("check finds %v", r.Problems)
	}
}

// TestBackupHoldsNoFreePages: nothing that was removed lies in one, and it is no larger than what it holds.
func TestBackupHoldsNoFreePages(t *testing.T) {
	path, s, session := founded(t)
	r, err := session.Do(t.Context(), desk.AddRequest{Request: desk.Request{Summary: "een vraag met veel notities"}})
	must(t, err)
	for range 60 {
		_, err := session.Do(t.Context(), desk.AddMemo{ID: r.Entity, Text: strings.Repeat("een notitie ", 400)})
		must(t, err)
	}
	must(t, s.IndexWords(t.Context()))
	must(t, session.SaveDraft(t.Context(), model.Draft{Key: "memo", Text: strings.Repeat("half getypt ", 20_000)}))
	must(t, session.DropDraft(t.Context(), "memo"))
	var done, total int64
	must(t, s.Backup(t.Context(), path+".copy", func(d, of int64) {
		if d < done || d > of {
			t.Errorf("after %d of %d came %d of %d", done, total, d, of)
		}
		done, total = d, of
	}))
	if done == 0 || done < total*9/10 {
		t.Errorf("the end was told as %d of %d", done, total)
	}
	must(t, s.Close())
	if free, pages := freePages(t, path+".copy"); free > pages/20 {
		t.Errorf("%d of %d pages are free", free, pages)
	}
	if free, pages := freePages(t, path); free <= pages/20 {
		t.Fatalf("the store itself has %d of %d pages free: this test shows nothing", free, pages)
	}
}

// freePages counts the pages of a file that hold nothing of use.
func freePages(t *testing.T, path string) (free, pages int) {
	t.Helper()
	db, err := disk.Open(path, 0o600, &disk.Options{ReadOnly: true, PreLoadFreelist: true})
	must(t, err)
	defer db.Close()
	must(t, db.DB.View(func(tx *bolt.Tx) error {
		pages = int(tx.Size()) / db.Info().PageSize
		for i := range pages {
			if p, err := tx.Page(i); err != nil || p == nil || p.Type == "free" {
				free++
			}
		}
		return nil
	}))
	t.Logf("%d of %d pages are free", free, pages)
	return free, pages
}

// TestBackupStops leaves nothing behind when it is stopped.
func TestBackupStops(t *testing.T) {
	path, s, _ := founded(t)
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if err := s.Backup(ctx, path+".copy", nil); !errors.Is(err, context.Canceled) {
		t.Errorf("a backup that was stopped: %v", err)
	}
	if left, err := filepath.Glob(filepath.Join(filepath.Dir(path), "*copy*")); err != nil || len(left) > 0 {
		t.Errorf("it left %v, %v", left, err)
	}
}

// TestCopyOpenedAsStore: a copy that is opened to work with goes on under a name of its own, before anything is written and is
// said once; looking at it changes nothing.
func TestCopyOpenedAsStore(t *testing.T) {
	path, s, _ := founded(t)
	copied := path + ".copy"
	must(t, s.Backup(t.Context(), copied, nil))
	before, err := os.ReadFile(copied)
	must(t, err)
	is, err := store.IsCopy(copied)
	must(t, err)
	found, err := store.CheckCopy(t.Context(), copied, store.Options{})
	must(t, err)
	if want := sound(t, s).Digests.All; !is || len(found.Problems) > 0 || found.Digests.All != want {
		t.Errorf("a copy is one: %v; check finds %v", is, found.Problems)
	}
	after, err := os.ReadFile(copied)
	must(t, err)
	if !bytes.Equal(before, after) {
		t.Error("looking at a copy changed it")
	}
	c := open(t, copied)
	if c.Replica() == s.Replica() || c.Tag() == s.Tag() {
		t.Errorf("a copy goes on as %s with %s", c.Replica(), c.Tag())
	}
	if len(c.Remarks()) != 1 {
		t.Fatalf("it is said as %v", c.Remarks())
	}
	fails(t, fault.Conflict, "store-was-copy", c.Remarks()[0])
	me, err := model.Who(t.Context(), c, "sam")
	must(t, err)
	session, err := model.Enter(t.Context(), c, me)
	must(t, err)
	got, err := session.Do(t.Context(), desk.AddRequest{Request: desk.Request{Summary: "in de kopie"}})
	must(t, err)
	if want := "ZW-" + c.Tag() + "-0004"; got.Number != want {
		t.Errorf("a copy numbers %s, not %s", got.Number, want)
	}
	name := c.Replica()
	sound(t, c)
	must(t, c.Close())
	keyOf(t, copied)
	c = open(t, copied)
	defer c.Close()
	if is, err := store.IsCopy(path); err == nil && is || c.Replica() != name || len(c.Remarks()) > 0 {
		t.Errorf("opened again it is %s, and says %v", c.Replica(), c.Remarks())
	}
}
