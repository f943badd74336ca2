package course

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/course"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/ledger"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/lookup"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/widget/cell"
)

// present notes who was at a date: those who are named, with flags for who was not, or all at once and then the exceptions.
func present(r *command.Run) *cobra.Command {
	var date string
	var all bool
	var absent, excused, none []string
	cmd := &cobra.Command{
		Use: "present COURSE [NAME…]", Short: r.Say("cli.course.present"), Long: r.Say("cli.course.present-long"), Args: command.Arguments(1, -1, "COURSE"),
		Example: "  leerbalie course present Schulden --date 2026-12-04 Noor Ali\n  leerbalie course present Schulden --date 2026-12-04 --all --absent Ali --excused Sem",
		RunE: func(cmd *cobra.Command, args []string) error {
			day, err := needDay("date", date)
			if err != nil {
				return err
			}
			if len(args) == 1 && !all && len(absent)+len(excused)+len(none) == 0 {
				return command.Misuse("cli.course.nobody")
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				c, err := meant(ctx, session, args[0])
				if err != nil {
					return err
				}
				states := map[journal.ID]ledger.State{}
				var order []journal.ID
				say := func(id journal.ID, s ledger.State) {
					if _, was := states[id]; !was {
						order = append(order, id)
					}
					states[id] = s
				}
				var elsewhere []string
				if all {
					v, err := course.Read(ctx, session, c.ID)
					if err != nil {
						return err
					}
					for i := range v.People {
						switch p := &v.People[i]; {
						case p.Elsewhere:
							elsewhere = append(elsewhere, p.Student.Name)
						case p.MayNote:
							say(p.Student.ID, ledger.Present)
						}
					}
				}
				for _, of := range []struct {
					names []string
					state ledger.State
				}{{args[1:], ledger.Present}, {absent, ledger.Absent}, {excused, ledger.Excused}, {none, ""}} {
					for _, name := range of.names {
						p, err := lookup.Learner(ctx, session, name)
						if err != nil {
							return err
						}
						say(p.ID, of.state)
					}
				}
				a := course.NotePresence{Course: c.ID, Day: day}
				for _, id := range order {
					a.Marks = append(a.Marks, course.Mark{Student: id, State: states[id]})
				}
				if len(a.Marks) == 0 && len(elsewhere) > 0 {
					return fault.New(fault.Refused, "ledger-elsewhere", "student", strings.Join(elsewhere, ", "))
				}
				if _, err := session.Do(ctx, a); err != nil {
					return err
				}
				if len(elsewhere) > 0 {
					r.Tell(r.Say("course.elsewhere", "names", cell.Safe(strings.Join(elsewhere, ", "), 400)))
				}
				return given(ctx, r, session, c.ID, r.Say("did.act-course-present"), false)
			})
		},
	}
	f := cmd.Flags()
	f.StringVar(&date, "date", "", r.Say("cli.flag.course.date"))
	f.BoolVar(&all, "all", false, r.Say("cli.flag.course.all"))
	f.StringSliceVar(&absent, "absent", nil, r.Say("cli.flag.course.absent"))
	f.StringSliceVar(&excused, "excused", nil, r.Say("cli.flag.course.excused"))
	f.StringSliceVar(&none, "clear", nil, r.Say("cli.flag.course.clear"))
	return cmd
}

// result notes what came of a test: NAME=LEVEL for each student.
func result(r *command.Run) *cobra.Command {
	var test, date string
	cmd := &cobra.Command{
		Use: "result COURSE NAME=LEVEL…", Short: r.Say("cli.course.result"), Args: command.Arguments(2, -1, "COURSE NAME=LEVEL"),
		Example: "  leerbalie course result Schulden --test gesprek Noor=goed Ali=voldoende",
		RunE: func(cmd *cobra.Command, args []string) error {
			day, err := command.ReadDay("date", date)
			if err != nil {
				return err
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				c, err := meant(ctx, session, args[0])
				if err != nil {
					return err
				}
				a := course.NoteResults{Course: c.ID, Test: test, Day: day}
				for _, arg := range args[1:] {
					at := strings.LastIndex(arg, "=")
					if at < 1 {
						return command.Misuse("cli.course.level", "text", arg)
					}
					p, err := lookup.Learner(ctx, session, strings.TrimSpace(arg[:at]))
					if err != nil {
						return err
					}
					a.Given = append(a.Given, course.Given{Student: p.ID, Level: strings.TrimSpace(arg[at+1:])})
				}
				if _, err := session.Do(ctx, a); err != nil {
					return err
				}
				return given(ctx, r, session, c.ID, r.Say("did.act-course-result"), false)
			})
		},
	}
	cmd.Flags().StringVar(&test, "test", "", r.Say("cli.flag.course.test"))
	cmd.Flags().StringVar(&date, "date", "", r.Say("cli.flag.course.on"))
	return cmd
}

// dueJSON is what becomes of a student when a course is made evidence.
type dueJSON struct {
	Student output.Who `json:"student"`
	Gets    bool       `json:"gets"`
	Why     string     `json:"why"`
	Days    int        `json:"days"`
}

// evidence makes a course, or a test of it, evidence for all who were there, and says who gets it and who does not and why.
func evidence(r *command.Run) *cobra.Command {
	var test string
	var dry bool
	cmd := &cobra.Command{
		Use: "evidence COURSE", Short: r.Say("cli.course.evidence"), Long: r.Say("cli.course.evidence-long"), Args: command.Arguments(1, 1, "COURSE"),
		Example: "  leerbalie course evidence Schulden --dry-run\n  leerbalie course evidence Schulden --test gesprek",
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				c, err := meant(ctx, session, args[0])
				if err != nil {
					return err
				}
				all, err := course.ReadDue(ctx, session, c.ID, test)
				if err != nil {
					return err
				}
				gets := slices.ContainsFunc(all, func(d course.Due) bool { return d.Why == course.Gets })
				known := slices.ContainsFunc(all, func(d course.Due) bool { return d.Why == course.Has })
				if !dry && (gets || !known) { // whoever has it already has it
					if _, err := session.Do(ctx, course.MakeEvidence{Course: c.ID, Test: test}); err != nil {
						return err
					}
				}
				if r.JSON {
					out := []dueJSON{}
					for _, d := range all {
						out = append(out, dueJSON{output.Named(d.Student.ID, d.Student.Name), d.Why == course.Gets, string(d.Why), d.Days})
					}
					return output.JSON(r.Out, out)
				}
				t := output.NewTable(r.Out, r.Width, r.Say("course.student"), r.Say("course.gets"))
				for _, d := range all {
					t.Add(cell.Safe(d.Student.Name, 60), r.Words.CourseDue(d))
				}
				if err := t.End(); err != nil || dry || !gets {
					return err
				}
				_, err = fmt.Fprintln(r.Out, r.Say("did.act-course-evidence"))
				return err
			})
		},
	}
	cmd.Flags().StringVar(&test, "test", "", r.Say("cli.flag.course.test"))
	cmd.Flags().BoolVar(&dry, "dry-run", false, r.Say("cli.flag.course.dry"))
	return cmd
}
