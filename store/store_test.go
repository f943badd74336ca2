package store_test

import (
	"context"
	"math/rand"
	"path/filepath"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/memory"
	"leerbalie/store"
	"leerbalie/store/storetest"
)

func TestStoreConforms(t *testing.T) {
	storetest.Run(t, func(t *testing.T, now func() time.Time) model.Backend {
		path := filepath.Join(t.TempDir(), "d.db")
		if err := store.Create(path, now()); err != nil {
			t.Fatal(err)
		}
		s, err := store.Open(path, store.Options{Now: now, Program: "test"})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() {
			if r, err := s.Check(context.Background()); err != nil || len(r.Problems) > 0 {
				t.Errorf("check finds %+v, %v", r, err)
			}
			if err := s.Close(); err != nil {
				t.Error(err)
			}
		})
		return s
	})
}

func TestMemoryConforms(t *testing.T) {
	storetest.Run(t, func(t *testing.T, now func() time.Time) model.Backend {
		return memory.New(memory.Options{Replica: journal.Replica{1}, Tag: "K7", Now: now, Random: rand.New(rand.NewSource(1))})
	})
}
