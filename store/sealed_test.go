package store_test

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/store"
	"leerbalie/store/seal"
	"leerbalie/store/storetest"
	"leerbalie/store/wire"
)

const (
	passphrase = "vijf woorden over een fiets"
	cheap      = 2 // of a try of a passphrase in tests
)

// giving gives a passphrase whenever it is asked for.
func giving(p string) func(int) (string, error) { return func(int) (string, error) { return p, nil } }

// sealing are the options to make or open a sealed store with.
func sealing(now func() time.Time) store.Options {
	return store.Options{Now: now, Program: "test", Passphrase: giving(passphrase), Work: cheap}
}

// TestASealedStoreSaysThatItIsNewer: a program from before there were sealed stores refuses one by its number, and does not call it
// damaged; so it does a copy, also after the passphrase was changed.
func TestASealedStoreSaysThatItIsNewer(t *testing.T) {
	path := filepath.Join(t.TempDir(), "d.db")
	o := sealing(time.Now)
	o.Ring = &seal.Ring{}
	must(t, store.FoundSealed(path, o, passphrase, func(*store.Store) error { return nil }))
	s, err := store.Open(path, o)
	must(t, err)
	must(t, s.ChangePassphrase(t.Context(), passphrase, "zes woorden over een bakfiets", cheap))
	must(t, s.Backup(t.Context(), path+".copy", nil))
	must(t, s.Close())
	for _, file := range []string{path, path + ".copy"} {
		if format := store.FormatOf(t, file); format != wire.FormatSealed || format <= wire.FormatVersion {
			t.Errorf("%s has the format %d", filepath.Base(file), format)
		}
	}
	plain, s, _ := founded(t)
	must(t, s.Close())
	if format := store.FormatOf(t, plain); format != wire.FormatVersion {
		t.Errorf("a plain one has the format %d", format)
	}
}

func TestASealedStoreConforms(t *testing.T) {
	storetest.Run(t, func(t *testing.T, now func() time.Time) model.Backend {
		path := filepath.Join(t.TempDir(), "d.db")
		o := sealing(now)
		must(t, store.FoundSealed(path, o, passphrase, func(*store.Store) error { return nil }))
		s, err := store.Open(path, o)
		must(t, err)
		if !s.Sealed() {
			t.Error("it is not sealed")
		}
		t.Cleanup(func() {
			if r, err := s.Check(context.Background()); err != nil || len(r.Problems) > 0 {
				t.Errorf("check finds %+v, %v", r, err)
			}
			must(t, s.Close())
			again, err := store.Open(path, o)
			must(t, err)
			must(t, again.Rebuild())
			if r, err := again.Check(context.Background()); err != nil || len(r.Problems) > 0 {
				t.Errorf("after a rebuild check finds %+v, %v", r, err)
			}
			must(t, again.Close())
		})
		return s
	})
}
