package placement

import (
	"cmp"
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/partner"
)

// Finding is something that does not fit about a placement, or about all of a partner's.
type Finding struct {
	Code    string     // OverPlaces and so on
	Partner journal.ID // at which
	Student journal.ID // whose placement it is; zero where it is of several, or where the reader may not know
	From    time.Time  // the first Monday, or the first day, where that matters
	To      time.Time  // the last
	Have    int        // places, or minutes a week
	Taken   int        // of those, at the most
	Other   journal.ID // the other partner, of Twice
	Told    string     // the reason that was kept: somebody decided otherwise
}

// What can be found. Those that Decided names a person may decide otherwise about, with a reason; of the others the facts have to be altered first,
// such as how many places there are.
const (
	OverPlaces = "places"  // more students than places
	OverHours  = "hours"   // more supervision than there is
	NoHours    = "none"    // no supervision at all
	AtEnded    = "ended"   // the partner ended
	Inactive   = "student" // the student does not learn here in that period
	AtContact  = "contact" // nothing was agreed with the partner yet
	OtherLevel = "level"   // the partner does not guide that level
	Outside    = "period"  // outside of the partner's period
	Twice      = "twice"   // the student is placed elsewhere in that period
)

// Decided tells whether a person may decide otherwise.
func (f Finding) Decided() bool {
	return slices.Contains([]string{AtContact, OtherLevel, Outside, Twice}, f.Code)
}

// Check finds what does not fit about a placement, the gravest first; all are the placements there are, the one itself may be among them.
func Check(p *partner.Partner, student model.Person, one Placement, all []Placement) (out []Finding) {
	found := func(code string, f Finding) {
		f.Code, f.Partner, f.Student = code, p.ID, one.Student
		out = append(out, f)
	}
	if p.State == partner.Ended {
		found(AtEnded, Finding{})
	}
	if s := student.Study; student.Archived || s.Status == model.StudyEnded || s.Status == model.StudyTimeOut || !s.End.IsZero() && one.From.After(s.End) {
		found(Inactive, Finding{From: one.From, To: s.End})
	}
	if p.Supervision == 0 || one.Minutes == 0 {
		found(NoHours, Finding{})
	}
	with := append(slices.DeleteFunc(slices.Clone(all), func(o Placement) bool { return o.ID == one.ID && !one.ID.IsZero() }), one)
	open := *p
	open.State, open.From, open.To = partner.Running, time.Time{}, time.Time{} // whether it is within the period is looked at by itself
	weeks := Capacity(&open, with, one.From, one.Last())
	for _, look := range []struct {
		code string
		over func(Week) bool
		have int
		is   func(Week) int
	}{{OverPlaces, func(w Week) bool { return w.Taken > w.Places }, p.Places, func(w Week) int { return w.Taken }}, {OverHours, func(w Week) bool { return w.Used > w.Minutes }, p.Supervision, func(w Week) int { return w.Used }}} {
		if look.code == OverHours && p.Supervision == 0 {
			continue
		}
		if over := beyond(weeks, look.over); len(over) > 0 {
			most := slices.MaxFunc(over, func(a, b Week) int { return cmp.Compare(look.is(a), look.is(b)) })
			found(look.code, Finding{From: over[0].Monday, To: over[len(over)-1].Monday, Have: look.have, Taken: look.is(most)})
		}
	}
	if p.State == partner.Contact {
		found(AtContact, Finding{})
	}
	if len(p.Levels) > 0 && one.Level != "" && !slices.Contains(p.Levels, one.Level) {
		found(OtherLevel, Finding{})
	}
	if !within(p, one.From) || !within(p, one.Last()) {
		found(Outside, Finding{From: p.From, To: p.To})
	}
	for i := range with {
		if o := &with[i]; o.Student == one.Student && o != &with[len(with)-1] && !o.Archived && o.meets(one.From, one.Last()) {
			found(Twice, Finding{From: o.From, To: o.Last(), Other: o.Partner})
		}
	}
	return out
}

// refused is the first finding that stands in the way, as a sentence; nil where none does.
func refused(d *model.Doing, found []Finding, p *partner.Partner, student model.Person, one *Placement) error {
	for _, f := range found {
		if f.Decided() && one.Anyway != "" {
			continue
		}
		switch f.Code {
		case OverPlaces:
			return fault.New(fault.Conflict, "placement-places", "name", p.Name, "have", f.Have, "taken", f.Taken, "from", isoWeek(f.From), "until", isoWeek(f.To))
		case OverHours:
			return fault.New(fault.Conflict, "placement-hours", "name", p.Name, "have", hours(f.Have), "taken", hours(f.Taken), "from", isoWeek(f.From), "until", isoWeek(f.To))
		case NoHours:
			return fault.New(fault.Conflict, "placement-no-hours", "name", p.Name)
		case AtEnded:
			return fault.New(fault.Conflict, "placement-at-ended", "name", p.Name)
		case Inactive:
			return fault.New(fault.Conflict, "placement-inactive", "student", student.Name)
		case AtContact:
			return fault.New(fault.Conflict, "placement-at-contact", "name", p.Name)
		case OtherLevel:
			return fault.New(fault.Conflict, "placement-other-level", "name", p.Name, "level", one.Level)
		case Outside:
			return fault.New(fault.Conflict, "placement-outside", "name", p.Name, "from", shownDay(f.From), "until", shownDay(f.To))
		case Twice:
			other, err := partner.In(d, f.Other)
			if err != nil && fault.KindOf(err) != fault.NotFound {
				return err
			}
			return fault.New(fault.Conflict, "placement-twice", "student", student.Name, "name", other.Name, "from", shownDay(f.From), "until", shownDay(f.To))
		}
	}
	return nil
}
