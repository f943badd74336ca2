package bring

import (
	"crypto/rand"
	"fmt"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/conflict"
	"leerbalie/model/journal"
	"leerbalie/model/memory"
	"leerbalie/model/transfer"
)

// TestTwoDesksBringTheSameIn: the same file, brought in by two people apart from each other, makes each meeting once, and leaves nothing to settle; a
// version that one of them brings in later holds in both.
func TestTwoDesksBringTheSameIn(t *testing.T) {
	clock := today
	var stores []*memory.Store
	for i := range 2 {
		stores = append(stores, memory.New(memory.Options{Replica: journal.Replica{byte(i + 1)}, Tag: fmt.Sprint("K", i), Random: rand.Reader, Now: func() time.Time { clock = clock.Add(time.Second); return clock }}))
	}
	me, err := model.Found(t.Context(), stores[0], model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Samira"})
	if err != nil {
		t.Fatal(err)
	}
	first, err := model.Enter(t.Context(), stores[0], me)
	if err != nil {
		t.Fatal(err)
	}
	other := do(t, first, model.AddPerson{Person: model.Person{Name: "Noor", Roles: []model.Role{model.RoleCoordinator}, Site: first.Site()}}).Entity
	receive := func(to, from int) {
		t.Helper()
		if err := stores[to].Receive(stores[from].Journal()); err != nil {
			t.Fatal(err)
		}
	}
	receive(1, 0)
	second, err := model.Enter(t.Context(), stores[1], other)
	if err != nil {
		t.Fatal(err)
	}
	file := whole(event("s", "20261204T100000", "RRULE:FREQ=WEEKLY;COUNT=3"), event("a", "20261205T100000"), "BEGIN:VEVENT\nUID:v\nDTSTART:20261221\nDTEND:20270104\nSUMMARY:Kerstvakantie\nEND:VEVENT\n")
	for _, s := range []*model.Session{first, second} {
		wants(t, s, file, "5 4 0 0 0 1")
		if _, got := in(t, s, file, transfer.CalendarOptions{Free: true}); got != "1 1 0 0 0 0" {
			t.Error(got)
		}
	}
	receive(1, 0)
	receive(0, 1)
	for _, s := range []*model.Session{first, second} {
		if all, err := conflict.Read(t.Context(), s); err != nil || len(all) > 0 {
			t.Errorf("%+v %v", all, err)
		}
		stands(t, s, "2026-12-04 10:00+60 Overleg", "2026-12-05 10:00+60 Overleg", "2026-12-11 10:00+60 Overleg", "2026-12-18 10:00+60 Overleg")
		wants(t, s, file, "5 0 0 0 4 1")
	}
	wants(t, second, whole(event("a", "20261206T110000")), "1 0 1 0 0 0")
	receive(0, 1)
	wants(t, first, whole(event("a", "20261206T110000")), "1 0 0 0 1 0")
	stands(t, first, "2026-12-04 10:00+60 Overleg", "2026-12-06 11:00+60 Overleg", "2026-12-11 10:00+60 Overleg", "2026-12-18 10:00+60 Overleg")
	if all, err := conflict.Read(t.Context(), first); err != nil || len(all) > 0 {
		t.Errorf("%+v %v", all, err)
	}
}
