package model

import (
	"slices"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/level"
	"leerbalie/model/plain"
)

// AddPerson takes on somebody who works or learns here.
type AddPerson struct {
	Person Person
}

// Name is the code of the words for this action.
func (AddPerson) Name() string { return "act-add-person" }

// Do adds the person. Errors: Invalid for a missing name, an unknown role or an unknown level; Refused for an administrator
// that somebody else than an administrator adds.
func (a AddPerson) Do(d *Doing) error {
	p := a.Person
	if err := p.check(); err != nil {
		return err
	}
	if err := d.plannedStudy(&p, &Person{}); err != nil {
		return err
	}
	if err := d.MayGrant(nil, p.Roles); err != nil {
		return err
	}
	if p.ID.IsZero() {
		id, err := d.NewID(d.Now())
		if err != nil {
			return err
		}
		p.ID = id
	}
	d.Made(p.ID, "")
	return d.Set(KindPerson, p.ID, journal.Organisation(), p.fields())
}

// EditPerson alters what is known of somebody who works or learns here.
type EditPerson struct {
	Person Person
}

// Name is the code of the words for this action.
func (EditPerson) Name() string { return "act-edit-person" }

// Do writes what differs. Errors: NotFound; Invalid as for AddPerson; Refused for the last administrator, who has to stay
// one, and for a name that a colleague has. Somebody may edit the own profile, but not the own roles, and take nobody's name; a
// coordinator edits all.
func (a EditPerson) Do(d *Doing) error {
	p := a.Person
	if err := p.check(); err != nil {
		return err
	}
	known, err := d.Person(p.ID)
	if err != nil {
		return err
	}
	if known.Erased {
		return fault.New(fault.Refused, "student-erased")
	}
	if err := d.plannedStudy(&p, &known); err != nil {
		return err
	}
	d.About(p.ID, "")
	if err := d.MayGrant(known.Roles, p.Roles); err != nil {
		return err
	}
	if known.Has(RoleAdmin) && !p.Has(RoleAdmin) {
		if err := d.CheckAdminRemains(known); err != nil {
			return err
		}
	}
	own := p.ID == d.Actor.ID && slices.Equal(known.Roles, p.Roles) && known.Site == p.Site && slices.Equal(known.Groups, p.Groups) &&
		known.Supervisor == p.Supervisor && known.Level == p.Level && known.SourceID == p.SourceID && known.Study.placement() == p.Study.placement()
	if own && !d.Actor.Has(RoleCoordinator, RoleAdmin) && plain.FoldText(p.Name) != plain.FoldText(known.Name) {
		if err := d.nobodysName(p.Name); err != nil {
			return err
		}
	}
	return d.Granted(Grant{People: own}, func() error { return d.SetFrom(p.seen, KindPerson, p.ID, journal.Organisation(), p.fields()) })
}

// nobodysName refuses a name that somebody who is here has: what one of them does would be read as the other's work.
func (d *Doing) nobodysName(name string) error {
	return d.Each(KindPerson, func(r *journal.Record) error {
		if p := PersonOf(r); !p.Archived && plain.FoldText(p.Name) == plain.FoldText(name) {
			return fault.New(fault.Refused, "name-of-another", "name", p.Name)
		}
		return nil
	})
}

// MayGrant refuses to make somebody an administrator, or to stop one, unless an administrator does it.
func (d *Doing) MayGrant(have, want []Role) error {
	if slices.Contains(have, RoleAdmin) != slices.Contains(want, RoleAdmin) && !d.Actor.Has(RoleAdmin) {
		return fault.New(fault.Refused, "admin-only")
	}
	return nil
}

func (p *Person) check() error {
	if err := Required(&p.Name, "name"); err != nil {
		return err
	}
	if len(p.Roles) == 0 {
		return fault.New(fault.Invalid, "missing", "field", "role")
	}
	for _, r := range p.Roles {
		if !slices.Contains(Roles(), r) {
			return fault.New(fault.Invalid, "unknown-role", "role", string(r))
		}
	}
	if p.IsBoard() && len(p.Roles) > 1 {
		return fault.New(fault.Invalid, "board-alone")
	}
	if err := p.Study.check(); err != nil {
		return err
	}
	p.Level = level.Read(p.Level)
	if p.Level != "" && !slices.Contains(Levels(), p.Level) {
		return fault.New(fault.Invalid, "unknown-level", "level", p.Level)
	}
	return nil
}

// Levels are the levels of Dutch vocational and higher education that a student can have.
func Levels() []string { return level.All() }

// CheckAdminRemains refuses to do without an administrator: nobody could look after keys and erasure any more.
func (d *Doing) CheckAdminRemains(p Person) error {
	if !p.Has(RoleAdmin) {
		return nil
	}
	others := 0
	if err := d.Each(KindPerson, func(r *journal.Record) error {
		if other := PersonOf(r); other.ID != p.ID && !other.Archived && other.Has(RoleAdmin) {
			others++
		}
		return nil
	}); err != nil {
		return err
	}
	if others == 0 {
		return fault.New(fault.Refused, "last-admin", "name", p.Name)
	}
	return nil
}
