package pairs

import (
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// PersonLeaves notes that somebody no longer works or learns here. What the person did stays, under the name.
type PersonLeaves struct {
	ID  journal.ID
	Why string    // may be empty
	On  time.Time // the last day; zero: today
}

// Name is the code of the words for this action.
func (PersonLeaves) Name() string { return "act-person-leave" }

// Do puts the person away; a running pair ends with it. Errors: NotFound; Conflict for one who left already; Refused for oneself, for the last
// administrator, and for an administrator whom somebody else than an administrator puts away.
func (a PersonLeaves) Do(d *model.Doing) error {
	p, err := d.Person(a.ID)
	if err != nil {
		return err
	}
	if err := d.Allowed(model.KindPerson, journal.Organisation()); err != nil {
		return err
	}
	switch {
	case p.Archived:
		return fault.New(fault.Conflict, "person-left", "name", p.Name)
	case p.ID == d.Actor.ID:
		return fault.New(fault.Refused, "leave-self")
	}
	if today, err := d.Today(); err != nil {
		return err
	} else if !a.On.IsZero() && days.Between(today, a.On) > 0 {
		return fault.New(fault.Invalid, "leave-later", "day", a.On.Format(time.DateOnly), "name", p.Name)
	}
	if err := d.MayGrant(p.Roles, nil); err != nil {
		return err
	}
	if err := d.CheckAdminRemains(p); err != nil {
		return err
	}
	d.About(p.ID, "")
	if pair, err := RunningPairIn(d, p.ID); err != nil {
		return err
	} else if pair != nil {
		if err := (EndPair{ID: pair.ID, Reason: "left"}).Do(d); err != nil {
			return err
		}
	}
	if err := d.Set(model.KindPerson, p.ID, journal.Organisation(), journal.Fields{journal.FieldArchived.Is(journal.Bool(true))}); err != nil || a.Why == "" && a.On.IsZero() {
		return err
	}
	return NoteGone(d, p.ID, a.Why, journal.DayNumber(a.On))
}

// NoteGone writes down why somebody is gone, and since what day where that is not today.
func NoteGone(d *model.Doing, id journal.ID, why string, on int64) error {
	fields := journal.Fields{}
	if why = strings.TrimSpace(why); why != "" {
		fields = append(fields, model.GoneWhy.Is(journal.Text(why)))
	}
	if on != 0 {
		fields = append(fields, model.GoneOn.Is(journal.Int(on)))
	}
	_, err := d.Add(model.KindPerson, id, journal.Organisation(), model.ItemPersonGone, fields)
	return err
}

// PersonReturns takes somebody who left back, with the roles of then; whose records were erased does not come back.
type PersonReturns struct {
	ID journal.ID
}

// Name is the code of the words for this action.
func (PersonReturns) Name() string { return "act-person-return" }

// Do takes the person back. Errors: NotFound; Refused for an administrator whom somebody else than an administrator takes
// back.
func (a PersonReturns) Do(d *model.Doing) error {
	p, err := d.Person(a.ID)
	if err != nil {
		return err
	}
	if p.Erased {
		return fault.New(fault.Refused, "student-erased")
	}
	if err := d.MayGrant(nil, p.Roles); err != nil {
		return err
	}
	d.About(p.ID, "")
	if err := d.Set(model.KindPerson, p.ID, journal.Organisation(), journal.Fields{journal.FieldArchived.Is(journal.Value{}), model.PersonRemoved.Is(journal.Value{})}); err != nil || !p.Removed {
		return err
	}
	_, err = d.Add(model.KindPerson, p.ID, journal.Organisation(), model.ItemPersonBack, nil)
	return err
}
