package desk

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/paths"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/lookup"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/text"
	"leerbalie/ui/widget/cell"
)

// stepJSON is a step of a path. The names are a promise to scripts.
type stepJSON struct {
	Text    string     `json:"text"`
	At      *string    `json:"at"`
	By      output.Who `json:"by"`
	Reached *string    `json:"reached"` // the day
}

// pathJSON is a path of a resident.
type pathJSON struct {
	ID       string       `json:"id"`
	Title    string       `json:"title"`
	Kind     string       `json:"kind"`
	Resident output.Who   `json:"resident"`
	Helpers  []output.Who `json:"helpers"`
	Since    *string      `json:"since"`
	State    string       `json:"state"` // running or ended
	Steps    []stepJSON   `json:"steps"`
	Reached  int          `json:"reached"` // how many steps
	Outcome  string       `json:"outcome"`
	Ended    *string      `json:"ended"` // the day
	Why      string       `json:"why"`
}

func pathForJSON(p paths.Path, resident string, names map[journal.ID]string, loc *time.Location) pathJSON {
	out := pathJSON{ID: p.ID.String(), Title: p.Title, Kind: p.Kind, Resident: output.Named(p.Resident, resident), Helpers: []output.Who{}, Since: output.MomentOrNull(p.Since.At, loc),
		State: "running", Steps: []stepJSON{}, Reached: p.Done()}
	for _, h := range p.Helpers {
		out.Helpers = append(out.Helpers, output.Named(h, names[h]))
	}
	for _, s := range p.Steps {
		step := stepJSON{Text: s.Text, At: output.MomentOrNull(s.At, loc), By: output.Named(s.By, names[s.By])}
		if s.Reached != nil {
			step.Reached = output.DayOrNull(s.Reached.Day)
		}
		out.Steps = append(out.Steps, step)
	}
	if p.Ended != nil {
		out.State, out.Outcome, out.Ended, out.Why = "ended", p.Ended.Outcome, output.DayOrNull(p.Ended.Day), p.Ended.Text
	}
	return out
}

// Path holds the commands on the paths of residents.
func Path(r *command.Run) *cobra.Command {
	return r.Family("path", "cli.path", command.Commands{
		"add": pathAdd, "list": pathList, "step": pathStep, "reach": pathReach, "end": pathEnd, "resume": pathResume,
	})
}

func pathAdd(r *command.Run) *cobra.Command {
	var resident, kind string
	var helpers, steps []string
	cmd := &cobra.Command{
		Use: "add TITLE --resident NAME --kind KIND", Short: r.Say("cli.path.add"), Args: command.Arguments(1, -1, "TITLE"),
		Example: "  leerbalie path add \"Zelf inloggen\" --resident \"mw. de Vries\" --kind digid --helper Noor",
		RunE: func(cmd *cobra.Command, args []string) error {
			for flag, value := range map[string]string{"--resident": resident, "--kind": kind} {
				if strings.TrimSpace(value) == "" {
					return command.Misuse("cli.flag-missing", "flag", flag)
				}
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				who, err := lookup.Resident(ctx, session, resident)
				if err != nil {
					return err
				}
				p := paths.Path{Title: strings.Join(args, " "), Resident: who.ID}
				if p.Kind, err = r.Choose("--kind", kind, r.Site(ctx, session).PathKindCodes()); err != nil {
					return err
				}
				for _, name := range helpers {
					h, err := lookup.Person(ctx, session, name)
					if err != nil {
						return err
					}
					p.Helpers = append(p.Helpers, h.ID)
				}
				did, err := session.Do(ctx, paths.Add{Path: p, Steps: steps})
				if err != nil {
					return err
				}
				return saidOfPath(ctx, r, session, did.Entity, "cli.path.added")
			})
		},
	}
	cmd.Flags().StringVar(&resident, "resident", "", r.Say("cli.flag.path.resident"))
	cmd.Flags().StringVar(&kind, "kind", "", r.Say("cli.flag.path.kind"))
	cmd.Flags().StringArrayVar(&helpers, "helper", nil, r.Say("cli.flag.path.helper"))
	cmd.Flags().StringArrayVar(&steps, "step", nil, r.Say("cli.flag.path.step"))
	return cmd
}

// saidOfPath writes a path as it is now: the whole for scripts, a sentence for people.
func saidOfPath(ctx context.Context, r *command.Run, session *model.Session, id journal.ID, sentence string) error {
	p, err := paths.Read(ctx, session, id)
	if err != nil {
		return err
	}
	if !r.JSON {
		_, err := fmt.Fprintln(r.Out, r.Say(sentence, "title", cell.Safe(p.Title, 100), "n", p.Done(), "of", len(p.Steps), "id", p.ID))
		return err
	}
	names, err := everybody(ctx, session)
	if err != nil {
		return err
	}
	name, err := desk.ReadResidentName(ctx, session, p.Resident)
	if err != nil {
		return err
	}
	return output.JSON(r.Out, pathForJSON(p, name, names, r.Zone(ctx, session)))
}

func pathList(r *command.Run) *cobra.Command {
	var resident string
	var all bool
	var limit int
	cmd := &cobra.Command{
		Use: "list", Short: r.Say("cli.path.list"), Args: command.Arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			limit, err := r.Limit(cmd, limit)
			if err != nil {
				return err
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				var list []paths.Path
				if resident != "" {
					who, err := lookup.Resident(ctx, session, resident)
					if err != nil {
						return err
					}
					list, err = paths.ReadOf(ctx, session, who.ID)
					if err != nil {
						return err
					}
				} else if list, err = paths.ReadAll(ctx, session); err != nil {
					return err
				}
				if !all && !r.JSON && resident == "" {
					list = lookup.Where(list, func(p paths.Path) bool { return p.Running() })
				}
				if limit > 0 && len(list) > limit {
					list = list[:limit]
				}
				if err := desk.NoteLook(ctx, session, "", len(list)); err != nil {
					return err
				}
				return pathsOut(ctx, r, session, list)
			})
		},
	}
	cmd.Flags().StringVar(&resident, "resident", "", r.Say("cli.flag.path.resident"))
	cmd.Flags().BoolVar(&all, "all", false, r.Say("cli.flag.path.all"))
	r.LimitFlag(cmd, &limit)
	return cmd
}

func pathsOut(ctx context.Context, r *command.Run, session *model.Session, list []paths.Path) error {
	names, err := everybody(ctx, session)
	if err != nil {
		return err
	}
	loc, site, out := r.Zone(ctx, session), r.Site(ctx, session), []pathJSON{}
	for _, p := range list {
		name, err := desk.ReadResidentName(ctx, session, p.Resident)
		if err != nil {
			return err
		}
		out = append(out, pathForJSON(p, name, names, loc))
	}
	if r.JSON {
		return output.JSON(r.Out, out)
	}
	if len(out) == 0 {
		_, err := fmt.Fprintln(r.Out, r.Say("cli.path.none"))
		return err
	}
	t := output.NewTable(r.Out, r.Width, r.Say("cli.col.resident"), r.Say("cli.col.goal"), r.Say("cli.col.kind"), r.Say("cli.col.steps"), r.Say("cli.col.step-next"), r.Say("cli.col.helpers"))
	for i, p := range out {
		next := ""
		if list[i].Ended != nil {
			next = r.Say("path.ended-as", "how", r.Words.Name(paths.Outcomes(), p.Outcome), "day", text.Day(list[i].Ended.Day))
		} else if s := list[i].Next(); s != nil {
			next = s.Text
		}
		var helpers []string
		for _, h := range p.Helpers {
			helpers = append(helpers, h.Name)
		}
		t.Add(p.Resident.Name, p.Title, r.Words.Entry("path-kind", site.PathKindCodes(), p.Kind), r.Say("path.of", "n", p.Reached, "of", len(p.Steps)), next, strings.Join(helpers, ", "))
	}
	return t.End()
}

// pathMeant is the path that an id or a title means: of several with that title none, and the error names them.
func pathMeant(ctx context.Context, session *model.Session, said string) (paths.Path, error) {
	all, err := paths.ReadAll(ctx, session)
	if err != nil {
		return paths.Path{}, err
	}
	return lookup.One(said, all, func(p paths.Path) journal.ID { return p.ID }, func(p paths.Path) string { return p.Title })
}

func pathStep(r *command.Run) *cobra.Command {
	var reached string
	cmd := &cobra.Command{
		Use: "step ID TEXT", Short: r.Say("cli.path.step"), Args: command.Arguments(2, -1, "ID TEXT"),
		Example: "  leerbalie path step \"Zelf inloggen\" \"de app staat op de telefoon\" --reached 21-11-2026",
		RunE: func(cmd *cobra.Command, args []string) error {
			day, err := command.ReadDay("reached", reached)
			if err != nil {
				return err
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				p, err := pathMeant(ctx, session, args[0])
				if err != nil {
					return err
				}
				if _, err := session.Do(ctx, paths.AddStep{ID: p.ID, Text: strings.Join(args[1:], " "), Reached: day}); err != nil {
					return err
				}
				return saidOfPath(ctx, r, session, p.ID, "cli.path.stepped")
			})
		},
	}
	cmd.Flags().StringVar(&reached, "reached", "", r.Say("cli.flag.path.reached"))
	return cmd
}

func pathReach(r *command.Run) *cobra.Command {
	var on string
	var undo, away bool
	cmd := &cobra.Command{
		Use: "reach ID STEP", Short: r.Say("cli.path.reach"), Args: command.Arguments(2, -1, "ID STEP"),
		Example: "  leerbalie path reach \"Zelf inloggen\" \"de app\"",
		RunE: func(cmd *cobra.Command, args []string) error {
			day, err := command.ReadDay("on", on)
			if err != nil {
				return err
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				p, err := pathMeant(ctx, session, args[0])
				if err != nil {
					return err
				}
				step, err := stepMeant(p, strings.Join(args[1:], " "))
				if err != nil {
					return err
				}
				if day.IsZero() {
					day = r.Today(ctx, session)
				}
				act, said := model.Action(paths.ReachStep{ID: p.ID, Step: step, Day: calendarDay(day)}), "cli.path.reached"
				if undo || away {
					act, said = paths.TakeBack{ID: p.ID, Step: step, Away: away}, "cli.path.stepped"
				}
				if _, err := session.Do(ctx, act); err != nil {
					return err
				}
				return saidOfPath(ctx, r, session, p.ID, said)
			})
		},
	}
	cmd.Flags().StringVar(&on, "on", "", r.Say("cli.flag.path.on"))
	cmd.Flags().BoolVar(&undo, "undo", false, r.Say("cli.flag.path.undo"))
	cmd.Flags().BoolVar(&away, "remove", false, r.Say("cli.flag.path.remove"))
	return cmd
}

// calendarDay is the day of a moment as the model takes it: UTC midnight.
func calendarDay(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

// stepMeant is the step that a number from 1 or some of its words mean.
func stepMeant(p paths.Path, said string) (journal.Stamp, error) {
	for i, s := range p.Steps {
		if fmt.Sprint(i+1) == said {
			return s.Stamp, nil
		}
	}
	type numbered struct {
		id   journal.ID
		step paths.Step
	}
	var all []numbered
	for i, s := range p.Steps {
		all = append(all, numbered{journal.ID{15: byte(i + 1)}, s})
	}
	one, err := lookup.One(said, all, func(n numbered) journal.ID { return n.id }, func(n numbered) string { return n.step.Text })
	switch fault.KindOf(err) {
	case fault.NotFound:
		return journal.Stamp{}, fault.New(fault.NotFound, "path-step-none", "step", said, "title", p.Title)
	case fault.Conflict:
		return journal.Stamp{}, fault.New(fault.Conflict, "path-step-which", "step", said)
	}
	return one.step.Stamp, err
}

func pathEnd(r *command.Run) *cobra.Command {
	var outcome, why, on string
	cmd := &cobra.Command{
		Use: "end ID --outcome OUTCOME", Short: r.Say("cli.path.end"), Args: command.Arguments(1, 1, "ID"),
		RunE: func(cmd *cobra.Command, args []string) error {
			day, err := command.ReadDay("on", on)
			if err != nil {
				return err
			}
			if strings.TrimSpace(outcome) == "" {
				return command.Misuse("cli.flag-missing", "flag", "--outcome")
			}
			if outcome, err = r.Choose("--outcome", outcome, paths.Outcomes()); err != nil {
				return err
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				p, err := pathMeant(ctx, session, args[0])
				if err != nil {
					return err
				}
				if day.IsZero() {
					day = r.Today(ctx, session)
				}
				if _, err := session.Do(ctx, paths.EndPath{ID: p.ID, Outcome: outcome, Text: why, Day: calendarDay(day)}); err != nil {
					return err
				}
				return saidOfPath(ctx, r, session, p.ID, "cli.path.ended")
			})
		},
	}
	cmd.Flags().StringVar(&outcome, "outcome", "", r.Say("cli.flag.path.outcome"))
	cmd.Flags().StringVar(&why, "why", "", r.Say("cli.flag.path.why"))
	cmd.Flags().StringVar(&on, "on", "", r.Say("cli.flag.path.on"))
	return cmd
}

func pathResume(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use: "resume ID", Short: r.Say("cli.path.resume"), Args: command.Arguments(1, 1, "ID"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				p, err := pathMeant(ctx, session, args[0])
				if err != nil {
					return err
				}
				if _, err := session.Do(ctx, paths.Resume{ID: p.ID}); err != nil {
					return err
				}
				return saidOfPath(ctx, r, session, p.ID, "cli.path.resumed")
			})
		},
	}
}
