package project

import (
	"slices"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// Add adds a project.
type Add struct{ Project Project }

// Name is the code of the words for this action.
func (Add) Name() string { return "act-project-add" }

// Do adds it. Errors: Invalid for what cannot be, and a citizen service number; Refused for who may not read the community's.
func (a Add) Do(d *model.Doing) error { return projects.Add(d, a.Project) }

// Edit alters a project as a form that was filled in with it.
type Edit struct{ Project Project }

// Name is the code of the words for this action.
func (Edit) Name() string { return "act-project-edit" }

// Do writes what differs. Errors: NotFound; Refused for what is somebody else's; those of Add.
func (a Edit) Do(d *model.Doing) error { return projects.Edit(d, a.Project) }

// Archive puts a project away.
type Archive struct{ ID journal.ID }

// Name is the code of the words for this action.
func (Archive) Name() string { return "act-project-archive" }

// Do puts it away. Errors: NotFound; Refused for what is somebody else's.
func (a Archive) Do(d *model.Doing) error { return projects.Archive(d, a.ID) }

// check tidies and refuses what cannot be kept.
func check(d *model.Doing, now, was *Project) error {
	if err := model.Required(&now.Title, "project-title"); err != nil {
		return err
	}
	if now.State == "" {
		now.State = Planned
	}
	if !slices.Contains(States(), now.State) {
		return fault.New(fault.Invalid, "project-state", "text", string(now.State))
	}
	return nil
}
