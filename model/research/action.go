package research

import (
	"slices"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
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

// check tidies and refuses what cannot be kept.
func check(d *model.Doing, now, was *Research) error {
	if err := model.Required(&now.Question, "research-question"); err != nil {
		return err
	}
	if now.State == "" {
		now.State = Running
	}
	if !slices.Contains(States(), now.State) {
		return fault.New(fault.Invalid, "research-state", "text", string(now.State))
	}
	return nil
}
