package leaving_test

import (
	"context"
	"math/rand"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/leaving"
	"leerbalie/model/memory"
	"leerbalie/model/pairs"
)

func TestOnlyWhoDidNothingIsTakenAway(t *testing.T) {
	at := time.Date(2026, 11, 30, 12, 0, 0, 0, time.UTC)
	s := memory.New(memory.Options{Replica: journal.Replica{1}, Random: rand.New(rand.NewSource(1)), Now: func() time.Time { at = at.Add(time.Second); return at }})
	me, err := model.Found(t.Context(), s, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"})
	if err != nil {
		t.Fatal(err)
	}
	session, err := model.Enter(t.Context(), s, me)
	if err != nil {
		t.Fatal(err)
	}
	do := func(a model.Action) journal.ID {
		t.Helper()
		r, err := session.Do(context.Background(), a)
		if err != nil {
			t.Fatal(err)
		}
		return r.Entity
	}
	add := func(name string) journal.ID {
		return do(model.AddPerson{Person: model.Person{Name: name, Roles: []model.Role{model.RoleStudent}, Site: session.Site(), Level: "mbo-3"}})
	}
	gone := func(id journal.ID) bool {
		people, err := session.People(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range people {
			if p.ID == id {
				return p.Removed
			}
		}
		return true
	}
	wrong, out, ali := add("Points Possible"), add("Eva"), add("Ali")
	do(pairs.StartTimeOut{Person: out, Reason: "thuis"})
	for who, want := range map[journal.ID]string{out: "remove-has-work", session.Me().ID: "leave-self"} {
		_, err := session.Do(t.Context(), leaving.RemovePerson{ID: who, Why: "dubbel"})
		if e, ok := err.(*fault.Error); !ok || e.Msg != want {
			t.Errorf("it says %v, want %s", err, want)
		}
	}
	if _, err := session.Do(t.Context(), leaving.RemovePerson{ID: wrong}); fault.KindOf(err) != fault.Invalid {
		t.Errorf("without a reason: %v", err)
	}
	do(leaving.RemovePerson{ID: wrong, Why: "geen mens"})
	if !gone(wrong) || gone(ali) {
		t.Error("somebody else is gone")
	}
	events, err := leaving.Read(t.Context(), session, wrong)
	if err != nil || len(events) != 1 || events[0].Why != "geen mens" || events[0].By != session.Me().ID || events[0].Back {
		t.Errorf("%+v, %v", events, err)
	}
	if _, err := session.Undo(t.Context()); err != nil || gone(wrong) {
		t.Errorf("undone: %v", err)
	}
	do(leaving.RemovePerson{ID: wrong, Why: "geen mens"})
	do(pairs.PersonReturns{ID: wrong})
	if events, _ = leaving.Read(t.Context(), session, wrong); gone(wrong) || len(events) != 2 || !events[0].Back {
		t.Errorf("%+v", events)
	}
}
