package project

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/ledger"
	"leerbalie/model/project"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/lookup"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/widget/cell"
)

// marked are marks of students by their names.
func marked(ctx context.Context, s *model.Session, names []string, state ledger.State) (out []project.Mark, err error) {
	for _, name := range names {
		p, err := lookup.Learner(ctx, s, strings.TrimSpace(name))
		if err != nil {
			return nil, err
		}
		out = append(out, project.Mark{Student: p.ID, State: state})
	}
	return out, nil
}

// present notes which students were there on a day: those who are named, with flags for who was not, or all who take part.
func present(r *command.Run) *cobra.Command {
	var date string
	var all bool
	var absent, excused, none []string
	cmd := &cobra.Command{
		Use: "present PROJECT [NAME…]", Short: r.Say("cli.project.present"), Args: command.Arguments(1, -1, "PROJECT"),
		Example: "  leerbalie project present \"Samen eten\" --date 2027-01-18 --all --absent Ali",
		RunE: func(cmd *cobra.Command, args []string) error {
			day, err := command.ReadDay("date", date)
			if err != nil {
				return err
			}
			if day.IsZero() {
				return command.Misuse("cli.flag-missing", "flag", "--date")
			}
			return room().Does(r, cmd, args[0], func(ctx context.Context, s *model.Session, p *row) (model.Action, error) {
				a := project.NotePresence{Project: p.ID, Day: day}
				put := func(m project.Mark) {
					for i := range a.Marks {
						if a.Marks[i].Student == m.Student {
							a.Marks[i] = m
							return
						}
					}
					a.Marks = append(a.Marks, m)
				}
				if all {
					for i := range p.People {
						if one := &p.People[i]; one.Takes && one.MayNote {
							put(project.Mark{Student: one.Student.ID, State: ledger.Present})
						}
					}
				}
				for _, of := range []struct {
					names []string
					state ledger.State
				}{{args[1:], ledger.Present}, {absent, ledger.Absent}, {excused, ledger.Excused}, {none, ""}} {
					marks, err := marked(ctx, s, of.names, of.state)
					if err != nil {
						return nil, err
					}
					for _, m := range marks {
						put(m)
					}
				}
				return a, nil
			})
		},
	}
	f := cmd.Flags()
	f.StringVar(&date, "date", "", r.Say("field.project-session-day"))
	f.BoolVar(&all, "all", false, r.Say("cli.project.all"))
	f.StringSliceVar(&absent, "absent", nil, r.Say("cli.project.absent"))
	f.StringSliceVar(&excused, "excused", nil, r.Say("cli.project.excused"))
	f.StringSliceVar(&none, "clear", nil, r.Say("cli.project.clear"))
	return cmd
}

func result(r *command.Run) *cobra.Command {
	var on string
	cmd := &cobra.Command{
		Use: "result PROJECT TEXT", Short: r.Say("cli.project.result"), Args: command.Arguments(2, -1, "PROJECT TEXT"),
		Example: "  leerbalie project result \"Samen eten\" \"vier buren eten nu elke week samen\"",
		RunE: func(cmd *cobra.Command, args []string) error {
			day, err := command.ReadDay("on", on)
			if err != nil {
				return err
			}
			return room().Does(r, cmd, args[0], func(_ context.Context, _ *model.Session, p *row) (model.Action, error) {
				return project.NoteResult{Project: p.ID, Result: project.Result{Day: day, Text: strings.Join(args[1:], " ")}}, nil
			})
		},
	}
	cmd.Flags().StringVar(&on, "on", "", r.Say("field.project-result-day"))
	return cmd
}

func note(r *command.Run) *cobra.Command {
	var of string
	cmd := &cobra.Command{
		Use: "note PROJECT TEXT", Short: r.Say("cli.project.note"), Args: command.Arguments(2, -1, "PROJECT TEXT"),
		Example: "  leerbalie project note \"Samen eten\" \"er was te weinig soep\" --session 2027-01-18",
		RunE: func(cmd *cobra.Command, args []string) error {
			if of == "" {
				return command.Misuse("cli.flag-missing", "flag", "--session")
			}
			return room().Does(r, cmd, args[0], func(_ context.Context, _ *model.Session, p *row) (model.Action, error) {
				s, err := sessionOf(p, of)
				return project.NoteNote{Project: p.ID, Note: project.Note{Session: s.ID, Text: strings.Join(args[1:], " ")}}, err
			})
		},
	}
	cmd.Flags().StringVar(&of, "session", "", r.Say("cli.project.which"))
	return cmd
}

// dueJSON is what becomes of a student when a project is made evidence.
type dueJSON struct {
	Student output.Who `json:"student"`
	Gets    bool       `json:"gets"`
	Why     string     `json:"why"`
	Days    int        `json:"days"`
}

func evidence(r *command.Run) *cobra.Command {
	var all, dry bool
	cmd := &cobra.Command{
		Use: "evidence PROJECT", Short: r.Say("cli.project.evidence"), Long: r.Say("cli.project.evidence-long"), Args: command.Arguments(1, 1, "PROJECT"),
		Example: "  leerbalie project evidence \"Samen eten\" --dry-run",
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, s *model.Session) error {
				p, err := room().Meant(ctx, r, s, args[0])
				if err != nil {
					return err
				}
				due, err := project.ReadDue(ctx, s, p.ID, r.Today(ctx, s), all)
				if err != nil {
					return err
				}
				if !dry {
					if _, err := s.Do(ctx, project.MakeEvidence{Project: p.ID, All: all}); err != nil {
						return err
					}
				}
				if r.JSON {
					out := []dueJSON{}
					for _, d := range due {
						out = append(out, dueJSON{output.Named(d.Student.ID, d.Student.Name), d.Why == project.Gets, string(d.Why), d.Days})
					}
					return output.JSON(r.Out, out)
				}
				if !dry {
					if _, err := fmt.Fprintln(r.Out, r.Say("did.act-project-evidence")); err != nil {
						return err
					}
				}
				t := output.NewTable(r.Out, r.Width, r.Say("course.student"), r.Say("project.days"), r.Say("project.evidence"))
				for _, d := range due {
					t.Add(cell.Safe(d.Student.Name, 60), fmt.Sprint(d.Days), r.Words.ProjectDue(d.Why))
				}
				return t.End()
			})
		},
	}
	cmd.Flags().BoolVar(&all, "all", false, r.Say("cli.project.evidence-all"))
	cmd.Flags().BoolVar(&dry, "dry-run", false, r.Say("cli.flag.course.dry"))
	return cmd
}
