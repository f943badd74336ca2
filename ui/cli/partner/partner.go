// Package partner is the commands of partners and their networks: what they can give, how far the agreement is, what was said and seen there, and the
// board of which places are free by week.
package partner

import (
	"context"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/partner"
	"leerbalie/model/placement"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/fields"
)

// row is a partner with what is placed there.
type row struct {
	partner.Partner
	placed  int
	found   []placement.Finding
	network string
	names   map[journal.ID]string
}

// Partner is the family.
func Partner(r *command.Run) *cobra.Command {
	return r.Family("partner", "cli.partner", room().Commands(command.Commands{
		"state": state, "archive": archive, "visit": note("visit", partner.ItemVisit), "kickoff": note("kickoff", partner.ItemKickOff),
		"evaluate": note("evaluate", partner.ItemEvaluation), "agree": note("agree", partner.ItemAgreement), "board": board,
	}))
}

// ByName finds a partner by what a text means.
func ByName() fields.Find {
	return fields.Named(partner.All, func(p partner.Partner) journal.ID { return p.ID }, func(p partner.Partner) string { return p.Name })
}

func networkByName() fields.Find {
	return fields.Named(partner.AllNetworks, func(n partner.Network) journal.ID { return n.ID }, func(n partner.Network) string { return n.Name })
}

func room() fields.Room[partner.Partner, row] {
	return fields.Room[partner.Partner, row]{
		Name: "partner", Arg: "PARTNER", Title: "partner-name",
		Of: fields.Of[partner.Partner]{Table: partner.Table(), Prefix: "partner-",
			Fields: []string{"partner-places", "partner-supervision", "partner-from", "partner-to", "partner-levels", "partner-network", "partner-guides", "partner-work", "partner-contact", "partner-sector", "partner-note", "partner-terms", "partner-agreed"},
			Flags:  map[string]string{"partner-supervision": "supervision-hours", "partner-levels": "level", "partner-guides": "guide"},
			Finds:  map[string]fields.Find{"partner-network": networkByName()}, Hours: []string{"partner-supervision"}},
		Examples: map[string]string{
			"add":  "  leerbalie partner add \"De Warme Schuur\" --places 10 --supervision-hours 12 --from 2027-02-01 --to 2027-07-16 --level mbo-2,mbo-3",
			"edit": "  leerbalie partner edit schuur --places 12",
			"list": "  leerbalie partner list --json",
		},
		Read: read, Entity: func(p *row) *partner.Partner { return &p.Partner }, ID: func(p *row) journal.ID { return p.ID },
		Words: func(p *row) []string {
			return append([]string{p.network, p.Sector, p.Contact, p.Note}, append(p.Levels, p.Work...)...)
		},
		Open: func(p *row) bool { return p.State != partner.Ended || p.placed > 0 || len(p.found) > 0 },
		Add: func(p partner.Partner) model.Action {
			if p.State == "" && !p.Agreed.IsZero() {
				p.State = partner.Agreed
			}
			return partner.Add{Partner: p}
		},
		Edit:    func(p partner.Partner) model.Action { return partner.Edit{Partner: p} },
		Archive: func(id journal.ID) model.Action { return partner.Archive{ID: id} },
		Heads:   []string{"field.partner-name", "field.partner-state", "field.partner-places", "cli.partner.placed", "field.partner-supervision", "field.partner-from", "field.partner-to", "field.partner-network"},
		Cells: func(r *command.Run, p *row) []string {
			return []string{p.Name, r.Words.PartnerState(p.State), strconv.Itoa(p.Places), strconv.Itoa(p.placed), hours(p.Supervision), day(p.From), day(p.To), p.network}
		},
		Card: card, JSON: func(_ *command.Run, p *row) any { return jsonOf(p) },
	}
}

func read(ctx context.Context, r *command.Run, s *model.Session) ([]row, error) {
	all, err := partner.All(ctx, s)
	if err != nil {
		return nil, err
	}
	today := r.Today(ctx, s)
	b, err := placement.Read(ctx, s, today, today, 1)
	if err != nil {
		return nil, err
	}
	nets, err := partner.AllNetworks(ctx, s)
	if err != nil {
		return nil, err
	}
	names, err := s.PersonNames(ctx, r.Say("person.removed"))
	if err != nil {
		return nil, err
	}
	out := make([]row, len(all))
	for i, p := range all {
		out[i] = row{Partner: p, names: names}
		for _, n := range nets {
			if n.ID == p.Network {
				out[i].network = n.Name
			}
		}
		for _, on := range b.Rows {
			if on.Partner.ID == p.ID {
				out[i].placed, out[i].found = on.Placed, on.Found
			}
		}
	}
	return out, nil
}

func state(r *command.Run) *cobra.Command {
	var yes bool
	cmd := &cobra.Command{
		Use: "state PARTNER contact|agreed|running|ended", Short: r.Say("cli.partner.state"), Args: command.Arguments(2, 2, "PARTNER STATE"),
		Example: "  leerbalie partner state schuur running",
		RunE: func(cmd *cobra.Command, args []string) error {
			return room().Does(r, cmd, args[0], func(_ context.Context, _ *model.Session, p *row) (model.Action, error) {
				return partner.SetState{ID: p.ID, State: partner.State(args[1]), Told: yes}, nil
			})
		},
	}
	cmd.Flags().BoolVar(&yes, "yes", false, r.Say("cli.partner.yes"))
	return cmd
}

func archive(r *command.Run) *cobra.Command {
	var yes bool
	cmd := &cobra.Command{
		Use: "archive PARTNER", Short: r.Say("cli.partner.archive"), Args: command.Arguments(1, 1, "PARTNER"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return room().Does(r, cmd, args[0], func(_ context.Context, _ *model.Session, p *row) (model.Action, error) {
				return partner.Archive{ID: p.ID, Told: yes}, nil
			})
		},
	}
	cmd.Flags().BoolVar(&yes, "yes", false, r.Say("cli.partner.yes"))
	return cmd
}

// note is a command that writes something down of a partner.
func note(name string, kind journal.ItemKind) func(*command.Run) *cobra.Command {
	return func(r *command.Run) *cobra.Command {
		var date, from string
		cmd := &cobra.Command{
			Use: name + " PARTNER TEXT", Short: r.Say("cli.partner." + name), Args: command.Arguments(2, -1, "PARTNER TEXT"),
			RunE: func(cmd *cobra.Command, args []string) error {
				day, err := command.ReadDay("date", date)
				if err != nil {
					return err
				}
				return room().Does(r, cmd, args[0], func(_ context.Context, _ *model.Session, p *row) (model.Action, error) {
					return partner.Write{ID: p.ID, Note: partner.Note{Kind: kind, Day: day, Text: strings.Join(args[1:], " "), From: from}}, nil
				})
			},
		}
		cmd.Flags().StringVar(&date, "date", "", r.Say("cli.partner.date"))
		if kind == partner.ItemEvaluation {
			cmd.Flags().StringVar(&from, "from", "", r.Say("field.partner-from-whom"))
		}
		return cmd
	}
}

func day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}
