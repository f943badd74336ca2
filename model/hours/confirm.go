package hours

import (
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/ledger"
	"leerbalie/model/visits"
)

// Confirm says that the hours of a week are right, as many as there are now, for many students at once: it is one action, and is taken back
// as one. What is confirmed as it is is not written again.
type Confirm struct {
	Week     time.Time    // any day of it
	Students []journal.ID // none: all whom the actor supervises, or else all whose hours the actor may confirm
	Except   []journal.ID
	Off      bool // it is taken back
}

// Name is the code of the words for this action.
func (a Confirm) Name() string {
	if a.Off {
		return "act-hours-unconfirm"
	}
	return "act-hours-confirm"
}

// Do writes what was confirmed. Errors: NotFound for an unknown student; Refused for who may not, the student among them; Invalid for a week to
// come; Conflict where nothing was worked in it, or nothing is confirmed to be taken back.
func (a Confirm) Do(d *model.Doing) error {
	if a.Week.IsZero() {
		return fault.New(fault.Invalid, "missing", "field", "week")
	}
	a.Week = ledger.Week(a.Week)
	if err := d.Happened(a.Week, "week"); err != nil {
		return err
	}
	students, err := a.whose(d)
	if err != nil {
		return err
	}
	found := 0
	c, err := counting(d)
	if err != nil {
		return err
	}
	for _, p := range students {
		if slices.Contains(a.Except, p.ID) {
			continue
		}
		s, err := c.now(p)
		if err != nil {
			return err
		}
		w := s.Week(a.Week)
		if a.Off && w.Confirmed == nil || !a.Off && w.Minutes == 0 && w.Confirmed == nil {
			continue
		}
		found++
		if err := ledger.Confirm(d, p, ledger.Confirmed{Week: a.Week, Minutes: w.Minutes, Off: a.Off}); err != nil {
			return err
		}
	}
	if found == 0 {
		return fault.New(fault.Conflict, "hours-nothing", "week", visits.WeekCode(a.Week))
	}
	return nil
}

// mayConfirm tells whether the actor confirms a student's hours.
func mayConfirm(d *model.Doing, p model.Person) bool {
	return ledger.SightOf(d.Clearance(), p, learning.HomeGroup(p)).Confirm
}

// whose are the students that it is about.
func (a Confirm) whose(d *model.Doing) (out []model.Person, err error) {
	if len(a.Students) > 0 {
		for _, id := range a.Students {
			p, err := d.Student(id)
			if err != nil {
				return nil, err
			}
			switch {
			case p.ID == d.Actor.ID:
				return nil, fault.New(fault.Refused, "hours-own", "name", p.Name)
			case !mayConfirm(d, p):
				return nil, fault.New(fault.Refused, "dossier-closed", "name", d.Actor.Name, "student", p.Name)
			}
			out = append(out, p)
		}
		return out, nil
	}
	var mine []model.Person
	err = d.Each(model.KindPerson, func(r *journal.Record) error {
		p := model.PersonOf(r)
		if p.Archived || p.Erased || !p.Has(model.RoleStudent) || !mayConfirm(d, p) {
			return nil
		}
		if out = append(out, p); p.Supervisor == d.Actor.ID {
			mine = append(mine, p)
		}
		return nil
	})
	if len(mine) > 0 {
		out = mine
	}
	if err == nil && len(out) == 0 {
		err = fault.New(fault.Refused, "hours-nobody", "name", d.Actor.Name)
	}
	return out, err
}

// underWay counts hours while something is done.
type underWay struct {
	d      *model.Doing
	groups []journal.ID
	at     *gatherings
}

func counting(d *model.Doing) (*underWay, error) {
	groups, err := groupsIn(d)
	if err != nil {
		return nil, err
	}
	at, err := gather(d)
	return &underWay{d, groups, at}, err
}

// now counts what a student worked: what the actor may see of it.
func (u *underWay) now(p model.Person) (Student, error) {
	var dossiers []*learning.Dossier
	var ledgers []*ledger.Ledger
	for _, g := range u.groups {
		if !ledger.SightOf(u.d.Clearance(), p, g).Read {
			continue
		}
		x, err := learning.DossierIn(u.d, p.ID, g)
		if err != nil {
			return Student{}, err
		}
		if x != nil {
			dossiers = append(dossiers, x)
		}
		l, err := ledger.ReadIn(u.d, p.ID, g)
		if err != nil {
			return Student{}, err
		}
		if l != nil {
			ledgers = append(ledgers, l)
		}
	}
	return count(p.ID, dossiers, ledgers, u.at), nil
}

// Follow fills in what a student worked where a decision freezes it.
func Follow(d *model.Doing, event any) error {
	e, ok := event.(learning.Deciding)
	if !ok {
		return nil
	}
	c, err := counting(d)
	if err != nil {
		return err
	}
	s, err := c.now(e.Student)
	if err != nil {
		return err
	}
	s.Person = e.Student
	p := s.Placement()
	out := learning.SnapshotHours{NormMinutes: p.NormMinutes, Confirmed: p.Confirmed, Start: dayText(p.Start), End: dayText(p.End), From: []learning.SnapshotFrom{}}
	for _, k := range Kinds() {
		if n := s.from(k); n > 0 {
			out.From = append(out.From, learning.SnapshotFrom{Kind: k, Minutes: n})
		}
	}
	e.Snapshot.Minutes, e.Snapshot.Hours = s.Minutes, &out
	return nil
}

// from is how many minutes came from a kind of work.
func (s *Student) from(kind string) (n int) {
	for _, w := range s.Weeks {
		for _, e := range w.From {
			if e.Kind == kind {
				n += e.Minutes
			}
		}
	}
	return n
}

func dayText(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}
