package project

import (
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/pairs"
)

// Join lets people and pairs take part: who learns here as a student, others as guests. Of a pair all members do.
type Join struct {
	ID  journal.ID
	Who []journal.ID // people or pairs
	On  time.Time    // since when; zero: today
}

// Name is the code of the words for this action.
func (Join) Name() string { return "act-project-join" }

// Do writes who takes part; who does already stays as it is. Errors: NotFound for somebody or a pair that there is not; Invalid for nobody, somebody
// twice, and a day that cannot be; Conflict for a pair that ended; Refused for who neither leads the project nor joins it alone.
func (a Join) Do(d *model.Doing) error {
	p, err := projects.Found(d, a.ID)
	if err != nil {
		return err
	}
	if len(a.Who) == 0 {
		return fault.New(fault.Invalid, "missing", "field", "project-members")
	}
	if a.On.IsZero() {
		if a.On, err = d.Today(); err != nil {
			return err
		}
	}
	if err := d.Planned(a.On, "project-since"); err != nil {
		return err
	}
	d.About(p.ID, "")
	return join(d, &p, a.Who, a.On)
}

// join writes that somebody takes part since a day; none: from the beginning.
func join(d *model.Doing, p *Project, who []journal.ID, since time.Time) error {
	if len(who) > mostListed {
		return fault.New(fault.Invalid, "project-many", "field", "project-members", "most", mostListed)
	}
	for i, id := range who {
		if slices.Contains(who[:i], id) {
			return fault.New(fault.Invalid, "project-twice", "field", "project-members")
		}
		m, err := memberOf(d, id)
		if err != nil {
			return err
		}
		if slices.ContainsFunc(p.Members, func(was Member) bool { return was.Who == id && was.Until.IsZero() }) {
			continue
		}
		m.Since = since
		if err := write(d, p, m); err != nil {
			return err
		}
	}
	return nil
}

// memberOf is somebody or a pair, as they take part. Errors: NotFound; Conflict for a pair that ended.
func memberOf(d *model.Doing, id journal.ID) (m Member, err error) {
	m.Who = id
	rec, err := d.Record(pairs.KindPair, id)
	if err != nil {
		return m, err
	}
	if rec != nil {
		pair, err := pairs.PairFor(d, id)
		if err == nil && (pair.Archived || pair.Forbidden || !pair.Running()) {
			err = fault.New(fault.Conflict, "project-pair-ended")
		}
		m.As, m.Pair = AsPair, pair.Members
		return m, err
	}
	person, err := d.Person(id)
	if err != nil {
		return m, err
	}
	if m.As = AsGuest; person.Has(model.RoleStudent) {
		m.As = AsStudent
	}
	return m, nil
}

func write(d *model.Doing, p *Project, m Member) error {
	_, err := projects.Note(d, p, ItemMember, journal.Fields{itemKey.Is(journal.Ref(m.Who)), memberAs.Is(journal.Text(string(m.As))), memberSince.Is(dayValue(m.Since)), memberUntil.Is(dayValue(m.Until)),
		memberPair.Is(journal.Refs(m.Pair))})
	return err
}

// Leave writes that people or pairs take part no more. What they did stays.
type Leave struct {
	ID  journal.ID
	Who []journal.ID
	On  time.Time // the last day; zero: today
}

// Name is the code of the words for this action.
func (Leave) Name() string { return "act-project-leave" }

// Do writes it. Errors: NotFound; Conflict for who does not take part; Invalid for nobody and a day that cannot be; Refused as by Join.
func (a Leave) Do(d *model.Doing) error {
	p, err := projects.Found(d, a.ID)
	if err != nil {
		return err
	}
	if len(a.Who) == 0 {
		return fault.New(fault.Invalid, "missing", "field", "project-members")
	}
	if a.On.IsZero() {
		if a.On, err = d.Today(); err != nil {
			return err
		}
	}
	if err := d.Planned(a.On, "project-until"); err != nil {
		return err
	}
	d.About(p.ID, "")
	for _, id := range a.Who {
		i := slices.IndexFunc(p.Members, func(m Member) bool { return m.Who == id && m.Until.IsZero() })
		if i < 0 {
			return fault.New(fault.Conflict, "project-no-member", "title", p.Title)
		}
		m := p.Members[i]
		if m.Until = a.On; m.Until.Before(m.Since) {
			m.Until = m.Since
		}
		if err := write(d, &p, m); err != nil {
			return err
		}
	}
	return nil
}
