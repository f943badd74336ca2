package model_test

import (
	"slices"
	"testing"

	"leerbalie/model"
	"leerbalie/model/fault"
)

func TestWhoHasWhichRight(t *testing.T) {
	leading := []model.Role{model.RoleCoordinator, model.RoleAdmin}
	want := map[model.Right][]model.Role{
		model.ToBackUp: leading, model.ToRestore: leading, model.ToRepair: leading, model.ToDropPINs: leading, model.ToSeeLooks: leading, model.ToKeepKeys: {model.RoleAdmin},
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
