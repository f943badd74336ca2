package learning

import (
	"slices"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning/competence"
)

// groupsOf are the groups in whose dossiers something of a student may lie, the present ones first.
func groupsOf(tx model.Tx, student model.Person) ([]journal.ID, error) {
	out := append(slices.Clone(student.Groups), journal.Organisation())
	err := tx.Each(model.KindGroup, func(r *journal.Record) error {
		if !slices.Contains(out, r.ID) {
			out = append(out, r.ID)
		}
		return nil
	})
	return out, err
}

// HomeGroup is the group in whose dossier new work of a student goes.
func HomeGroup(student model.Person) journal.ID {
	if len(student.Groups) > 0 {
		return student.Groups[0]
	}
	return journal.Organisation()
}

// DossierIn reads a student's dossier in a group, nil when there is none yet.
func DossierIn(tx model.Tx, student, group journal.ID) (*Dossier, error) {
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

// evidenceFor finds a piece of a student's evidence with its dossier. Errors: NotFound, Newer.
func evidenceFor(d *model.Doing, student model.Person, id journal.ID) (*Dossier, *Evidence, error) {
	groups, err := groupsOf(d, student)
	if err != nil {
		return nil, nil, err
	}
	for _, g := range groups {
		x, err := DossierIn(d, student.ID, g)
		if err != nil {
			return nil, nil, err
		}
		if x == nil {
			continue
		}
		if e := x.Find(id); e != nil {
			return x, e, nil
		}
	}
	return nil, nil, fault.New(fault.NotFound, "evidence-unknown")
}

// sightFor is how the actor stands to a dossier.
func sightFor(d *model.Doing, student model.Person, group journal.ID) Sight {
	return SightOf(d.Clearance(), student, group)
}

// AddItem writes an item to a student's dossier in a group, which begins with it where there is none. The caller has checked
// that the actor may.
func AddItem(d *model.Doing, student, group journal.ID, kind journal.ItemKind, fields journal.Fields) (journal.Stamp, error) {
	id := DossierID(student, group)
	rec, err := d.Record(KindDossier, id)
	if err != nil {
		return journal.Stamp{}, err
	}
	if rec == nil { // not a step of the receipt: undoing what comes first must not put the dossier away
		c := d.NewChange(KindDossier, id, group, journal.OpSet)
		c.Writes = []journal.Write{{Field: DossierStudent, Value: journal.Ref(student)}}
		if err := d.Emit(c); err != nil {
			return journal.Stamp{}, err
		}
	}
	d.About(student, "")
	var stamp journal.Stamp
	err = d.Granted(model.Grant{Dossiers: group}, func() error {
		stamp, err = d.Add(KindDossier, id, group, kind, fields)
		return err
	})
	return stamp, err
}

// refuse says that the actor may not do this with a student's dossier.
func refuse(d *model.Doing, student model.Person) error {
	return fault.New(fault.Refused, "dossier-closed", "name", d.Actor.Name, "student", student.Name)
}

// ChosenFrameworkIn is what a student is assessed on: what the group has chosen, or the one to begin with.
func ChosenFrameworkIn(tx model.Tx, student model.Person) (journal.ID, error) {
	return choices{}.of(tx, student)
}

// choices are what groups have chosen to be assessed on, each read once; zero for nothing.
type choices map[journal.ID]journal.ID

// of is what a student is assessed on.
func (c choices) of(tx model.Tx, student model.Person) (journal.ID, error) {
	for _, g := range student.Groups {
		chosen, known := c[g]
		if !known {
			rec, err := tx.Record(model.KindGroup, g)
			if err != nil {
				return journal.ID{}, err
			}
			if rec != nil {
				if ids := model.GroupOf(rec).Frameworks; len(ids) > 0 {
					chosen = ids[0]
				}
			}
			c[g] = chosen
		}
		if !chosen.IsZero() {
			return chosen, nil
		}
	}
	return competence.BuiltinFor(student.Level), nil
}
