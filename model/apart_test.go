package model_test

import (
	"fmt"
	"math/rand"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/memory"
)

// two is two replicas that hold one request, with the same person on each, their clocks an hour apart.
func two(t *testing.T) (a, b *replica, request journal.ID) {
	t.Helper()
	var desks []*replica
	for i := range 2 {
		d := &replica{clock: time.Date(2026, 3, 2, 9+i, 0, 0, 0, time.UTC)}
		d.store = memory.New(memory.Options{Replica: journal.Replica{byte(i + 1)}, Tag: fmt.Sprint("K", i), Now: func() time.Time { return d.clock },
			Random: rand.New(rand.NewSource(int64(i)))})
		desks = append(desks, d)
	}
	a, b = desks[0], desks[1]
	me, err := model.Found(t.Context(), a.store, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"})
	must(t, err)
	a.Session, err = model.Enter(t.Context(), a.store, me)
	must(t, err)
	r, err := a.Session.Do(t.Context(), desk.AddRequest{Request: desk.Request{Summary: "vraag"}})
	must(t, err)
	meet(t, a, b)
	b.Session, err = model.Enter(t.Context(), b.store, me)
	must(t, err)
	return a, b, r.Entity
}

// meet lets both hold what either holds.
func meet(t *testing.T, a, b *replica) {
	t.Helper()
	must(t, b.store.Receive(a.store.Journal()))
	must(t, a.store.Receive(b.store.Journal()))
}

func (d *replica) does(t *testing.T, actions ...model.Action) {
	t.Helper()
	_, err := d.Session.Do(t.Context(), actions...)
	must(t, err)
}

func (d *replica) sees(t *testing.T, id journal.ID) desk.Request {
	t.Helper()
	r, err := desk.ReadRequest(t.Context(), d.Session, id)
	must(t, err)
	return r
}

// TestClashesStandUntilSettled: of a field that two wrote apart both values stand; whoever writes it next, having seen
// both, settles it; and undoing that lets both stand again.
func TestClashesStandUntilSettled(t *testing.T) {
	a, b, id := two(t)
	a.does(t, desk.EditRequest{ID: id, Alter: func(r *desk.Request) { r.Summary, r.Theme = "zegt a", "taal" }})
	b.does(t, desk.EditRequest{ID: id, Alter: func(r *desk.Request) { r.Summary = "zegt b" }})
	meet(t, a, b)
	for _, d := range []*replica{a, b} {
		r := d.sees(t, id)
		if r.Summary != "zegt b" || len(r.Siblings) != 1 || r.Siblings[0].Value.Text() != "zegt a" || !r.Contested() || r.Theme != "taal" {
			t.Fatalf("after meeting: %q, siblings %+v", r.Summary, r.Siblings)
		}
	}
	a.does(t, desk.Settle{ID: id, Field: desk.RequestSummary, Value: journal.Text("zegt a")})
	meet(t, a, b)
	for _, d := range []*replica{a, b} {
		if r := d.sees(t, id); r.Summary != "zegt a" || len(r.Siblings) != 0 || r.Contested() {
			t.Fatalf("after settling: %q, siblings %+v", r.Summary, r.Siblings)
		}
	}
	_, err := a.Session.Undo(t.Context())
	must(t, err)
	meet(t, a, b)
	for _, d := range []*replica{a, b} {
		if r := d.sees(t, id); len(r.Siblings) != 1 {
			t.Fatalf("after taking that back: %q, siblings %+v", r.Summary, r.Siblings)
		}
	}
}

// TestEarliestClaimHolds: of two who claimed apart from each other the first one holds the request, on every replica, and
// the other is not forgotten.
func TestEarliestClaimHolds(t *testing.T) {
	a, b, id := two(t)
	ana, err := a.Session.Do(t.Context(), model.AddPerson{Person: model.Person{Name: "Ana", Roles: []model.Role{model.RoleDesk}}})
	must(t, err)
	meet(t, a, b)
	b.does(t, desk.ClaimRequest{ID: id}) // by its clock an hour later, though it is done first
	a.does(t, desk.ClaimRequest{ID: id, For: []journal.ID{ana.Entity}})
	meet(t, a, b)
	first := a.sees(t, id).Claims[0]
	for _, d := range []*replica{a, b} {
		r := d.sees(t, id)
		if len(r.Claims) != 2 || !r.Contested() || r.Claims[0].Stamp != first.Stamp || r.Holder()[0] != first.For[0] ||
			r.Claims[0].Stamp.Compare(r.Claims[1].Stamp) >= 0 {
			t.Fatalf("claims %+v", r.Claims)
		}
	}
	a.does(t, desk.ReleaseRequest{ID: id})
	meet(t, a, b)
	if r := b.sees(t, id); r.Status != desk.StatusWaiting {
		t.Fatalf("released, it is %s", r.Status)
	}
}

// TestWrongClocksDoNoHarm: after meeting a replica whose clock is 75 years ahead, what is done later still comes later.
func TestWrongClocksDoNoHarm(t *testing.T) {
	a, b, id := two(t)
	b.clock = b.clock.AddDate(75, 0, 0)
	b.does(t, desk.EditRequest{ID: id, Alter: func(r *desk.Request) { r.Summary = "uit de toekomst" }})
	meet(t, a, b)
	a.clock = a.clock.Add(-time.Hour)
	a.does(t, desk.EditRequest{ID: id, Alter: func(r *desk.Request) { r.Summary = "van nu" }}, desk.ClaimRequest{ID: id})
	meet(t, a, b)
	for _, d := range []*replica{a, b} {
		if r := d.sees(t, id); r.Summary != "van nu" || len(r.Siblings) != 0 || r.Status != desk.StatusClaimed {
			t.Fatalf("%q, %s, siblings %+v", r.Summary, r.Status, r.Siblings)
		}
	}
}
