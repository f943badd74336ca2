package partner

import (
	"leerbalie/model"
	"leerbalie/model/journal"
)

// NetworkAdd adds a network.
type NetworkAdd struct{ Network Network }

// Name is the code of the words for this action.
func (NetworkAdd) Name() string { return "act-network-add" }

// Do adds it. Errors: Invalid for what cannot be, and a citizen service number; Refused for who may not read the community's.
func (a NetworkAdd) Do(d *model.Doing) error { return networks.Add(d, a.Network) }

// NetworkEdit alters a network as a form that was filled in with it.
type NetworkEdit struct{ Network Network }

// Name is the code of the words for this action.
func (NetworkEdit) Name() string { return "act-network-edit" }

// Do writes what differs. Errors: NotFound; Refused for what is somebody else's; those of Add.
func (a NetworkEdit) Do(d *model.Doing) error { return networks.Edit(d, a.Network) }

// NetworkArchive puts a network away.
type NetworkArchive struct{ ID journal.ID }

// Name is the code of the words for this action.
func (NetworkArchive) Name() string { return "act-network-archive" }

// Do puts it away. Errors: NotFound; Refused for what is somebody else's.
func (a NetworkArchive) Do(d *model.Doing) error { return networks.Archive(d, a.ID) }
