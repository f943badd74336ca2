package pairs

import (
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// StartTimeOut takes a student out of the pairs for a while. The reason is kept where only coordinators see it.
type StartTimeOut struct {
	Person journal.ID
	Reason string
	Until  time.Time // when it is expected to end; zero: not known
}

// Name is the code of the words for this action.
func (StartTimeOut) Name() string { return "act-time-out" }

// Do begins the time-out; a running pair goes on until somebody ends it. Errors: NotFound; Invalid for a missing reason;
// Conflict for somebody who is in one.
func (a StartTimeOut) Do(d *model.Doing) error {
	if err := model.Required(&a.Reason, "reason"); err != nil {
		return err
	}
	p, err := d.Student(a.Person)
	if err != nil {
		return err
	}
	if p.Study.Status != model.StudyActive {
		return fault.New(fault.Conflict, "time-out-already", "name", p.Name)
	}
	if err := d.Planned(a.Until, "until"); err != nil {
		return err
	}
	today, err := d.Today()
	if err != nil {
		return err
	}
	id, err := d.NewID(d.Now())
	if err != nil {
		return err
	}
	d.About(p.ID, "")
	if err := d.Set(KindTimeOut, id, journal.Organisation(), journal.Fields{TimeOutPerson.Is(journal.Ref(p.ID)), TimeOutReason.Is(journal.Text(a.Reason)),
		TimeOutFrom.Is(journal.Int(journal.DayNumber(today))), TimeOutUntil.Is(journal.Int(journal.DayNumber(a.Until)))}); err != nil {
		return err
	}
	return d.Set(model.KindPerson, p.ID, journal.Organisation(), journal.Fields{model.PersonStatus.Is(journal.Text(string(model.StudyTimeOut)))})
}

// EndTimeOut brings a student back.
type EndTimeOut struct {
	Person journal.ID
}

// Name is the code of the words for this action.
func (EndTimeOut) Name() string { return "act-time-out-end" }

// Do ends the time-out. Errors: NotFound; Conflict for somebody who is in none.
func (a EndTimeOut) Do(d *model.Doing) error {
	p, err := d.Student(a.Person)
	if err != nil {
		return err
	}
	if p.Study.Status != model.StudyTimeOut {
		return fault.New(fault.Conflict, "no-time-out", "name", p.Name)
	}
	if err := d.Allowed(KindTimeOut, journal.Organisation()); err != nil {
		return err
	}
	d.About(p.ID, "")
	today, err := d.Today()
	if err != nil {
		return err
	}
	var open []journal.ID
	if err := d.Each(KindTimeOut, func(r *journal.Record) error {
		if t := TimeOutOf(r); t.Person == p.ID && t.Ended.IsZero() && !r.Archived() {
			open = append(open, r.ID)
		}
		return nil
	}); err != nil {
		return err
	}
	for _, id := range open {
		if err := d.Set(KindTimeOut, id, journal.Organisation(), journal.Fields{TimeOutEnded.Is(journal.Int(journal.DayNumber(today)))}); err != nil {
			return err
		}
	}
	return d.Set(model.KindPerson, p.ID, journal.Organisation(), journal.Fields{model.PersonStatus.Is(journal.Value{})})
}

// ResumeStudy takes a student on again who was noted to be done here. An end that has come is no end any more.
type ResumeStudy struct {
	Person journal.ID
}

// Name is the code of the words for this action.
func (ResumeStudy) Name() string { return "act-resume-study" }

// Do takes the student on again. Errors: NotFound; Conflict for somebody who is not done.
func (a ResumeStudy) Do(d *model.Doing) error {
	p, err := d.Student(a.Person)
	if err != nil {
		return err
	}
	today, err := d.Today()
	if err != nil {
		return err
	}
	if p.Study.Status != model.StudyEnded && p.Study.At(today) != model.StudyEnded {
		return fault.New(fault.Conflict, "study-goes-on", "name", p.Name)
	}
	d.About(p.ID, "")
	fields := journal.Fields{model.PersonStatus.Is(journal.Value{}), model.PersonOutcome.Is(journal.Value{})}
	if !p.Study.End.IsZero() && days.Between(p.Study.End, today) >= 0 {
		fields = append(fields, model.PersonEnd.Is(journal.Value{}))
	}
	return d.Set(model.KindPerson, p.ID, journal.Organisation(), fields.Sorted())
}

// EndStudy notes that a student is done here, and how it ended. The running pair ends with it.
type EndStudy struct {
	Person  journal.ID
	Outcome string    // a code of StudyOutcomes
	At      time.Time // zero: today
}

// Name is the code of the words for this action.
func (EndStudy) Name() string { return "act-end-study" }

// Do ends it. Errors: NotFound; Invalid for a missing outcome; Conflict for somebody who is done already.
func (a EndStudy) Do(d *model.Doing) error {
	if a.Outcome = strings.TrimSpace(a.Outcome); a.Outcome == "" {
		return fault.New(fault.Invalid, "missing", "field", "outcome")
	}
	if _, ok := model.StudyOutcomes().Get(a.Outcome); !ok {
		return fault.New(fault.Invalid, "unknown-study-outcome", "outcome", a.Outcome)
	}
	p, err := d.Student(a.Person)
	if err != nil {
		return err
	}
	if p.Study.Status == model.StudyEnded {
		return fault.New(fault.Conflict, "study-ended", "name", p.Name)
	}
	if a.At.IsZero() {
		if a.At, err = d.Today(); err != nil {
			return err
		}
	}
	if err := d.Planned(a.At, "end"); err != nil {
		return err
	}
	d.About(p.ID, "")
	pair, err := RunningPairIn(d, p.ID)
	if err != nil {
		return err
	}
	if pair != nil {
		reason := "left"
		if a.Outcome != "left" {
			reason = "done"
		}
		if err := (EndPair{ID: pair.ID, Reason: reason}).Do(d); err != nil {
			return err
		}
	}
	return d.Set(model.KindPerson, p.ID, journal.Organisation(), journal.Fields{model.PersonEnd.Is(journal.Int(journal.DayNumber(a.At))), model.PersonStatus.Is(journal.Text(string(model.StudyEnded))),
		model.PersonOutcome.Is(journal.Text(a.Outcome))})
}
