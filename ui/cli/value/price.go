package value

import (
	"context"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/transfer"
	"leerbalie/model/value"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
)

// priceJSON is a price, in euros. The names are a promise to scripts.
type priceJSON struct {
	ID     string      `json:"id"`
	Unit   string      `json:"unit"`
	Low    json.Number `json:"low"`
	Base   json.Number `json:"base"`
	High   json.Number `json:"high"`
	Source string      `json:"source"`
	Date   string      `json:"date"`
	Year   int         `json:"year"`
}

func priceForJSON(p value.Price) priceJSON {
	return priceJSON{p.ID.String(), p.Unit, json.Number(p.Low.String()), json.Number(p.Base.String()), json.Number(p.High.String()), p.Source, p.Date.Format(time.DateOnly), p.Year}
}

// Value is the family of what the work is worth.
func Value(r *command.Run) *cobra.Command {
	return r.Family("value", "cli.value", command.Commands{
		"price": func(r *command.Run) *cobra.Command {
			return r.Family("price", "cli.value.price", command.Commands{
				"add": priceAdd, "edit": priceEdit, "list": priceList, "remove": priceRemove, "import": priceImport,
			})
		},
	})
}

// said are the flags of a price.
type said struct {
	low, base, high, source, date string
	year                          int
}

func (s *said) flags(r *command.Run, cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&s.low, "low", "", r.Say("cli.flag.price-low"))
	f.StringVar(&s.base, "base", "", r.Say("cli.flag.price-base"))
	f.StringVar(&s.high, "high", "", r.Say("cli.flag.price-high"))
	f.StringVar(&s.source, "source", "", r.Say("cli.flag.price-source"))
	f.StringVar(&s.date, "date", "", r.Say("cli.flag.price-date"))
	f.IntVar(&s.year, "year", 0, r.Say("cli.flag.price-year"))
}

// over puts what was said into a price.
func (s *said) over(p *value.Price) (err error) {
	for _, of := range []struct {
		text string
		to   *value.Cents
	}{{s.low, &p.Low}, {s.base, &p.Base}, {s.high, &p.High}} {
		if of.text != "" {
			if *of.to, err = value.ParseCents(of.text); err != nil {
				return err
			}
		}
	}
	if s.source != "" {
		p.Source = s.source
	}
	if s.year != 0 {
		p.Year = s.year
	}
	if s.date != "" {
		p.Date, err = command.ReadDay("date", s.date)
	}
	return err
}

func priceAdd(r *command.Run) *cobra.Command {
	var s said
	cmd := &cobra.Command{
		Use: "add UNIT", Short: r.Say("cli.value.price.add"), Args: command.Arguments(1, 1, "UNIT"),
		Example: "  leerbalie value price add hour --low 25 --base 37.50 --high 50 --source \"Handreiking tarieven, tabel 3\" --year 2026",
		RunE: func(cmd *cobra.Command, args []string) error {
			if s.base == "" {
				return command.Misuse("cli.value.base")
			}
			p := value.Price{Unit: args[0]}
			if s.low == "" {
				s.low = s.base
			}
			if s.high == "" {
				s.high = s.base
			}
			if err := s.over(&p); err != nil {
				return err
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				did, err := session.Do(ctx, value.Add{Price: p})
				if err != nil {
					return err
				}
				return tell(ctx, r, session, did.Entity, "cli.value.price.added")
			})
		},
	}
	s.flags(r, cmd)
	return cmd
}

func priceEdit(r *command.Run) *cobra.Command {
	var s said
	cmd := &cobra.Command{
		Use: "edit UNIT|ID", Short: r.Say("cli.value.price.edit"), Args: command.Arguments(1, 1, "UNIT|ID"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				p, err := meant(ctx, session, args[0])
				if err != nil {
					return err
				}
				if err := s.over(&p); err != nil {
					return err
				}
				if _, err := session.Do(ctx, value.Edit{Price: p}); err != nil {
					return err
				}
				return tell(ctx, r, session, p.ID, "cli.value.price.edited")
			})
		},
	}
	s.flags(r, cmd)
	return cmd
}

func priceRemove(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use: "remove UNIT|ID", Short: r.Say("cli.value.price.remove"), Args: command.Arguments(1, 1, "UNIT|ID"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				p, err := meant(ctx, session, args[0])
				if err != nil {
					return err
				}
				if _, err := session.Do(ctx, value.Remove{ID: p.ID}); err != nil {
					return err
				}
				return tellOf(r, p, "cli.value.price.removed")
			})
		},
	}
}

func priceList(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use: "list", Short: r.Say("cli.value.price.list"), Args: command.Arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				all, err := value.Read(ctx, session)
				if err != nil {
					return err
				}
				if r.JSON {
					out := make([]priceJSON, 0, len(all))
					for _, p := range all {
						out = append(out, priceForJSON(p))
					}
					return output.JSON(r.Out, out)
				}
				if len(all) == 0 {
					_, err := fmt.Fprintln(r.Out, r.Say("cli.value.price.none"))
					return err
				}
				t := output.NewTable(r.Out, r.Width, r.Say("field.price-unit"), r.Say("field.price-low"), r.Say("field.price-base"), r.Say("field.price-high"), r.Say("field.price-year"),
					r.Say("field.price-source"))
				for _, p := range all {
					t.Add(r.Words.Unit(p.Unit), r.Words.Euros(int64(p.Low)), r.Words.Euros(int64(p.Base)), r.Words.Euros(int64(p.High)), strconv.Itoa(p.Year), p.Source)
				}
				return t.End()
			})
		},
	}
}

func priceImport(r *command.Run) *cobra.Command {
	var dry bool
	cmd := &cobra.Command{
		Use: "import FILE", Short: r.Say("cli.value.price.import"), Args: command.Arguments(1, 1, "FILE"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				src, shut, err := r.Reading(args[0])
				if err != nil {
					return err
				}
				defer shut()
				o := transfer.ImportOptions{File: file(args[0]), DryRun: dry, Now: r.Now()}
				report, err := r.Powers.Prices(ctx, session, src, o)
				return output.Imported(r, args[0], report, false, err, nil)
			})
		},
	}
	cmd.Flags().BoolVar(&dry, "dry-run", false, r.Say("cli.flag.dry-run"))
	return cmd
}

// meant is the price that somebody names. Errors: NotFound; Misuse where the unit has several.
func meant(ctx context.Context, session *model.Session, name string) (value.Price, error) {
	all, err := value.Read(ctx, session)
	if err != nil {
		return value.Price{}, err
	}
	named, err := value.Named(all, name)
	if err != nil {
		return value.Price{}, err
	}
	if len(named) > 1 {
		return value.Price{}, command.Misuse("cli.value.which", "name", name)
	}
	return named[0], nil
}

// tell says what became of a price, as it is kept now.
func tell(ctx context.Context, r *command.Run, session *model.Session, id journal.ID, sentence string) error {
	p, err := meant(ctx, session, id.String())
	if err != nil {
		return err
	}
	return tellOf(r, p, sentence)
}

func tellOf(r *command.Run, p value.Price, sentence string) error {
	if r.JSON {
		return output.JSON(r.Out, priceForJSON(p))
	}
	_, err := fmt.Fprintln(r.Out, r.Say(sentence, "unit", r.Words.Unit(p.Unit), "year", p.Year, "low", r.Words.Euros(int64(p.Low)), "base", r.Words.Euros(int64(p.Base)), "high", r.Words.Euros(int64(p.High))))
	return err
}

// file is what a path is called in a source.
func file(path string) string {
	if path == "-" {
		return ""
	}
	return filepath.Base(path)
}
