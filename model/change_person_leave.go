package model

// PersonLeaves notes that somebody no longer works or learns here. What the person did stays, under the name.
type PersonLeaves struct {
	ID ID
}

// Name is the code of the words for this action.
func (PersonLeaves) Name() string { return "act-person-leave" }

// Do puts the person away; a running pair ends with it. Errors: NotFound; Conflict for one who left already; Refused for oneself, for the last
// administrator, and for an administrator whom somebody else than an administrator puts away.
func (a PersonLeaves) Do(d *Doing) error {
	p, err := d.Person(a.ID)
	if err != nil {
		return err
	}
	if err := d.allowed(KindPerson, Organisation()); err != nil {
		return err
	}
	switch {
	case p.Archived:
		return Fail(Conflict, "person-left", "name", p.Name)
	case p.ID == d.Actor.ID:
		return Fail(Refused, "leave-self")
	}
	if err := d.mayGrant(p.Roles, nil); err != nil {
		return err
	}
	if err := d.adminStays(p); err != nil {
		return err
	}
	d.about(p.ID, "")
	if pair, err := runningPair(d, p.ID); err != nil {
		return err
	} else if pair != nil {
		if err := (EndPair{ID: pair.ID, Reason: "left"}).Do(d); err != nil {
			return err
		}
	}
	return d.Set(KindPerson, p.ID, Organisation(), Fields{FieldArchived.Is(Bool(true))})
}

// PersonReturns takes somebody who left back, with the roles of then.
type PersonReturns struct {
	ID ID
}

// Name is the code of the words for this action.
func (PersonReturns) Name() string { return "act-person-return" }

// Do takes the person back. Errors: NotFound; Refused for an administrator whom somebody else than an administrator takes
// back.
func (a PersonReturns) Do(d *Doing) error {
	p, err := d.Person(a.ID)
	if err != nil {
		return err
	}
	if err := d.mayGrant(nil, p.Roles); err != nil {
		return err
	}
	d.about(p.ID, "")
	return d.Set(KindPerson, p.ID, Organisation(), Fields{FieldArchived.Is(Value{})})
}

// adminStays refuses to do without an administrator: nobody could look after keys and erasure any more.
func (d *Doing) adminStays(p Person) error {
	if !p.Has(RoleAdmin) {
		return nil
	}
	others := 0
	if err := d.Each(KindPerson, func(r *Record) error {
		if other := PersonOf(r); other.ID != p.ID && !other.Archived && other.Has(RoleAdmin) {
			others++
		}
		return nil
	}); err != nil {
		return err
	}
	if others == 0 {
		return Fail(Refused, "last-admin", "name", p.Name)
	}
	return nil
}
