package ui_test

import (
	"slices"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/pairs"
	"leerbalie/ui"
	"leerbalie/ui/screen"
)

// TestWhoLeavesIsHereNoLonger holds that the session of somebody who leaves ends at once, and that another role holds at once, for reading as
// well.
func TestWhoLeavesIsHereNoLonger(t *testing.T) {
	samira, noor := office(t)
	r := serve(t, screen.Size{Width: 80, Height: 24}, ui.Options{Session: noor, Now: time.Now, Locale: "en_GB.UTF-8"})
	r.shows("Queue")
	edit := func(alter func(*model.Person)) {
		t.Helper()
		people, err := samira.People(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		p := people[slices.IndexFunc(people, func(p model.Person) bool { return p.ID == noor.Me().ID })]
		alter(&p)
		if _, err := samira.Do(t.Context(), model.EditPerson{Person: p}); err != nil {
			t.Fatal(err)
		}
	}
	desk := journal.Scope{Class: journal.Desk, Part: noor.Site()}
	edit(func(p *model.Person) { p.Roles = []model.Role{model.RoleTeacher}; p.Name = "Noor de Docent" })
	r.shows("Noor de Docent may not look at this")
	if noor.Clearance().MayRead(desk) {
		t.Error("who teaches now still reads the desk")
	}
	if _, err := samira.Do(t.Context(), pairs.PersonLeaves{ID: noor.Me().ID}); err != nil {
		t.Fatal(err)
	}
	if err := r.ends(); err != nil {
		t.Error(err)
	}
}
