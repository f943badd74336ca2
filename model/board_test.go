package model_test

import (
	"strings"
	"testing"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// TestAScreenReadsNothingButItsBoard: everything else that a session can be asked for is refused to the screen of a waiting room.
func TestAScreenReadsNothingButItsBoard(t *testing.T) {
	store, lead, wall := house(t, model.RoleBoard)
	ctx := t.Context()
	for _, class := range []journal.Class{journal.Desk, journal.People, journal.Learning, journal.Private, journal.Trust, journal.Community} {
		for _, part := range []journal.ID{lead.Site(), journal.Organisation()} {
			if s := (journal.Scope{Class: class, Part: part}); wall.Clearance().MayRead(s) || wall.Clearance().MayWrite(s) {
				t.Errorf("a screen reads or writes %v", s)
			}
		}
	}
	for what, do := range map[string]func() error{
		"people":         func() error { _, err := wall.People(ctx); return err },
		"sites":          func() error { _, err := wall.Sites(ctx); return err },
		"the own":        func() error { return wall.ReadOwn(ctx, func(model.Tx) error { return nil }) },
		"sitting down":   func() error { _, err := wall.Switch(ctx, lead.Me().ID); return err },
		"its place":      func() error { _, err := lead.Switch(ctx, wall.Me().ID); return err },
		"another site":   func() error { _, err := wall.At(ctx, lead.Site()); return err },
		"a draft":        func() error { return wall.SaveDraft(ctx, model.Draft{Key: "x"}) },
		"a setting":      func() error { return wall.SetSetting(ctx, "lock", "5") },
		"a PIN":          func() error { return wall.KeepPIN(ctx, "4821") },
		"dropping a PIN": func() error { _, err := wall.DropPIN(ctx, wall.Me().ID); return err },
		"a rescue":       func() error { return wall.SeeRescue(ctx) },
		"an action":      func() error { _, err := wall.Do(ctx, model.ClockIsRight{}); return err },
		"quietly":        func() error { _, err := wall.DoQuietly(ctx, model.EditPerson{Person: wall.Me()}); return err },
		"a copy":         func() error { return wall.Backup(ctx, "x", nil) },
		"compacting":     func() error { return wall.Compact(ctx) },
	} {
		if err := do(); fault.KindOf(err) != fault.Refused {
			t.Errorf("%s: %v", what, err)
		}
	}
	if err := wall.Remember(ctx); err != nil {
		t.Error(err)
	}
	if last, err := store.Setting(ctx, model.LastPerson); last != "" || err != nil {
		t.Errorf("a screen was remembered as who acted last: %q %v", last, err)
	}
}

// TestAScreenIsNobodyElse: the role stands alone, and where it came to stand beside others all the same, they count for nothing.
func TestAScreenIsNobodyElse(t *testing.T) {
	_, lead, wall := house(t, model.RoleBoard)
	for _, role := range model.Roles() {
		p := model.Person{Name: "Twee", Roles: []model.Role{role, model.RoleBoard}, Site: lead.Site()}
		if _, err := lead.Do(t.Context(), model.AddPerson{Person: p}); err == nil || !strings.Contains(err.Error(), "board-alone") {
			t.Errorf("%s beside it: %v", role, err)
		}
		c := model.ClearanceOf(p)
		if role != model.RoleBoard && p.Has(role) || c.Has(model.ToBackUp) || c.MayRead(journal.Scope{Class: journal.Desk, Part: lead.Site()}) || p.OnlyStudent() {
			t.Errorf("%s beside a screen counts", role)
		}
	}
	me := lead.Me()
	me.Roles = []model.Role{model.RoleBoard}
	if _, err := lead.Do(t.Context(), model.EditPerson{Person: me}); fault.KindOf(err) != fault.Refused {
		t.Errorf("the last administrator became a screen: %v", err)
	}
	if p := wall.Me(); !p.IsBoard() || me.Has(model.RoleAdmin) {
		t.Error("a screen is none")
	}
}

// TestWhoReadsTheBoard: the screen of a site and who sees its desk; a screen that was put away while it was on, or that is of another
// site, reads nothing any more.
func TestWhoReadsTheBoard(t *testing.T) {
	store, lead, wall := house(t, model.RoleBoard)
	look := func(s *model.Session) error {
		return s.ReadForBoard(t.Context(), func(_ model.Tx, site model.Site) error {
			if site.Name != "Zuidwest" {
				t.Errorf("of %s", site.Name)
			}
			return nil
		})
	}
	for _, role := range model.Roles() {
		err := look(someone(t, store, lead, "Een "+string(role), role))
		if may := role != model.RoleTeacher && role != model.RoleGuest; may != (err == nil) || !may && fault.KindOf(err) != fault.Refused {
			t.Errorf("%s: %v", role, err)
		}
	}
	there, err := lead.Do(t.Context(), model.AddSite{Site: model.Site{Name: "Oost", Code: "OO", Zone: "Europe/Amsterdam"}})
	must(t, err)
	for _, alter := range []func(*model.Person){func(p *model.Person) { p.Site = there.Entity }, func(p *model.Person) { p.Roles = []model.Role{model.RoleTeacher} }} {
		must(t, look(wall))
		p := wall.Me()
		alter(&p)
		_, err := lead.Do(t.Context(), model.EditPerson{Person: p})
		must(t, err)
		if err := look(wall); fault.KindOf(err) != fault.Refused {
			t.Errorf("a screen that was altered reads on: %v", err)
		}
		_, err = lead.Undo(t.Context())
		must(t, err)
	}
}
