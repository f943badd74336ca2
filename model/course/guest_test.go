package course_test

import (
	"leerbalie/model"
	"leerbalie/model/course"
	"leerbalie/model/journal"
	"leerbalie/model/ledger"
	"leerbalie/model/trust"
	"testing"
	"time"
)

// TestAGuestWhoTeaches: somebody who only takes part leads a course, alters it, and writes of no student that this one came; nor from another copy.
func TestAGuestWhoTeaches(t *testing.T) {
	h := open(t, 1, 2)
	s := h.as(t, 0, h.boss)
	visitor := h.do(t, s, model.AddPerson{Person: model.Person{Name: "Gijs", Roles: []model.Role{model.RoleGuest}, Site: s.Site()}})
	c := course.Course{Title: "Schulden", Dates: []time.Time{today.AddDate(0, 0, -7)}, Minutes: 60, Groups: []journal.ID{h.a}, Teachers: []journal.ID{visitor, h.guest}}
	c.ID = h.do(t, s, course.Add{Course: c})
	note := course.NotePresence{Course: c.ID, Day: c.Dates[0], Marks: []course.Mark{{Student: h.students[0], State: ledger.Present}}}
	refused(t, h.as(t, 0, visitor), "course-not-to-note", note)
	h.do(t, h.as(t, 0, h.guest), note)
	refused(t, h.as(t, 0, visitor), "course-not-yours", course.MakeEvidence{Course: c.ID})
	if v := h.view(t, 0, visitor, c.ID); len(v.People) != 0 || v.Hidden == 0 {
		t.Errorf("a guest sees who came: %+v", v.People)
	}
	change := journal.Change{Kind: ledger.KindLedger, Entity: ledger.ID(h.students[0], h.a), Op: journal.OpAdd, Item: ledger.ItemPresence, Actor: visitor,
		Stream: journal.Stream{Scope: journal.Scope{Class: journal.Learning, Part: h.a}}, Writes: []journal.Write{{Field: 3, Value: journal.Ref(c.ID)}}}
	if err := h.stores[0].Read(t.Context(), func(tx model.Tx) error {
		got, err := trust.Allows(tx, trust.Replica{Person: visitor}, &change)
		if got != trust.Overreach {
			t.Errorf("from another copy: %q", got)
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
}
