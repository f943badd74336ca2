package project

import (
	"context"
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/ledger"
)

// EvidenceID is the id of the evidence that a project is for a student: made twice, or on two copies, it is one piece.
func EvidenceID(project, student journal.ID) journal.ID {
	return journal.KeyedID("project-evidence", string(project[:]), string(student[:]))
}

// Why is why a student gets no evidence of a project.
type Why string

// The reasons. Gets is that the student gets it.
const (
	Gets      Why = ""
	NotThere  Why = "absent"    // was at none of the sessions
	NotNoted  Why = "not-noted" // nothing was noted of the student
	Has       Why = "has"       // it is there already, and says the same
	Elsewhere Why = "elsewhere" // what the student learned is kept on another computer
	Left      Why = "left"      // learns here no more, or is erased
)

// Due is what becomes of a student when a project is made evidence.
type Due struct {
	Student model.Person
	Why     Why
	Days    int // on how many days with a session the student was there
	piece   learning.Evidence
	group   journal.ID // in whose dossier it stands, or goes
}

// MakeEvidence makes a project evidence for all students who were there, or with All for all who take part. What they were there stands in each ledger:
// the evidence has no minutes, so that nothing counts twice.
type MakeEvidence struct {
	Project journal.ID
	All     bool // also for who takes part and of whom nothing was noted
}

// Name is the code of the words for this action.
func (MakeEvidence) Name() string { return "act-project-evidence" }

// Do writes the evidence. Errors: NotFound; Refused for who does not lead the project and is no coordinator; Conflict where nobody gets any.
func (a MakeEvidence) Do(d *model.Doing) error {
	p, err := projects.Found(d, a.Project)
	if err != nil {
		return err
	}
	if !p.makes(&d.Actor) {
		return fault.New(fault.Refused, "project-not-led", "name", d.Actor.Name, "title", p.Title)
	}
	today, err := d.Today()
	if err != nil {
		return err
	}
	all, err := p.dues(d, d.Replica(), d.Actor.ID, today, a.All)
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
		return fault.New(fault.Conflict, "project-evidence-none", "title", p.Title)
	}
	d.AboutNext()
	d.About(p.ID, "")
	return nil
}

// makes tells whether somebody may make the project evidence.
func (p *Project) makes(by *model.Person) bool {
	return by.Has(model.RoleCoordinator, model.RoleAdmin) || p.ledBy(by)
}

// ReadDue tells who would get evidence of a project, and who not and why, by name. Errors: NotFound; Refused for who does not lead the project and is
// no coordinator.
func ReadDue(ctx context.Context, session *model.Session, id journal.ID, today time.Time, everybody bool) (out []Due, err error) {
	err = session.ReadClass(ctx, journal.Community, func(tx model.Tx) error {
		p, err := projects.In(tx, id)
		if err != nil {
			return err
		}
		if me := session.Me(); !p.makes(&me) {
			return fault.New(fault.Refused, "project-not-led", "name", me.Name, "title", p.Title)
		}
		out, err = p.dues(tx, session.Replica(), session.Me().ID, today, everybody)
		return err
	})
	return out, err
}

func (p *Project) dues(tx model.Tx, copy journal.Replica, person journal.ID, today time.Time, everybody bool) (out []Due, err error) {
	here, err := ledger.Kept(tx, copy, person)
	if err != nil {
		return nil, err
	}
	people, err := ledgersIn(tx, nil)
	if err != nil {
		return nil, err
	}
	for i := range people {
		l := &people[i]
		_, takes := p.Of(l.ID)
		days, last, noted := 0, time.Time{}, false
		for _, in := range l.ledgers {
			for _, was := range in.Presences {
				if was.Of != p.ID {
					continue
				}
				if noted = true; was.State == ledger.Present {
					days++
					if was.Day.After(last) {
						last = was.Day
					}
				}
			}
		}
		if !takes && !noted {
			continue
		}
		if days == 0 {
			last = p.over(today)
		}
		due := Due{Student: l.Person, Days: days, group: learning.HomeGroup(l.Person)}
		due.piece = learning.Evidence{ID: EvidenceID(p.ID, l.ID), Kind: learning.EvidenceProject, Title: p.Title, Day: last, Nodes: p.Nodes}
		switch {
		case l.Archived || l.Erased || !l.Has(model.RoleStudent):
			due.Why = Left
		case !noted && !everybody:
			due.Why = NotNoted
		case noted && days == 0:
			due.Why = NotThere
		default:
			if due.Why, err = due.stands(tx, here); err != nil {
				return nil, err
			}
		}
		out = append(out, due)
	}
	return out, nil
}

// over is the day of what is made evidence though nothing was noted: the last session, or the last day of the project that has come.
func (p *Project) over(today time.Time) time.Time {
	if days := p.Days(); len(days) > 0 {
		return days[len(days)-1]
	}
	if !p.To.IsZero() && p.To.Before(today) {
		return p.To
	}
	return today
}

// stands looks whether the piece is in one of the student's dossiers already.
func (d *Due) stands(tx model.Tx, here func(journal.ID) bool) (Why, error) {
	groups := slices.Clone(d.Student.Groups)
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

// MakesEvidence tells whether a piece of evidence of a student is of a project that a person leads: it is a learning.MayAdd.
func MakesEvidence(r journal.Reader, kind learning.EvidenceKind, evidence, student, person journal.ID) (found bool, err error) {
	if kind != learning.EvidenceProject {
		return false, nil
	}
	rec, err := r.Record(model.KindPerson, person)
	if err != nil || rec == nil {
		return false, err
	}
	by := model.PersonOf(rec)
	by.Archived = false
	err = r.Each(KindProject, func(rec *journal.Record) error {
		if p := Of(rec, nil); !found && EvidenceID(p.ID, student) == evidence {
			found = p.makes(&by)
		}
		return nil
	})
	return found, err
}
