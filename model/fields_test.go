package model_test

import (
	"context"
	"go/ast"
	"go/types"
	"math/rand"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/memory"
	"leerbalie/model/modeltest"
)

// The tests of this file carry every field of a request and of a resident through what can be done with one. The fields
// are read from the types, so that a new one is carried along, or stands among the exceptions with its reason.

// copyOf is a store of its own with what another holds; nil founds a new one.
func copyOf(t *testing.T, n byte, from *memory.Store) (*memory.Store, journal.ID) {
	t.Helper()
	at := time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)
	now := func() time.Time { at = at.Add(time.Second); return at }
	s := memory.New(memory.Options{Replica: journal.Replica{n}, Tag: "K" + string('0'+n), Now: now, Random: rand.New(rand.NewSource(int64(n)))})
	if from != nil {
		must(t, s.Receive(from.Journal()))
		return s, journal.ID{}
	}
	me, err := model.Found(t.Context(), s, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"})
	must(t, err)
	return s, me
}

// doing gives what carries out actions in a store as somebody, and what reads a request.
func doing(t *testing.T, s *memory.Store, me journal.ID) (func(...model.Action) journal.ID, func(journal.ID) desk.Request) {
	t.Helper()
	session, err := model.Enter(t.Context(), s, me)
	must(t, err)
	return func(acts ...model.Action) journal.ID {
			t.Helper()
			r, err := session.Do(context.Background(), acts...)
			must(t, err)
			return r.Entity
		}, func(id journal.ID) desk.Request {
			t.Helper()
			r, err := desk.ReadRequest(context.Background(), session, id)
			must(t, err)
			return r
		}
}

// residents adds the two whom the filled requests are of.
func residents(do func(...model.Action) journal.ID) (a, b journal.ID) {
	return do(desk.AddResident{Resident: modeltest.FilledResident(0)}), do(desk.AddResident{Resident: modeltest.FilledResident(1)})
}

func same(t *testing.T, what string, fields []string, is, want any) {
	t.Helper()
	var apart []string
	switch is := is.(type) {
	case desk.Request:
		apart = modeltest.Apart(fields, is, want.(desk.Request))
	case desk.Resident:
		apart = modeltest.Apart(fields, is, want.(desk.Resident))
	}
	if len(apart) > 0 {
		t.Errorf("%s: %s", what, strings.Join(apart, "; "))
	}
}

func TestEveryFieldOfARequestIsAddedAndEditedAlone(t *testing.T) {
	s, me := copyOf(t, 1, nil)
	do, read := doing(t, s, me)
	jan, ria := residents(do)
	fields := modeltest.RequestFields()
	one, two := modeltest.FilledRequest(0, jan), modeltest.FilledRequest(1, ria)
	if same := len(fields) - len(modeltest.Apart(fields, one, two)); same > 0 || len(fields) < 13 {
		t.Fatalf("%d of %q are alike in both", same, fields)
	}
	for _, name := range fields {
		id := do(desk.AddRequest{Request: one})
		same(t, "added", fields, read(id), one)
		do(modeltest.EditOf(id, name, two))
		same(t, "an edit of "+name, fields, read(id), modeltest.With(one, name, two))
		do(modeltest.EditOf(id, name, one))
		same(t, name+" edited back", fields, read(id), one)
	}
}

// TestEveryFieldOnDiskIsAdded: what stands on disk of a request and nobody can alter comes in with it.
func TestEveryFieldOnDiskIsAdded(t *testing.T) {
	s, me := copyOf(t, 1, nil)
	do, read := doing(t, s, me)
	r := desk.Request{Summary: "S", Number: "OUD-7", Source: "Z-7", Created: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)}
	r.Origin = do(desk.AddRequest{Request: desk.Request{Summary: "T"}})
	got := read(do(desk.AddRequest{Request: r}))
	same(t, "added", []string{"Source", "Created", "Origin"}, got, r)
	if got.Number == "" {
		t.Error("no number")
	}
	known := append(modeltest.RequestFields(), "Source", "Created", "Origin", "Number")
	consts := constants(t, "Request", "Field")
	for _, name := range consts {
		if !slices.Contains(known, name) {
			t.Errorf("Request%s is on disk, and no test fills it", name)
		}
	}
	if len(consts) < 16 {
		t.Errorf("the source was not read: %q", consts)
	}
}

// TestAFormLeavesWhatAColleagueAltered: a form writes the fields that were altered in it over what is there by then.
func TestAFormLeavesWhatAColleagueAltered(t *testing.T) {
	s, me := copyOf(t, 1, nil)
	do, read := doing(t, s, me)
	jan, ria := residents(do)
	one, two := modeltest.FilledRequest(0, jan), modeltest.FilledRequest(1, ria)
	for _, name := range modeltest.RequestFields() {
		id := do(desk.AddRequest{Request: one})
		shown, theirs := read(id), one
		for _, other := range modeltest.RequestFields() {
			if other != name {
				do(modeltest.EditOf(id, other, two))
				theirs = modeltest.With(theirs, other, two)
			}
		}
		do(desk.EditRequest{ID: id, Alter: desk.Altered(shown, modeltest.With(shown, name, two))})
		same(t, "a form in which "+name+" was altered", modeltest.RequestFields(), read(id), modeltest.With(theirs, name, two))
	}
}

// notSplit are the fields that a request made of another one does not take from it.
func notSplit() map[string]string {
	return map[string]string{
		"Summary":    "the other question is asked in its own words",
		"Details":    "they explain the first question",
		"Theme":      "two questions are rarely about one thing",
		"LifeDomain": "as the theme",
		"FollowUp":   "a date is for what was agreed of the first",
	}
}

func TestEveryFieldIsCarriedWhenARequestIsSplit(t *testing.T) {
	s, me := copyOf(t, 1, nil)
	do, read := doing(t, s, me)
	jan, _ := residents(do)
	one := modeltest.FilledRequest(0, jan)
	id := do(desk.AddRequest{Request: one})
	other := do(desk.SplitRequest{ID: id, Summary: "Ook iets anders", Details: "Want"})
	want := desk.Request{Summary: "Ook iets anders", Details: "Want"}
	for _, name := range modeltest.RequestFields() {
		if _, left := notSplit()[name]; !left {
			want = modeltest.With(want, name, one)
		}
	}
	same(t, "split off", modeltest.RequestFields(), read(other), want)
	same(t, "the first", modeltest.RequestFields(), read(id), one)
	if read(other).Origin != id || !read(other).Created.Equal(read(id).Created) {
		t.Error("the other does not say what it came from")
	}
}

func TestMergingAltersNoField(t *testing.T) {
	s, me := copyOf(t, 1, nil)
	do, read := doing(t, s, me)
	jan, ria := residents(do)
	one, two := modeltest.FilledRequest(0, jan), modeltest.FilledRequest(1, ria)
	a, b := do(desk.AddRequest{Request: one}), do(desk.AddRequest{Request: two})
	do(desk.MergeRequest{ID: a, Into: b})
	do(desk.MergeResident{ID: jan, Into: ria})
	fields := modeltest.RequestFields()
	same(t, "merged", fields, read(a), one)
	same(t, "goes on", fields, read(b), two)
	if got := read(a); got.Merged == nil || got.Merged.Into != b || got.Status != desk.StatusClosed {
		t.Errorf("%+v", got.Merged)
	}
}

// TestEveryFieldThatClashesCanBeSettled: two desks write each field apart from each other, and each value can be chosen.
func TestEveryFieldThatClashesCanBeSettled(t *testing.T) {
	for _, name := range modeltest.RequestFields() {
		if name == "Details" { // every version of them stands in the history; the latest shows
			continue
		}
		for _, which := range []string{"shown", "other"} {
			here, me := copyOf(t, 1, nil)
			do, read := doing(t, here, me)
			jan, ria := residents(do)
			pia := do(desk.AddResident{Resident: desk.Resident{Name: "Pia"}})
			one := modeltest.FilledRequest(0, jan)
			id := do(desk.AddRequest{Request: one})
			there, _ := copyOf(t, 2, here)
			doThere, _ := doing(t, there, me)
			ours, theirs := modeltest.FilledRequest(1, ria), modeltest.FilledRequest(0, pia)
			alter(&theirs, name)
			do(modeltest.EditOf(id, name, ours))
			doThere(modeltest.EditOf(id, name, theirs))
			must(t, here.Receive(there.Journal()))
			got := read(id)
			if len(got.Siblings) != 1 {
				t.Errorf("%s: %d values that clash", name, len(got.Siblings))
				continue
			}
			field := got.Siblings[0].Field
			want, value := got, journal.Value{}
			for _, e := range written(t, here, me, id) {
				if v := e.Get(field); !v.IsNone() && (which == "other") == v.Equal(got.Siblings[0].Value) {
					value = v
				}
			}
			if which == "other" {
				want = theirs
				if len(modeltest.Apart([]string{name}, got, theirs)) == 0 {
					want = ours
				}
			}
			do(desk.Settle{ID: id, Field: field, Value: value})
			settled := read(id)
			same(t, name+" settled to what is "+which, modeltest.RequestFields(), settled, modeltest.With(one, name, want))
			if settled.Contested() {
				t.Errorf("%s still clashes", name)
			}
		}
	}
}

// alter gives a field a third value.
func alter(r *desk.Request, name string) {
	switch f := reflect.ValueOf(r).Elem().FieldByName(name); {
	case name == "Urgency":
		r.Urgency = model.UrgencyRoutine
	case name == "Supervision":
		r.Supervision = model.SupervisionAlone
	case f.Kind() == reflect.String:
		f.SetString("Drie " + name)
	case name == "FollowUp":
		r.FollowUp = r.FollowUp.AddDate(1, 0, 0)
	}
}

// written gives what was written of a request, the earliest first.
func written(t *testing.T, s *memory.Store, me, id journal.ID) (out []journal.Fields) {
	t.Helper()
	session, err := model.Enter(t.Context(), s, me)
	must(t, err)
	events, err := desk.ReadRequestHistory(t.Context(), session, id)
	must(t, err)
	for _, e := range events {
		out = append(out, e.Fields)
	}
	return out
}

// TestAnEditOfOneFieldWritesOneField: history holds what was written; nothing else is in it.
func TestAnEditOfOneFieldWritesOneField(t *testing.T) {
	s, me := copyOf(t, 1, nil)
	do, _ := doing(t, s, me)
	jan, ria := residents(do)
	one, two := modeltest.FilledRequest(0, jan), modeltest.FilledRequest(1, ria)
	seen := map[journal.Field]string{}
	for _, name := range modeltest.RequestFields() {
		id := do(desk.AddRequest{Request: one})
		before := len(written(t, s, me, id))
		do(modeltest.EditOf(id, name, two))
		after := written(t, s, me, id)[before:]
		if len(after) == 1 { // what a new version names as seen is none
			after[0] = slices.DeleteFunc(after[0], func(f journal.FieldValue) bool { return f.Field == journal.FieldSaw })
		}
		if len(after) != 1 || len(after[0]) != 1 {
			t.Errorf("an edit of %s wrote %v", name, after)
			continue
		}
		if f := after[0][0].Field; name != "Details" && seen[f] != "" {
			t.Errorf("%s and %s are one field on disk", name, seen[f])
		} else if name != "Details" {
			seen[f] = name
		}
	}
}

func TestEveryFieldOfAResidentIsAddedAndEditedAlone(t *testing.T) {
	s, me := copyOf(t, 1, nil)
	do, _ := doing(t, s, me)
	session, err := model.Enter(t.Context(), s, me)
	must(t, err)
	read := func(id journal.ID) desk.Resident {
		page, err := desk.OpenResident(t.Context(), session, id)
		must(t, err)
		return page.Resident
	}
	fields := modeltest.ResidentFields()
	one, two := modeltest.FilledResident(0), modeltest.FilledResident(1)
	if n := len(modeltest.Apart(fields, one, two)); n != len(fields) || n < 12 {
		t.Fatalf("%d of %q differ", n, fields)
	}
	for _, name := range fields {
		id := do(desk.AddResident{Resident: one})
		same(t, "added", fields, read(id), one)
		edited := modeltest.With(read(id), name, two)
		do(desk.EditResident{Resident: edited})
		same(t, "an edit of "+name, fields, read(id), modeltest.With(one, name, two))
	}
	known := append(fields, "MergedInto")
	for _, name := range constants(t, "Resident", "Field") {
		if !slices.Contains(known, name) {
			t.Errorf("Resident%s is on disk, and no test fills it", name)
		}
	}
}

// notInRows are the fields of a request that no list shows.
func notInRows() map[string]string {
	return map[string]string{
		"Details": "too long for a list", "Neighbourhood": "no list asks for it", "AskedBy": "no list asks for it", "Relation": "no list asks for it", "Asker": "no list asks for it", "AgeBand": "no list asks for it",
		"FollowUp": "a list shows when something is due, which may be a task",
	}
}

func TestEveryFieldStandsInTheRow(t *testing.T) {
	one := modeltest.FilledRequest(0, journal.ID{1})
	row := reflect.ValueOf(one.Row())
	for _, name := range modeltest.RequestFields() {
		_, left := notInRows()[name]
		if got := row.FieldByName(name); got.IsValid() == left {
			t.Errorf("%s: in the row %t, an exception %t", name, got.IsValid(), left)
		} else if got.IsValid() && !got.Equal(reflect.ValueOf(one).FieldByName(name)) {
			t.Errorf("%s is %v in the row", name, got)
		}
	}
	if !one.Row().Due.Equal(one.FollowUp) {
		t.Error("the follow-up date is not when it is due")
	}
}

// constants reads from the source which constants of a type begin with a word, without it.
func constants(t *testing.T, word, typ string) (out []string) {
	t.Helper()
	for _, file := range sources(t) {
		ast.Inspect(file, func(n ast.Node) bool {
			if v, ok := n.(*ast.ValueSpec); ok && v.Type != nil && strings.HasSuffix(types.ExprString(v.Type), typ) {
				if name, ok := strings.CutPrefix(v.Names[0].Name, word); ok {
					out = append(out, name)
				}
			}
			return true
		})
	}
	return out
}
