package partner

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/placement"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/widget/cell"
)

// boardJSON is which places are free where, by week. The names are a promise to scripts. With whole false, this store holds only some groups, and
// counts what is here.
type boardJSON struct {
	From     string             `json:"from"`
	Whole    bool               `json:"whole"`
	Partners []boardPartnerJSON `json:"partners"`
	Networks []boardNetworkJSON `json:"networks"`
}

type boardPartnerJSON struct {
	ID     string        `json:"id"`
	Name   string        `json:"name"`
	State  string        `json:"state"`
	Levels []string      `json:"levels"`
	Placed int           `json:"placed"`
	Weeks  []weekJSON    `json:"weeks"`
	Settle []findingJSON `json:"to_settle"`
}

type boardNetworkJSON struct {
	ID          string      `json:"id"`
	Name        string      `json:"name"`
	Members     int         `json:"partners"`
	Places      int         `json:"places"`
	Placed      int         `json:"placed"`
	Supervision json.Number `json:"supervision_hours"`
	Weeks       []weekJSON  `json:"weeks"`
}

type weekJSON struct {
	Week        string      `json:"week"`
	Open        bool        `json:"open"`
	Places      int         `json:"places"`
	Placed      int         `json:"placed"`
	Free        int         `json:"free"`
	Supervision json.Number `json:"supervision_hours"`
	Used        json.Number `json:"used_hours"`
	FreeHours   json.Number `json:"free_hours"`
}

func weeksOf(all []placement.Week) []weekJSON {
	out := []weekJSON{}
	for _, w := range all {
		out = append(out, weekJSON{isoWeek(w), w.Open, w.Places, w.Taken, w.Free(), json.Number(hours(w.Minutes)), json.Number(hours(w.Used)), json.Number(hours(w.FreeMinutes()))})
	}
	return out
}

func isoWeek(w placement.Week) string {
	year, week := w.Monday.ISOWeek()
	return fmt.Sprintf("%d-W%02d", year, week)
}

// mostWeeks is over how many weeks a board goes at most.
const mostWeeks = 104

func board(r *command.Run) *cobra.Command {
	var weeks int
	var from string
	cmd := &cobra.Command{
		Use: "board", Short: r.Say("cli.partner.board"), Args: command.Arguments(0, 0, ""),
		Example: "  leerbalie partner board --weeks 20\n  leerbalie partner board --from 2027-02-01 --weeks 40 --json",
		RunE: func(cmd *cobra.Command, _ []string) error {
			if weeks < 1 || weeks > mostWeeks {
				return command.Misuse("cli.partner.weeks-wrong", "weeks", weeks, "most", mostWeeks)
			}
			first, err := command.ReadDay("from", from)
			if err != nil {
				return err
			}
			return r.With(cmd, func(ctx context.Context, s *model.Session) error {
				today := r.Today(ctx, s)
				if first.IsZero() {
					first = today
				}
				b, err := placement.Read(ctx, s, today, first, weeks)
				if err != nil {
					return err
				}
				if r.JSON {
					return output.JSON(r.Out, boardOf(b))
				}
				names, err := s.PersonNames(ctx, r.Say("person.removed"))
				if err != nil {
					return err
				}
				return showBoard(r, b, names)
			})
		},
	}
	cmd.Flags().IntVar(&weeks, "weeks", 12, r.Say("cli.partner.weeks"))
	cmd.Flags().StringVar(&from, "from", "", r.Say("cli.partner.from"))
	return cmd
}

func boardOf(b placement.Board) boardJSON {
	out := boardJSON{From: day(b.From), Whole: b.Whole, Partners: []boardPartnerJSON{}, Networks: []boardNetworkJSON{}}
	for _, p := range b.Rows {
		out.Partners = append(out.Partners, boardPartnerJSON{p.Partner.ID.String(), p.Partner.Name, string(p.Partner.State), output.OrEmpty(p.Partner.Levels), p.Placed, weeksOf(p.Weeks), findings(p.Found)})
	}
	for _, n := range b.Networks {
		out.Networks = append(out.Networks, boardNetworkJSON{n.Network.ID.String(), n.Network.Name, n.Members, n.Places, n.Placed, json.Number(hours(n.Minutes)), weeksOf(n.Weeks)})
	}
	return out
}

// showBoard tells of each partner, week by week where it changes, how many places and hours are free.
func showBoard(r *command.Run, b placement.Board, names map[journal.ID]string) error {
	t := output.NewTable(r.Out, r.Width, r.Say("field.partner-name"), r.Say("cli.partner.weeks-of"), r.Say("field.partner-places"), r.Say("cli.partner.free"), r.Say("cli.partner.free-hours"))
	tell := func(name string, weeks []placement.Week) {
		for i := 0; i < len(weeks); {
			j := i
			for j+1 < len(weeks) && alike(weeks[i], weeks[j+1]) {
				j++
			}
			w := weeks[i]
			t.Add(cell.Safe(name, 60), isoWeek(w)+" – "+isoWeek(weeks[j]), strconv.Itoa(w.Places), strconv.Itoa(w.Free()), hours(w.FreeMinutes()))
			name, i = "", j+1
		}
	}
	for _, p := range b.Rows {
		tell(p.Partner.Name, p.Weeks)
	}
	for _, n := range b.Networks {
		tell(r.Say("cli.partner.network-sum", "name", n.Network.Name), n.Weeks)
	}
	if err := t.End(); err != nil {
		return err
	}
	for _, p := range b.Rows {
		for _, f := range p.Found {
			if _, err := fmt.Fprintln(r.Out, cell.Safe(p.Partner.Name+": "+r.Words.PlacementFinding(f, func(id journal.ID) string { return names[id] }), 300)); err != nil {
				return err
			}
		}
	}
	if b.Whole {
		return nil
	}
	_, err := fmt.Fprintln(r.Out, r.Say("placement.part"))
	return err
}

func alike(a, b placement.Week) bool {
	b.Monday = a.Monday
	return a == b
}
