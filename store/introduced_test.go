package store_test

import (
	"path/filepath"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/trust"
	"leerbalie/store"
	"leerbalie/store/disk"
	"leerbalie/store/replica/introduce"
	"leerbalie/store/wire"
)

// introductionOf is how a store makes itself known.
func introductionOf(t *testing.T, s *store.Store) (words []introduce.Word) {
	t.Helper()
	must(t, s.Read(t.Context(), func(tx model.Tx) (err error) {
		words, err = introduce.Read(tx.Own().(interface{ Disk() *disk.Tx }).Disk().Bucket(wire.BucketMeta).Get(wire.MetaIntro))
		return err
	}))
	return words
}

// TestAnotherNameIsIntroduced: whoever knew a store by the name that it had can tell that it goes on under another, and where what it
// wrote under that ended: after a copy was opened, after a copy was put back, and one after the other.
func TestAnotherNameIsIntroduced(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "d.db")
	must(t, store.Create(path, time.Now()))
	s := open(t, path)
	if words := introductionOf(t, s); words != nil {
		t.Fatalf("a new store follows nobody: %v", words)
	}
	me, err := model.Found(t.Context(), s, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"})
	must(t, err)
	first := s.Replica()
	must(t, s.Backup(t.Context(), filepath.Join(dir, "copy"), nil))
	must(t, s.Close())

	again := filepath.Join(dir, "again.db")
	must(t, store.Restore(t.Context(), store.Options{}, filepath.Join(dir, "copy"), again))
	s = open(t, again)
	second := s.Replica()
	follows(t, s, introduce.Restored, first, second)
	sam, err := model.Enter(t.Context(), s, me)
	must(t, err)
	_, err = sam.Do(t.Context(), desk.AddRequest{Request: desk.Request{Summary: "een vraag"}})
	must(t, err)
	must(t, s.IdentifyAnew("store-set-back"))
	follows(t, s, introduce.SetBack, first, second, s.Replica())
	public, err := s.Public(t.Context())
	must(t, err)
	if words := introductionOf(t, s); trust.ReplicaOf(public) != words[1].To() || words[1].Tag != s.Tag() {
		t.Errorf("it says %s with %s, and is %s with %s", words[1].To(), words[1].Tag, s.Replica(), s.Tag())
	}
	must(t, s.Backup(t.Context(), filepath.Join(dir, "copy2"), nil))
	must(t, s.Close())
	s = open(t, filepath.Join(dir, "copy2")) // a copy that is opened to work with
	defer s.Close()
	if words := introductionOf(t, s); len(words) != 3 || words[2].Why != introduce.Restored {
		t.Errorf("%d words, the last for %q", len(words), words[len(words)-1].Why)
	}
}

// follows fails unless a store's names follow each other, and each tells where what it wrote ended.
func follows(t *testing.T, s *store.Store, why introduce.Why, names ...journal.Replica) {
	t.Helper()
	words := introductionOf(t, s)
	if len(words) != len(names)-1 || words[len(words)-1].Why != why {
		t.Fatalf("%d words for %d names: %v", len(words), len(names), words)
	}
	for i, w := range words {
		said, err := w.Witness()
		must(t, err)
		if w.From() != names[i] || w.To() != names[i+1] || said == nil || said.Replica() != names[i] {
			t.Errorf("word %d leads from %s to %s", i, w.From(), w.To())
		}
		if len(said.Heads) == 0 {
			t.Errorf("where the streams of %s ended is not said", names[i])
		}
	}
}
