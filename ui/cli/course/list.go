package course

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/course"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/lookup"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/widget/cell"
)

func list(r *command.Run) *cobra.Command {
	var limit int
	var term, student string
	cmd := &cobra.Command{
		Use: "list", Short: r.Say("cli.course.list"), Args: command.Arguments(0, 0, ""),
		Example: "  leerbalie course list --term 2026-2027/1 --json",
		RunE: func(cmd *cobra.Command, _ []string) error {
			limit, err := r.Limit(cmd, limit)
			if err != nil {
				return err
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				all, err := course.ReadAll(ctx, session)
				if err != nil {
					return err
				}
				var who model.Person
				if student != "" {
					if who, err = lookup.Learner(ctx, session, student); err != nil {
						return err
					}
				}
				all = slices.DeleteFunc(all, func(v course.View) bool {
					of := slices.ContainsFunc(v.People, func(p course.Participant) bool { return p.Student.ID == who.ID })
					return term != "" && v.Term != term || !who.ID.IsZero() && !of
				})
				if limit > 0 && len(all) > limit {
					all = all[:limit]
				}
				for i := range all {
					if !who.ID.IsZero() {
						all[i].People = slices.DeleteFunc(all[i].People, func(p course.Participant) bool { return p.Student.ID != who.ID })
					}
				}
				if r.JSON {
					out := output.NewArray(r.Out)
					for i := range all {
						c, err := courseOut(ctx, session, &all[i])
						if err != nil {
							return err
						}
						if err := out.Add(c); err != nil {
							return err
						}
					}
					return out.End()
				}
				if len(all) == 0 {
					_, err := fmt.Fprintln(r.Out, r.Say("courses.none"))
					return err
				}
				t := output.NewTable(r.Out, r.Width, r.Say("field.course-title"), r.Say("field.course-term"), r.Say("field.course-dates"), r.Say("field.groups"), r.Say("field.course-teachers"), r.Say("field.course-tests"))
				for i := range all {
					v := &all[i]
					t.Add(cell.Safe(v.Title, 60), cell.Safe(v.Term, 20), strings.Join(dates(r, &v.Course), ", "), cell.Safe(groupNames(v), 60), cell.Safe(teacherNames(v), 60), cell.Safe(strings.Join(v.Tests, ", "), 60))
				}
				return t.End()
			})
		},
	}
	cmd.Flags().StringVar(&term, "term", "", r.Say("cli.flag.course.term"))
	cmd.Flags().StringVar(&student, "student", "", r.Say("cli.flag.student"))
	r.LimitFlag(cmd, &limit)
	return cmd
}

// dates are the days of a course, with a word at those that do not go on.
func dates(r *command.Run, c *course.Course) (out []string) {
	for _, day := range c.ByDay() {
		said := r.Words.ShortDay(day)
		if c.Off(day) {
			said += " (" + r.Say("course.off") + ")"
		}
		out = append(out, said)
	}
	return out
}

func groupNames(v *course.View) string {
	names := make([]string, len(v.Groups))
	for i, g := range v.Groups {
		names[i] = g.Name
	}
	return strings.Join(names, ", ")
}

func teacherNames(v *course.View) string {
	names := make([]string, len(v.Teachers))
	for i, p := range v.Teachers {
		names[i] = p.Name
	}
	return strings.Join(names, ", ")
}

func show(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use: "show COURSE", Short: r.Say("cli.course.show"), Args: command.Arguments(1, 1, "COURSE"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				c, err := meant(ctx, session, args[0])
				if err != nil {
					return err
				}
				if r.JSON {
					return tell(ctx, r, session, c.ID, "")
				}
				v, err := course.Read(ctx, session, c.ID)
				if err != nil {
					return err
				}
				told, err := toldOf(ctx, session, c.ID)
				if err != nil {
					return err
				}
				return card(ctx, r, session, &v, told)
			})
		},
	}
}

// card is a course for people: what is planned, and a line for each participant.
func card(ctx context.Context, r *command.Run, session *model.Session, v *course.View, told []course.Told) error {
	nodes, err := course.ReadNodes(ctx, session, v.Nodes)
	if err != nil {
		return err
	}
	var codes []string
	for _, n := range nodes {
		codes = append(codes, cmp.Or(n.Code, n.Title))
	}
	lines := [][2]string{{"field.course-term", v.Term}, {"field.course-theme", v.Theme}, {"field.course-dates", strings.Join(dates(r, &v.Course), ", ")}, {"field.course-start", v.Start},
		{"field.minutes", ""}, {"field.course-place", v.Place}, {"field.groups", groupNames(v)}, {"field.course-stations", strings.Join(v.Stations, ", ")}, {"field.course-teachers", teacherNames(v)},
		{"field.course-tests", strings.Join(v.Tests, ", ")}, {"field.course-nodes", strings.Join(codes, ", ")}}
	if v.Minutes > 0 {
		lines[4][1] = strconv.Itoa(v.Minutes)
	}
	var shown [][2]string
	for _, l := range lines {
		if l[1] != "" {
			shown = append(shown, [2]string{r.Say(l[0]), cell.Safe(l[1], 400)})
		}
	}
	if err := output.Card(r, cell.Safe(v.Title, 100), shown); err != nil {
		return err
	}
	for _, t := range told {
		r.Tell(r.Words.CourseTold(t))
	}
	if len(v.People) == 0 {
		return nil
	}
	heads := []string{r.Say("course.student"), r.Say("course.there")}
	heads = append(heads, v.Tests...)
	t := output.NewTable(r.Out, r.Width, heads...)
	for i := range v.People {
		p := &v.People[i]
		was, noted := p.Was()
		row := []string{cell.Safe(p.Student.Name, 60), r.Say("course.was", "n", was, "of", noted)}
		for _, res := range p.Results {
			row = append(row, cell.Safe(res.Level, 30))
		}
		t.Add(row...)
	}
	return t.End()
}
