package placement

import (
	"bytes"
	"cmp"
	"context"
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/model/journal"
	"leerbalie/model/partner"
	"leerbalie/model/together"
)

// What can be due about a placement, the most pressing first.
const (
	DuePartner    = "partner"    // its partner ended, and it goes on
	DueKickOff    = "kickoff"    // it began, and no kick-off was held
	DueVisit      = "visit"      // nobody visited in its first weeks
	DueEvaluation = "evaluation" // it ends soon or ended lately, and was not evaluated
	DueNext       = "next"       // it ends soon, and the student goes nowhere after it
)

// The thresholds, in days.
const (
	VisitDays    = 28 // from its first day to the first visit
	EvaluateDays = 14 // before its last day it is evaluated
	EndedDays    = 56 // after its last day nobody is told of an evaluation any more
	NextDays     = 28 // before its last day the next is looked for
)

// Due is something that has to be done about a placement.
type Due struct {
	What      string
	Placement Placement
	Student   string
	Partner   string
	Day       time.Time // by when it should have been, or should be
}

// DueOf is what is due about one on a day; all are those of its student.
func DueOf(p *Placement, all []Placement, student model.Person, today time.Time) (out []Due) {
	due := func(what string, day time.Time) { out = append(out, Due{What: what, Placement: *p, Day: day}) }
	on, left := p.On(today), days.Between(today, p.Last())
	if on && p.KickOff.IsZero() {
		due(DueKickOff, p.From)
	}
	if first := p.From.AddDate(0, 0, VisitDays); on && len(p.Visits) == 0 && !today.Before(first) {
		due(DueVisit, first)
	}
	if !today.Before(p.From) && len(p.Evaluations) == 0 && left <= EvaluateDays && left >= -EndedDays {
		due(DueEvaluation, p.Last())
	}
	next := func(o Placement) bool { return o.ID != p.ID && o.Last().After(p.Last()) }
	stays := student.Study.End.IsZero() || days.Between(p.Last(), student.Study.End) > 7
	if on && left <= NextDays && !p.Taken && stays && student.Study.At(today) == model.StudyActive && !slices.ContainsFunc(all, next) {
		due(DueNext, p.Last())
	}
	return out
}

// concerns tells whether something is due of somebody: the guide of the school has all of it, that of the company kick-off and evaluation, and
// coordinators look for what comes next, and after a partner that ended, and stand in where the school has no guide.
func (d *Due) concerns(by model.Person, places bool) bool {
	p := &d.Placement
	return by.ID == p.School || by.ID == p.Guide && (d.What == DueKickOff || d.What == DueEvaluation) || places && (p.School.IsZero() || d.What == DueNext || d.What == DuePartner)
}

// ReadDue is what is due on a calendar day about placements, of whoever has the session: what should have been longest ago first. Errors: Refused.
func ReadDue(ctx context.Context, session *model.Session, today time.Time) (out []Due, err error) {
	c, me := session.Clearance(), session.Me()
	err = session.ReadClass(ctx, journal.Community, func(tx model.Tx) error {
		out = nil
		all, err := AllIn(ctx, session, tx)
		if err != nil || len(all) == 0 {
			return err
		}
		people, err := together.People(tx)
		if err != nil {
			return err
		}
		by := byPartner(all)
		for i := range all {
			p := &all[i]
			student := people[p.Student]
			if student.Archived || !SightOf(c, student, p).Read {
				continue
			}
			at, err := partner.In(tx, p.Partner)
			if err != nil {
				return err
			}
			found := DueOf(p, by.of[p.Student], student, today)
			if at.State == partner.Ended && p.State(today) != Ended {
				found = append(found, Due{What: DuePartner, Placement: *p, Day: today})
			}
			for _, d := range found {
				if !d.concerns(me, MayPlace(c)) {
					continue
				}
				d.Student, d.Partner = student.Name, at.Name
				out = append(out, d)
			}
		}
		return nil
	})
	slices.SortStableFunc(out, func(a, b Due) int {
		return cmp.Or(a.Day.Compare(b.Day), cmp.Compare(a.Student, b.Student), bytes.Compare(a.Placement.ID[:], b.Placement.ID[:]))
	})
	return out, err
}
