package model_test

import (
	"testing"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
)

// TestUndoHasABound: a session takes back the last hundred things, and no more; what came before them stays done.
func TestUndoHasABound(t *testing.T) {
	const bound, more = 100, 7
	s := empty()
	me, err := model.Found(t.Context(), s, model.Founding{Site: "Zuidwest", Me: "Sam"})
	must(t, err)
	session, err := model.Enter(t.Context(), s, me)
	must(t, err)
	for range bound + more {
		_, err := session.Do(t.Context(), desk.AddRequest{Request: desk.Request{Summary: "vraag"}})
		must(t, err)
	}
	all := func(back func() error) (n int) {
		t.Helper()
		for {
			switch err := back(); fault.KindOf(err) {
			case fault.NotFound:
				return n
			default:
				must(t, err)
				n++
			}
		}
	}
	if n := all(func() error { _, err := session.Undo(t.Context()); return err }); n != bound {
		t.Fatalf("%d things are taken back", n)
	}
	c, err := desk.ReadCounts(t.Context(), session)
	must(t, err)
	if c.Waiting != more {
		t.Fatalf("%d requests are left", c.Waiting)
	}
	if n := all(func() error { _, err := session.Redo(t.Context()); return err }); n != bound {
		t.Fatalf("%d things are done again", n)
	}
}

// TestTheOwnProfileIsTakenBack: what somebody may write beyond the table, as the own profile, is taken back by the same right;
// what others wrote is not.
func TestTheOwnProfileIsTakenBack(t *testing.T) {
	s := empty()
	me, err := model.Found(t.Context(), s, model.Founding{Site: "Zuidwest", Me: "Sam"})
	must(t, err)
	sam, err := model.Enter(t.Context(), s, me)
	must(t, err)
	r, err := sam.Do(t.Context(), model.AddPerson{Person: model.Person{Name: "Noor", Roles: []model.Role{model.RoleStudent}}})
	must(t, err)
	noor, err := model.Enter(t.Context(), s, r.Entity)
	must(t, err)
	edited := noor.Me()
	edited.Email = "noor@example.org"
	_, err = noor.Do(t.Context(), model.EditPerson{Person: edited})
	must(t, err)
	email := func() string {
		people, err := noor.People(t.Context())
		must(t, err)
		for _, p := range people {
			if p.ID == edited.ID {
				return p.Email
			}
		}
		return "nobody"
	}
	_, err = noor.Undo(t.Context())
	must(t, err)
	if email() != "" {
		t.Errorf("%q still stands", email())
	}
	_, err = noor.Redo(t.Context())
	must(t, err)
	if email() != edited.Email {
		t.Errorf("%q stands again", email())
	}
}
