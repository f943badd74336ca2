package model_test

import (
	"errors"
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

// TestWhatIsAskedIsVouchedForOnce: a number that may be one is refused until somebody vouches for it, which the history tells; then
// it is not asked about again, in an edit of the text or of another field, and another number is.
func TestWhatIsAskedIsVouchedForOnce(t *testing.T) {
	s, me := copyOf(t, 1, nil)
	do, read := doing(t, s, me)
	session, err := model.Enter(t.Context(), s, me)
	must(t, err)
	asked := func(what string, a model.Action) {
		t.Helper()
		var e *fault.Error
		if _, err := session.Do(t.Context(), a); !errors.As(err, &e) || e.Msg != "bsn-asked" {
			t.Errorf("%s: %v", what, err)
		}
		if _, err := session.Do(model.Vouching(t.Context()), a); err != nil {
			t.Errorf("%s, vouched for: %v", what, err)
		}
	}
	vouched := func(id journal.ID) (n int) {
		t.Helper()
		history, err := desk.ReadRequestHistory(t.Context(), session, id)
		must(t, err)
		for _, e := range history {
			if e.Item == journal.ItemVouch && !e.Undone {
				if n++; e.By != me || e.Unknown || len(e.Fields.Get(journal.FieldTarget).Stamps()) == 0 {
					t.Errorf("%+v", e)
				}
			}
		}
		return n
	}
	id := do(desk.AddRequest{Request: desk.Request{Summary: "brief"}})
	edit := func(alter func(*desk.Request)) model.Action { return desk.EditRequest{ID: id, Alter: alter} }
	asked("a summary", edit(func(r *desk.Request) { r.Summary = "klant 10000008" }))
	do(edit(func(r *desk.Request) { r.Urgency = model.UrgencyNow }))
	do(edit(func(r *desk.Request) { r.Summary = "een klant: 1000 00 08" }))
	if n := vouched(id); n != 1 {
		t.Errorf("vouched for %d times", n)
	}
	asked("another number", edit(func(r *desk.Request) { r.Summary = "klant 10000008 en 20000005" }))
	asked("details", edit(func(r *desk.Request) { r.Details = "belde met tel 123456782" }))
	do(edit(func(r *desk.Request) { r.Details = "belde weer met tel 123456782" }))
	asked("a memo", desk.AddMemo{ID: id, Text: "klant 10000008"})
	asked("a resident", desk.AddResident{Resident: desk.Resident{Name: "Fatma", Phone: "612345671", Keep: desk.KeepRegister}})
	asked("a person", model.AddPerson{Person: model.Person{Name: "Noor", Number: "123456782", Roles: []model.Role{model.RoleStudent}}})
	if n := vouched(id); n != 4 {
		t.Errorf("vouched for %d times", n)
	}
	do(desk.AddMemo{ID: id, Text: "gewoon"})
	if n := vouched(id); n != 4 {
		t.Errorf("vouched for %d times without need", n)
	}
	if _, err := session.Do(model.Vouching(t.Context()), desk.AddMemo{ID: id, Text: "111222333"}); fault.KindOf(err) != fault.Invalid {
		t.Errorf("vouched for what is refused: %v", err)
	}
	for range 3 { // the person, the resident, the memo
		_, err = session.Undo(t.Context())
		must(t, err)
	}
	if n := vouched(id); n != 3 {
		t.Errorf("%d after the memo was taken back", n)
	}
	if got := read(id).Details; got != "belde weer met tel 123456782" {
		t.Errorf("%q", got)
	}
}
