package course

import (
	"slices"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
)

// Kinds are the rows of this kind.
func Kinds() []journal.KindRow {
	return []journal.KindRow{{Kind: KindCourse, Name: "course", Class: journal.Community, Fields: numbered().Name, Filled: model.FilledNames(FilledIn(KindCourse)), Reach: reaches}}
}

// FilledIn are the fields that people fill in of this kind.
func FilledIn(k journal.Kind) []model.Filled {
	if k != KindCourse {
		return nil
	}
	return slices.DeleteFunc(table().Filled(), func(f model.Filled) bool { return f.On == CourseAddedBy })
}

// MayEdit tells whether somebody may alter the course: coordinators all, others those that they teach or added.
func (c *Course) MayEdit(p model.Person) bool {
	may := model.ClearanceOf(p)
	return may.MayWrite(Scope()) || may.MayRead(Scope()) && !p.ID.IsZero() && (c.Leads(p.ID) || c.AddedBy == p.ID)
}

// makes tells whether somebody may make the course evidence: a guest alters a course that is the own, and writes in no dossier.
func (c *Course) makes(p model.Person) bool { return c.MayEdit(p) && !p.IsGuest() }

// reaches is MayEdit for what was written elsewhere. Who adds a course says so, or teaches it.
func reaches(r journal.Reader, w journal.Writer, c *journal.Change) (bool, error) {
	if w.Table {
		return true, nil
	}
	rec, err := r.Record(model.KindPerson, w.Person)
	if err != nil || rec == nil {
		return false, err
	}
	by := model.PersonOf(rec)
	by.Archived = false
	if !model.ClearanceOf(by).MayRead(Scope()) {
		return false, nil
	}
	was, err := r.Record(KindCourse, c.Entity)
	if err != nil {
		return false, err
	}
	var now Course
	if was != nil {
		now = Of(was)
	}
	if was == nil || len(was.Live(CourseAddedBy)) == 0 && len(was.Live(CourseTeachers)) == 0 { // it begins
		for _, f := range c.Writes {
			numbered().Put(&now, f.Field, f.Value)
		}
		return c.Op != journal.OpSet || now.AddedBy == by.ID || now.AddedBy.IsZero() && now.Leads(by.ID), nil
	}
	for _, f := range c.Writes { // nobody makes it another's
		if c.Op == journal.OpSet && f.Field == CourseAddedBy && f.Value.ID() != now.AddedBy {
			return false, nil
		}
	}
	return now.MayEdit(by), nil
}

// Leads tells whether somebody teaches a course and is no guest; false for what is no course. It is a ledger.Leads.
func Leads(r journal.Reader, of, person journal.ID) (bool, error) {
	rec, err := r.Record(KindCourse, of)
	if err != nil || rec == nil || person.IsZero() {
		return false, err
	}
	who, err := r.Record(model.KindPerson, person)
	if err != nil || who == nil {
		return false, err
	}
	by, c := model.PersonOf(who), Of(rec)
	return c.ledBy(&by), nil
}

// MakesEvidence tells whether a piece of evidence of a student is of a course, or of one of its tests, that a person leads: it is a
// learning.MayAdd, by which what was written elsewhere is looked at.
func MakesEvidence(r journal.Reader, kind learning.EvidenceKind, evidence, student, person journal.ID) (found bool, err error) {
	if kind != learning.EvidenceCourse {
		return false, nil
	}
	rec, err := r.Record(model.KindPerson, person)
	if err != nil || rec == nil {
		return false, err
	}
	by := model.PersonOf(rec)
	all := by.Has(model.RoleCoordinator, model.RoleAdmin)
	err = r.Each(KindCourse, func(rec *journal.Record) error {
		if c := Of(rec); !found && (all || c.ledBy(&by)) {
			found = EvidenceID(c.ID, student) == evidence || slices.ContainsFunc(c.Tests, func(test string) bool { return TestEvidenceID(c.ID, test, student) == evidence })
		}
		return nil
	})
	return found, err
}
