package people

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/lookup"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/text"
)

func personList(r *command.Run) *cobra.Command {
	var role string
	var limit int
	var gone bool
	cmd := &cobra.Command{
		Use:   "list",
		Short: r.Say("cli.person.list"),
		Args:  command.Arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if role != "" && !slices.Contains(model.Roles(), model.Role(role)) {
				return command.Misuse("cli.choice", "what", "--role", "value", role, "choices", command.Join(model.Roles()))
			}
			limit, err := r.Limit(cmd, limit)
			if err != nil {
				return err
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				read := session.People
				if gone {
					read = session.PeopleWhoLeft
				}
				people, err := read(ctx)
				if err != nil {
					return err
				}
				people = lookup.Where(people, func(p model.Person) bool { return !p.Erased })
				if role != "" {
					people = lookup.Where(people, func(p model.Person) bool { return p.Has(model.Role(role)) })
				}
				if limit > 0 && len(people) > limit {
					people = people[:limit]
				}
				groups, err := lookup.GroupNames(ctx, session)
				if err != nil {
					return err
				}
				return showPeople(r, people, groups)
			})
		},
	}
	cmd.Flags().StringVar(&role, "role", "", r.Say("cli.flag.role-only"))
	cmd.Flags().BoolVar(&gone, "gone", false, r.Say("cli.flag.gone"))
	r.LimitFlag(cmd, &limit)
	return cmd
}

func showPeople(r *command.Run, people []model.Person, groups map[journal.ID]string) error {
	if r.JSON {
		list := output.NewArray(r.Out)
		for _, p := range people {
			if err := list.Add(personOut(p, groups)); err != nil {
				return err
			}
		}
		return list.End()
	}
	t := output.NewTable(r.Out, r.Width, r.Say("cli.col.name"), r.Say("cli.col.roles"), r.Say("cli.col.level"), r.Say("cli.col.groups"),
		r.Say("cli.col.languages"), r.Say("cli.col.own-number"))
	for _, p := range people {
		var in []string
		for _, id := range p.Groups {
			in = append(in, groups[id])
		}
		t.Add(p.Name, roleNames(r, p.Roles), p.Level, strings.Join(in, ", "), strings.Join(p.Languages, ", "), p.Number)
	}
	return t.End()
}

// roleNames names roles as people call them.
func roleNames(r *command.Run, roles []model.Role) string {
	names := map[model.Role]string{
		model.RoleDesk: r.Say("cli.role.desk"), model.RoleStudent: r.Say("cli.role.student"), model.RoleTeacher: r.Say("cli.role.teacher"),
		model.RoleSupervisor: r.Say("cli.role.supervisor"), model.RoleCoordinator: r.Say("cli.role.coordinator"), model.RoleAdmin: r.Say("cli.role.admin"),
		model.RoleGuest: r.Say("cli.role.guest"), model.RoleBoard: r.Say("cli.role.board"),
	}
	out := make([]string, len(roles))
	for i, role := range roles {
		out[i] = names[role]
	}
	return strings.Join(out, ", ")
}

func personShow(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use:   "show NAME",
		Short: r.Say("cli.person.show"),
		Args:  command.Arguments(1, -1, "NAME"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				p, err := lookup.Person(ctx, session, strings.Join(args, " "))
				if fault.KindOf(err) == fault.NotFound {
					if was, gone := gone(ctx, session, strings.Join(args, " ")); gone == nil {
						p, err = was, nil
					}
				}
				if err != nil {
					return err
				}
				groups, err := lookup.GroupNames(ctx, session)
				if err != nil {
					return err
				}
				out := personOut(p, groups)
				if r.JSON {
					return output.JSON(r.Out, out)
				}
				var in []string
				for _, g := range out.Groups {
					in = append(in, g.Name)
				}
				went, err := wentLines(ctx, r, session, p)
				if err != nil {
					return err
				}
				taken := ""
				if !p.Rescued.IsZero() {
					taken = r.Words.Say("seat.rescued", "when", text.Day(p.Rescued.In(r.Zone(ctx, session))))
				}
				return output.Card(r, p.Name, [][2]string{
					{r.Say("cli.col.rescued"), taken},
					{r.Say("cli.col.roles"), roleNames(r, p.Roles)}, {r.Say("cli.col.level"), p.Level}, {r.Say("cli.col.groups"), strings.Join(in, ", ")},
					{r.Say("cli.col.languages"), strings.Join(p.Languages, ", ")}, {r.Say("cli.col.own-number"), p.Number},
					{r.Say("cli.col.email"), p.Email}, {r.Say("cli.col.source-id"), p.SourceID}, {r.Say("cli.col.person-state"), r.Say("cli.person.state." + out.State)},
					{r.Say("cli.col.went"), went}, {r.Say("cli.col.id"), out.ID},
				})
			})
		},
	}
}
