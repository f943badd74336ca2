package overview

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/overview"
	"leerbalie/model/overview/worth"
	"leerbalie/model/value"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
)

// worthJSON is a value sheet, in euros. The names are a promise to scripts.
type worthJSON struct {
	Site  output.Who      `json:"site"`
	Since string          `json:"since"`
	Until string          `json:"until"`
	Lines []worthLineJSON `json:"lines"`
	Low   json.Number     `json:"low"`
	Base  json.Number     `json:"base"`
	High  json.Number     `json:"high"`
	Twice bool            `json:"counted_twice"`
	Not   referenceJSON   `json:"reference"`
}

// referenceJSON is a line to lay beside it, which nothing is multiplied by.
type referenceJSON struct {
	PerEuro json.Number `json:"per_euro"`
	Place   string      `json:"place"`
	Year    int         `json:"year"`
}

type worthLineJSON struct {
	Unit      string      `json:"unit"`
	Quantity  json.Number `json:"quantity"`
	Counted   bool        `json:"counted"` // false: the store does not count this unit
	PriceLow  json.Number `json:"price_low"`
	PriceBase json.Number `json:"price_base"`
	PriceHigh json.Number `json:"price_high"`
	Low       json.Number `json:"low"`
	Base      json.Number `json:"base"`
	High      json.Number `json:"high"`
	Source    string      `json:"source"`
	Date      string      `json:"date"`
	Year      int         `json:"year"`
}

func euros(c value.Cents) json.Number { return json.Number(c.String()) }

func worthOut(s *worth.Sheet) worthJSON {
	out := worthJSON{output.Named(s.Site.ID, s.Site.Name), s.Period.From.Format(time.DateOnly), s.Period.Until.Format(time.DateOnly), []worthLineJSON{}, euros(s.Low), euros(s.Base),
		euros(s.High), s.Twice, referenceJSON{euros(worth.ReferencePerEuro), worth.ReferencePlace, worth.ReferenceYear}}
	for _, l := range s.Lines {
		out.Lines = append(out.Lines, worthLineJSON{l.Price.Unit, euros(value.Cents(l.Quantity)), l.Known, euros(l.Price.Low), euros(l.Price.Base), euros(l.Price.High),
			euros(l.Low), euros(l.Base), euros(l.High), l.Price.Source, l.Price.Date.Format(time.DateOnly), l.Price.Year})
	}
	return out
}

// ReportValue lays what a site did beside the prices of it.
func ReportValue(r *command.Run) *cobra.Command {
	var since, until string
	var a asked
	cmd := &cobra.Command{
		Use: "value", Short: r.Say("cli.report.value"), Long: r.Say("value.rounded"), Args: command.Arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			asJSON, err := a.check(r)
			if err != nil {
				return err
			}
			from, err := command.ReadDay("since", since)
			if err != nil {
				return err
			}
			to, err := command.ReadDay("until", until)
			if err != nil {
				return err
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				if to.IsZero() {
					to = r.Today(ctx, session)
				}
				if from.IsZero() {
					from = time.Date(to.Year(), 1, 1, 0, 0, 0, 0, time.UTC)
				}
				s, err := worth.Read(ctx, session, overview.Period{From: from, Until: to}, r.Now())
				if err != nil {
					return err
				}
				if asJSON {
					return a.json(r, worthOut(&s))
				}
				if a.format == "" {
					return tellWorth(r, &s)
				}
				m, err := a.maker(ctx, r, session)
				if err != nil {
					return err
				}
				d := m.Worth(&s)
				return a.write(r, &d)
			})
		},
	}
	cmd.Flags().StringVar(&since, "since", "", r.Say("cli.flag.value-since"))
	cmd.Flags().StringVar(&until, "until", "", r.Say("cli.flag.value-until"))
	a.flags(r, cmd, "")
	return cmd
}

func tellWorth(r *command.Run, s *worth.Sheet) error {
	line := func(id string, args ...any) { _, _ = fmt.Fprintln(r.Out, r.Say(id, args...)) }
	line("value.period", "site", s.Site.Name, "from", s.Period.From.Format(time.DateOnly), "until", s.Period.Until.Format(time.DateOnly))
	if len(s.Lines) == 0 {
		line("cli.value.price.none")
		return nil
	}
	t := output.NewTable(r.Out, r.Width, r.Say("field.price-unit"), r.Say("value.quantity"), r.Say("value.price"), r.Say("field.price-low"), r.Say("field.price-base"), r.Say("field.price-high"),
		r.Say("field.price-year"), r.Say("field.price-source"))
	money := func(c value.Cents) string { return r.Words.Euros(int64(c)) }
	for _, l := range s.Lines {
		quantity, low, base, high := "-", "-", "-", "-"
		if l.Known {
			quantity, low, base, high = r.Words.Quantity(l.Price.Unit, l.Quantity), money(l.Low), money(l.Base), money(l.High)
		}
		t.Add(r.Words.Unit(l.Price.Unit), quantity, money(l.Price.Base), low, base, high, strconv.Itoa(l.Price.Year), l.Price.Source)
	}
	t.Add(r.Say("value.total"), "", "", money(s.Low), money(s.Base), money(s.High), "", "")
	if err := t.End(); err != nil {
		return err
	}
	for _, l := range s.Lines {
		if !l.Known {
			line("value.uncounted", "unit", l.Price.Unit)
		}
	}
	if s.Twice {
		line("value.twice")
	}
	line("value.rounded")
	line("value.reference", "amount", money(worth.ReferencePerEuro), "place", worth.ReferencePlace, "year", worth.ReferenceYear)
	return nil
}
