package model_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/modeltest"
)

// noField are what a request shows besides its fields: where it is, what was done about it, and how it is kept.
func noField() []string {
	return []string{"ID", "Site", "Status", "Claims", "Parked", "Closed", "Closings", "Merged", "Merges", "TakenIn", "Joined", "Own", "Removed", "Ticks", "Memos", "Contacts", "Tasks", "Referrals", "Messages", "Times",
		"Minutes", "Changed", "Siblings", "Archived", "Erased", "ReadOnly", "Noted", "hurried", "taken", "parks", "seen"}
}

// TestEveryFieldStandsInTheTable: of a request and of a closing, once, under the name that it has in Go.
func TestEveryFieldStandsInTheTable(t *testing.T) {
	var request, closing []string
	numbers := map[journal.Field]bool{}
	given := []string{"Number", "Created", "Source", "Origin"} // it comes with them, and nobody alters them
	for _, f := range desk.RequestFields() {
		request = append(request, modeltest.GoName(f.Name))
		if f.Edited == slices.Contains(given, modeltest.GoName(f.Name)) {
			t.Errorf("people can alter the %s: %t", f.Name, f.Edited)
		}
		if numbers[f.On] {
			t.Errorf("two fields have number %d on disk", f.On)
		}
		numbers[f.On] = true
	}
	for _, f := range desk.ClosingFields() {
		closing = append(closing, modeltest.GoName(f.Name))
	}
	for _, c := range []struct {
		of   reflect.Type
		have []string
	}{{reflect.TypeFor[desk.Request](), append(request, noField()...)}, {reflect.TypeFor[desk.Closing](), append(closing, "Mark")}} {
		for i := range c.of.NumField() {
			name := c.of.Field(i).Name
			if !slices.Contains(c.have, name) {
				t.Errorf("%s of a %s stands in no table", name, c.of.Name())
			}
		}
		if len(c.have) != c.of.NumField() {
			t.Errorf("%d rows and exceptions for %d fields of a %s: %q", len(c.have), c.of.NumField(), c.of.Name(), c.have)
		}
	}
}

// TestEveryFieldOfAClosingIsKept: what is told at closing is read back, stands in the row where lists hold it, and is told
// once more where a request is closed again as it was.
func TestEveryFieldOfAClosingIsKept(t *testing.T) {
	s, me := copyOf(t, 1, nil)
	do, read := doing(t, s, me)
	one, two := modeltest.FilledClosing(0), modeltest.FilledClosing(1)
	if n := len(modeltest.ClosingsApart(one, two)); n != len(desk.ClosingFields()) {
		t.Fatalf("%d fields differ", n)
	}
	for _, how := range []desk.Closing{one, two} {
		id := do(desk.AddRequest{Request: desk.Request{Summary: "S", Created: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)}})
		end := how.Again(id)
		end.At = time.Date(2026, 3, 3, 9, 0, 0, 0, time.UTC)
		do(end)
		closed := read(id)
		if apart := modeltest.ClosingsApart(*closed.Closed, how); len(apart) > 0 || !closed.Closed.At.Equal(end.At) {
			t.Error(strings.Join(apart, "; "), closed.Closed.At)
		}
		row := closed.Row()
		for _, f := range desk.ClosingFields() {
			if f.Listed != nil && f.Listed.Get(&row) != f.Get(&how).Text() {
				t.Errorf("%s is %q in the row", f.Name, f.Listed.Get(&row))
			}
		}
	}
}
