// Package outcome is what becomes of students: a qualification, a level up, a bridging or an excellence programme, optional modules, a job, or
// that they left. That somebody left, and when, is known to who reads the student's ledger; why is private, for coordinators alone. For a cohort
// it counts how many came to each outcome, with an interval, and lays a figure beside it that somebody entered with its source.
package outcome

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

// The outcomes.
const (
	Qualification = "qualification"
	LevelUp       = "level-up"
	Bridging      = "bridging"
	Excellence    = "excellence"
	Modules       = "modules"
	Job           = "job"
	Left          = "left"
)

// Kinds are the outcomes to choose from, in the order in which they are shown.
func Kinds() model.Codes {
	return model.Listed("outcome-kind",
		model.Entry(Qualification, "startkwalificatie", "kwalificatie", "diploma", "start qualification", "graduated"),
		model.Entry(LevelUp, "doorgestroomd", "hoger niveau", "niveau omhoog", "moved-up", "moved up", "level up"),
		model.Entry(Bridging, "schakeltraject", "overstaptraject", "bridging programme"),
		model.Entry(Excellence, "excellentietraject", "excellentie", "excellence programme"),
		model.Entry(Modules, "keuzedelen", "keuzedeel", "optional modules"),
		model.Entry(Job, "werk", "baan", "werk gevonden", "found a job"),
		model.Entry(Left, "gestopt", "uitgevallen", "vertrokken", "dropped out", "stopped"),
	)
}

// byStudy is the outcome that the end of a study says, by its code.
var byStudy = map[string]string{"diploma": Qualification, "moved-up": LevelUp, "job": Job, "left": Left}

// Outcome is something that became of a student.
type Outcome struct {
	Kind  string
	Day   time.Time // zero where nobody knows
	Study bool      // the end of the study says so; it is altered there
	By    journal.ID
	At    time.Time // when it was written down; zero for what the end of the study says
}

// Told is what became of one student, as far as somebody may know.
type Told struct {
	Student  model.Person
	Outcomes []Outcome // in the order of Kinds
	Reason   string    // why the student left; "" where nobody said, and for who may not know
}

// of puts together what the ledger and the end of the study say: each outcome once, with the day in the ledger before the other.
func of(student model.Person, l *ledger.Ledger) (out []Outcome) {
	for _, k := range Kinds() {
		i := slices.IndexFunc(l.Outcomes, func(o ledger.Outcome) bool { return o.Kind == k.Code })
		switch {
		case i >= 0:
			o := l.Outcomes[i]
			out = append(out, Outcome{Kind: o.Kind, Day: o.Day, Study: byStudy[student.Study.Outcome] == k.Code, By: o.By, At: o.At})
		case byStudy[student.Study.Outcome] == k.Code:
			out = append(out, Outcome{Kind: k.Code, Day: student.Study.End, Study: true})
		}
	}
	return out
}

// Read is what became of a student. Errors: NotFound; Refused for who may not read what counts of the student.
func Read(ctx context.Context, session *model.Session, student journal.ID) (t Told, err error) {
	private := session.Clearance().MayRead(journal.Scope{Class: journal.Private, Part: journal.Organisation()})
	err = session.ReadClass(ctx, journal.People, func(tx model.Tx) error {
		rec, err := tx.Record(model.KindPerson, student)
		if err != nil {
			return err
		}
		if rec == nil {
			return fault.New(fault.NotFound, "person-unknown", "name", student.String())
		}
		t = Told{Student: model.PersonOf(rec)}
		r, err := ledger.NewReading(session, tx)
		if err != nil {
			return err
		}
		l, ok, err := r.Of(t.Student)
		if err != nil {
			return err
		}
		if !ok {
			return fault.New(fault.Refused, "dossier-closed", "name", session.Me().Name, "student", t.Student.Name)
		}
		t.Outcomes = of(t.Student, l)
		if private && slices.ContainsFunc(t.Outcomes, func(o Outcome) bool { return o.Kind == Left }) {
			t.Reason, err = reasonIn(tx, student)
		}
		return err
	})
	return t, err
}

// reasonIn is why a student left, "" where that is not written down here.
func reasonIn(tx model.Tx, student journal.ID) (string, error) {
	rec, err := tx.Record(KindReason, ReasonID(student))
	if err != nil || rec == nil || rec.Archived() {
		return "", err
	}
	return rec.Get(ReasonText).Text(), nil
}

// MayNote tells whether somebody may write down what became of a student, and MayKnowWhy whether somebody may know and write why one left.
func MayNote(c model.Clearance, student model.Person) bool {
	return ledger.SightOf(c, student, learning.HomeGroup(student)).Note
}

// MayKnowWhy tells whether somebody may know, and write, why a student left.
func MayKnowWhy(c model.Clearance) bool {
	return c.MayRead(journal.Scope{Class: journal.Private, Part: journal.Organisation()})
}
