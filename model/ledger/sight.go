package ledger

import (
	"slices"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
)

// Sight is how somebody stands to a student's ledger in a group.
type Sight struct {
	Read    bool
	Note    bool // write who came, what came of tests, and what became of the student
	Own     bool // write hours down by hand
	Confirm bool // confirm the hours of a week
}

// SightOf tells what a person may do with what counts of a student in a group. Who reads the dossier reads the ledger. A student writes the
// own hours and nothing else; teachers of the group, whoever supervises the student, and coordinators write all of it. Who leads a course or a
// meeting writes who came to it: see Leads.
func SightOf(c model.Clearance, student model.Person, group journal.ID) Sight {
	s := learning.SightOf(c, student, group)
	p := c.Person()
	if p.Archived {
		return Sight{}
	}
	if p.ID == student.ID {
		return Sight{Read: s.Read, Own: s.Write}
	}
	may := p.Has(model.RoleCoordinator, model.RoleAdmin) || slices.Contains(s.MayJudgeAs, learning.AssessorSchool) || slices.Contains(s.MayJudgeAs, learning.AssessorPractice)
	return Sight{Read: s.Read || may, Note: may, Own: may, Confirm: may}
}

// Leads tells whether a person leads a course or a meeting; false for what is something else.
type Leads func(r journal.Reader, of, person journal.ID) (bool, error)

// reaches is SightOf for what was written elsewhere.
func reaches(leads []Leads) journal.Reach {
	return func(r journal.Reader, w journal.Writer, c *journal.Change) (bool, error) {
		rec, err := r.Record(KindLedger, c.Entity)
		if err != nil {
			return false, err
		}
		student, err := learning.StudentOf(r, rec, c, LedgerStudent, ID)
		if err != nil || student == nil {
			return false, err
		}
		writer, err := r.Record(model.KindPerson, w.Person)
		if err != nil || writer == nil {
			return false, err
		}
		by, group := model.PersonOf(writer), c.Stream.Scope.Part
		by.Archived = false
		if w.Held { // whose ledgers these were when it was written
			by.Groups = append(slices.Clone(by.Groups), group)
		}
		s := SightOf(model.ClearanceOf(by), *student, group)
		if c.Op != journal.OpAdd { // it begins with whatever is written first
			return !slices.ContainsFunc(c.Writes, func(w journal.Write) bool { return w.Field != LedgerStudent }), nil
		}
		switch f := c.Fields(); c.Item {
		case journal.ItemVouch, journal.ItemRetract: // a retraction of the own, which is looked at for every kind
			return true, nil
		case journal.ItemWords:
			items, err := r.Items(KindLedger, c.Entity)
			return err == nil && journal.PartOfOwn(items, c), err
		case ItemPresence, ItemResult:
			if s.Note {
				return true, nil
			}
			for _, l := range leads {
				if yes, err := l(r, f.Get(presenceOf).ID(), w.Person); yes || err != nil {
					return yes, err
				}
			}
			return false, nil
		case ItemOwn:
			return s.Own, nil
		case ItemConfirmed:
			return s.Confirm, nil
		case ItemOutcome:
			return s.Note, nil
		}
		return false, nil
	}
}
