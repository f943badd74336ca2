package training

import (
	"slices"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
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

// check tidies and refuses what cannot be kept.
func check(d *model.Doing, now, was *Training) error {
	if err := model.Required(&now.What, "training-what"); err != nil {
		return err
	}
	if now.State == "" {
		now.State = Asked
	}
	if !slices.Contains(States(), now.State) {
		return fault.New(fault.Invalid, "training-state", "text", string(now.State))
	}
	return nil
}
