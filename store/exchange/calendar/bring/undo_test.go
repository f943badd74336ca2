package bring

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"leerbalie/model"
	"leerbalie/model/incoming"
	"leerbalie/model/journal"
	"leerbalie/model/ledger"
	"leerbalie/model/meeting"
	"leerbalie/model/transfer"
)

// TestAnImportIsUndone: what it brought goes, what it altered is as before, and what somebody built on stays; a stopped one goes on.
func TestAnImportIsUndone(t *testing.T) {
	session := founded(t, 1)
	wants(t, session, whole(event("a", "20261204T100000"), event("z", "20261201T100000")), "2 2 0 0 0 0")
	ali := do(t, session, model.AddPerson{Person: model.Person{Name: "Ali", Roles: []model.Role{model.RoleStudent}, Site: session.Site()}}).Entity
	r := wants(t, session, whole(event("a", "20261205T100000"), event("b", "20261206T100000"), event("c", "20261207T100000"), event("d", "20261130T100000"), event("z", "20261201T100000", "STATUS:CANCELLED")), "5 3 1 1 0 0")
	do(t, session, meeting.Attend{ID: meeting.SourceID("d", ""), People: []journal.ID{ali}, State: ledger.Present})
	do(t, session, meeting.Answer{ID: meeting.SourceID("c", ""), Reply: meeting.Yes})
	out, err := incoming.Undo(t.Context(), session, r.ID, incoming.Options{})
	if err != nil {
		t.Fatal(err)
	}
	stands(t, session, "2026-11-30 10:00+60 Overleg", "2026-12-01 10:00+60 Overleg", "2026-12-04 10:00+60 Overleg", "2026-12-07 10:00+60 Overleg")
	left := map[journal.ID]bool{}
	for _, l := range out.All {
		left[l.ID] = true
	}
	if len(left) != 2 || !left[meeting.SourceID("c", "")] || !left[meeting.SourceID("d", "")] || out.Took.Other != 3 {
		t.Errorf("%+v", out)
	}
	again := wants(t, session, whole(event("b", "20261206T100000")), "1 1 0 0 0 0")
	if again.ID.IsZero() {
		t.Error("what was taken back does not come in again")
	}
}

// TestAnImportThatWasStopped goes on with the same import, and what is done is done once.
func TestAnImportThatWasStopped(t *testing.T) {
	session := founded(t, 1)
	var parts []string
	for n := range 3*batch + 10 {
		parts = append(parts, event(fmt.Sprint(n), "20261204T100000"))
	}
	ctx, stop := context.WithCancel(t.Context())
	o := transfer.CalendarOptions{ImportOptions: transfer.ImportOptions{Now: today, Progress: func(transfer.Report) { stop() }}}
	first, err := Import(ctx, session, strings.NewReader(whole(parts...)), o)
	if !errors.Is(err, context.Canceled) || first.Imported != batch {
		t.Fatal(err, first.Imported)
	}
	second := wants(t, session, whole(parts...), fmt.Sprintf("%d %d 0 0 %d 0", 3*batch+10, 2*batch+10, batch))
	if second.ID != first.ID || len(roster(t, session)) != 3*batch+10 {
		t.Error("two imports")
	}
	all, err := incoming.Read(t.Context(), session)
	if err != nil || len(all) != 1 || all[0].State != incoming.Finished || all[0].Imported != 3*batch+10 || all[0].Unchanged != 0 {
		t.Errorf("%+v %v", all, err)
	}
}
