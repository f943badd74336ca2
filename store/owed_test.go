package store_test

import (
	"bytes"
	"os"
	"testing"

	"leerbalie/model/desk"
	"leerbalie/store"
)

// TestErasureIsFinishedAtTheNextStart: the program ended between an erasure and the wiping of what it leaves in free places.
func TestErasureIsFinishedAtTheNextStart(t *testing.T) {
	path, s, session := founded(t)
	jan, err := session.Do(t.Context(), desk.AddResident{Resident: desk.Resident{Name: "Xantippe"}})
	must(t, err)
	for range 20 {
		_, err = session.Do(t.Context(), desk.AddRequest{Request: desk.Request{Summary: "Vraag van Xantippe", Resident: jan.Entity}})
		must(t, err)
	}
	must(t, s.IndexWords(t.Context()))
	owes(t, s, 0)
	_, err = session.Do(t.Context(), desk.EraseResident{ID: jan.Entity})
	must(t, err)
	owes(t, s, 1)
	must(t, s.IndexWords(t.Context()))
	must(t, s.Close())
	if !holds(t, path) {
		t.Fatal("nothing was left to wipe: this test shows nothing")
	}
	s = open(t, path)
	defer s.Close()
	owes(t, s, 0)
	if holds(t, path) {
		t.Error("the erased name is in the file")
	}
	sound(t, s)
}

func owes(t *testing.T, s *store.Store, want int) {
	t.Helper()
	debts, err := s.Owed(t.Context())
	must(t, err)
	if len(debts) != want {
		t.Fatalf("%v is owed, wanted %d", debts, want)
	}
}

func holds(t *testing.T, path string) bool {
	t.Helper()
	body, err := os.ReadFile(path)
	must(t, err)
	return bytes.Contains(bytes.ToLower(body), []byte(secret))
}
