package model_test

import (
	"testing"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// unlooked is what an earlier version of the program kept without looking.
type unlooked struct {
	kind   journal.Kind
	id     journal.ID
	part   journal.ID
	fields journal.Fields
}

// Name is the code of no words.
func (unlooked) Name() string { return "act-edit-request" }

// Do writes the fields.
func (w unlooked) Do(d *model.Doing) error {
	for _, f := range w.fields {
		rec, err := d.Record(w.kind, w.id)
		if err != nil {
			return err
		}
		c := d.NewChange(w.kind, w.id, w.part, journal.OpSet)
		c.Writes = []journal.Write{{Field: f.Field, Value: f.Value, Base: rec.Live(f.Field)}}
		if err := d.Emit(c); err != nil {
			return err
		}
	}
	return nil
}

// TestWhatStandsThereBlocksNoOtherEdit: a citizen service number that an earlier version let in can be read, does not stand in the
// way of an edit of another field, and is refused where the field itself is edited and keeps it.
func TestWhatStandsThereBlocksNoOtherEdit(t *testing.T) {
	s, me := copyOf(t, 1, nil)
	do, read := doing(t, s, me)
	id := do(desk.AddRequest{Request: desk.Request{Summary: "brief"}})
	who := do(desk.AddResident{Resident: desk.Resident{Name: "Fatma"}})
	session, err := model.Enter(t.Context(), s, me)
	must(t, err)
	do(unlooked{desk.KindRequest, id, session.Site(), journal.Fields{desk.RequestSummary.Is(journal.Text("brief 111222333"))}})
	do(unlooked{desk.KindResident, who, session.Site(), journal.Fields{desk.ResidentName.Is(journal.Text("Fatma 123456782"))}})
	do(unlooked{model.KindPerson, me, journal.Organisation(), journal.Fields{model.PersonEmail.Is(journal.Text("123456782@voorbeeld.nl"))}})
	do(desk.EditRequest{ID: id, Alter: func(r *desk.Request) { r.Urgency = model.UrgencyNow }})
	if r := read(id); r.Urgency != model.UrgencyNow || r.Summary != "brief 111222333" {
		t.Errorf("%+v", r)
	}
	if _, err := session.Do(t.Context(), desk.EditRequest{ID: id, Alter: func(r *desk.Request) { r.Summary += " extra" }}); fault.KindOf(err) != fault.Invalid {
		t.Errorf("an edit of the text itself: %v", err)
	}
	do(desk.EditRequest{ID: id, Alter: func(r *desk.Request) { r.Summary = "brief" }})
	known, err := desk.OpenResident(t.Context(), session, who)
	must(t, err)
	known.Resident.Language = "tr"
	do(desk.EditResident{Resident: known.Resident})
	people, err := session.People(t.Context())
	must(t, err)
	for _, p := range people {
		if p.ID == me {
			p.Number = "7"
			do(model.EditPerson{Person: p})
		}
	}
}
