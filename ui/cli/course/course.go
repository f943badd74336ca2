// Package course is the commands of courses: planning them, who came, what came of the tests, and making them evidence.
package course

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/course"
	"leerbalie/model/journal"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/lookup"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/widget/cell"
)

// Course is the family.
func Course(r *command.Run) *cobra.Command {
	return r.Family("course", "cli.course", command.Commands{
		"add": add, "edit": edit, "list": list, "show": show, "present": present, "result": result, "evidence": evidence, "move": move, "cancel": cancel, "archive": archive,
	})
}

// meant is the course that a text means: an id, its name, or the beginning of either.
func meant(ctx context.Context, session *model.Session, text string) (course.Course, error) {
	all, err := course.List(ctx, session)
	if err != nil {
		return course.Course{}, err
	}
	return lookup.One(text, all, func(c course.Course) journal.ID { return c.ID }, func(c course.Course) string { return c.Title })
}

// said are the flags of a course.
type said struct {
	dates, groups, teachers, tests, nodes, stations []string
	title, term, theme, start, place, varies, scale string
	minutes                                         int
	noHours                                         bool
}

func (s *said) flags(r *command.Run, cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringSliceVar(&s.dates, "dates", nil, r.Say("cli.flag.course.dates"))
	f.StringSliceVar(&s.groups, "groups", nil, r.Say("cli.flag.course.groups"))
	f.StringSliceVar(&s.teachers, "teachers", nil, r.Say("cli.flag.course.teachers"))
	f.StringSliceVar(&s.tests, "test", nil, r.Say("cli.flag.course.tests"))
	f.StringSliceVar(&s.nodes, "nodes", nil, r.Say("cli.flag.course.nodes"))
	f.StringSliceVar(&s.stations, "stations", nil, r.Say("cli.flag.course.stations"))
	f.StringVar(&s.term, "term", "", r.Say("cli.flag.course.term"))
	f.StringVar(&s.theme, "theme", "", r.Say("cli.flag.course.theme"))
	f.StringVar(&s.start, "start", "", r.Say("cli.flag.course.start"))
	f.StringVar(&s.place, "place", "", r.Say("cli.flag.course.place"))
	f.StringVar(&s.varies, "varies", "", r.Say("cli.flag.course.varies"))
	f.StringVar(&s.scale, "scale", "", r.Say("cli.flag.course.scale"))
	f.IntVar(&s.minutes, "minutes", 0, r.Say("cli.flag.course.minutes"))
	f.BoolVar(&s.noHours, "no-hours", false, r.Say("cli.flag.course.no-hours"))
}

// over puts what flags said over a course.
func (s *said) over(ctx context.Context, session *model.Session, changed func(string) bool, c *course.Course) error {
	if changed("dates") {
		days, err := readDays("dates", s.dates)
		if err != nil {
			return err
		}
		c.Dates = days
	}
	for _, of := range []struct {
		flag string
		to   *[]journal.ID
		from []string
		find func(string) (journal.ID, error)
	}{
		{"groups", &c.Groups, s.groups, func(t string) (journal.ID, error) { g, err := lookup.Group(ctx, session, t); return g.ID, err }},
		{"teachers", &c.Teachers, s.teachers, func(t string) (journal.ID, error) { p, err := lookup.Person(ctx, session, t); return p.ID, err }},
	} {
		if !changed(of.flag) {
			continue
		}
		*of.to = nil
		for _, t := range of.from {
			if strings.TrimSpace(t) == "" {
				continue
			}
			id, err := of.find(strings.TrimSpace(t))
			if err != nil {
				return err
			}
			*of.to = append(*of.to, id)
		}
	}
	for _, of := range []struct {
		flag string
		to   *[]string
		from []string
	}{{"test", &c.Tests, s.tests}, {"stations", &c.Stations, s.stations}} {
		if changed(of.flag) {
			*of.to = of.from
		}
	}
	for _, of := range []struct {
		flag string
		to   *string
		from string
	}{{"title", &c.Title, s.title}, {"term", &c.Term, s.term}, {"theme", &c.Theme, s.theme}, {"start", &c.Start, s.start}, {"place", &c.Place, s.place}, {"scale", &c.Scale, s.scale}} {
		if changed(of.flag) {
			*of.to = of.from
		}
	}
	if changed("varies") {
		c.Varies = course.Varying(s.varies)
	}
	if changed("minutes") {
		c.Minutes = s.minutes
	}
	if changed("no-hours") {
		c.NoHours = s.noHours
	}
	if changed("nodes") {
		codes := slices.DeleteFunc(s.nodes, func(t string) bool { return strings.TrimSpace(t) == "" })
		nodes, err := course.FindNodes(ctx, session, codes, c.Groups)
		if err != nil {
			return err
		}
		c.Nodes = nodes
	}
	return nil
}

func readDays(flag string, typed []string) (out []time.Time, err error) {
	for _, t := range typed {
		day, err := command.ReadDay(flag, strings.TrimSpace(t))
		if err != nil {
			return nil, err
		}
		if !day.IsZero() {
			out = append(out, day)
		}
	}
	return out, nil
}

func add(r *command.Run) *cobra.Command {
	var s said
	cmd := &cobra.Command{
		Use: "add TITLE", Short: r.Say("cli.course.add"), Long: r.Say("cli.course.add-long"), Args: command.Arguments(1, -1, "TITLE"),
		Example: "  leerbalie course add Schulden --dates 2026-12-04,2026-12-11 --groups 3A,3B --stations begroten,brieven --test gesprek,toets --nodes C1 --minutes 150",
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(s.dates) == 0 {
				return command.Misuse("cli.flag-missing", "flag", "--dates")
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				c := course.Course{Title: strings.Join(args, " ")}
				if err := s.over(ctx, session, cmd.Flags().Changed, &c); err != nil {
					return err
				}
				did, err := session.Do(ctx, course.Add{Course: c})
				if err != nil {
					return err
				}
				return tell(ctx, r, session, did.Entity, r.Say("did.act-course-add"))
			})
		},
	}
	s.flags(r, cmd)
	return cmd
}

func edit(r *command.Run) *cobra.Command {
	var s said
	cmd := &cobra.Command{
		Use: "edit COURSE", Short: r.Say("cli.course.edit"), Args: command.Arguments(1, 1, "COURSE"),
		Example: "  leerbalie course edit Schulden --place \"Lokaal 4\"",
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				c, err := meant(ctx, session, args[0])
				if err != nil {
					return err
				}
				if err := s.over(ctx, session, cmd.Flags().Changed, &c); err != nil {
					return err
				}
				if _, err := session.Do(ctx, course.Edit{Course: c}); err != nil {
					return err
				}
				return tell(ctx, r, session, c.ID, r.Say("did.act-course-edit"))
			})
		},
	}
	s.flags(r, cmd)
	cmd.Flags().StringVar(&s.title, "title", "", r.Say("cli.flag.course.title"))
	return cmd
}

// does is a command that alters one thing of a course.
func does(r *command.Run, cmd *cobra.Command, name string, action func(course.Course) (model.Action, error)) error {
	return r.With(cmd, func(ctx context.Context, session *model.Session) error {
		c, err := meant(ctx, session, name)
		if err != nil {
			return err
		}
		a, err := action(c)
		if err != nil {
			return err
		}
		if _, err := session.Do(ctx, a); err != nil {
			return err
		}
		return tell(ctx, r, session, c.ID, r.Say("did."+a.Name()))
	})
}

func move(r *command.Run) *cobra.Command {
	var date, to string
	cmd := &cobra.Command{
		Use: "move COURSE", Short: r.Say("cli.course.move"), Args: command.Arguments(1, 1, "COURSE"),
		Example: "  leerbalie course move Schulden --date 2026-12-11 --to 2026-12-18",
		RunE: func(cmd *cobra.Command, args []string) error {
			from, err := needDay("date", date)
			if err != nil {
				return err
			}
			day, err := needDay("to", to)
			if err != nil {
				return err
			}
			return does(r, cmd, args[0], func(c course.Course) (model.Action, error) { return course.Move{ID: c.ID, From: from, To: day}, nil })
		},
	}
	cmd.Flags().StringVar(&date, "date", "", r.Say("cli.flag.course.date"))
	cmd.Flags().StringVar(&to, "to", "", r.Say("cli.flag.course.to"))
	return cmd
}

func cancel(r *command.Run) *cobra.Command {
	var date string
	var back bool
	cmd := &cobra.Command{
		Use: "cancel COURSE", Short: r.Say("cli.course.cancel"), Args: command.Arguments(1, 1, "COURSE"),
		Example: "  leerbalie course cancel Schulden --date 2026-12-25",
		RunE: func(cmd *cobra.Command, args []string) error {
			day, err := needDay("date", date)
			if err != nil {
				return err
			}
			return does(r, cmd, args[0], func(c course.Course) (model.Action, error) { return course.Cancel{ID: c.ID, Day: day, Off: back}, nil })
		},
	}
	cmd.Flags().StringVar(&date, "date", "", r.Say("cli.flag.course.date"))
	cmd.Flags().BoolVar(&back, "back", false, r.Say("cli.flag.course.back"))
	return cmd
}

func archive(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use: "archive COURSE", Short: r.Say("cli.course.archive"), Args: command.Arguments(1, 1, "COURSE"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				c, err := meant(ctx, session, args[0])
				if err != nil {
					return err
				}
				if _, err := session.Do(ctx, course.Archive{ID: c.ID}); err != nil {
					return err
				}
				return output.Did(r, "did.act-course-archive", c.ID)
			})
		},
	}
}

// needDay is command.ReadDay for a flag that has to be there.
func needDay(flag, typed string) (time.Time, error) {
	if typed == "" {
		return time.Time{}, command.Misuse("cli.flag-missing", "flag", "--"+flag)
	}
	return command.ReadDay(flag, typed)
}

// tell gives a course as it is now, and what somebody should know of it as it is planned.
func tell(ctx context.Context, r *command.Run, session *model.Session, id journal.ID, did string) error {
	return given(ctx, r, session, id, did, true)
}

// given gives a course as it is now; of how it is planned only where that is what was done.
func given(ctx context.Context, r *command.Run, session *model.Session, id journal.ID, did string, planned bool) error {
	v, err := course.Read(ctx, session, id)
	if err != nil {
		return err
	}
	told, err := toldOf(ctx, session, id)
	if err != nil {
		return err
	}
	if r.JSON {
		out, err := courseOut(ctx, session, &v)
		if err != nil {
			return err
		}
		out.Told = toldOut(r, told)
		return output.JSON(r.Out, out)
	}
	if _, err := fmt.Fprintln(r.Out, did, cell.Safe(v.Title, 80), v.ID.String()); err != nil {
		return err
	}
	if !planned {
		return nil
	}
	for _, t := range told {
		r.Tell(r.Words.CourseTold(t))
	}
	return nil
}
