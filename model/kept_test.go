package model_test

import (
	"testing"

	"leerbalie/model"
)

// TestKeptAtSeat: what is kept for all who sit at a place is there for whoever sits down next, and at another site; what is kept
// for one is not, and another seat has neither.
func TestKeptAtSeat(t *testing.T) {
	store, lead, _ := house(t, model.RoleDesk)
	type key struct{}
	site, err := lead.DoQuietly(t.Context(), model.AddSite{Site: model.Site{Name: "Oost", Code: "OO", Zone: "Europe/Amsterdam"}})
	must(t, err)
	next := colleague(t, lead, "Noor", model.RoleDesk)
	there, err := lead.At(t.Context(), site.Entity)
	must(t, err)
	elsewhere, err := model.Enter(t.Context(), store, lead.Me().ID)
	must(t, err)
	fresh := func() any { return new(int) }
	seat, own := lead.KeptAtSeat(key{}, fresh), lead.Kept(key{}, fresh)
	if seat == own {
		t.Fatal("what is one's own is kept for all")
	}
	for _, s := range []struct {
		name    string
		session *model.Session
		shared  bool
	}{{"the same", lead, true}, {"whoever sits down", next, true}, {"at another site", there, true}, {"another seat", elsewhere, false}} {
		if got := s.session.KeptAtSeat(key{}, fresh) == seat; got != s.shared {
			t.Errorf("%s: has what is kept for all %v, want %v", s.name, got, s.shared)
		}
		if got := s.session.Kept(key{}, fresh) == own; got != (s.session == lead) {
			t.Errorf("%s: has what is kept for one %v", s.name, got)
		}
	}
}
