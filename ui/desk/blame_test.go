package desk_test

import (
	"context"
	"strings"
	"testing"

	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/modeltest"
	"leerbalie/ui/uitest"
)

// texts are the fields of a request that take any text.
func texts() []string { return []string{"Summary", "Resident", "Details", "Language", "Neighbourhood"} }

func TestAFaultStandsAtTheFieldItIsAbout(t *testing.T) {
	const number = "111222333"
	for _, name := range texts() {
		d, id, one, _ := filledDesk(t)
		d.Press("e")
		d.Enter(word(d, name), "met "+number+" erin")
		if name == "Resident" { // somebody new, of whom something is kept
			d.Enter(d.Env.Words.Say("field.keep"), d.Env.Words.Say("keep.register"))
		}
		d.Press("<shift+tab>", "<ctrl+s>") // so that it is not the entry that has the focus by chance
		if at := d.Blamed("Het getal in \"met ▯▯▯▯▯▯▯▯▯"); at != word(d, name) {
			t.Errorf("a number in %s is blamed on %q", name, at)
		}
		sameRequest(d, "refused", id, one)
	}
	for _, c := range []struct{ name, typed, fault string }{
		{"Summary", "", "error.missing"},
		{"FollowUp", "ooit", "task.due.fault"},
		{"Resident", "Niemand die er is", "form.who.none"},
	} {
		d, id, one, _ := filledDesk(t)
		d.Press("e")
		d.Enter(word(d, c.name), c.typed)
		d.Press("<shift+tab>", "<ctrl+s>")
		if at := d.Blamed(d.Env.Words.Say(c.fault)[:8]); at != word(d, c.name) {
			t.Errorf("%s: blamed on %q", c.name, at)
		}
		sameRequest(d, "refused", id, one)
	}
}

// hints are the lines that help with one entry of the form of a request; the other entries have none.
func hints() map[string]string {
	return map[string]string{
		"resident": "form.who.hint", "phone": "form.phone.hint", "keep": "form.keep.hint", "told": "form.told.hint", "follow-up": "task.due.hint",
	}
}

func TestEachHintStandsAtItsOwnEntry(t *testing.T) {
	d, _, _, _ := filledDesk(t)
	d.Press("e")
	w := d.Env.Words
	labels := []string{w.Say("field.phone"), w.Say("field.keep"), w.Say("field.told")}
	for _, name := range modeltest.RequestFields() {
		labels = append(labels, word(d, name))
	}
	for _, label := range labels {
		shown := d.Entry(label)
		for field, id := range hints() {
			if own := w.Say("field."+field) == label; own != strings.Contains(shown, w.Say(id)) {
				t.Errorf("%s at %s: %t", id, label, !own)
			}
		}
	}
}

// residentNow reads a resident as it is kept.
func residentNow(d *uitest.Desk, id journal.ID) desk.Resident {
	d.T.Helper()
	page, err := desk.OpenResident(context.Background(), d.Session, id)
	if err != nil {
		d.T.Fatal(err)
	}
	return page.Resident
}

func sameResident(d *uitest.Desk, what string, id journal.ID, want desk.Resident) {
	d.T.Helper()
	if apart := modeltest.Apart(modeltest.ResidentFields(), residentNow(d, id), want); len(apart) > 0 {
		d.T.Errorf("%s: %s", what, strings.Join(apart, "; "))
	}
}

func TestEachEntryOfAResidentsFormShowsAndEditsItsOwnField(t *testing.T) {
	d, _, one, _ := filledDesk(t)
	was, to := modeltest.FilledResident(0), modeltest.FilledResident(1)
	d.Press("o", "e")
	for _, name := range modeltest.ResidentFields() {
		want := said(d, name, was)
		if name == "Told" || name == "Regular" || name == "Keep" {
			want = "(•) " + want
		}
		if shown := d.Entry(word(d, name)); !strings.Contains(shown, want) {
			t.Errorf("%s shows %q, want %q", name, shown, want)
		}
	}
	d.Press("<ctrl+s>", "<esc>")
	sameResident(d, "saved untouched", one.Resident, was)
	for _, name := range modeltest.ResidentFields() {
		for _, next := range []desk.Resident{modeltest.With(was, name, to), was} {
			d.Press("o", "e")
			d.Enter(word(d, name), said(d, name, next))
			d.Press("<ctrl+s>", "<esc>")
			sameResident(d, "an edit of "+name, one.Resident, next)
		}
	}
}

// TestAResidentsFormKeepsADraftOfEveryField: what was typed comes back in another session.
func TestAResidentsFormKeepsADraftOfEveryField(t *testing.T) {
	d, _, one, _ := filledDesk(t)
	to := modeltest.FilledResident(1)
	d.Press("o", "e")
	for _, name := range modeltest.ResidentFields() {
		d.Enter(word(d, name), said(d, name, to))
	}
	d.Press("<esc>")
	d.Again()
	d.Press("o", "e", "<ctrl+s>")
	sameResident(d, "saved from a draft", one.Resident, to)
}
