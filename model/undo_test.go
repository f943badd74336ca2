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

// TestOneFieldIsTakenBackStepByStep: what was changed three times is taken back three times, done again three times and taken back
// again; what somebody else changed in between is refused.
func TestOneFieldIsTakenBackStepByStep(t *testing.T) {
	s := empty()
	me, err := model.Found(t.Context(), s, model.Founding{Site: "Zuidwest", Me: "Sam"})
	must(t, err)
	sam, err := model.Enter(t.Context(), s, me)
	must(t, err)
	r, err := sam.Do(t.Context(), desk.AddRequest{Request: desk.Request{Summary: "een"}})
	must(t, err)
	now := func() string {
		t.Helper()
		q, err := desk.ReadRequest(t.Context(), sam, r.Entity)
		must(t, err)
		return q.Summary
	}
	edit := func(by *model.Session, to string) {
		t.Helper()
		_, err := by.Do(t.Context(), desk.EditRequest{ID: r.Entity, Alter: func(q *desk.Request) { q.Summary = to }})
		must(t, err)
	}
	walk := func(step func() error, shown ...string) {
		t.Helper()
		for _, want := range shown {
			must(t, step())
			if got := now(); got != want {
				t.Fatalf("%q is shown, not %q", got, want)
			}
		}
	}
	undo := func() error { _, err := sam.Undo(t.Context()); return err }
	redo := func() error { _, err := sam.Redo(t.Context()); return err }
	for _, to := range []string{"twee", "drie", "vier"} {
		edit(sam, to)
	}
	walk(undo, "drie", "twee", "een")
	walk(redo, "twee", "drie", "vier")
	walk(undo, "drie")
	edit(sam, "vijf")
	walk(undo, "drie", "twee")
	other, err := sam.Do(t.Context(), model.AddPerson{Person: model.Person{Name: "Noor", Roles: []model.Role{model.RoleCoordinator}}})
	must(t, err)
	must(t, undo()) // of the person
	must(t, redo())
	noor, err := model.Enter(t.Context(), s, other.Entity)
	must(t, err)
	edit(noor, "zes")
	must(t, undo()) // of the person
	if err := undo(); fault.KindOf(err) != fault.Conflict || now() != "zes" {
		t.Fatalf("what somebody else wrote is taken back: %v, %q", err, now())
	}
}

// TestAnothersFieldStaysAnothers: what an undo brought back of what somebody else wrote is not this session's, although the same undo
// brought back something of its own.
func TestAnothersFieldStaysAnothers(t *testing.T) {
	s := empty()
	me, err := model.Found(t.Context(), s, model.Founding{Site: "Zuidwest", Me: "Sam"})
	must(t, err)
	sam, err := model.Enter(t.Context(), s, me)
	must(t, err)
	noor, err := model.Enter(t.Context(), s, me)
	must(t, err)
	r, err := sam.Do(t.Context(), desk.AddRequest{Request: desk.Request{Summary: "een", Language: "nl"}})
	must(t, err)
	edit := func(by *model.Session, theme, language string) {
		t.Helper()
		_, err := by.Do(t.Context(), desk.EditRequest{ID: r.Entity, Alter: func(q *desk.Request) { q.Theme, q.Language = theme, language }})
		must(t, err)
	}
	edit(sam, "poverty", "tr")
	edit(noor, "poverty", "ar")
	edit(sam, "health", "pl")
	_, err = sam.Undo(t.Context())
	must(t, err)
	if _, err := sam.Undo(t.Context()); fault.KindOf(err) != fault.Conflict {
		t.Fatalf("taken back over what somebody else wrote: %v", err)
	}
	q, err := desk.ReadRequest(t.Context(), sam, r.Entity)
	must(t, err)
	if q.Theme != "poverty" || q.Language != "ar" {
		t.Fatalf("%q, %q", q.Theme, q.Language)
	}
}
