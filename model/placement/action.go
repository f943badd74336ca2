package placement

import (
	"slices"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/ledger"
	"leerbalie/model/partner"
	"leerbalie/model/together"
)

// Add places a student at a partner. What the student has no company or guide of yet is filled in from it.
type Add struct{ Placement Placement }

// Name is the code of the words for this action.
func (Add) Name() string { return "act-placement-add" }

// Do places. Errors: NotFound for an unknown student, partner or guide; Invalid for days and numbers that cannot be; Conflict for what does not fit,
// with the numbers, see Check; Refused for who may not.
func (a Add) Do(d *model.Doing) (err error) {
	p := a.Placement
	student, err := d.Student(p.Student)
	if err != nil {
		return err
	}
	p.Group = groupOf(student)
	if !MayPlace(d.Clearance()) {
		return refuse(d, student)
	}
	if err := here(d, &p, student); err != nil {
		return err
	}
	if p.Minutes == 0 {
		p.Minutes = DefaultMinutes
	}
	if p.Level == "" {
		p.Level = student.Level
	}
	if p.Agreed.IsZero() {
		if p.Agreed, err = d.Today(); err != nil {
			return err
		}
	}
	at, err := check(d, &p, &Placement{}, student)
	if err != nil {
		return err
	}
	if p.ID.IsZero() {
		if p.ID, err = d.NewID(d.Now()); err != nil {
			return err
		}
	}
	d.Made(p.ID, "")
	d.For(student.ID)
	if err := write(d, &p, nil); err != nil {
		return err
	}
	return fill(d, &p, at, student)
}

// fill writes on the student the company and the guide that nobody wrote there.
func fill(d *model.Doing, p *Placement, at partner.Partner, student model.Person) error {
	guide := p.GuideName
	if guide == "" && !p.Guide.IsZero() {
		g, err := d.Person(p.Guide)
		if err != nil {
			return err
		}
		guide = g.Name
	}
	var f journal.Fields
	if student.Study.Company == "" {
		f = append(f, model.PersonCompany.Is(journal.Text(at.Name)))
		if student.Study.Guide == "" && guide != "" {
			f = append(f, model.PersonGuide.Is(journal.Text(guide)))
		}
	}
	if len(f) == 0 {
		return nil
	}
	return d.Set(model.KindPerson, student.ID, journal.Organisation(), f)
}

// Edit alters a placement as a form that was filled in with it.
type Edit struct{ Placement Placement }

// Name is the code of the words for this action.
func (Edit) Name() string { return "act-placement-edit" }

// Do writes what differs. What did not fit before stays as it is, where nothing about it is altered. Errors: those of Add.
func (a Edit) Do(d *model.Doing) error {
	was, student, err := found(d, a.Placement.ID, func(s Sight) bool { return s.Place })
	if err != nil {
		return err
	}
	now := a.Placement
	now.Student, now.Group, now.SourceID = was.Student, was.Group, was.SourceID
	if _, err := check(d, &now, &was, student); err != nil {
		return err
	}
	if now.seen == nil {
		now.seen = was.seen
	}
	return write(d, &now, now.seen)
}

// End ends a placement before its last day.
type End struct {
	ID  journal.ID
	Day time.Time // the last day; zero: today
	Why string    // kept where coordinators alone see it
}

// Name is the code of the words for this action.
func (End) Name() string { return "act-placement-end" }

// Do ends it. Errors: NotFound; Invalid for a day outside of it; Conflict for one that is over; Refused for who may not.
func (a End) Do(d *model.Doing) error {
	p, student, err := found(d, a.ID, func(s Sight) bool { return s.Place })
	if err != nil {
		return err
	}
	if a.Day.IsZero() {
		if a.Day, err = d.Today(); err != nil {
			return err
		}
	}
	if !p.Ended.IsZero() {
		return fault.New(fault.Conflict, "placement-over", "student", student.Name, "day", shownDay(p.Ended))
	}
	if a.Day.Before(p.From) || a.Day.After(p.To) {
		return fault.New(fault.Invalid, "placement-end-day", "from", shownDay(p.From), "until", shownDay(p.To))
	}
	if a.Why = strings.TrimSpace(a.Why); a.Why != "" {
		if err := together.Short(mostProse, "reason-ended", a.Why); err != nil {
			return err
		}
	}
	p.Ended = a.Day
	if err := write(d, &p, p.seen); err != nil || a.Why == "" {
		return err
	}
	return d.Set(KindReason, ReasonID(p.ID), journal.Organisation(), journal.Fields{EndedStudent.Is(journal.Ref(p.Student)), EndedText.Is(journal.Text(a.Why))})
}

// Archive puts away a placement that never was: a mistake.
type Archive struct{ ID journal.ID }

// Name is the code of the words for this action.
func (Archive) Name() string { return "act-placement-archive" }

// Do puts it away. Errors: NotFound; Refused for who may not.
func (a Archive) Do(d *model.Doing) error {
	p, _, err := found(d, a.ID, func(s Sight) bool { return s.Place })
	if err != nil {
		return err
	}
	return d.Granted(model.Grant{Dossiers: p.Group}, func() error {
		return d.Set(KindPlacement, p.ID, p.Group, journal.Fields{journal.FieldArchived.Is(journal.Bool(true))})
	})
}

// Offer notes that the partner offered the student a job or an apprenticeship, and whether the student takes it. What became of the student is an
// outcome: who says that the student takes a job adds that in one with this.
type Offer struct {
	ID    journal.ID
	What  Offered
	Day   time.Time // zero: today
	Taken bool
}

// Name is the code of the words for this action.
func (Offer) Name() string { return "act-placement-offer" }

// Do notes it. Errors: NotFound; Invalid for something else, and a day to come; Refused for who may not.
func (a Offer) Do(d *model.Doing) error {
	p, _, err := found(d, a.ID, func(s Sight) bool { return s.Note })
	if err != nil {
		return err
	}
	if !slices.Contains(Offers(), a.What) {
		return fault.New(fault.Invalid, "placement-offer", "text", string(a.What))
	}
	if a.Day.IsZero() {
		if a.Day, err = d.Today(); err != nil {
			return err
		}
	}
	if err := d.Happened(a.Day, "placement-offer-day"); err != nil {
		return err
	}
	p.Offered, p.OfferDay, p.Taken = a.What, a.Day, a.Taken
	return write(d, &p, p.seen)
}

// KickOff notes the day of the kick-off, and what was said there that each expects.
type KickOff struct {
	ID    journal.ID
	Day   time.Time // zero: today
	Terms string
}

// Name is the code of the words for this action.
func (KickOff) Name() string { return "act-placement-kickoff" }

// Do notes it. Errors: NotFound; Invalid for a day that cannot be; Refused for who may not.
func (a KickOff) Do(d *model.Doing) error {
	p, _, err := found(d, a.ID, func(s Sight) bool { return s.Note })
	if err != nil {
		return err
	}
	if a.Day.IsZero() {
		if a.Day, err = d.Today(); err != nil {
			return err
		}
	}
	if a.Terms = strings.TrimSpace(a.Terms); a.Terms == "" {
		a.Terms = p.Terms
	}
	p.KickOff, p.Terms = a.Day, a.Terms
	if err := together.Short(mostProse, "placement-terms", p.Terms); err != nil {
		return err
	}
	if err := d.Planned(a.Day, "placement-kickoff"); err != nil {
		return err
	}
	return write(d, &p, p.seen)
}

// found reads what an action is about, with its student. Errors: NotFound, Refused.
func found(d *model.Doing, id journal.ID, may func(Sight) bool) (p Placement, student model.Person, err error) {
	if p, err = In(d, id); err != nil {
		return p, student, err
	}
	if student, err = d.Person(p.Student); err != nil {
		return p, student, err
	}
	s := SightOf(d.Clearance(), student, &p)
	if !s.Read { // that there is one is the student's
		return p, student, fault.New(fault.NotFound, "placement-unknown", "name", id.String())
	}
	if !may(s) {
		return p, student, refuse(d, student)
	}
	d.About(p.ID, "")
	return p, student, here(d, &p, student)
}

// here refuses on a computer that does not keep the group's.
func here(d *model.Doing, p *Placement, student model.Person) error {
	kept, err := ledger.Kept(d, d.Replica(), d.Actor.ID)
	if err == nil && !kept(p.Group) {
		err = fault.New(fault.Refused, "ledger-elsewhere", "student", student.Name)
	}
	return err
}

func write(d *model.Doing, p *Placement, seen *journal.Record) error {
	return d.Granted(model.Grant{Dossiers: p.Group}, func() error {
		return d.SetFrom(seen, KindPlacement, p.ID, p.Group, numbered().Values(p))
	})
}
