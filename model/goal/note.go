package goal

import (
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// PutStep adds a step to a goal, or alters or takes away the one with its key.
type PutStep struct {
	Goal journal.ID
	Step Step
}

// Name is the code of the words for this action.
func (PutStep) Name() string { return "act-goal-step" }

// Do writes it. Errors: NotFound for an unknown goal, step or person; Invalid for no text and a day that cannot be; Refused for a step of somebody else.
func (a PutStep) Do(d *model.Doing) error {
	g, err := goals.Found(d, a.Goal)
	if err != nil {
		return err
	}
	s := a.Step
	if err := g.line(d, &s.Noted, "goal-step"); err != nil {
		return err
	}
	if err := d.Planned(s.Until, "goal-by"); err != nil && !s.Until.IsZero() {
		return err
	}
	if !s.Person.IsZero() {
		if _, err := d.Person(s.Person); err != nil {
			return err
		}
	}
	_, err = goals.Note(d, &g, ItemStep, append(s.fields(), day(stepBy, s.Until), stepPerson.Is(journal.Ref(s.Person)), day(stepDone, s.Done)))
	return err
}

// Tick says that a step is done, or with Off that it is not after all.
type Tick struct {
	Goal, Step journal.ID
	Off        bool
}

// Name is the code of the words for this action.
func (a Tick) Name() string {
	if a.Off {
		return "act-goal-untick"
	}
	return "act-goal-tick"
}

// Do notes it. Errors: NotFound; Conflict where that stands already; Refused for a step of somebody else.
func (a Tick) Do(d *model.Doing) error {
	g, err := goals.Found(d, a.Goal)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(g.Steps, func(s Step) bool { return s.Key == a.Step })
	if i < 0 {
		return fault.New(fault.NotFound, "goal-line-unknown", "title", g.Title)
	}
	s := g.Steps[i]
	if s.Done.IsZero() == a.Off {
		return fault.New(fault.Conflict, "goal-step-stands", "text", s.Text)
	}
	s.Done = time.Time{}
	if !a.Off {
		if s.Done, err = d.Today(); err != nil {
			return err
		}
	}
	return PutStep{Goal: a.Goal, Step: s}.Do(d)
}

// PutResult adds a small result to a goal, or alters or takes away the one with its key.
type PutResult struct {
	Goal   journal.ID
	Result Result
}

// Name is the code of the words for this action.
func (PutResult) Name() string { return "act-goal-result" }

// Do writes it; without a day it is of today. Errors as for PutStep; Invalid for a day to come.
func (a PutResult) Do(d *model.Doing) error {
	g, err := goals.Found(d, a.Goal)
	if err != nil {
		return err
	}
	r := a.Result
	if err := g.line(d, &r.Noted, "goal-result"); err != nil {
		return err
	}
	if r.Day.IsZero() {
		if r.Day, err = d.Today(); err != nil {
			return err
		}
	}
	if err := d.Happened(r.Day, "goal-result-day"); err != nil {
		return err
	}
	_, err = goals.Note(d, &g, ItemResult, append(r.fields(), day(resultDay, r.Day)))
	return err
}

// PutNeed adds what the community still has to learn for a goal, or alters or takes away the one with its key. With Met it was learned.
type PutNeed struct {
	Goal journal.ID
	Need Need
}

// Name is the code of the words for this action.
func (PutNeed) Name() string { return "act-goal-need" }

// Do writes it. Errors as for PutStep.
func (a PutNeed) Do(d *model.Doing) error {
	g, err := goals.Found(d, a.Goal)
	if err != nil {
		return err
	}
	n := a.Need
	if err := g.line(d, &n.Noted, "goal-need"); err != nil {
		return err
	}
	_, err = goals.Note(d, &g, ItemNeed, append(n.fields(), day(needMet, n.Met)))
	return err
}

// PutOffer says who offers what is still to be learned, or alters or takes away what somebody offered.
type PutOffer struct {
	Goal  journal.ID
	Offer Offer
}

// Name is the code of the words for this action.
func (PutOffer) Name() string { return "act-goal-offer" }

// Do writes it. Errors as for PutStep; NotFound for a need that the goal has not.
func (a PutOffer) Do(d *model.Doing) error {
	g, err := goals.Found(d, a.Goal)
	if err != nil {
		return err
	}
	o := a.Offer
	if !slices.ContainsFunc(g.Needs, func(n Need) bool { return n.Key == o.Need }) {
		return fault.New(fault.NotFound, "goal-line-unknown", "title", g.Title)
	}
	if err := g.line(d, &o.Noted, "goal-offer"); err != nil {
		return err
	}
	if !o.Person.IsZero() {
		if _, err := d.Person(o.Person); err != nil {
			return err
		}
	}
	_, err = goals.Note(d, &g, ItemOffer, append(o.fields(), offerNeed.Is(journal.Ref(o.Need)), offerPerson.Is(journal.Ref(o.Person))))
	return err
}

// End says that a goal is reached or let go, and what came of it; Open lets it go on.
type End struct {
	ID    journal.ID
	State State
	Came  string
}

// Name is the code of the words for this action.
func (a End) Name() string {
	switch a.State {
	case Open:
		return "act-goal-reopen"
	case Dropped:
		return "act-goal-drop"
	}
	return "act-goal-reach"
}

// Do writes it. Errors: NotFound; Invalid for an unknown state, and for an end without what came of it; Conflict where that stands already; Refused
// for a goal of somebody else.
func (a End) Do(d *model.Doing) error {
	g, err := goals.Meant(d, a.ID)
	if err != nil {
		return err
	}
	if g.State == a.State {
		return fault.New(fault.Conflict, "goal-stands", "title", g.Title)
	}
	if a.State != Open {
		if err := model.Required(&a.Came, "goal-came"); err != nil {
			return err
		}
	}
	g.State, g.Came, g.Ended = a.State, a.Came, time.Time{}
	if a.State == Open {
		g.Came = ""
	} else if g.Ended, err = d.Today(); err != nil {
		return err
	}
	if err := check(d, &g, &g); err != nil {
		return err
	}
	return goals.Write(d, &g)
}
