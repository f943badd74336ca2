package store

import (
	"bytes"
	"os"
	"slices"
	"testing"

	"leerbalie/model/desk"
)

// TestIdentifyAnew: a store that takes another name holds nothing of the key that it had, once it was opened again.
func TestIdentifyAnew(t *testing.T) {
	s, session := begun(t)
	was, key := s.Replica(), s.keyForTest(t)
	check(t, s.identifyAnew("store-was-copy"))
	if s.Replica() == was || len(s.Remarks()) != 1 {
		t.Fatalf("it is still %s, and says %v", s.Replica(), s.Remarks())
	}
	if owed, err := s.Owed(t.Context()); err != nil || !slices.Contains(owed, Debt{Kind: OwesAnew}) {
		t.Errorf("owed is %v, %v: the old key may stay in free places", owed, err)
	}
	r, err := session.Do(t.Context(), desk.AddRequest{Request: desk.Request{Summary: "daarna"}})
	check(t, err)
	if want := "ZW-" + s.Tag() + "-0001"; r.Number != want {
		t.Errorf("it numbers %s, not %s", r.Number, want)
	}
	clean(t, s)
	check(t, s.Close())
	again := reopened(t, s.Path())
	clean(t, again)
	if w, err := again.Wiping(t.Context()); err != nil || w.Owed || w.Done {
		t.Errorf("it says that somebody was erased: %+v, %v", w, err)
	}
	if owed, err := again.Owed(t.Context()); err != nil || len(owed) > 0 {
		t.Errorf("owed is %v, %v", owed, err)
	}
	check(t, again.Close())
	data, err := os.ReadFile(s.Path())
	check(t, err)
	if bytes.Contains(data, key.Seed()) {
		t.Error("the file still holds the key that it had")
	}
}
