package model_test

import (
	"slices"
	"strings"
	"testing"

	"leerbalie/model"
	"leerbalie/model/fault"
)

func TestWhoHasWhichRight(t *testing.T) {
	leading := []model.Role{model.RoleCoordinator, model.RoleAdmin}
	want := map[model.Right][]model.Role{
		model.ToBackUp: leading, model.ToRestore: leading, model.ToRepair: leading, model.ToDropPINs: leading, model.ToInvite: leading, model.ToKeepDoors: leading, model.ToSeeLooks: leading, model.ToKeepKeys: {model.RoleAdmin},
		model.ToTakeOut: append([]model.Role{model.RoleDesk, model.RoleSupervisor}, leading...), model.ToBringIn: append([]model.Role{model.RoleDesk, model.RoleSupervisor}, leading...),
	}
	for _, role := range model.Roles() {
		for right, roles := range want {
			p := model.Person{Name: "X", Roles: []model.Role{role}}
			if got := model.ClearanceOf(p).CheckRight(right) == nil; got != slices.Contains(roles, role) {
				t.Errorf("%s: %s is %v", role, right, got)
			}
			p.Archived = true
			if model.ClearanceOf(p).Has(right) {
				t.Errorf("%s who left: %s", role, right)
			}
		}
	}
}

// TestARightGoesWithTheRole holds that a session that has begun loses a right with the role.
func TestARightGoesWithTheRole(t *testing.T) {
	_, lead, other := house(t, model.RoleCoordinator)
	if err := other.Backup(t.Context(), "x", nil); fault.KindOf(err) != fault.Refused || err.Error() != "no-file" {
		t.Errorf("a coordinator's copy does not reach the store: %v", err)
	}
	them := other.Me()
	them.Roles = []model.Role{model.RoleDesk}
	if _, err := lead.Do(t.Context(), model.EditPerson{Person: them}); err != nil {
		t.Fatal(err)
	}
	if err := other.Backup(t.Context(), "x", nil); fault.KindOf(err) != fault.Refused || err.Error() == "no-file" {
		t.Errorf("who was a coordinator copies: %v", err)
	}
	if err := other.Check(t.Context(), model.ToTakeOut); err != nil {
		t.Error(err)
	}
}

// TestNobodyTakesTheNameOfAColleague: what one of them does would be read as the other's work. One's own name may be put right.
func TestNobodyTakesTheNameOfAColleague(t *testing.T) {
	store, lead, ali := house(t, model.RoleStudent)
	bo := someone(t, store, lead, "Bo Visser", model.RoleDesk)
	rename := func(by, who *model.Session, name string) error {
		people, err := by.People(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range people {
			if p.ID == who.Me().ID {
				p.Name = name
				_, err = by.Do(t.Context(), model.EditPerson{Person: p})
			}
		}
		return err
	}
	for _, name := range []string{"Sam", "SÁM", " bo visser"} {
		if err := rename(ali, ali, name); fault.KindOf(err) != fault.Refused || !strings.Contains(err.Error(), "name-of-another") {
			t.Errorf("a student is called %q: %v", name, err)
		}
	}
	for _, name := range []string{"ALI", "Ali Yilmaz", "Ali Yılmaz"} {
		if err := rename(ali, ali, name); err != nil {
			t.Errorf("%q: %v", name, err)
		}
	}
	if err := rename(lead, bo, "Ali Yilmaz"); err != nil {
		t.Errorf("by who leads: %v", err)
	}
}
