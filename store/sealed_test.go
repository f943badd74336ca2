package store_test

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/store"
	"leerbalie/store/storetest"
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
