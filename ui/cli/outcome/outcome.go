// Package outcome holds the commands on what becomes of students.
package outcome

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/learning"
	"leerbalie/model/outcome"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/lookup"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/report"
	"leerbalie/ui/text"
	"leerbalie/ui/widget/cell"
)

// outcomeJSON is something that became of a student. The names are a promise to scripts. Why is null for who may not know it.
type outcomeJSON struct {
	Student output.Who `json:"student"`
	Outcome string     `json:"outcome"`
	Date    *string    `json:"date"`
	Study   bool       `json:"from_study"` // the end of the study says so
	Why     *string    `json:"why"`
}

// figureJSON is a figure to compare with.
type figureJSON struct {
	ID      string      `json:"id"`
	Outcome string      `json:"outcome"`
	Rate    json.Number `json:"rate"`
	Source  string      `json:"source"`
	Year    int         `json:"year"`
}

// Outcome is the family of what becomes of students.
func Outcome(r *command.Run) *cobra.Command {
	return r.Family("outcome", "cli.outcome", command.Commands{"add": add, "list": list, "remove": remove, "compare": compare})
}

// kind is the outcome that is typed.
func kind(r *command.Run, typed string) (string, error) {
	return r.Choose("OUTCOME", typed, outcome.Kinds())
}

// who is the student that words mean, and the outcome that the last one does.
func who(ctx context.Context, r *command.Run, session *model.Session, args []string) (p model.Person, of string, err error) {
	if of, err = kind(r, args[len(args)-1]); err != nil {
		return p, of, err
	}
	p, err = lookup.Learner(ctx, session, strings.Join(args[:len(args)-1], " "))
	return p, of, err
}

func add(r *command.Run) *cobra.Command {
	var date, why string
	cmd := &cobra.Command{
		Use: "add STUDENT OUTCOME", Short: r.Say("cli.outcome.add"), Args: command.Arguments(2, -1, "STUDENT OUTCOME"),
		Example: "  leerbalie outcome add \"Noor Visser\" qualification --date 2026-07-03\n  leerbalie outcome add Ali left --date 2026-02-13 --why \"verhuisd\"",
		RunE: func(cmd *cobra.Command, args []string) error {
			day, err := command.ReadDay("date", date)
			if err != nil {
				return err
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				p, of, err := who(ctx, r, session, args)
				if err != nil {
					return err
				}
				if _, err := session.Do(ctx, outcome.Add{Student: p.ID, Kind: of, Day: day, Why: why}); err != nil {
					return err
				}
				t, err := outcome.Read(ctx, session, p.ID)
				if err != nil {
					return err
				}
				o := t.Outcomes[slices.IndexFunc(t.Outcomes, func(o outcome.Outcome) bool { return o.Kind == of })]
				if r.JSON {
					return output.JSON(r.Out, told(&t, o, outcome.MayKnowWhy(session.Clearance())))
				}
				_, err = fmt.Fprintln(r.Out, r.Say("cli.outcome.added", "name", cell.Safe(p.Name, 100), "outcome", r.Words.Code("outcome-kind", of), "day", text.Day(o.Day)))
				return err
			})
		},
	}
	cmd.Flags().StringVar(&date, "date", "", r.Say("cli.flag.outcome-date"))
	cmd.Flags().StringVar(&why, "why", "", r.Say("cli.flag.outcome-why"))
	return cmd
}

func remove(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use: "remove STUDENT OUTCOME", Short: r.Say("cli.outcome.remove"), Args: command.Arguments(2, -1, "STUDENT OUTCOME"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				p, of, err := who(ctx, r, session, args)
				if err != nil {
					return err
				}
				if _, err := session.Do(ctx, outcome.Remove{Student: p.ID, Kind: of}); err != nil {
					return err
				}
				if r.JSON {
					return output.JSON(r.Out, outcomeJSON{Student: output.Named(p.ID, p.Name), Outcome: of})
				}
				_, err = fmt.Fprintln(r.Out, r.Say("cli.outcome.removed", "name", cell.Safe(p.Name, 100), "outcome", r.Words.Code("outcome-kind", of)))
				return err
			})
		},
	}
}

// told is an outcome for scripts; why is whether whoever asks may know it.
func told(t *outcome.Told, o outcome.Outcome, why bool) outcomeJSON {
	out := outcomeJSON{Student: output.Named(t.Student.ID, t.Student.Name), Outcome: o.Kind, Study: o.Study}
	if !o.Day.IsZero() {
		day := o.Day.Format(time.DateOnly)
		out.Date = &day
	}
	if o.Kind == outcome.Left && why {
		out.Why = &t.Reason
	}
	return out
}

func list(r *command.Run) *cobra.Command {
	var limit int
	cmd := &cobra.Command{
		Use: "list [STUDENT]", Short: r.Say("cli.outcome.list"), Args: command.Arguments(0, -1, "STUDENT"),
		RunE: func(cmd *cobra.Command, args []string) error {
			limit, err := r.Limit(cmd, limit)
			if err != nil {
				return err
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				of, err := students(ctx, session, strings.Join(args, " "))
				if err != nil {
					return err
				}
				private := outcome.MayKnowWhy(session.Clearance())
				all := []outcomeJSON{}
				for _, p := range of {
					t, err := outcome.Read(ctx, session, p.ID)
					if err != nil {
						return err
					}
					for _, o := range t.Outcomes {
						all = append(all, told(&t, o, private))
					}
				}
				slices.SortStableFunc(all, func(a, b outcomeJSON) int { return strings.Compare(orNone(b.Date), orNone(a.Date)) })
				if limit > 0 && len(all) > limit {
					all = all[:limit]
				}
				if r.JSON {
					return output.JSON(r.Out, all)
				}
				if len(all) == 0 {
					_, err := fmt.Fprintln(r.Out, r.Say("cli.outcome.none"))
					return err
				}
				heads := []string{r.Say("cli.col.name"), r.Say("outcome.outcome"), r.Say("outcome.day")}
				if private {
					heads = append(heads, r.Say("cli.col.why"))
				}
				t := output.NewTable(r.Out, r.Width, heads...)
				for _, o := range all {
					row := []string{o.Student.Name, r.Words.Code("outcome-kind", o.Outcome), orNone(o.Date)}
					if private {
						row = append(row, orNone(o.Why))
					}
					t.Add(row...)
				}
				return t.End()
			})
		},
	}
	r.LimitFlag(cmd, &limit)
	return cmd
}

func orNone(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// students are those whose outcomes are asked for.
func students(ctx context.Context, session *model.Session, named string) ([]model.Person, error) {
	if named == "" {
		return learning.ReadLearners(ctx, session)
	}
	p, err := lookup.Learner(ctx, session, named)
	return []model.Person{p}, err
}

func compare(r *command.Run) *cobra.Command {
	var rate, source string
	var year int
	var gone bool
	cmd := &cobra.Command{
		Use: "compare [OUTCOME]", Short: r.Say("cli.outcome.compare"), Args: command.Arguments(0, 1, "OUTCOME"),
		Example: "  leerbalie outcome compare qualification --rate 67,5 --source \"Onderwijs in cijfers, tabel 3\" --year 2025",
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				if len(args) == 0 {
					return figures(ctx, r, session)
				}
				of, err := kind(r, args[0])
				if err != nil {
					return err
				}
				c := outcome.Comparison{Outcome: of, Source: strings.Join(strings.Fields(source), " "), Year: year}
				c.ID = outcome.ComparisonID(c.Outcome, c.Year, c.Source)
				if gone {
					return uncompare(ctx, r, session, c)
				}
				if c.Rate, err = outcome.ParseShare(rate); err != nil {
					return err
				}
				if _, err := session.Do(ctx, outcome.Compare{Comparison: c}); err != nil {
					return err
				}
				return tell(r, c, "cli.outcome.compared")
			})
		},
	}
	f := cmd.Flags()
	f.StringVar(&rate, "rate", "", r.Say("cli.flag.outcome-rate"))
	f.StringVar(&source, "source", "", r.Say("cli.flag.outcome-source"))
	f.IntVar(&year, "year", 0, r.Say("cli.flag.outcome-year"))
	f.BoolVar(&gone, "remove", false, r.Say("cli.flag.outcome-remove"))
	return cmd
}

func uncompare(ctx context.Context, r *command.Run, session *model.Session, c outcome.Comparison) error {
	all, err := outcome.ReadComparisons(ctx, session)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(all, func(o outcome.Comparison) bool { return o.ID == c.ID })
	if i >= 0 {
		c = all[i]
	}
	if _, err := session.Do(ctx, outcome.RemoveComparison{ID: c.ID}); err != nil {
		return err
	}
	return tell(r, c, "cli.outcome.uncompared")
}

// figures lists what there is to compare with.
func figures(ctx context.Context, r *command.Run, session *model.Session) error {
	all, err := outcome.ReadComparisons(ctx, session)
	if err != nil {
		return err
	}
	if r.JSON {
		out := []figureJSON{}
		for _, c := range all {
			out = append(out, figureOut(c))
		}
		return output.JSON(r.Out, out)
	}
	t := output.NewTable(r.Out, r.Width, r.Say("field.comparison-outcome"), r.Say("field.comparison-rate"), r.Say("field.comparison-year"), r.Say("field.comparison-source"))
	for _, c := range all {
		t.Add(r.Words.Code("outcome-kind", c.Outcome), report.EnteredPercent(r.Words, c.Rate), strconv.Itoa(c.Year), c.Source)
	}
	return t.End()
}

func figureOut(c outcome.Comparison) figureJSON {
	return figureJSON{c.ID.String(), c.Outcome, output.Fraction(c.Rate.Fraction()), c.Source, c.Year}
}

func tell(r *command.Run, c outcome.Comparison, sentence string) error {
	if r.JSON {
		return output.JSON(r.Out, figureOut(c))
	}
	_, err := fmt.Fprintln(r.Out, r.Say(sentence, "outcome", r.Words.Code("outcome-kind", c.Outcome), "rate", report.EnteredPercent(r.Words, c.Rate), "source", cell.Safe(c.Source, 100), "year", c.Year))
	return err
}
