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
type Edit struct {
	Partner Partner
	Told    bool // the actor was told what stands in the way of its state
}

// Name is the code of the words for this action.
func (Edit) Name() string { return "act-partner-edit" }

// Do writes what differs. Errors: NotFound; Refused for what is somebody else's; Conflict for a state that asks something first, see SetState; those
// of Add.
func (a Edit) Do(d *model.Doing) error {
	was, err := partners.Meant(d, a.Partner.ID)
	if err != nil {
		return err
	}
	if err := moves(d, &was, a.Partner.State, a.Told); err != nil {
		return err
	}
	return partners.Edit(d, a.Partner)
}

// SetState says how far a partner is.
type SetState struct {
	ID    journal.ID
	State State
	Told  bool // the actor was told what stands in the way, and says so all the same
}

// Name is the code of the words for this action.
func (SetState) Name() string { return "act-partner-state" }

// Do writes it. Errors: NotFound; Invalid for an unknown state; Conflict for one that lies behind, and for one that ends while students are placed
// there, unless the actor was told; Refused for what is somebody else's.
func (a SetState) Do(d *model.Doing) error {
	p, err := partners.Meant(d, a.ID)
	if err != nil {
		return err
	}
	if !slices.Contains(States(), a.State) {
		return fault.New(fault.Invalid, "partner-state", "text", string(a.State))
	}
	if err := moves(d, &p, a.State, a.Told); err != nil {
		return err
	}
	if p.State = a.State; p.State == Agreed && p.Agreed.IsZero() {
		if p.Agreed, err = d.Today(); err != nil {
			return err
		}
	}
	return partners.Edit(d, p)
}

// Ending is told to the rooms above before a partner ends or is put away: one that knows who is placed there refuses, unless the actor was told.
type Ending struct {
	Partner Partner
	Told    bool
}

// moves asks what has to be asked before a partner comes to another state.
func moves(d *model.Doing, was *Partner, to State, told bool) error {
	if to == "" || to == was.State {
		return nil
	}
	if to == Ended {
		return d.Tell(Ending{*was, told})
	}
	if !told && slices.Index(States(), to) < slices.Index(States(), was.State) {
		return fault.New(fault.Conflict, "partner-back", "name", was.Name, "was", string(was.State), "state", string(to))
	}
	return nil
}

// Archive puts a partner away.
type Archive struct {
	ID   journal.ID
	Told bool // the actor was told who is placed there
}

// Name is the code of the words for this action.
func (Archive) Name() string { return "act-partner-archive" }

// Do puts it away. Errors: NotFound; Refused for what is somebody else's; Conflict while students are placed there, unless the actor was told.
func (a Archive) Do(d *model.Doing) error {
	p, err := partners.Meant(d, a.ID)
	if err != nil {
		return err
	}
	if err := d.Tell(Ending{p, a.Told}); err != nil {
		return err
	}
	return partners.Archive(d, a.ID)
}
