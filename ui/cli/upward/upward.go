// Package upward is the commands of signals upward: what needs attention, to whom it went and what came of it.
package upward

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/overview/signal"
	"leerbalie/model/upward"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/fields"
	"leerbalie/ui/cli/lookup"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/widget/cell"
)

// Signal is the family of signals upward.
func Signal(r *command.Run) *cobra.Command {
	return r.Family("signal", "cli.signal", command.Commands{"add": add, "edit": edit, "list": list, "show": show, "take": take, "answer": answer, "archive": archive})
}

func flags(r *command.Run, cmd *cobra.Command, names ...string) *fields.Flags[upward.Signal] {
	return fields.Add(r, cmd, fields.Of[upward.Signal]{Table: upward.Table(), Prefix: "signal-", Fields: names})
}

func meant(ctx context.Context, session *model.Session, text string) (upward.Signal, error) {
	all, err := upward.All(ctx, session)
	if err != nil {
		return upward.Signal{}, err
	}
	return lookup.One(text, all, func(s upward.Signal) journal.ID { return s.ID }, func(s upward.Signal) string { return s.Text })
}

func add(r *command.Run) *cobra.Command {
	var f *fields.Flags[upward.Signal]
	var figures bool
	var until string
	cmd := &cobra.Command{
		Use: "add TEXT", Short: r.Say("cli.signal.add"), Long: r.Say("cli.signal.add-long"), Args: command.Arguments(1, 1, "TEXT"),
		Example: "  leerbalie signal add \"Er is geen les over schulden\" --to Ineke --theme armoede --about curriculum --from-statistics",
		RunE: func(cmd *cobra.Command, args []string) error {
			day, err := command.ReadDay("until", until)
			if err != nil {
				return err
			}
			counted := f.Given("signal-cases") || f.Given("signal-weeks") || f.Given("signal-before") || f.Given("signal-since")
			switch {
			case !f.Given("signal-to"):
				return command.Misuse("cli.flag-missing", "flag", "--to")
			case figures && counted:
				return command.Misuse("cli.signal.counted-twice")
			case figures && !f.Given("signal-theme"):
				return command.Misuse("cli.flag-missing", "flag", "--theme")
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				s := upward.Signal{}
				if err := f.Over(ctx, session, &s); err != nil {
					return err
				}
				if figures {
					if day.IsZero() {
						day = r.Today(ctx, session)
					}
					from, err := signal.ReadUpward(ctx, session, s.Theme, day)
					if err != nil {
						return err
					}
					if err := f.Over(ctx, session, &from); err != nil {
						return err
					}
					s = from
				}
				s.Text = args[0]
				did, err := session.Do(ctx, upward.Add{Signal: s})
				if err != nil {
					return err
				}
				return tell(ctx, r, session, did.Entity, "did.act-signal-add")
			})
		},
	}
	f = flags(r, cmd, "signal-to", "signal-where", "signal-theme", "signal-about", "signal-cases", "signal-weeks", "signal-before", "signal-since")
	cmd.Flags().BoolVar(&figures, "from-statistics", false, r.Say("cli.flag.from-statistics"))
	cmd.Flags().StringVar(&until, "until", "", r.Say("cli.flag.signals-until"))
	return cmd
}

func does(r *command.Run, cmd *cobra.Command, name string, action func(context.Context, *model.Session, *upward.Signal) (model.Action, error)) error {
	return r.With(cmd, func(ctx context.Context, session *model.Session) error {
		s, err := meant(ctx, session, name)
		if err != nil {
			return err
		}
		a, err := action(ctx, session, &s)
		if err != nil {
			return err
		}
		if _, err := session.Do(ctx, a); err != nil {
			return err
		}
		return tell(ctx, r, session, s.ID, "did."+a.Name())
	})
}

func edit(r *command.Run) *cobra.Command {
	var f *fields.Flags[upward.Signal]
	cmd := &cobra.Command{
		Use: "edit SIGNAL", Short: r.Say("cli.signal.edit"), Args: command.Arguments(1, 1, "SIGNAL"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return does(r, cmd, args[0], func(ctx context.Context, session *model.Session, s *upward.Signal) (model.Action, error) {
				err := f.Over(ctx, session, s)
				return upward.Edit{Signal: *s}, err
			})
		},
	}
	f = flags(r, cmd, "signal-text", "signal-to", "signal-where", "signal-theme", "signal-about", "signal-cases", "signal-weeks", "signal-before", "signal-since")
	return cmd
}

func take(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use: "take SIGNAL [TEXT]", Short: r.Say("cli.signal.take"), Args: command.Arguments(1, 2, "SIGNAL TEXT"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return does(r, cmd, args[0], func(_ context.Context, _ *model.Session, s *upward.Signal) (model.Action, error) {
				return upward.Answer{ID: s.ID, State: upward.Taken, Text: strings.Join(args[1:], " ")}, nil
			})
		},
	}
}

func answer(r *command.Run) *cobra.Command {
	var state string
	cmd := &cobra.Command{
		Use: "answer SIGNAL TEXT", Short: r.Say("cli.signal.answer"), Args: command.Arguments(1, 2, "SIGNAL TEXT"),
		Example: "  leerbalie signal answer \"geen les\" \"Komt in blok 3\"\n  leerbalie signal answer rooster \"Daar is geen geld voor\" --state declined",
		RunE: func(cmd *cobra.Command, args []string) error {
			return does(r, cmd, args[0], func(_ context.Context, _ *model.Session, s *upward.Signal) (model.Action, error) {
				return upward.Answer{ID: s.ID, State: upward.State(state), Text: strings.Join(args[1:], " ")}, nil
			})
		},
	}
	cmd.Flags().StringVar(&state, "state", string(upward.Done), r.Say("cli.flag.signal-state"))
	return cmd
}

func archive(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use: "archive SIGNAL", Short: r.Say("cli.signal.archive"), Args: command.Arguments(1, 1, "SIGNAL"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				s, err := meant(ctx, session, args[0])
				if err != nil {
					return err
				}
				if _, err := session.Do(ctx, upward.Archive{ID: s.ID}); err != nil {
					return err
				}
				return output.Did(r, "did.act-signal-archive", s.ID)
			})
		},
	}
}

// signalJSON is a signal. The names are a promise to scripts.
type signalJSON struct {
	ID         string      `json:"id"`
	Text       string      `json:"text"`
	By         output.Who  `json:"by"`
	At         *string     `json:"at"`
	To         output.Who  `json:"to"`
	State      string      `json:"state"`
	Answer     string      `json:"answer"`
	TakenOn    *string     `json:"taken_on"`
	AnsweredOn *string     `json:"answered_on"`
	Where      string      `json:"where"`
	Theme      string      `json:"theme"`
	About      string      `json:"about"`
	Cases      int         `json:"cases"`
	Weeks      int         `json:"weeks"`
	Before     int         `json:"before"`
	Since      *string     `json:"since"`
	Figures    *output.Who `json:"figures_of"`
	Meeting    *string     `json:"meeting"`
	Goal       *string     `json:"goal"`
}

type names struct {
	of   map[journal.ID]string
	zone *time.Location
}

func namesIn(ctx context.Context, r *command.Run, session *model.Session) (n names, err error) {
	n = names{of: map[journal.ID]string{}, zone: r.Zone(ctx, session)}
	people, err := model.ReadAll(ctx, session, model.KindPerson, model.PersonOf)
	for i := range people {
		n.of[people[i].ID] = people[i].Name
	}
	if err != nil {
		return n, err
	}
	sites, err := session.Sites(ctx)
	for i := range sites {
		n.of[sites[i].ID] = sites[i].Name
	}
	return n, err
}

func (n *names) out(s *upward.Signal) signalJSON {
	out := signalJSON{ID: s.ID.String(), Text: s.Text, By: output.Named(s.AddedBy, n.of[s.AddedBy]), At: output.MomentOrNull(time.UnixMilli(s.ID.Millis()), n.zone), To: output.Named(s.To, n.of[s.To]),
		State: string(s.State), Answer: s.Answer, TakenOn: output.DayOrNull(s.TakenOn), AnsweredOn: output.DayOrNull(s.AnsweredOn), Where: s.Where, Theme: s.Theme, About: string(s.About),
		Cases: s.Cases, Weeks: s.Weeks, Before: s.Before, Since: output.DayOrNull(s.Since), Meeting: output.IDOrNull(s.Meeting), Goal: output.IDOrNull(s.Goal)}
	if s.Counted() {
		w := output.Named(s.Site, n.of[s.Site])
		out.Figures = &w
	}
	return out
}

func list(r *command.Run) *cobra.Command {
	var limit int
	var ask upward.Query
	var to, state string
	cmd := &cobra.Command{
		Use: "list", Short: r.Say("cli.signal.list"), Args: command.Arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			limit, err := r.Limit(cmd, limit)
			if err != nil {
				return err
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) (err error) {
				ask.State = upward.State(state)
				if to != "" {
					if ask.To, err = fields.Person(ctx, session, to); err != nil {
						return err
					}
				}
				all, err := upward.Read(ctx, session, ask)
				if err != nil {
					return err
				}
				if limit > 0 && len(all) > limit {
					all = all[:limit]
				}
				n, err := namesIn(ctx, r, session)
				if err != nil {
					return err
				}
				if r.JSON {
					out := output.NewArray(r.Out)
					for i := range all {
						if err := out.Add(n.out(&all[i])); err != nil {
							return err
						}
					}
					return out.End()
				}
				if len(all) == 0 {
					_, err := fmt.Fprintln(r.Out, r.Say("upward.none"))
					return err
				}
				t := output.NewTable(r.Out, r.Width, r.Say("field.signal-text"), r.Say("field.signal-to"), r.Say("field.signal-state"), r.Say("field.signal-cases"), r.Say("field.signal-answer"))
				for i := range all {
					s := &all[i]
					cases := ""
					if s.Cases > 0 {
						cases = strconv.Itoa(s.Cases)
					}
					t.Add(cell.Safe(s.Text, 80), cell.Safe(n.of[s.To], 40), r.Words.SignalState(s.State), cases, cell.Safe(s.Answer, 80))
				}
				return t.End()
			})
		},
	}
	f := cmd.Flags()
	f.BoolVar(&ask.Waits, "open", false, r.Say("cli.flag.signal-open"))
	f.StringVar(&state, "state", "", r.Say("cli.flag.signal-state"))
	f.StringVar(&ask.Text, "search", "", r.Say("cli.flag.signal-search"))
	f.StringVar(&to, "to", "", r.Say("field.signal-to"))
	r.LimitFlag(cmd, &limit)
	return cmd
}

func show(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use: "show SIGNAL", Short: r.Say("cli.signal.show"), Args: command.Arguments(1, 1, "SIGNAL"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				s, err := meant(ctx, session, args[0])
				if err != nil {
					return err
				}
				n, err := namesIn(ctx, r, session)
				if err != nil {
					return err
				}
				if r.JSON {
					return output.JSON(r.Out, n.out(&s))
				}
				return output.Card(r, s.Text, [][2]string{{r.Say("field.signal-state"), r.Words.SignalState(s.State)}, {r.Say("field.added-by"), n.of[s.AddedBy]}, {r.Say("field.signal-to"), n.of[s.To]},
					{r.Say("field.signal-about"), r.Words.SignalAbout(s.About)}, {r.Say("field.signal-where"), s.Where}, {r.Say("field.signal-theme"), r.Words.ThemeWord(r.Site(ctx, session), s.Theme)},
					{r.Say("field.signal-cases"), r.Words.SignalCounts(&s)}, {r.Say("field.signal-site"), n.of[s.Site]}, {r.Say("field.signal-answer"), s.Answer}})
			})
		},
	}
}

// tell gives a signal as it is now.
func tell(ctx context.Context, r *command.Run, session *model.Session, id journal.ID, did string) error {
	s, err := upward.One(ctx, session, id)
	if err != nil {
		return err
	}
	if r.JSON {
		n, err := namesIn(ctx, r, session)
		if err != nil {
			return err
		}
		return output.JSON(r.Out, n.out(&s))
	}
	_, err = fmt.Fprintln(r.Out, r.Say(did), cell.Safe(s.Text, 80), s.ID.String())
	return err
}
