package desk_test

import (
	"context"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/modeltest"
	"leerbalie/ui/screen"
	"leerbalie/ui/uitest"
)

// The tests of this file carry every field of a request and of a resident through the forms, the history and the choice
// between values that clash. The fields are read from the types, their labels by their names: field.age-band for AgeBand.

// word is the label of a field.
func word(d *uitest.Desk, name string) string {
	var id strings.Builder
	for i, r := range name {
		if unicode.IsUpper(r) && i > 0 {
			id.WriteByte('-')
		}
		id.WriteRune(unicode.ToLower(r))
	}
	return d.Env.Words.Say("field." + id.String())
}

// said is the value of a field as a form shows it and takes it.
func said(d *uitest.Desk, name string, of any) string {
	v := reflect.ValueOf(of).FieldByName(name)
	code := func(list model.Codes) string { return d.Env.Words.Name(list, v.String()) }
	switch name {
	case "Urgency":
		return code(d.Env.Site.UrgencyCodes())
	case "Theme":
		return code(d.Env.Site.ThemeCodes())
	case "Supervision":
		return code(model.Supervisions())
	case "Channel":
		return code(model.Channels())
	case "LifeDomain":
		return code(model.LifeDomains())
	case "Asker":
		return code(model.Askers())
	case "AgeBand":
		return code(model.AgeBands())
	case "Language":
		return d.Env.Words.Language(v.String())
	case "FollowUp":
		return d.Env.Date(v.Interface().(time.Time))
	case "Resident", "AskedBy":
		return nameOf(d, v.Interface().(journal.ID))
	case "Keep":
		return d.Env.Words.Say("keep." + v.String())
	case "Told", "Regular":
		if v.Bool() {
			return d.Env.Words.Say("answer.yes")
		}
		return d.Env.Words.Say("answer.no")
	case "BirthYear":
		return strconv.FormatInt(v.Int(), 10)
	}
	return v.String()
}

func nameOf(d *uitest.Desk, id journal.ID) string {
	d.T.Helper()
	name, err := desk.ReadResidentName(context.Background(), d.Session, id)
	if err != nil {
		d.T.Fatal(err)
	}
	return name
}

// filledDesk is a desk with one request that has something to tell in every field, and another request that differs in
// each and is not there.
func filledDesk(t *testing.T) (d *uitest.Desk, id journal.ID, one, two desk.Request) {
	t.Helper()
	d = uitest.Open(t, uitest.Options{Lang: "nl", Size: screen.Size{Width: 200, Height: 70}})
	one = modeltest.FilledRequest(0, d.Do(d.Session, desk.AddResident{Resident: modeltest.FilledResident(0)}).Entity)
	two = modeltest.FilledRequest(1, d.Do(d.Session, desk.AddResident{Resident: modeltest.FilledResident(1)}).Entity)
	id = d.Do(d.Session, desk.AddRequest{Request: one}).Entity
	d.Pass(time.Second)
	return d, id, one, two
}

func sameRequest(d *uitest.Desk, what string, id journal.ID, want desk.Request) {
	d.T.Helper()
	if apart := modeltest.Apart(modeltest.RequestFields(), d.Request(id), want); len(apart) > 0 {
		d.T.Errorf("%s: %s", what, strings.Join(apart, "; "))
	}
}

// changes is how many times something was written of a request.
func changes(d *uitest.Desk, id journal.ID) int {
	d.T.Helper()
	h, err := desk.ReadRequestHistory(context.Background(), d.Session, id)
	if err != nil {
		d.T.Fatal(err)
	}
	return len(h)
}

func TestTheEditFormShowsEveryFieldAndAltersNoneByItself(t *testing.T) {
	d, id, one, _ := filledDesk(t)
	before := changes(d, id)
	d.Press("e")
	for _, name := range modeltest.RequestFields() {
		if shown := d.Entry(word(d, name)); !strings.Contains(shown, said(d, name, one)) {
			t.Errorf("%s shows %q, want %q", name, shown, said(d, name, one))
		}
	}
	d.Press("<ctrl+s>")
	sameRequest(d, "saved untouched", id, one)
	if n := changes(d, id); n != before {
		t.Errorf("saving what was not touched wrote %d changes", n-before)
	}
}

func TestEachEntryOfTheEditFormEditsItsOwnField(t *testing.T) {
	d, id, one, two := filledDesk(t)
	for _, name := range modeltest.RequestFields() {
		for _, to := range []desk.Request{two, one} {
			d.Press("e")
			d.Enter(word(d, name), said(d, name, to))
			d.Press("<ctrl+s>")
			want := one
			if reflect.DeepEqual(to, two) {
				want = modeltest.With(one, name, two)
			}
			sameRequest(d, "an edit of "+name, id, want)
		}
	}
}

// TestTheIntakeKeepsEveryField: a line becomes a form, the form a draft, the draft a form again, in another session, and
// that a request.
func TestTheIntakeKeepsEveryField(t *testing.T) {
	d, _, _, two := filledDesk(t)
	d.Press("n", "Een vraag", "<tab>")
	for _, name := range modeltest.RequestFields() {
		d.Enter(word(d, name), said(d, name, two))
	}
	d.Press("<esc>")
	d.Again()
	d.Press("n")
	for _, name := range modeltest.RequestFields() {
		if shown := d.Entry(word(d, name)); !strings.Contains(shown, said(d, name, two)) {
			t.Errorf("%s came back as %q, want %q", name, shown, said(d, name, two))
		}
	}
	d.Press("<ctrl+s>")
	sameRequest(d, "taken in", last(d).ID, two)
}

// last is the request that came in last.
func last(d *uitest.Desk) desk.Request {
	d.T.Helper()
	page, err := desk.ReadPage(context.Background(), d.Session, desk.PageQuery{View: desk.ViewAll, Limit: 100})
	if err != nil || len(page.Rows) == 0 {
		d.T.Fatal(err, "no requests")
	}
	found := page.Rows[0]
	for _, r := range page.Rows {
		if r.Number > found.Number {
			found = r
		}
	}
	return d.Request(found.ID)
}

// TestTheLineFillsTheForm: what the quick line understood stands in the form, and in the request.
func TestTheLineFillsTheForm(t *testing.T) {
	d, _, _, two := filledDesk(t)
	line := "Twee summary ! @\"" + said(d, "Resident", two) + "\" #\"" + said(d, "Theme", two) + "\" ~\"" + said(d, "Channel", two) + "\" &" + said(d, "Language", two)
	want := desk.Request{Supervision: model.SupervisionAlone, Asker: "resident"}                      // who stands in the line is who asks
	for _, name := range []string{"Summary", "Urgency", "Resident", "Theme", "Channel", "Language"} { // the others have no sign
		want = modeltest.With(want, name, two)
	}
	d.Press("n", line, "<enter>")
	sameRequest(d, "added from the line", last(d).ID, want)
	d.Press("n", line, "<tab>")
	for _, name := range []string{"Summary", "Urgency", "Resident", "Theme", "Channel", "Language", "Supervision", "Asker"} {
		if shown := d.Entry(word(d, name)); !strings.Contains(shown, said(d, name, want)) {
			t.Errorf("%s shows %q, want %q", name, shown, said(d, name, want))
		}
	}
	d.Press("<ctrl+s>")
	sameRequest(d, "added from the form", last(d).ID, want)
}

func TestTheEditFormKeepsADraftOfEveryField(t *testing.T) {
	d, id, one, two := filledDesk(t)
	d.Press("e")
	for _, name := range modeltest.RequestFields() {
		d.Enter(word(d, name), said(d, name, two))
	}
	d.Press("<esc>")
	sameRequest(d, "left", id, one)
	d.Again()
	d.Pass(time.Second)
	d.Press("e", "<ctrl+s>")
	sameRequest(d, "saved from a draft", id, two)
}

func TestHistoryNamesEachFieldAndItsValue(t *testing.T) {
	for _, name := range modeltest.RequestFields() {
		d, id, _, two := filledDesk(t)
		d.Do(d.Session, modeltest.EditOf(id, name, two))
		d.Pass(time.Second)
		d.Press("h")
		want := word(d, name) + ": " + said(d, name, two)
		switch name {
		case "Details": // a version of its own, which shows in full at the request
			want = d.Env.Words.Say("event.details", "who", "Samira B.")
		case "FollowUp":
			want = word(d, name) + ": " + d.Env.When(two.FollowUp)
		}
		d.Shows(want)
	}
}

// TestEachFieldThatClashesCanBeSettledOnTheScreen: both values stand there with the name of the field, and the one that
// is chosen stays.
func TestEachFieldThatClashesCanBeSettledOnTheScreen(t *testing.T) {
	for _, name := range modeltest.RequestFields() {
		if name == "Details" { // versions of them do not clash
			continue
		}
		for _, ours := range []bool{true, false} {
			d, id, one, two := filledDesk(t)
			other := uitest.Replicate(t, d)
			theirs := modeltest.FilledRequest(0, d.Resident)
			third(&theirs, name)
			if _, err := other.As(d.Noor).Do(context.Background(), modeltest.EditOf(id, name, theirs)); err != nil {
				t.Fatal(err)
			}
			d.Do(d.Session, modeltest.EditOf(id, name, two))
			if err := d.Store.Receive(other.Journal()); err != nil {
				t.Fatal(err)
			}
			d.News()
			d.Pass(time.Second)
			if len(d.Request(id).Siblings) != 1 {
				t.Fatalf("%s: %d clashes", name, len(d.Request(id).Siblings))
			}
			want := two
			if !ours {
				want = theirs
			}
			d.Press("y")
			d.Shows(word(d, name) + ": ")
			right := d.Env.Words.Say("settle.shown")
			if len(modeltest.Apart([]string{name}, d.Request(id), want)) > 0 {
				right = "Noor"
				if ours {
					right = "Samira"
				}
			}
			d.Press(right, "<enter>")
			sameRequest(d, name+" settled", id, modeltest.With(one, name, want))
			if d.Request(id).Contested() {
				t.Errorf("%s still clashes", name)
			}
		}
	}
}

// TestEveryFieldOfAClosing: the form asks for each, the request and its history tell it, and of two closings apart from each
// other the one that is chosen stays whole.
func TestEveryFieldOfAClosing(t *testing.T) {
	d, id, _, _ := filledDesk(t)
	ours, theirs := modeltest.FilledClosing(0), modeltest.FilledClosing(1)
	other := uitest.Replicate(t, d)
	if _, err := other.As(d.Noor).Do(context.Background(), theirs.Again(id)); err != nil {
		t.Fatal(err)
	}
	d.Press("x")
	for _, f := range desk.ClosingTable() {
		d.Enter(word(d, modeltest.GoName(f.Name)), toldOf(d, f, ours))
	}
	d.Press("<ctrl+s>")
	if apart := modeltest.ClosingsApart(*d.Request(id).Closed, ours); len(apart) > 0 {
		t.Fatal(strings.Join(apart, "; "))
	}
	d.Press("/", "summary", "<enter>")
	d.Pass(time.Second)
	for _, f := range desk.ClosingTable() {
		d.Shows(toldOf(d, f, ours))
	}
	d.Press("h")
	for _, f := range desk.ClosingTable() {
		if f.Name != "tags" { // the request tells them
			d.Shows(toldOf(d, f, ours))
		}
	}
	d.Press("<esc>")
	if err := d.Store.Receive(other.Journal()); err != nil {
		t.Fatal(err)
	}
	d.News()
	d.Pass(time.Second)
	d.Press("y", "Noor", "<enter>")
	if apart := modeltest.ClosingsApart(*d.Request(id).Closed, theirs); len(apart) > 0 || d.Request(id).Contested() {
		t.Error(strings.Join(apart, "; "))
	}
}

// toldOf is a field of a closing as the form takes it and the screen tells it.
func toldOf(d *uitest.Desk, f model.Field[desk.Closing], of desk.Closing) string {
	v := f.Get(&of)
	if f.Kind == model.OfCode {
		return d.Env.Words.Name(f.Codes(d.Env.Site), v.Text())
	}
	return v.Text() + strings.Join(v.Texts(), ", ")
}

// third gives a field a value that no filled request has.
func third(r *desk.Request, name string) {
	switch f := reflect.ValueOf(r).Elem().FieldByName(name); {
	case name == "Urgency":
		r.Urgency = model.UrgencyRoutine
	case name == "Supervision":
		r.Supervision = model.SupervisionAlone
	case name == "FollowUp":
		r.FollowUp = r.FollowUp.AddDate(1, 0, 0)
	case f.Kind() == reflect.String:
		f.SetString("Drie " + name)
	}
}
