package model_test

import (
	"math/rand"
	"reflect"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/memory"
)

// site is where the changes of these tests live, other the replica that made them with a newer version of the program.
var (
	site  = journal.ID{15: 9}
	other = journal.Replica{7}
)

// ahead is a change of the n-th place in the other replica's stream on one request.
func ahead(n uint64, minReader uint16, writes ...journal.Write) *journal.Change {
	return &journal.Change{
		Stream: journal.Stream{Replica: other, Scope: journal.Scope{Class: journal.Desk, Part: site}}, Seq: n, Time: journal.Logical(n) << 16,
		Kind: desk.KindRequest, Entity: journal.ID{1}, Op: journal.OpSet, Schema: 2, MinReader: minReader, Writes: writes,
	}
}

func empty() *memory.Store {
	return memory.New(memory.Options{Replica: journal.Replica{1}, Now: time.Now, Random: rand.New(rand.NewSource(1))})
}

// TestNewerChangesConverge: what a replica cannot read yet leaves the same state, whether it comes before or after the
// change of a third replica that replaces it.
func TestNewerChangesConverge(t *testing.T) {
	newer := ahead(1, journal.SchemaVersion+1)
	later := ahead(1, 1, journal.Write{Field: desk.RequestTheme, Value: journal.Text("taal"), Base: []journal.Stamp{newer.Stamp()}})
	later.Stream.Replica, later.Time = journal.Replica{8}, 5<<16
	one, two := empty(), empty()
	must(t, one.Receive([]*journal.Change{newer, later}))
	must(t, two.Receive([]*journal.Change{later, newer}))
	if !reflect.DeepEqual(one.State(), two.State()) {
		t.Fatalf("the order of arrival shows:\n%+v\n%+v", one.State(), two.State())
	}
	rec := recordOf(t, one, desk.KindRequest, journal.ID{1})
	if r := desk.RequestOf(rec, nil); !r.ReadOnly || r.Theme != "taal" {
		t.Fatalf("a request with changes of a newer version: %+v", r)
	}
}

// TestErasedChangesConverge is the same for a change whose words went before it came.
func TestErasedChangesConverge(t *testing.T) {
	bare := ahead(1, 1)
	bare.Erased = true
	later := ahead(1, 1, journal.Write{Field: desk.RequestSummary, Value: journal.Text("vraag"), Base: []journal.Stamp{bare.Stamp()}})
	later.Stream.Replica, later.Time = journal.Replica{8}, 5<<16
	one, two := empty(), empty()
	must(t, one.Receive([]*journal.Change{bare, later}))
	must(t, two.Receive([]*journal.Change{later, bare}))
	if !reflect.DeepEqual(one.State(), two.State()) {
		t.Fatalf("the order of arrival shows:\n%+v\n%+v", one.State(), two.State())
	}
}

// TestNewerEntitiesAreNotWritten: every way of writing to an entity that a newer version changed is refused.
func TestNewerEntitiesAreNotWritten(t *testing.T) {
	s := empty()
	me, err := model.Found(t.Context(), s, model.Founding{Site: "Zuidwest", Me: "Sam"})
	must(t, err)
	session, err := model.Enter(t.Context(), s, me)
	must(t, err)
	added, err := session.Do(t.Context(), desk.AddRequest{Request: desk.Request{Summary: "vraag"}})
	must(t, err)
	summary := "andere vraag"
	_, err = session.Do(t.Context(), desk.EditRequest{ID: added.Entity, Alter: func(r *desk.Request) { r.Summary = summary }})
	must(t, err)
	newer := ahead(1, journal.SchemaVersion+1)
	newer.Entity, newer.Stream.Scope.Part = added.Entity, session.Site()
	must(t, s.Receive([]*journal.Change{newer}))
	before := len(s.Journal())
	for name, do := range map[string]func() error{
		"edit": func() error {
			_, err := session.Do(t.Context(), desk.EditRequest{ID: added.Entity, Alter: func(r *desk.Request) { r.Theme = summary }})
			return err
		},
		"memo": func() error {
			_, err := session.Do(t.Context(), desk.AddMemo{ID: added.Entity, Text: "memo"})
			return err
		},
		"claim": func() error { _, err := session.Do(t.Context(), desk.ClaimRequest{ID: added.Entity}); return err },
		"undo":  func() error { _, err := session.Undo(t.Context()); return err },
	} {
		if err := do(); fault.KindOf(err) != fault.Newer {
			t.Errorf("%s: %v", name, err)
		}
	}
	if after := len(s.Journal()); after != before {
		t.Fatalf("%d changes were written", after-before)
	}
}

func recordOf(t *testing.T, s *memory.Store, k journal.Kind, id journal.ID) (rec *journal.Record) {
	t.Helper()
	must(t, s.Read(t.Context(), func(tx model.Tx) (err error) {
		rec, err = tx.Record(k, id)
		return err
	}))
	return rec
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
