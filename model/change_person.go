package model

import "slices"

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
	if err := d.mayGrant(nil, p.Roles); err != nil {
		return err
	}
	if p.ID.IsZero() {
		id, err := d.NewID(d.Now())
		if err != nil {
			return err
		}
		p.ID = id
	}
	d.made(p.ID, "")
	return d.Set(KindPerson, p.ID, Organisation(), p.fields())
}

// EditPerson alters what is known of somebody who works or learns here.
type EditPerson struct {
	Person Person
}

// Name is the code of the words for this action.
func (EditPerson) Name() string { return "act-edit-person" }

// Do writes what differs. Errors: NotFound; Invalid as for AddPerson; Refused for the last administrator, who has to stay
// one. Somebody may edit the own profile, but not the own
// roles; a coordinator edits all.
func (a EditPerson) Do(d *Doing) error {
	p := a.Person
	if err := p.check(); err != nil {
		return err
	}
	known, err := d.Person(p.ID)
	if err != nil {
		return err
	}
	d.about(p.ID, "")
	if err := d.mayGrant(known.Roles, p.Roles); err != nil {
		return err
	}
	if known.Has(RoleAdmin) && !p.Has(RoleAdmin) {
		if err := d.adminStays(known); err != nil {
			return err
		}
	}
	own := p.ID == d.Actor.ID && slices.Equal(known.Roles, p.Roles) && known.Site == p.Site && slices.Equal(known.Groups, p.Groups) &&
		known.Supervisor == p.Supervisor && known.Level == p.Level && known.Study.placement() == p.Study.placement()
	return d.Granted(Grant{People: own}, func() error { return d.Set(KindPerson, p.ID, Organisation(), p.fields()) })
}

// mayGrant refuses to make somebody an administrator, or to stop one, unless an administrator does it.
func (d *Doing) mayGrant(have, want []Role) error {
	if slices.Contains(have, RoleAdmin) != slices.Contains(want, RoleAdmin) && !d.Actor.Has(RoleAdmin) {
		return Fail(Refused, "admin-only")
	}
	return nil
}

func (p *Person) check() error {
	if err := required(&p.Name, "name"); err != nil {
		return err
	}
	if len(p.Roles) == 0 {
		return Fail(Invalid, "missing", "field", "role")
	}
	for _, r := range p.Roles {
		if !slices.Contains(Roles(), r) {
			return Fail(Invalid, "unknown-role", "role", string(r))
		}
	}
	if err := p.Study.check(); err != nil {
		return err
	}
	if p.Level != "" && !slices.Contains(Levels(), p.Level) {
		return Fail(Invalid, "unknown-level", "level", p.Level)
	}
	return nil
}

// Levels are the levels of Dutch vocational and higher education that a student can have.
func Levels() []string { return []string{"mbo-1", "mbo-2", "mbo-3", "mbo-4", "ad", "hbo"} }
