package model

import (
	"slices"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// Clearance is what a person may read and write, worked out from the roles (docs/architecture.md has the table).
// It is enforced in Session, below every screen and command.
type Clearance struct {
	person Person
	grant  Grant // for a part of one action
}

// Grant is what one action may write beyond the table, once it has seen for itself that its actor may. What was written under
// a grant may be taken back under it by the session that wrote it.
type Grant struct {
	People   bool       // of the class people: the own profile, the own pair
	Private  bool       // of the class private: the own answers
	Common   bool       // of the class community: what is new, and the own
	Dossiers journal.ID // the group in whose dossiers it may write
}

// ClearanceOf is the clearance of a person.
func ClearanceOf(p Person) Clearance { return Clearance{person: p} }

// Person is whose clearance it is.
func (c Clearance) Person() Person { return c.person }

// Site is the only site whose desk the person may see; zero when there is no such limit.
func (c Clearance) Site() journal.ID {
	if c.person.Has(RoleCoordinator, RoleAdmin, RoleSupervisor) {
		return journal.ID{}
	}
	return c.person.Site
}

// MayRead tells whether the person may read a scope.
func (c Clearance) MayRead(s journal.Scope) bool {
	p := c.person
	if p.Archived || p.IsBoard() {
		return false
	}
	switch s.Class {
	case journal.Desk:
		return p.Has(RoleDesk, RoleStudent, RoleSupervisor, RoleCoordinator, RoleAdmin) && c.atSite(s.Part)
	case journal.People:
		return !p.IsGuest()
	case journal.Trust, journal.Community:
		return true
	case journal.Private:
		return p.Has(RoleCoordinator, RoleAdmin)
	case journal.Learning:
		return c.readsLearning(s.Part)
	}
	return false
}

// MayWrite tells whether the person may write a scope.
func (c Clearance) MayWrite(s journal.Scope) bool {
	p := c.person
	if p.Archived || p.IsBoard() {
		return false
	}
	switch s.Class {
	case journal.Desk:
		return c.MayRead(s)
	case journal.People:
		return c.grant.People || p.Has(RoleCoordinator, RoleAdmin)
	case journal.Private:
		return c.grant.Private || p.Has(RoleCoordinator, RoleAdmin)
	case journal.Community:
		return c.grant.Common || p.Has(RoleCoordinator, RoleAdmin)
	case journal.Trust:
		return p.Has(RoleAdmin)
	case journal.Learning: // by the action, once it knows whose dossier it is
		return !s.Part.IsZero() && c.grant.Dossiers == s.Part
	}
	return false
}

func (c Clearance) atSite(site journal.ID) bool {
	only := c.Site()
	return only.IsZero() || only == site
}

// CheckRead is MayRead as an error. Errors: Refused.
func (c Clearance) CheckRead(s journal.Scope) error {
	if !c.MayRead(s) {
		if err := c.guestOnly(); err != nil {
			return err
		}
		return fault.New(fault.Refused, "may-not-read", "name", c.person.Name, "class", s.Class.String())
	}
	return nil
}

// CheckWrite is MayWrite as an error. Errors: Refused.
func (c Clearance) CheckWrite(s journal.Scope) error {
	if !c.MayWrite(s) {
		if err := c.guestOnly(); err != nil && s.Class != journal.Community {
			return err
		}
		return fault.New(fault.Refused, "may-not-write", "name", c.person.Name, "class", s.Class.String())
	}
	return nil
}

// readsLearning is the part of the table for the class learning: whose streams a person's own copy of the store may hold.
// What a supervisor may read hangs on the students, and is settled dossier by dossier.
func (c Clearance) readsLearning(group journal.ID) bool {
	p := c.Person()
	return p.Has(RoleCoordinator, RoleAdmin) || p.Has(RoleTeacher) && slices.Contains(p.Groups, group)
}
