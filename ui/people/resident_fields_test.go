package people_test

import (
	"context"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"leerbalie/model/desk"
	"leerbalie/model/modeltest"
	"leerbalie/ui/screen"
	"leerbalie/ui/uitest"
)

// saidOf is the value of a resident's field as the form shows it and takes it.
func saidOf(d *uitest.Desk, name string, r desk.Resident) string {
	v := reflect.ValueOf(r).FieldByName(name)
	switch name {
	case "Keep":
		return d.Env.Words.Say("people.keep." + v.String())
	case "Told", "Regular":
		if v.Bool() {
			return d.Env.Words.Say("answer.yes")
		}
		return d.Env.Words.Say("answer.no")
	case "BirthYear":
		return strconv.FormatInt(v.Int(), 10)
	case "Language":
		return d.Env.Words.Language(v.String())
	}
	return v.String()
}

// TestEachEntryOfAResidentsFormShowsAndEditsItsOwnField: every field there is, alone, and none by itself.
func TestEachEntryOfAResidentsFormShowsAndEditsItsOwnField(t *testing.T) {
	d := uitest.Open(t, uitest.Options{Lang: "nl", Size: screen.Size{Width: 160, Height: 60}})
	one, two := modeltest.FilledResident(0), modeltest.FilledResident(1)
	id := d.Do(d.Session, desk.AddResident{Resident: one}).Entity
	check := func(what string, want desk.Resident) {
		t.Helper()
		page, err := desk.OpenResident(context.Background(), d.Session, id)
		if err != nil {
			t.Fatal(err)
		}
		if apart := modeltest.Apart(modeltest.ResidentFields(), page.Resident, want); len(apart) > 0 {
			t.Errorf("%s: %s", what, strings.Join(apart, "; "))
		}
	}
	edit := func() {
		d.Again()
		d.Press("4", "<home>", "<enter>", "e") // it stands on top
	}
	edit()
	for _, name := range modeltest.ResidentFields() {
		want := saidOf(d, name, one)
		if name == "Told" || name == "Regular" || name == "Keep" {
			want = "(•) " + want
		}
		if shown := d.Entry(word(d, name)); !strings.Contains(shown, want) {
			t.Errorf("%s shows %q, want %q", name, shown, want)
		}
	}
	d.Press("<ctrl+s>")
	check("saved untouched", one)
	for _, name := range modeltest.ResidentFields() {
		for _, next := range []desk.Resident{modeltest.With(one, name, two), one} {
			edit()
			d.Enter(word(d, name), saidOf(d, name, next))
			d.Press("<ctrl+s>")
			check("an edit of "+name, next)
		}
	}
}

// TestAFaultOfAResidentStandsAtItsField: whatever entry has the focus when the form is sent.
func TestAFaultOfAResidentStandsAtItsField(t *testing.T) {
	for name, typed := range map[string]string{"BirthYear": "lang geleden", "Language": "Klingon"} {
		d := uitest.Open(t, uitest.Options{Lang: "nl", Size: screen.Size{Width: 160, Height: 60}})
		d.Press("4", "n")
		d.Enter(word(d, name), typed)
		d.Press("<shift+tab>", "<ctrl+s>")
		if at := d.Blamed(""); at != word(d, name) {
			t.Errorf("%q in %s is blamed on %q", typed, name, at)
		}
	}
}
