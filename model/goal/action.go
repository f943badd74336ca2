package goal

import (
	"slices"
	"strings"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/together"
)

// Add adds a goal.
type Add struct{ Goal Goal }

// Name is the code of the words for this action.
func (Add) Name() string { return "act-goal-add" }

// Do adds it. Errors: Invalid for what cannot be, and a citizen service number; Refused for who may not read the community's.
func (a Add) Do(d *model.Doing) error { return goals.Add(d, a.Goal) }

// Edit alters a goal as a form that was filled in with it.
type Edit struct{ Goal Goal }

// Name is the code of the words for this action.
func (Edit) Name() string { return "act-goal-edit" }

// Do writes what differs. Errors: NotFound; Refused for what is somebody else's; those of Add.
func (a Edit) Do(d *model.Doing) error { return goals.Edit(d, a.Goal) }

// Archive puts a goal away.
type Archive struct{ ID journal.ID }

// Name is the code of the words for this action.
func (Archive) Name() string { return "act-goal-archive" }

// Do puts it away. Errors: NotFound; Refused for what is somebody else's.
func (a Archive) Do(d *model.Doing) error { return goals.Archive(d, a.ID) }

// The most of a goal.
const (
	mostTitle = 200
	mostProse = 4000
	mostNamed = 60
)

// check tidies a goal and refuses what cannot be kept. Whoever owned it or took part before may stay, also when they left.
func check(d *model.Doing, now, was *Goal) (err error) {
	if now.Work, err = together.Work(now.Work, was.Work); err != nil {
		return err
	}
	now.Title = strings.Join(strings.Fields(now.Title), " ")
	if err := model.Required(&now.Title, "goal-title"); err != nil {
		return err
	}
	if err := together.Short(mostTitle, "goal-title", now.Title, "goal-phase", now.Phase, "goal-theme", now.Theme); err != nil {
		return err
	}
	if err := together.Short(mostProse, "goal-why", now.Why, "goal-expect", now.Expect, "goal-came", now.Came); err != nil {
		return err
	}
	if now.State == "" {
		now.State = Open
	}
	if !slices.Contains(States(), now.State) {
		return fault.New(fault.Invalid, "goal-state", "text", string(now.State))
	}
	if now.Owner.IsZero() {
		return fault.New(fault.Invalid, "missing", "field", "goal-owner")
	}
	if err := together.Named(d, "goal-owner", []journal.ID{now.Owner}, []journal.ID{was.Owner}, 1); err != nil {
		return err
	}
	if err := together.Named(d, "goal-members", now.Members, was.Members, mostNamed); err != nil {
		return err
	}
	if !now.By.IsZero() && !now.By.Equal(was.By) {
		return d.Planned(now.By, "goal-by")
	}
	return nil
}
