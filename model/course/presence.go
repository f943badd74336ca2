package course

import (
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/ledger"
	"leerbalie/model/plain"
)

// Mark is whether a student was there; a State of "" takes back what was noted.
type Mark struct {
	Student journal.ID
	State   ledger.State
}

// NotePresence writes who was at a date of a course, of as many students as are named: it is one action, and one undo.
type NotePresence struct {
	Course journal.ID
	Day    time.Time
	Marks  []Mark
}

// Name is the code of the words for this action.
func (NotePresence) Name() string { return "act-course-present" }

// Do writes what differs. Errors: NotFound; Conflict for a date that does not go on; Refused for whom it is not to note that of one of the students,
// and for a student whose group is kept on another computer; Invalid for a day to come.
func (a NotePresence) Do(d *model.Doing) error {
	c, err := found(d, a.Course)
	if err != nil {
		return err
	}
	day := a.Day.Format(time.DateOnly)
	switch {
	case !c.Has(a.Day):
		return fault.New(fault.NotFound, "course-date-unknown", "day", day, "title", c.Title)
	case c.Off(a.Day):
		return fault.New(fault.Conflict, "course-date-off", "day", day, "title", c.Title)
	case len(a.Marks) == 0:
		return fault.New(fault.Invalid, "missing", "field", "student")
	}
	minutes := c.Minutes
	if c.NoHours {
		minutes = 0
	}
	d.About(c.ID, "")
	return each(d, &c, a.Marks, func(m Mark) journal.ID { return m.Student }, func(p model.Person, m Mark) error {
		return ledger.NotePresence(d, p, ledger.Presence{Of: c.ID, Day: a.Day, State: m.State, Minutes: minutes})
	})
}

// Given is the level that a student was given for a test; "" takes back what was noted.
type Given struct {
	Student journal.ID
	Level   string // as its scale has it in any language, its letter, or what it counts for
}

// NoteResults writes what came of a test of a course, of as many students as are named.
type NoteResults struct {
	Course journal.ID
	Test   string
	Day    time.Time // zero: today
	Given  []Given
}

// Name is the code of the words for this action.
func (NoteResults) Name() string { return "act-course-result" }

// Do writes what differs. Errors: NotFound, also for a test that the course does not have; Invalid for a level that its scale does not have, and for
// a day to come; Refused as by NotePresence.
func (a NoteResults) Do(d *model.Doing) error {
	c, err := found(d, a.Course)
	if err != nil {
		return err
	}
	test, err := c.Test(a.Test)
	if err != nil {
		return err
	}
	if len(a.Given) == 0 {
		return fault.New(fault.Invalid, "missing", "field", "student")
	}
	scale, err := ScaleIn(d, &c)
	if err != nil {
		return err
	}
	if a.Day.IsZero() {
		if a.Day, err = d.Today(); err != nil {
			return err
		}
	}
	d.About(c.ID, "")
	return each(d, &c, a.Given, func(g Given) journal.ID { return g.Student }, func(p model.Person, g Given) error {
		r := ledger.Result{Of: c.ID, Test: test, Scale: scale.Name, Day: a.Day}
		if g.Level != "" {
			l, err := LevelOf(scale, g.Level)
			if err != nil {
				return err
			}
			r.Level = l.Name
		}
		return ledger.NoteResult(d, p, r)
	})
}

// Test is a form of test of the course, as it is written there. Errors: Invalid where none or several are meant; NotFound.
func (c *Course) Test(text string) (string, error) {
	if text == "" && len(c.Tests) == 1 {
		return c.Tests[0], nil
	}
	for _, t := range c.Tests {
		if plain.FoldText(t) == plain.FoldText(text) {
			return t, nil
		}
	}
	if len(c.Tests) == 0 {
		return "", fault.New(fault.NotFound, "course-no-tests", "title", c.Title)
	}
	return "", fault.New(fault.NotFound, "course-test-unknown", "test", text, "title", c.Title, "names", strings.Join(c.Tests, ", "))
}

// each does something about each of the students, once it has been seen that it may be.
func each[T any](d *model.Doing, c *Course, all []T, of func(T) journal.ID, do func(model.Person, T) error) error {
	for _, one := range all {
		p, err := d.Student(of(one))
		if err != nil {
			return err
		}
		if !c.mayNote(d.Clearance(), p, learning.HomeGroup(p)) {
			return fault.New(fault.Refused, "course-not-to-note", "name", d.Actor.Name, "title", c.Title, "student", p.Name)
		}
		if err := do(p, one); err != nil {
			return err
		}
	}
	return nil
}

// mayNote tells whether somebody may write of a student who came to the course, and what came of its tests: who teaches it, and whoever notes that of
// the student anyway. Nobody notes it of themselves.
func (c *Course) mayNote(may model.Clearance, student model.Person, group journal.ID) bool {
	p := may.Person()
	if p.Archived || p.ID == student.ID {
		return false
	}
	return c.ledBy(&p) || ledger.SightOf(may, student, group).Note
}
