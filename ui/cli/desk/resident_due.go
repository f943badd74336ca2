package desk

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/retention"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/lookup"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/text"
	"leerbalie/ui/widget/cell"
)

// dueJSON is a resident who is due, or held. The names are a promise to scripts.
type dueJSON struct {
	ID       string   `json:"id"`
	Name     string   `json:"name"`
	Rule     string   `json:"rule"`
	Months   int      `json:"months"`
	Last     *string  `json:"last_at"`
	Since    *string  `json:"since"` // the day
	Requests int      `json:"requests"`
	Held     []string `json:"held"` // regular, request, promise, path
	Due      bool     `json:"due"`
}

func dueForJSON(k retention.Kept, now time.Time, loc *time.Location) dueJSON {
	return dueJSON{ID: k.ID.String(), Name: k.Name, Rule: k.Rule, Months: k.Months, Last: output.MomentOrNull(k.Last, loc), Since: output.DayOrNull(k.Since.In(loc)), Requests: k.Requests,
		Held: output.OrEmpty(k.Held), Due: k.DueAt(now)}
}

// residentDue lists who is due, and who would be.
func residentDue(r *command.Run) *cobra.Command {
	var limit int
	cmd := &cobra.Command{
		Use: "due", Short: r.Say("cli.resident.due"), Args: command.Arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			limit, err := r.Limit(cmd, limit)
			if err != nil {
				return err
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				due, held, err := retention.ReadDue(ctx, session, r.Now())
				if err != nil {
					return err
				}
				loc, site := r.Zone(ctx, session), r.Site(ctx, session)
				if r.JSON {
					list := output.NewArray(r.Out)
					for _, k := range append(due, held...) {
						if err := list.Add(dueForJSON(k, r.Now(), loc)); err != nil {
							return err
						}
					}
					return list.End()
				}
				if len(due) == 0 {
					r.Tell(r.Say("cli.resident.due.none"))
				}
				if len(held) > 0 {
					r.Tell(r.Words.Count("cli.resident.due.held", len(held)))
				}
				t := output.NewTable(r.Out, r.Width, r.Say("cli.col.name"), r.Say("cli.col.rule"), r.Say("cli.col.kept-for"), r.Say("cli.col.last"), r.Say("cli.col.due-since"), r.Say("cli.col.held"))
				for i, k := range append(due, held...) {
					if limit > 0 && i == limit {
						break
					}
					var runs []string
					for _, h := range k.Held {
						runs = append(runs, r.Say("retention.held."+h))
					}
					t.Add(k.Name, r.Words.RetentionOf(site, k.Rule), r.Words.Months(k.Months), text.Day(k.Last.In(loc)), text.Day(k.Since.In(loc)), strings.Join(runs, ", "))
				}
				return t.End()
			})
		},
	}
	r.LimitFlag(cmd, &limit)
	return cmd
}

// anonymisedJSON is what came of anonymising. The names are a promise to scripts.
type anonymisedJSON struct {
	Anonymised int      `json:"anonymised"`
	Refused    []string `json:"refused"`
	Wiped      bool     `json:"wiped"`
}

func residentAnonymise(r *command.Run) *cobra.Command {
	var yes, all, early bool
	cmd := &cobra.Command{
		Use: "anonymise NAME|--due --yes", Short: r.Say("cli.resident.anonymise"), Args: command.Arguments(0, -1, ""),
		RunE: func(cmd *cobra.Command, args []string) error {
			if all == (len(args) > 0) {
				return command.Misuse("cli.argument-missing", "what", "NAME | --due")
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				var due []retention.Kept
				if all {
					var err error
					if due, _, err = retention.ReadDue(ctx, session, r.Now()); err != nil {
						return err
					}
				} else {
					who, err := lookup.Resident(ctx, session, strings.Join(args, " "))
					if err != nil {
						return err
					}
					k, err := retention.ReadKept(ctx, session, who.ID, r.Now())
					if err != nil {
						return err
					}
					due = []retention.Kept{k}
				}
				if len(due) > 0 && !yes {
					return fault.New(fault.Refused, "retention-ask", "n", len(due), "names", named(r, due))
				}
				return anonymise(ctx, r, session, due, early)
			})
		},
	}
	cmd.Flags().BoolVar(&yes, "yes", false, r.Say("cli.flag.yes"))
	cmd.Flags().BoolVar(&all, "due", false, r.Say("cli.flag.retention.due"))
	cmd.Flags().BoolVar(&early, "early", false, r.Say("cli.flag.retention.early"))
	return cmd
}

// named are the names of the first, and how many more there are.
func named(r *command.Run, due []retention.Kept) string {
	var names []string
	for _, k := range due[:min(len(due), 10)] {
		names = append(names, cell.Safe(k.Name, 60))
	}
	said := strings.Join(names, ", ")
	if len(due) > 10 {
		said = r.Say("retention.more", "names", said, "n", len(due)-10)
	}
	return said
}

func anonymise(ctx context.Context, r *command.Run, session *model.Session, due []retention.Kept, early bool) error {
	out := anonymisedJSON{Refused: []string{}}
	var failed []error
	if early && len(due) == 1 {
		if _, err := session.Do(ctx, retention.Anonymise{ID: due[0].ID, Early: true}); err != nil {
			return err
		}
		out.Anonymised = 1
	} else {
		n, refused, err := retention.All(ctx, session, due)
		if err != nil {
			return err
		}
		out.Anonymised = n
		for _, err := range refused {
			if err != nil {
				failed, out.Refused = append(failed, err), append(out.Refused, r.Sentence(err))
			}
		}
	}
	if out.Anonymised == 0 && len(failed) > 0 {
		return failed[0]
	}
	w, bad, err := output.Wipe(ctx, session)
	if err != nil {
		return errors.Join(bad, err)
	}
	out.Wiped = !w.Owed
	if r.JSON {
		if err := output.JSON(r.Out, out); err != nil {
			return err
		}
	} else {
		for _, said := range out.Refused {
			r.Tell(said)
		}
		if _, err := fmt.Fprintln(r.Out, r.Words.Count("cli.resident.anonymised", out.Anonymised)); err != nil {
			return err
		}
	}
	return output.TellWiping(r, w, bad)
}

// ruleJSON is a term of keeping.
type ruleJSON struct {
	Of     string `json:"of"`
	Months *int   `json:"months"` // null: for good
}

func residentRetention(r *command.Run) *cobra.Command {
	var set []string
	cmd := &cobra.Command{
		Use: "retention", Short: r.Say("cli.resident.retention"), Args: command.Arguments(0, 0, ""),
		Example: "  leerbalie resident retention --set individual=180 --set theme:neighbours=24",
		RunE: func(cmd *cobra.Command, _ []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				rules, err := retention.Read(ctx, session)
				if err != nil {
					return err
				}
				site := r.Site(ctx, session)
				if len(set) > 0 {
					for _, said := range set {
						if rules, err = withRule(rules, said); err != nil {
							return err
						}
					}
					if _, err := session.Do(ctx, retention.SetRules{Rules: rules}); err != nil {
						return err
					}
				}
				if r.JSON {
					out := []ruleJSON{}
					for _, rule := range rules {
						one := ruleJSON{Of: rule.Of}
						if rule.Months != retention.Never {
							one.Months = &rule.Months
						}
						out = append(out, one)
					}
					return output.JSON(r.Out, out)
				}
				t := output.NewTable(r.Out, r.Width, r.Say("cli.col.rule"), r.Say("cli.col.kept-for"))
				for _, rule := range rules {
					t.Add(r.Words.RetentionOf(site, rule.Of), r.Words.Months(rule.Months))
				}
				return t.End()
			})
		},
	}
	cmd.Flags().StringArrayVar(&set, "set", nil, r.Say("cli.flag.retention.set"))
	return cmd
}

// withRule are rules with one of them as it is said: individual=180.
func withRule(rules retention.Rules, said string) (retention.Rules, error) {
	of, typed, ok := strings.Cut(said, "=")
	months, err := strconv.Atoi(strings.TrimSpace(typed))
	if strings.TrimSpace(typed) == "never" {
		months, err = retention.Never, nil
	}
	if of = strings.TrimSpace(of); !ok || err != nil || of == "" {
		return nil, command.Misuse("cli.flag-value", "flag", "--set", "value", said)
	}
	out := append(retention.Rules(nil), rules...)
	for i := range out {
		if out[i].Of == of {
			out[i].Months = months
			return out, nil
		}
	}
	return append(out, retention.Rule{Of: of, Months: months}), nil
}
