package model

// Clearance is what a person may read and write, worked out from the roles (docs/architecture.md has the table).
// It is enforced in View, below every screen and command.
type Clearance struct {
	person Person
	grant  Grant // for a part of one action
}

// Grant is what one action may write beyond the table, once it has seen for itself that its actor may. What was written under
// a grant may be taken back under it by the session that wrote it.
type Grant struct {
	People   bool // of the class people: the own profile, the own pair
	Private  bool // of the class private: the own answers
	Dossiers ID   // the group in whose dossiers it may write
}

// ClearanceOf is the clearance of a person.
func ClearanceOf(p Person) Clearance { return Clearance{person: p} }

// Person is whose clearance it is.
func (c Clearance) Person() Person { return c.person }

// Site is the only site whose desk the person may see; zero when there is no such limit.
func (c Clearance) Site() ID {
	if c.person.Has(RoleCoordinator, RoleAdmin, RoleSupervisor) {
		return ID{}
	}
	return c.person.Site
}

// MayRead tells whether the person may read a scope.
func (c Clearance) MayRead(s Scope) bool {
	p := c.person
	if p.Archived {
		return false
	}
	switch s.Class {
	case Desk:
		return p.Has(RoleDesk, RoleStudent, RoleSupervisor, RoleCoordinator, RoleAdmin) && c.atSite(s.Part)
	case People, Trust:
		return true
	case Private:
		return p.Has(RoleCoordinator, RoleAdmin)
	case Learning:
		return c.readsLearning(s.Part)
	}
	return false
}

// MayWrite tells whether the person may write a scope.
func (c Clearance) MayWrite(s Scope) bool {
	p := c.person
	if p.Archived {
		return false
	}
	switch s.Class {
	case Desk:
		return c.MayRead(s)
	case People:
		return c.grant.People || p.Has(RoleCoordinator, RoleAdmin)
	case Private:
		return c.grant.Private || p.Has(RoleCoordinator, RoleAdmin)
	case Trust:
		return p.Has(RoleAdmin)
	case Learning: // by the action, once it knows whose dossier it is
		return !s.Part.IsZero() && c.grant.Dossiers == s.Part
	}
	return false
}

func (c Clearance) atSite(site ID) bool {
	only := c.Site()
	return only.IsZero() || only == site
}

// CheckRead is MayRead as an error. Errors: Refused.
func (c Clearance) CheckRead(s Scope) error {
	if !c.MayRead(s) {
		return Fail(Refused, "may-not-read", "name", c.person.Name, "class", s.Class.String())
	}
	return nil
}

// CheckWrite is MayWrite as an error. Errors: Refused.
func (c Clearance) CheckWrite(s Scope) error {
	if !c.MayWrite(s) {
		return Fail(Refused, "may-not-write", "name", c.person.Name, "class", s.Class.String())
	}
	return nil
}
