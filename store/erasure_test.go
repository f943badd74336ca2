package store_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/store"
)

// secret is the word by which the resident of these tests would be known.
const secret = "xantippe"

// nowhere fails when the secret stands anywhere in a store's file after it was made compact.
func nowhere(t *testing.T, s *store.Store, when string) {
	t.Helper()
	must(t, s.IndexWords(t.Context()))
	must(t, s.Compact(t.Context()))
	data, err := os.ReadFile(s.Path())
	must(t, err)
	if bytes.Contains(bytes.ToLower(data), []byte(secret)) {
		t.Fatalf("%s, the erased name is in the file", when)
	}
	sound(t, s)
}

// apart is two stores that hold the same resident and request; the second one has since written three memos.
func apart(t *testing.T) (here, laptop *store.Store, hv, session *model.Session, resident journal.ID) {
	t.Helper()
	_, here, hv = founded(t)
	jan, err := hv.Do(t.Context(), desk.AddResident{Resident: desk.Resident{Name: "Xantippe"}})
	must(t, err)
	r, err := hv.Do(t.Context(), desk.AddRequest{Request: desk.Request{Summary: "Vraag van Xantippe", Details: "Xantippe", Resident: jan.Entity}})
	must(t, err)
	path := filepath.Join(t.TempDir(), "laptop.db")
	must(t, store.Create(path, time.Now()))
	laptop = open(t, path)
	t.Cleanup(func() { laptop.Close() })
	must(t, laptop.Receive(t.Context(), journalOf(t, here)))
	session, err = enter(t.Context(), laptop)
	must(t, err)
	for range 3 {
		_, err := session.Do(t.Context(), desk.AddMemo{ID: r.Entity, Text: "Xantippe belde"}, desk.EditRequest{ID: r.Entity, Alter: func(r *desk.Request) { r.Details = "" }})
		must(t, err)
	}
	return here, laptop, hv, session, jan.Entity
}

// late is what the laptop wrote, without the first change: it has to wait.
func late(t *testing.T, laptop *store.Store) (gap, all []store.Sealed) {
	t.Helper()
	heads, err := laptop.Heads(t.Context())
	must(t, err)
	for stream := range heads {
		if stream.Replica == laptop.Replica() {
			all, err = laptop.Since(t.Context(), stream, 0, 0)
			must(t, err)
		}
	}
	return all[1:], all
}

// TestWhatWaitsIsErased: words that wait for an earlier change go with the erasure, and do not come back with that change.
func TestWhatWaitsIsErased(t *testing.T) {
	here, laptop, hv, _, resident := apart(t)
	gap, all := late(t, laptop)
	must(t, here.Receive(t.Context(), gap))
	if n, err := here.Pending(t.Context()); err != nil || n != len(gap) {
		t.Fatalf("%d changes wait, %v", n, err)
	}
	_, err := hv.Do(t.Context(), desk.EraseResident{ID: resident})
	must(t, err)
	nowhere(t, here, "while changes wait")
	must(t, here.Receive(t.Context(), all))
	nowhere(t, here, "after they have come")
}

// TestLateLaptopBringsNobodyBack: what comes from a laptop that did not know of the erasure comes without its words, at once
// or after waiting; and the laptop forgets as soon as it hears.
func TestLateLaptopBringsNobodyBack(t *testing.T) {
	here, laptop, hv, session, resident := apart(t)
	_, err := hv.Do(t.Context(), desk.EraseResident{ID: resident})
	must(t, err)
	nowhere(t, here, "at first")
	gap, all := late(t, laptop)
	must(t, here.Receive(t.Context(), gap))
	nowhere(t, here, "while changes from the laptop wait")
	must(t, here.Receive(t.Context(), all))
	nowhere(t, here, "after the laptop has come")
	must(t, session.SaveDraft(t.Context(), model.Draft{Key: "memo", About: resident, Text: "Xantippe wil"}))
	must(t, laptop.Receive(t.Context(), journalOf(t, here)))
	nowhere(t, laptop, "on the laptop")
	one, err := here.Digests(t.Context())
	must(t, err)
	other, err := laptop.Digests(t.Context())
	must(t, err)
	if one.All != other.All {
		t.Fatal("the two hold something else")
	}
	must(t, here.Rebuild())
	nowhere(t, here, "derived anew")
}

// TestBackupAfterErasure: a backup that is made after an erasure has none of its words.
func TestBackupAfterErasure(t *testing.T) {
	here, _, hv, _, resident := apart(t)
	must(t, here.IndexWords(t.Context()))
	_, err := hv.Do(t.Context(), desk.EraseResident{ID: resident})
	must(t, err)
	must(t, here.Compact(t.Context()))
	must(t, here.Backup(t.Context(), here.Path()+".copy", nil))
	data, err := os.ReadFile(here.Path() + ".copy")
	must(t, err)
	if bytes.Contains(bytes.ToLower(data), []byte(secret)) {
		t.Fatal("a backup made after the erasure has the name")
	}
}
