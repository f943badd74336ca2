package training

import (
	"slices"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/together"
)

// Add adds a training.
type Add struct{ Training Training }

// Name is the code of the words for this action.
func (Add) Name() string { return "act-training-add" }

// Do adds it. Errors: Invalid for what cannot be, and a citizen service number; Refused for who may not read the community's.
func (a Add) Do(d *model.Doing) error { return trainings.Add(d, a.Training) }

// Edit alters a training as a form that was filled in with it.
type Edit struct{ Training Training }

// Name is the code of the words for this action.
func (Edit) Name() string { return "act-training-edit" }

// Do writes what differs. Errors: NotFound; Refused for what is somebody else's; those of Add.
func (a Edit) Do(d *model.Doing) error { return trainings.Edit(d, a.Training) }

// Archive puts a training away.
type Archive struct{ ID journal.ID }

// Name is the code of the words for this action.
func (Archive) Name() string { return "act-training-archive" }

// Do puts it away. Errors: NotFound; Refused for what is somebody else's.
func (a Archive) Do(d *model.Doing) error { return trainings.Archive(d, a.ID) }

// Plan says when a training is given, and by whom.
type Plan struct {
	ID     journal.ID
	Day    time.Time
	Givers []journal.ID // none: those who stand there
}

// Name is the code of the words for this action.
func (Plan) Name() string { return "act-training-plan" }

// Do writes it. Errors: NotFound; Invalid for no day, a day that cannot be and nobody who gives it; Refused for what is somebody else's.
func (a Plan) Do(d *model.Doing) error {
	return alter(d, a.ID, func(t *Training) error {
		if len(a.Givers) > 0 {
			t.Givers = a.Givers
		}
		if len(t.Givers) == 0 {
			return fault.New(fault.Invalid, "missing", "field", "training-givers")
		}
		if a.Day.IsZero() {
			return fault.New(fault.Invalid, "missing", "field", "training-day")
		}
		t.State, t.Day = Planned, a.Day
		return nil
	})
}

// Give says that a training was given: on which day, to how many people, and what came of it.
type Give struct {
	ID     journal.ID
	Day    time.Time // zero: the day that was planned
	People int
	Came   string
}

// Name is the code of the words for this action.
func (Give) Name() string { return "act-training-give" }

// Do writes it. Errors: NotFound; Invalid for no day or one to come, and nobody who gave it; Refused for what is somebody else's.
func (a Give) Do(d *model.Doing) error {
	return alter(d, a.ID, func(t *Training) error {
		if !a.Day.IsZero() {
			t.Day = a.Day
		}
		if len(t.Givers) == 0 {
			return fault.New(fault.Invalid, "missing", "field", "training-givers")
		}
		if t.Day.IsZero() {
			return fault.New(fault.Invalid, "missing", "field", "training-day")
		}
		if err := d.Happened(t.Day, "training-day"); err != nil {
			return err
		}
		t.State, t.People, t.Came = Given, a.People, a.Came
		return nil
	})
}

// Decline says that a training is not given, and why.
type Decline struct {
	ID  journal.ID
	Why string
}

// Name is the code of the words for this action.
func (Decline) Name() string { return "act-training-decline" }

// Do writes it. Errors: NotFound; Invalid for no reason; Refused for what is somebody else's.
func (a Decline) Do(d *model.Doing) error {
	return alter(d, a.ID, func(t *Training) error {
		if err := model.Required(&a.Why, "training-came"); err != nil {
			return err
		}
		t.State, t.Came = Declined, a.Why
		return nil
	})
}

// alter changes a training that its actor may alter.
func alter(d *model.Doing, id journal.ID, do func(*Training) error) error {
	t, err := trainings.Meant(d, id)
	if err != nil {
		return err
	}
	was := t
	if err := do(&t); err != nil {
		return err
	}
	if err := check(d, &t, &was); err != nil {
		return err
	}
	return trainings.Write(d, &t)
}

// The most of a training.
const (
	mostTitle  = 300
	mostProse  = 4000
	mostNamed  = 20
	mostPeople = 10000
)

// check tidies and refuses what cannot be kept. Who was named before may stay, also when they left.
func check(d *model.Doing, now, was *Training) error {
	now.What = strings.Join(strings.Fields(now.What), " ")
	if err := model.Required(&now.What, "training-what"); err != nil {
		return err
	}
	if err := together.Short(mostTitle, "training-what", now.What, "training-asker", now.Asker, "training-theme", now.Theme); err != nil {
		return err
	}
	if err := together.Short(mostProse, "training-came", now.Came); err != nil {
		return err
	}
	if now.State == "" {
		now.State = Asked
	}
	if !slices.Contains(States(), now.State) {
		return fault.New(fault.Invalid, "training-state", "text", string(now.State))
	}
	if now.Partner.IsZero() && now.Asker == "" {
		return fault.New(fault.Invalid, "missing", "field", "training-asker")
	}
	if now.Minutes < 0 || now.Minutes > model.MaxMinutes {
		return fault.New(fault.Invalid, "minutes", "minutes", now.Minutes, "limit", model.MaxMinutes)
	}
	if now.People < 0 || now.People > mostPeople {
		return fault.New(fault.Invalid, "training-people", "n", now.People, "most", mostPeople)
	}
	if err := together.Named(d, "training-givers", now.Givers, was.Givers, mostNamed); err != nil {
		return err
	}
	if now.Asked.IsZero() {
		today, err := d.Today()
		if err != nil {
			return err
		}
		now.Asked = today
	}
	if !now.Asked.Equal(was.Asked) {
		if err := d.Happened(now.Asked, "training-asked"); err != nil {
			return err
		}
	}
	if !now.Day.IsZero() && !now.Day.Equal(was.Day) {
		return d.Planned(now.Day, "training-day")
	}
	return nil
}
