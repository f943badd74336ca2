package overview

import (
	"context"
	"encoding/json"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/outcome"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/lookup"
	"leerbalie/ui/cli/output"
)

// outcomeJSON is one outcome of a cohort. The names are a promise to scripts; shares are from 0 to 1.
type outcomeJSON struct {
	Outcome  string       `json:"outcome"`
	N        int          `json:"n"`
	Of       int          `json:"of"`
	Rate     *json.Number `json:"rate"` // null of nobody
	Low      json.Number  `json:"low"`
	High     json.Number  `json:"high"`
	Compared *besideJSON  `json:"compared"` // null: nobody entered a figure
	Going    int          `json:"still_here"`
	Cohort   *string      `json:"cohort"` // null: all together
}

type besideJSON struct {
	Rate   json.Number `json:"rate"`
	Source string      `json:"source"`
	Year   int         `json:"year"`
}

// ReportOutcomes tells what became of the students of a cohort.
func ReportOutcomes(r *command.Run) *cobra.Command {
	var cohort, group, programme string
	var a asked
	cmd := &cobra.Command{
		Use: "outcomes", Short: r.Say("cli.report.outcomes"), Long: r.Say("cli.report.outcomes.long", "fewest", outcome.FewestForShare), Args: command.Arguments(0, 0, ""),
		Example: "  leerbalie report outcomes --cohort 2024 --format html -o uitkomsten.html",
		RunE: func(cmd *cobra.Command, _ []string) error {
			asJSON, err := a.check(r)
			if err != nil {
				return err
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				q := outcome.Query{Cohort: strings.TrimSpace(cohort), Programme: programme, Today: r.Today(ctx, session)}
				if group != "" {
					g, err := lookup.Group(ctx, session, group)
					if err != nil {
						return err
					}
					q.Group = g.ID
				}
				told, err := outcome.ReadReport(ctx, session, q)
				if err != nil {
					return err
				}
				if asJSON {
					return a.json(r, outcomesOut(&told))
				}
				m, err := a.maker(ctx, r, session)
				if err != nil {
					return err
				}
				if a.format == "" { // to look at, as on a screen
					m.Exact = true
					d := m.Outcomes(&told)
					a.format = "md"
					return a.write(r, &d)
				}
				d := m.Outcomes(&told)
				return a.write(r, &d)
			})
		},
	}
	cmd.Flags().StringVar(&cohort, "cohort", "", r.Say("cli.flag.outcome-cohort"))
	cmd.Flags().StringVar(&group, "group", "", r.Say("cli.flag.outcome-group"))
	cmd.Flags().StringVar(&programme, "programme", "", r.Say("cli.flag.outcome-programme"))
	a.flags(r, cmd, "")
	return cmd
}

func outcomesOut(t *outcome.Report) []outcomeJSON {
	out := make([]outcomeJSON, 0, len(t.Rows))
	for _, row := range t.Rows {
		one := outcomeJSON{Outcome: row.Outcome, N: row.N, Of: row.Of, Low: output.Fraction(row.Low), High: output.Fraction(row.High), Going: t.Going}
		if row.Of > 0 {
			rate := output.Fraction(row.Share())
			one.Rate = &rate
		}
		if c := row.Compared; c != nil {
			one.Compared = &besideJSON{output.Fraction(c.Rate.Fraction()), c.Source, c.Year}
		}
		if t.Cohort != "" {
			one.Cohort = &t.Cohort
		}
		out = append(out, one)
	}
	return out
}
