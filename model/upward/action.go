package upward

import (
	"slices"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// Add adds a signal.
type Add struct{ Signal Signal }

// Name is the code of the words for this action.
func (Add) Name() string { return "act-signal-add" }

// Do adds it. Errors: Invalid for what cannot be, and a citizen service number; Refused for who may not read the community's.
func (a Add) Do(d *model.Doing) error { return signals.Add(d, a.Signal) }

// Edit alters a signal as a form that was filled in with it.
type Edit struct{ Signal Signal }

// Name is the code of the words for this action.
func (Edit) Name() string { return "act-signal-edit" }

// Do writes what differs. Errors: NotFound; Refused for what is somebody else's; those of Add.
func (a Edit) Do(d *model.Doing) error { return signals.Edit(d, a.Signal) }

// Archive puts a signal away.
type Archive struct{ ID journal.ID }

// Name is the code of the words for this action.
func (Archive) Name() string { return "act-signal-archive" }

// Do puts it away. Errors: NotFound; Refused for what is somebody else's.
func (a Archive) Do(d *model.Doing) error { return signals.Archive(d, a.ID) }

// check tidies and refuses what cannot be kept.
func check(d *model.Doing, now, was *Signal) error {
	if err := model.Required(&now.Text, "signal-text"); err != nil {
		return err
	}
	if now.State == "" {
		now.State = Open
	}
	if !slices.Contains(States(), now.State) {
		return fault.New(fault.Invalid, "signal-state", "text", string(now.State))
	}
	return nil
}
