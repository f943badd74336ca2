package partner

import (
	"slices"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// Add adds a partner.
type Add struct{ Partner Partner }

// Name is the code of the words for this action.
func (Add) Name() string { return "act-partner-add" }

// Do adds it. Errors: Invalid for what cannot be, and a citizen service number; Refused for who may not read the community's.
func (a Add) Do(d *model.Doing) error { return partners.Add(d, a.Partner) }

// Edit alters a partner as a form that was filled in with it.
type Edit struct{ Partner Partner }

// Name is the code of the words for this action.
func (Edit) Name() string { return "act-partner-edit" }

// Do writes what differs. Errors: NotFound; Refused for what is somebody else's; those of Add.
func (a Edit) Do(d *model.Doing) error { return partners.Edit(d, a.Partner) }

// Archive puts a partner away.
type Archive struct{ ID journal.ID }

// Name is the code of the words for this action.
func (Archive) Name() string { return "act-partner-archive" }

// Do puts it away. Errors: NotFound; Refused for what is somebody else's.
func (a Archive) Do(d *model.Doing) error { return partners.Archive(d, a.ID) }

// check tidies and refuses what cannot be kept.
func checkPartner(d *model.Doing, now, was *Partner) error {
	if err := model.Required(&now.Name, "partner-name"); err != nil {
		return err
	}
	if now.State == "" {
		now.State = Contact
	}
	if !slices.Contains(States(), now.State) {
		return fault.New(fault.Invalid, "partner-state", "text", string(now.State))
	}
	return nil
}
