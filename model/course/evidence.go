package course

import (
	"context"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/ledger"
)

// Why is why a student gets no evidence of a course or a test.
type Why string

// The reasons. Gets is that the student gets it.
const (
	Gets      Why = ""
	WasAbsent Why = "absent"    // was at none of the dates
	NotNoted  Why = "not-noted" // nothing was noted of the student
	NoResult  Why = "no-result" // of the test
	Has       Why = "has"       // it is there already, and says the same
	Elsewhere Why = "elsewhere" // what the student learned is kept on another computer
	Left      Why = "left"      // learns here no more, or is erased
)

// Due is what becomes of a student when a course is made evidence.
type Due struct {
	Student model.Person
	Why     Why
	Days    int // on how many dates the student was there
	piece   learning.Evidence
	group   journal.ID // in whose dossier it stands, or goes
}

// MakeEvidence makes a course evidence for all who were there, or a test of it for all who did it. The minutes of the course stand in each ledger
// already: the evidence has none, so that nothing counts twice.
type MakeEvidence struct {
	Course journal.ID
	Test   string // "": the course itself
}

// Name is the code of the words for this action.
func (MakeEvidence) Name() string { return "act-course-evidence" }

// Do writes the evidence. Errors: NotFound; Refused for who does not teach the course and is no coordinator; Conflict where nobody gets any.
func (a MakeEvidence) Do(d *model.Doing) error {
	c, err := found(d, a.Course)
	if err != nil {
		return err
	}
	if !c.makes(d.Actor) {
		return fault.New(fault.Refused, "course-not-yours", "name", d.Actor.Name, "title", c.Title)
	}
	if a.Test != "" {
		if a.Test, err = c.Test(a.Test); err != nil {
			return err
		}
	}
	d.About(c.ID, "")
	all, err := dues(d, d.Replica(), d.Actor.ID, &c, a.Test)
	if err != nil {
		return err
	}
	n := 0
	for _, due := range all {
		if due.Why != Gets {
			continue
		}
		n++
		if _, err := learning.AddItem(d, due.Student.ID, due.group, learning.ItemEvidence, due.piece.Fields()); err != nil {
			return err
		}
	}
	if n == 0 {
		return fault.New(fault.Conflict, "course-evidence-none", "title", c.Title)
	}
	return nil
}

// ReadDue tells who would get evidence of a course or a test, and who not and why, the participants by name. Errors: NotFound; Refused for who does
// not teach the course and is no coordinator.
func ReadDue(ctx context.Context, session *model.Session, id journal.ID, test string) (out []Due, err error) {
	err = session.ReadClass(ctx, journal.Community, func(tx model.Tx) error {
		c, err := one(tx, id)
		if err != nil {
			return err
		}
		if !c.makes(session.Me()) {
			return fault.New(fault.Refused, "course-not-yours", "name", session.Me().Name, "title", c.Title)
		}
		if test != "" {
			if test, err = c.Test(test); err != nil {
				return err
			}
		}
		out, err = dues(tx, session.Replica(), session.Me().ID, &c, test)
		return err
	})
	return out, err
}

func dues(tx model.Tx, copy journal.Replica, person journal.ID, c *Course, test string) (out []Due, err error) {
	here, err := ledger.Kept(tx, copy, person)
	if err != nil {
		return nil, err
	}
	people, err := ledgersIn(tx, nil)
	if err != nil {
		return nil, err
	}
	for i := range people {
		p := &people[i]
		_, takes := c.GroupOf(&p.Person)
		days, last, noted := 0, time.Time{}, false
		var result ledger.Result
		for _, l := range p.ledgers {
			for _, was := range l.Presences {
				if was.Of != c.ID {
					continue
				}
				if noted = true; was.State == ledger.Present {
					days++
					if was.Day.After(last) {
						last = was.Day
					}
				}
			}
			if r, ok := l.ResultOf(c.ID, test); ok && test != "" {
				result, noted = r, true
			}
		}
		if !takes && !noted {
			continue
		}
		due := Due{Student: p.Person, Days: days, group: learning.HomeGroup(p.Person)}
		due.piece = learning.Evidence{ID: EvidenceID(c.ID, p.ID), Kind: learning.EvidenceCourse, Title: c.Title, Day: last, Theme: "", Nodes: c.Nodes}
		if test != "" {
			due.piece.ID, due.piece.Title, due.piece.Day = TestEvidenceID(c.ID, test, p.ID), c.Title+": "+test, result.Day
		}
		switch {
		case p.Archived || p.Erased || !p.Has(model.RoleStudent):
			due.Why = Left
		case test != "" && result.Level == "":
			due.Why = NoResult
		case test == "" && !noted:
			due.Why = NotNoted
		case test == "" && days == 0:
			due.Why = WasAbsent
		default:
			if due.Why, err = due.stands(tx, here); err != nil {
				return nil, err
			}
		}
		out = append(out, due)
	}
	return out, nil
}

// stands looks whether the piece is in one of the student's dossiers already.
func (d *Due) stands(tx model.Tx, here func(journal.ID) bool) (Why, error) {
	groups := append([]journal.ID{}, d.Student.Groups...)
	if err := tx.Each(model.KindGroup, func(r *journal.Record) error { groups = append(groups, r.ID); return nil }); err != nil {
		return "", err
	}
	for _, g := range append(groups, journal.Organisation()) {
		x, err := learning.DossierIn(tx, d.Student.ID, g)
		if err != nil {
			return "", err
		}
		if x == nil {
			continue
		}
		if e := x.Find(d.piece.ID); e != nil {
			if d.group = g; e.Title == d.piece.Title && e.SameFacts(d.piece) {
				return Has, nil
			}
			d.piece.Nodes = e.Nodes // which the student may have altered
			break
		}
	}
	if !here(d.group) {
		return Elsewhere, nil
	}
	return Gets, nil
}
