package store_test

import (
	"testing"
	"time"

	"leerbalie/model/contact"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/retention"
)

// contactPersons: who asks for somebody else has the request on the own page, apart from the own ones, follows who goes on, is kept while it
// runs, and goes alone; with the resident goes who asked.
func contactPersons(t *testing.T, b *counter) {
	add := func(name string) journal.ID {
		r, err := b.sam.Do(t.Context(), desk.AddResident{Resident: desk.Resident{Name: name}})
		b.must(err)
		return r.Entity
	}
	ask := func(r desk.Request) journal.ID {
		got, err := b.sam.Do(t.Context(), desk.AddRequest{Request: r})
		b.must(err)
		return got.Entity
	}
	father, daughter, twin := add("Cor Vermeer"), add("Fatma Vermeer"), add("F. Vermeer")
	q := ask(desk.Request{Summary: "DigiD", Resident: father, AskedBy: daughter, Relation: "dochter"})
	own := ask(desk.Request{Summary: "Eigen vraag", Resident: daughter, AskedBy: daughter})
	page := func(id journal.ID) desk.ResidentFile {
		f, err := desk.OpenResident(t.Context(), b.sam, id)
		b.must(err)
		return f
	}
	only := func(what string, rows []desk.RequestRow, want ...journal.ID) {
		t.Helper()
		if len(rows) != len(want) {
			t.Errorf("%s: %d requests, want %d", what, len(rows), len(want))
			return
		}
		for i := range want {
			if rows[i].ID != want[i] {
				t.Errorf("%s: %v", what, rows[i].Summary)
			}
		}
	}
	only("asked for", page(daughter).AskedFor, q)
	only("own", page(daughter).Requests, own)
	only("of the father", page(father).Requests, q)
	only("the father asks", page(father).AskedFor)
	_, err := b.sam.Do(t.Context(), desk.MergeResident{ID: daughter, Into: twin})
	b.must(err)
	only("asked for, merged", page(twin).AskedFor, q)
	only("own, merged", page(twin).Requests, own)
	if who, err := contact.Read(t.Context(), b.sam, daughter); err != nil || who.ID != twin || who.Name != "F. Vermeer" {
		t.Errorf("%+v, %v", who, err)
	}
	_, err = b.sam.Do(t.Context(), desk.CloseRequest{ID: own, Outcome: "answered"})
	b.must(err)
	b.now = b.now.Add(48 * time.Hour)
	due, held, err := retention.ReadDue(t.Context(), b.sam, b.now)
	b.must(err)
	for _, k := range due {
		t.Errorf("%s is due while what was asked runs", k.Name)
	}
	if n := len(held); n != 2 { // the father, and who asks for him
		t.Errorf("%d are held", n)
	}
	_, err = b.sam.Do(t.Context(), desk.EraseResident{ID: twin})
	b.must(err)
	got, err := desk.ReadRequest(t.Context(), b.sam, q)
	b.must(err)
	if who, err := contact.Read(t.Context(), b.sam, got.AskedBy); err != nil || who.Name != "" || got.Summary != "DigiD" || got.Relation != "dochter" {
		t.Errorf("%q asks %q, %v", who.Name, got.Summary, err)
	}
	if _, err := b.sam.Do(t.Context(), desk.AddRequest{Request: desk.Request{Summary: "Nog iets", Resident: father, AskedBy: twin}}); err == nil {
		t.Error("who was erased asks again")
	}
	_, err = b.sam.Do(t.Context(), desk.EraseResident{ID: father})
	b.must(err)
	if got, err = desk.ReadRequest(t.Context(), b.sam, q); err != nil || !got.AskedBy.IsZero() || got.Relation != "" {
		t.Errorf("who asked stays: %+v, %v", got, err)
	}
}
