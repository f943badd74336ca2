package placement

import (
	"slices"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/ledger"
)

// Sight is how somebody stands to a placement.
type Sight struct {
	Read  bool
	Note  bool // write down agreements, visits and evaluations, the kick-off and what was offered
	Place bool // make, alter and end it
}

// SightOf tells what a person may do with a placement of a student. Coordinators place; teachers of the group, whoever supervises the student and
// both guides note how it goes; the student reads the own.
func SightOf(c model.Clearance, student model.Person, p *Placement) Sight {
	by := c.Person()
	if by.Archived || by.IsBoard() {
		return Sight{}
	}
	l := ledger.SightOf(c, student, p.Group)
	guides := !by.ID.IsZero() && (by.ID == p.Guide || by.ID == p.School)
	if by.ID == student.ID {
		return Sight{Read: l.Read}
	}
	return Sight{Read: l.Read || guides, Note: l.Note || guides, Place: by.Has(model.RoleCoordinator, model.RoleAdmin)}
}

// MayPlace tells whether somebody may place students at all.
func MayPlace(c model.Clearance) bool {
	return !c.Person().Archived && c.Person().Has(model.RoleCoordinator, model.RoleAdmin)
}

// MayKnowWhy tells whether somebody may know, and write, why a placement ended early.
func MayKnowWhy(c model.Clearance) bool {
	return c.MayRead(journal.Scope{Class: journal.Private, Part: journal.Organisation()})
}

// reaches is SightOf for what was written elsewhere.
func reaches(r journal.Reader, w journal.Writer, c *journal.Change) (bool, error) {
	rec, err := r.Record(KindPlacement, c.Entity)
	if err != nil {
		return false, err
	}
	var now Placement
	if rec != nil {
		now = Of(rec, nil)
	}
	for _, f := range c.Writes {
		if c.Op == journal.OpSet && f.Field == PlacementStudent {
			if rec != nil && !now.Student.IsZero() && now.Student != f.Value.ID() { // it is never made another's
				return false, nil
			}
			now.Student = f.Value.ID()
		}
	}
	now.Group = c.Stream.Scope.Part
	student, err := r.Record(model.KindPerson, now.Student)
	if err != nil {
		return false, err
	}
	writer, err := r.Record(model.KindPerson, w.Person)
	if err != nil || writer == nil {
		return false, err
	}
	by := model.PersonOf(writer)
	by.Archived = false // when it was written nobody had put her away
	if w.Held {         // whose placements these were when it was written
		by.Groups = append(slices.Clone(by.Groups), now.Group)
	}
	var whose model.Person
	if student != nil {
		whose = model.PersonOf(student)
	}
	s := SightOf(model.ClearanceOf(by), whose, &now)
	if c.Op != journal.OpAdd {
		if s.Place {
			return true, nil
		}
		return s.Note && !slices.ContainsFunc(c.Writes, func(w journal.Write) bool { return !slices.Contains(noted, w.Field) }), nil
	}
	switch c.Item {
	case journal.ItemVouch, journal.ItemRetract: // a retraction of the own, which is looked at for every kind
		return true, nil
	case journal.ItemWords:
		items, err := r.Items(KindPlacement, c.Entity)
		return err == nil && journal.PartOfOwn(items, c), err
	case ItemAgreement, ItemVisit, ItemEvaluation:
		return s.Note, nil
	}
	return false, nil
}

// noted are the fields that whoever may note writes, beside coordinators.
var noted = []journal.Field{PlacementKickOff, PlacementTerms, PlacementOffered, PlacementOfferDay, PlacementTaken}

// refuse says that the actor may not do this with placements of a student.
func refuse(d *model.Doing, student model.Person) error {
	return fault.New(fault.Refused, "placement-not-yours", "name", d.Actor.Name, "student", student.Name)
}

// groupOf tells of which group a new placement of a student is: the first of the student's, as for a ledger.
func groupOf(student model.Person) journal.ID { return learning.HomeGroup(student) }
