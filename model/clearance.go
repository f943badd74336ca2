package model

// Clearance is what a person may read and write, worked out from the roles (docs/architecture.md has the table).
// It is enforced in View, below every screen and command.
type Clearance struct {
	person     Person
	ownProfile bool // for one action: a person may write the own profile
	taking     bool // for one action: it takes back what this session wrote about the own pair
	dossiers   ID   // for one action: the group in whose dossiers it may write; see clearance_learn.go
}

// ClearanceOf is the clearance of a person.
func ClearanceOf(p Person) Clearance { return Clearance{person: p} }

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
		return c.ownProfile || c.taking || p.Has(RoleCoordinator, RoleAdmin)
	case Private:
		return c.taking || p.Has(RoleCoordinator, RoleAdmin)
	case Trust:
		return p.Has(RoleAdmin)
	case Learning: // by the action, once it knows whose dossier it is
		return !s.Part.IsZero() && c.dossiers == s.Part
	}
	return false
}

func (c Clearance) atSite(site ID) bool {
	only := c.Site()
	return only.IsZero() || only == site
}

func (c Clearance) mayRead(s Scope) error {
	if !c.MayRead(s) {
		return Fail(Refused, "may-not-read", "name", c.person.Name, "class", s.Class.String())
	}
	return nil
}

func (c Clearance) mayWrite(s Scope) error {
	if !c.MayWrite(s) {
		return Fail(Refused, "may-not-write", "name", c.person.Name, "class", s.Class.String())
	}
	return nil
}
