package partner

import (
	"context"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/together"
)

// KindNetwork is the kind of a network. Its number is on disk and never reused.
const KindNetwork journal.Kind = 41

// The fields of a network. Numbers are on disk and never reused; 15 is FieldArchived, 16 together.FieldAddedBy.
const (
	NetworkName journal.Field = 1
	NetworkNote journal.Field = 2
)

// Network is one.
type Network struct {
	together.Base
	Name string
	Note string
}

var networks = together.Room[Network, *Network]{
	Kind: KindNetwork, Name: "network", Title: func(n *Network) string { return n.Name },
	Check: checkNetwork,
	Fields: func() model.Table[Network] {
		return model.Table[Network]{
			model.TextField(NetworkName, "network-name", func(n *Network) *string { return &n.Name }),
			model.TextField(NetworkNote, "network-note", func(n *Network) *string { return &n.Note }),
		}
	},
}

// NetworkTable is every field of a network.
func NetworkTable() model.Table[Network] { return networks.Table() }

// NetworkOf reads a network from its record and what stands on it.
func NetworkOf(rec *journal.Record, items []journal.Item) Network { return networks.Of(rec, items) }

// AsSeenIn is it, written by who saw what stood in another reading: an edit replaces nothing that came after that.
func (n Network) AsSeenIn(was Network) Network {
	n.Base.AsSeenIn(&was.Base)
	return n
}

// MayEdit tells whether somebody may alter it.
func (n *Network) MayEdit(by model.Person) bool { return networks.MayEdit(by, n) }

// AllNetworks reads all that were not put away, by what they are called. They must not be altered. Errors: Refused.
func AllNetworks(ctx context.Context, session *model.Session) ([]Network, error) {
	return networks.All(ctx, session)
}

// AllNetworksIn is AllNetworks on a state of the store; it asks nobody whether that may be.
func AllNetworksIn(ctx context.Context, session *model.Session, tx model.Tx) ([]Network, error) {
	return networks.AllIn(ctx, session, tx)
}

// OneNetwork reads one. Errors: NotFound, Refused.
func OneNetwork(ctx context.Context, session *model.Session, id journal.ID) (Network, error) {
	return networks.One(ctx, session, id)
}
