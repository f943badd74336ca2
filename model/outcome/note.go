package outcome

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/ledger"
)

// mostWords is how much is kept of a reason or a source, in characters.
const mostWords = 300

// Add writes what became of a student. The same once more changes nothing; another day replaces the one that stood, and where two people wrote
// different days apart from each other it is a conflict, as with all of a ledger.
type Add struct {
	Student journal.ID
	Kind    string
	Day     time.Time // zero: today
	Why     string    // of Left alone; it is kept where coordinators alone see it
}

// Name is the code of the words for this action.
func (Add) Name() string { return "act-outcome-add" }

// Do writes it. Errors: NotFound for an unknown student; Invalid for an unknown outcome, a day to come, a reason for what needs none, a citizen
// service number; Refused for who may not, and for a reason by who is no coordinator.
func (a Add) Do(d *model.Doing) error {
	student, err := d.Student(a.Student)
	if err != nil {
		return err
	}
	if err := known(a.Kind); err != nil {
		return err
	}
	if a.Day.IsZero() {
		if a.Day, err = d.Today(); err != nil {
			return err
		}
	}
	if a.Why = strings.TrimSpace(a.Why); a.Why != "" {
		switch {
		case a.Kind != Left:
			return fault.New(fault.Invalid, "outcome-why-left")
		case !MayKnowWhy(d.Clearance()):
			return fault.New(fault.Refused, "outcome-why-who", "name", d.Actor.Name)
		case utf8.RuneCountInString(a.Why) > mostWords:
			return fault.New(fault.Invalid, "outcome-long", "most", mostWords)
		}
	}
	d.About(student.ID, "")
	if err := ledger.NoteOutcome(d, student, ledger.Outcome{Kind: a.Kind, Day: a.Day}); err != nil {
		return err
	}
	if a.Why == "" {
		return nil
	}
	return d.Set(KindReason, ReasonID(student.ID), journal.Organisation(), journal.Fields{ReasonStudent.Is(journal.Ref(student.ID)), ReasonText.Is(journal.Text(a.Why))})
}

// Remove takes back what was written of a student: it did not become that after all.
type Remove struct {
	Student journal.ID
	Kind    string
}

// Name is the code of the words for this action.
func (Remove) Name() string { return "act-outcome-remove" }

// Do takes it back, and with it why the student left, where the actor may write that: nobody reads a reason of who did not leave. Errors:
// NotFound for an unknown student and for what was not written; Invalid for an unknown outcome; Conflict for what the end of the study says,
// which is altered there; Refused for who may not.
func (a Remove) Do(d *model.Doing) error {
	student, err := d.Student(a.Student)
	if err != nil {
		return err
	}
	if err := known(a.Kind); err != nil {
		return err
	}
	if !MayNote(d.Clearance(), student) {
		return fault.New(fault.Refused, "dossier-closed", "name", d.Actor.Name, "student", student.Name)
	}
	day, found, err := noted(d, student, a.Kind)
	if err != nil {
		return err
	}
	if !found {
		if byStudy[student.Study.Outcome] == a.Kind {
			return fault.New(fault.Conflict, "outcome-of-study", "name", student.Name)
		}
		return fault.New(fault.NotFound, "outcome-none", "name", student.Name)
	}
	d.About(student.ID, "")
	if err := ledger.NoteOutcome(d, student, ledger.Outcome{Kind: a.Kind, Day: day, Off: true}); err != nil {
		return err
	}
	if a.Kind != Left || !MayKnowWhy(d.Clearance()) {
		return nil
	}
	if why, err := reasonIn(d, student.ID); err != nil || why == "" {
		return err
	}
	return d.Set(KindReason, ReasonID(student.ID), journal.Organisation(), journal.Fields{ReasonText.Is(journal.Value{})})
}

func known(kind string) error {
	if _, ok := Kinds().Get(kind); !ok {
		return fault.New(fault.Invalid, "unknown-outcome-kind", "outcome", kind)
	}
	return nil
}

// noted is the day that stands in any of a student's ledgers for an outcome.
func noted(d *model.Doing, student model.Person, kind string) (day time.Time, found bool, err error) {
	look := func(group journal.ID) error {
		rec, err := d.Record(ledger.KindLedger, ledger.ID(student.ID, group))
		if err != nil || rec == nil || found {
			return err
		}
		items, err := d.Items(ledger.KindLedger, rec.ID)
		if err != nil {
			return err
		}
		l := ledger.Of(rec, items)
		if i := slices.IndexFunc(l.Outcomes, func(o ledger.Outcome) bool { return o.Kind == kind }); i >= 0 {
			day, found = l.Outcomes[i].Day, true
		}
		return nil
	}
	for _, g := range append(slices.Clone(student.Groups), journal.Organisation()) {
		if err := look(g); err != nil {
			return day, found, err
		}
	}
	err = d.Each(model.KindGroup, func(r *journal.Record) error { return look(r.ID) })
	return day, found, err
}
