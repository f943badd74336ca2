package partner

import (
	"context"
	"encoding/json"
	"strconv"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/partner"
	"leerbalie/model/placement"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/fields"
)

// Network is the family of networks of partners.
func Network(r *command.Run) *cobra.Command {
	return r.Family("network", "cli.network", networks().Commands(nil))
}

// networkJSON is a network: what it gives is the sum of its partners. The names are a promise to scripts.
type networkJSON struct {
	ID          string      `json:"id"`
	Name        string      `json:"name"`
	Note        string      `json:"note"`
	Partners    int         `json:"partners"`
	Places      int         `json:"places"`
	Placed      int         `json:"placed"`
	Supervision json.Number `json:"supervision_hours"`
}

func networks() fields.Room[partner.Network, placement.BoardNetwork] {
	return fields.Room[partner.Network, placement.BoardNetwork]{
		Name: "network", Arg: "NETWORK", Title: "network-name",
		Of:       fields.Of[partner.Network]{Table: partner.NetworkTable(), Prefix: "network-", Fields: []string{"network-note"}},
		Examples: map[string]string{"add": "  leerbalie network add \"Zorgboeren Zuid\""},
		Read: func(ctx context.Context, r *command.Run, s *model.Session) ([]placement.BoardNetwork, error) {
			today := r.Today(ctx, s)
			b, err := placement.Read(ctx, s, today, today, 1)
			return b.Networks, err
		},
		Entity: func(n *placement.BoardNetwork) *partner.Network { return &n.Network }, ID: func(n *placement.BoardNetwork) journal.ID { return n.Network.ID },
		Words: func(n *placement.BoardNetwork) []string { return []string{n.Network.Note} },
		Add:   func(n partner.Network) model.Action { return partner.NetworkAdd{Network: n} }, Edit: func(n partner.Network) model.Action { return partner.NetworkEdit{Network: n} },
		Archive: func(id journal.ID) model.Action { return partner.NetworkArchive{ID: id} },
		Heads:   []string{"field.network-name", "cli.network.partners", "field.partner-places", "cli.partner.placed", "field.partner-supervision"},
		Cells: func(_ *command.Run, n *placement.BoardNetwork) []string {
			return []string{n.Network.Name, strconv.Itoa(n.Members), strconv.Itoa(n.Places), strconv.Itoa(n.Placed), hours(n.Minutes)}
		},
		Card: func(r *command.Run, n *placement.BoardNetwork) [][2]string {
			return [][2]string{{r.Say("cli.network.partners"), strconv.Itoa(n.Members)}, {r.Say("field.partner-places"), strconv.Itoa(n.Places)}, {r.Say("cli.partner.placed"), strconv.Itoa(n.Placed)},
				{r.Say("field.partner-supervision"), hours(n.Minutes)}, {r.Say("field.network-note"), n.Network.Note}}
		},
		JSON: func(_ *command.Run, n *placement.BoardNetwork) any {
			return networkJSON{n.Network.ID.String(), n.Network.Name, n.Network.Note, n.Members, n.Places, n.Placed, json.Number(hours(n.Minutes))}
		},
	}
}
