package model

import "slices"

// groupsOf are the groups in whose dossiers something of a student may lie, the present ones first.
func groupsOf(tx Tx, student Person) ([]ID, error) {
	out := append(slices.Clone(student.Groups), Organisation())
	err := tx.Each(KindGroup, func(r *Record) error {
		if !slices.Contains(out, r.ID) {
			out = append(out, r.ID)
		}
		return nil
	})
	return out, err
}

// homeGroup is the group in whose dossier new work of a student goes.
func homeGroup(student Person) ID {
	if len(student.Groups) > 0 {
		return student.Groups[0]
	}
	return Organisation()
}

// dossierIn reads a student's dossier in a group, nil when there is none yet.
func dossierIn(tx Tx, student, group ID) (*Dossier, error) {
	id := DossierID(student, group)
	rec, err := tx.Record(KindDossier, id)
	if err != nil || rec == nil {
		return nil, err
	}
	items, err := tx.Items(KindDossier, id)
	if err != nil {
		return nil, err
	}
	return DossierOf(rec, items), nil
}

// student reads somebody who learns here. Errors: NotFound, Invalid for somebody who does not.
func (d *Doing) student(id ID) (Person, error) {
	p, err := d.Person(id)
	if err == nil && !p.Has(RoleStudent) {
		err = Fail(Invalid, "no-student", "name", p.Name)
	}
	return p, err
}

// evidence finds a piece of a student's evidence with its dossier. Errors: NotFound, Newer.
func (d *Doing) evidence(student Person, id ID) (*Dossier, *Evidence, error) {
	groups, err := groupsOf(d, student)
	if err != nil {
		return nil, nil, err
	}
	for _, g := range groups {
		x, err := dossierIn(d, student.ID, g)
		if err != nil {
			return nil, nil, err
		}
		if x == nil {
			continue
		}
		if e := x.find(id); e != nil {
			return x, e, nil
		}
	}
	return nil, nil, Fail(NotFound, "evidence-unknown")
}

// sight is how the actor stands to a dossier.
func (d *Doing) sight(student Person, group ID) Sight { return d.Clearance().Dossier(student, group) }

// put writes an item to a student's dossier in a group, which begins with it where there is none. The caller has checked
// that the actor may.
func (d *Doing) put(student, group ID, kind ItemKind, fields Fields) (Stamp, error) {
	id := DossierID(student, group)
	rec, err := d.Record(KindDossier, id)
	if err != nil {
		return Stamp{}, err
	}
	if rec == nil { // not a step of the receipt: undoing what comes first must not put the dossier away
		c := d.change(KindDossier, id, group, OpSet)
		c.Writes = []Write{{Field: DossierStudent, Value: Ref(student)}}
		if err := d.Emit(c); err != nil {
			return Stamp{}, err
		}
	}
	d.about(student, "")
	var stamp Stamp
	err = d.Granted(Grant{Dossiers: group}, func() error {
		stamp, err = d.Add(KindDossier, id, group, kind, fields)
		return err
	})
	return stamp, err
}

// refuse says that the actor may not do this with a student's dossier.
func (d *Doing) refuse(student Person) error {
	return Fail(Refused, "dossier-closed", "name", d.Actor.Name, "student", student.Name)
}

// frameworkOf is what a student is assessed on: what the group has chosen, or the one to begin with.
func frameworkOf(tx Tx, student Person) (ID, error) {
	for _, g := range student.Groups {
		rec, err := tx.Record(KindGroup, g)
		if err != nil {
			return ID{}, err
		}
		if rec != nil {
			if ids := GroupOf(rec).Frameworks; len(ids) > 0 {
				return ids[0], nil
			}
		}
	}
	return StartFor(student.Level), nil
}
