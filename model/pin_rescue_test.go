package model_test

import (
	"strings"
	"testing"

	"leerbalie/model"
	"leerbalie/model/fault"
)

// keep gives somebody a PIN.
func keep(t *testing.T, s *model.Session) {
	t.Helper()
	if err := s.KeepPIN(t.Context(), "4821"); err != nil {
		t.Fatal(err)
	}
}

func rescued(t *testing.T, s *model.Session) (names []string) {
	t.Helper()
	people, err := s.Rescued(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range people {
		names = append(names, p.Name)
	}
	return names
}

// TestTheLastCoordinatorsPIN: it goes at the word of the file's owner, is noted, and shown until she has seen it.
func TestTheLastCoordinatorsPIN(t *testing.T) {
	store, lead, ali := house(t, model.RoleStudent)
	keep(t, lead)
	keep(t, ali)
	before := len(store.Journal())
	if had, err := ali.RescuePIN(t.Context()); fault.KindOf(err) != fault.Refused || !strings.Contains(err.Error(), "Sam") {
		t.Errorf("a student's PIN is taken away past the coordinator: %v %v", had, err)
	}
	if has, _ := lead.HasPIN(t.Context(), ali.Me().ID); !has {
		t.Error("refused, and gone")
	}
	if had, err := lead.RescuePIN(t.Context()); !had || err != nil {
		t.Fatal(had, err)
	}
	if has, _ := ali.HasPIN(t.Context(), lead.Me().ID); has {
		t.Error("the PIN is still there")
	}
	noted := store.Journal()[before:]
	if len(noted) != 1 || noted[0].Kind != model.KindPerson || noted[0].Entity != lead.Me().ID || noted[0].Actor != lead.Me().ID || noted[0].Wall != at.UnixMilli() {
		t.Errorf("noted: %+v", noted)
	}
	if got := rescued(t, ali); len(got) != 1 || got[0] != "Sam" {
		t.Errorf("a student sees %q", got)
	}
	keep(t, ali)
	if err := ali.SeeRescue(t.Context()); fault.KindOf(err) != fault.Conflict {
		t.Errorf("somebody else takes the note away: %v", err)
	}
	them := lead.Me()
	them.Email = "sam@example.org"
	if _, err := lead.Do(t.Context(), model.EditPerson{Person: them}); err != nil || len(rescued(t, ali)) != 1 {
		t.Errorf("an edit takes the note away: %v", err)
	}
	again, err := model.Enter(t.Context(), store, lead.Me().ID)
	if err != nil {
		t.Fatal(err)
	}
	if err := again.SeeRescue(t.Context()); fault.KindOf(err) != fault.Refused || len(rescued(t, ali)) != 1 {
		t.Errorf("whoever sits down under the name, without a PIN, hides it: %v", err)
	}
	keep(t, again)
	if err := again.SeeRescue(t.Context()); err != nil || len(rescued(t, ali)) != 0 {
		t.Errorf("%v, still shown: %q", err, rescued(t, ali))
	}
	if _, err := again.Undo(t.Context()); err == nil {
		t.Error("it can be undone")
	}
	if had, err := again.DropPIN(t.Context(), again.Me().ID); !had || err != nil {
		t.Fatal(had, err)
	}
	if had, err := again.RescuePIN(t.Context()); had || err != nil || len(rescued(t, ali)) != 0 {
		t.Errorf("without a PIN: %v %v", had, err)
	}
}

// TestWhoElseCanTakeThePINAway: another who leads comes first, unless that one's PIN was tried in vain.
func TestWhoElseCanTakeThePINAway(t *testing.T) {
	store, lead, tine := house(t, model.RoleAdmin)
	keep(t, lead)
	if _, err := lead.RescuePIN(t.Context()); fault.KindOf(err) != fault.Refused || !strings.Contains(err.Error(), "Ali") {
		t.Errorf("another without a PIN can do it: %v", err)
	}
	keep(t, tine)
	if _, err := lead.RescuePIN(t.Context()); fault.KindOf(err) != fault.Refused {
		t.Errorf("another with a PIN can do it: %v", err)
	}
	for range 3 {
		if _, err := tine.TryPIN(t.Context(), tine.Me().ID, at, typed("0000")); err != nil {
			t.Fatal(err)
		}
	}
	if had, err := lead.RescuePIN(t.Context()); !had || err != nil {
		t.Errorf("both forgot theirs, and nobody gets in any more: %v", err)
	}
	third := someone(t, store, lead, "Bo", model.RoleStudent)
	keep(t, third)
	if _, err := third.RescuePIN(t.Context()); fault.KindOf(err) != fault.Refused {
		t.Errorf("a student's: %v", err)
	}
}
