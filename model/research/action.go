package research

import (
	"slices"
	"strings"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/together"
)

// Add adds a piece of research.
type Add struct{ Research Research }

// Name is the code of the words for this action.
func (Add) Name() string { return "act-research-add" }

// Do adds it. Errors: Invalid for what cannot be, and a citizen service number; Refused for who may not read the community's.
func (a Add) Do(d *model.Doing) error { return looks.Add(d, a.Research) }

// Edit alters a piece of research as a form that was filled in with it.
type Edit struct{ Research Research }

// Name is the code of the words for this action.
func (Edit) Name() string { return "act-research-edit" }

// Do writes what differs. Errors: NotFound; Refused for what is somebody else's; those of Add.
func (a Edit) Do(d *model.Doing) error { return looks.Edit(d, a.Research) }

// Archive puts a piece of research away.
type Archive struct{ ID journal.ID }

// Name is the code of the words for this action.
func (Archive) Name() string { return "act-research-archive" }

// Do puts it away. Errors: NotFound; Refused for what is somebody else's.
func (a Archive) Do(d *model.Doing) error { return looks.Archive(d, a.ID) }

// End says that research is done or was stopped, and what came of it; Running lets it go on.
type End struct {
	ID    journal.ID
	State State
	Came  string
}

// Name is the code of the words for this action.
func (a End) Name() string {
	if a.State == Running {
		return "act-research-reopen"
	}
	return "act-research-end"
}

// Do writes it. Errors: NotFound; Invalid for an unknown state, and for an end without what came of it; Conflict where that stands already; Refused
// for what is somebody else's.
func (a End) Do(d *model.Doing) error {
	r, err := looks.Meant(d, a.ID)
	if err != nil {
		return err
	}
	if r.State == a.State {
		return fault.New(fault.Conflict, "research-stands", "title", r.Question)
	}
	if a.State != Running {
		if err := model.Required(&a.Came, "research-came"); err != nil {
			return err
		}
	}
	was := r
	r.State, r.Came = a.State, a.Came
	if err := check(d, &r, &was); err != nil {
		return err
	}
	return looks.Write(d, &r)
}

// The most of a piece of research.
const (
	mostTitle = 300
	mostProse = 4000
	mostNamed = 20
)

// check tidies and refuses what cannot be kept. Who was named before may stay, also when they left.
func check(d *model.Doing, now, was *Research) error {
	now.Question = strings.Join(strings.Fields(now.Question), " ")
	if err := model.Required(&now.Question, "research-question"); err != nil {
		return err
	}
	if err := together.Short(mostTitle, "research-question", now.Question, "research-school", now.School); err != nil {
		return err
	}
	if err := together.Short(mostProse, "research-came", now.Came); err != nil {
		return err
	}
	if now.State == "" {
		now.State = Running
	}
	if !slices.Contains(States(), now.State) {
		return fault.New(fault.Invalid, "research-state", "text", string(now.State))
	}
	if err := together.Named(d, "research-students", now.Students, was.Students, mostNamed); err != nil {
		return err
	}
	if !now.Supervisor.IsZero() {
		if err := together.Named(d, "research-supervisor", []journal.ID{now.Supervisor}, []journal.ID{was.Supervisor}, 1); err != nil {
			return err
		}
	}
	return together.Period(d, "research-from", now.From, was.From, "research-to", now.To, was.To)
}
