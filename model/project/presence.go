package project

import (
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/ledger"
)

// Mark is whether a student was there; a State of "" takes back what was noted.
type Mark struct {
	Student journal.ID
	State   ledger.State
}

// NotePresence writes in the ledgers of students whether they were there on a day with a session, of as many as are named: it is one action, and one
// undo. What several sessions of a day took counts together.
type NotePresence struct {
	Project journal.ID
	Day     time.Time
	Marks   []Mark
}

// Name is the code of the words for this action.
func (NotePresence) Name() string { return "act-project-present" }

// Do writes what differs. Errors: NotFound for a day without a session; Invalid for nobody; Refused for whom it is not to note that of one of the
// students, and for a student whose group is kept on another computer.
func (a NotePresence) Do(d *model.Doing) error {
	p, err := projects.Found(d, a.Project)
	if err != nil {
		return err
	}
	if !p.Has(a.Day) {
		return fault.New(fault.NotFound, "project-day-unknown", "day", a.Day.Format(time.DateOnly), "title", p.Title)
	}
	if len(a.Marks) == 0 {
		return fault.New(fault.Invalid, "missing", "field", "student")
	}
	for _, m := range a.Marks {
		student, err := d.Student(m.Student)
		if err != nil {
			return err
		}
		if !p.mayNote(d.Clearance(), student, learning.HomeGroup(student)) {
			return fault.New(fault.Refused, "project-not-to-note", "name", d.Actor.Name, "title", p.Title, "student", student.Name)
		}
		if err := ledger.NotePresence(d, student, ledger.Presence{Of: p.ID, Day: a.Day, State: m.State, Minutes: p.counts(a.Day)}); err != nil {
			return err
		}
	}
	d.About(p.ID, "")
	return nil
}

// mayNote tells whether somebody may write that a student was there: who leads the project, of those who take part or did, and whoever notes that of
// the student anyway. Nobody notes it of themselves.
func (p *Project) mayNote(may model.Clearance, student model.Person, group journal.ID) bool {
	by := may.Person()
	if by.Archived || by.ID == student.ID {
		return false
	}
	_, takes := p.Of(student.ID)
	return takes && p.ledBy(&by) || ledger.SightOf(may, student, group).Note
}

// ledBy tells whether somebody leads the project and may know who was there: a guest may not.
func (p *Project) ledBy(by *model.Person) bool { return p.Leads(by.ID) && !onlyGuest(by) }

// LedBy tells whether somebody leads a project; false for what is none. It is a ledger.Leads.
func LedBy(r journal.Reader, of, person journal.ID) (bool, error) {
	rec, err := r.Record(KindProject, of)
	if err != nil || rec == nil || person.IsZero() {
		return false, err
	}
	who, err := r.Record(model.KindPerson, person)
	if err != nil || who == nil {
		return false, err
	}
	by, p := model.PersonOf(who), Of(rec, nil)
	return p.ledBy(&by), nil
}
