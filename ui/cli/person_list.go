package cli

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/ui/widget/cell"
)

func (r *run) personList() *cobra.Command {
	var role string
	var limit int
	cmd := &cobra.Command{
		Use:   "list",
		Short: r.say("cli.person.list"),
		Args:  words(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if role != "" && !slices.Contains(model.Roles(), model.Role(role)) {
				return misuse("cli.choice", "what", "--role", "value", role, "choices", join(model.Roles()))
			}
			limit, err := r.limit(cmd, limit)
			if err != nil {
				return err
			}
			return r.with(cmd, func(ctx context.Context, v *model.View) error {
				people, err := v.People(ctx)
				if err != nil {
					return err
				}
				if role != "" {
					people = filter(people, func(p model.Person) bool { return p.Has(model.Role(role)) })
				}
				if limit > 0 && len(people) > limit {
					people = people[:limit]
				}
				groups, err := groupNames(ctx, v)
				if err != nil {
					return err
				}
				return r.people(people, groups)
			})
		},
	}
	cmd.Flags().StringVar(&role, "role", "", r.say("cli.flag.role-only"))
	r.limitFlag(cmd, &limit)
	return cmd
}

func (r *run) people(people []model.Person, groups map[model.ID]string) error {
	if r.json {
		list := newArray(r.s.Out)
		for _, p := range people {
			if err := list.add(personOut(p, groups)); err != nil {
				return err
			}
		}
		return list.end()
	}
	t := newTable(r.s.Out, r.s.Width, r.say("cli.col.name"), r.say("cli.col.roles"), r.say("cli.col.level"), r.say("cli.col.groups"),
		r.say("cli.col.languages"), r.say("cli.col.own-number"))
	for _, p := range people {
		var in []string
		for _, id := range p.Groups {
			in = append(in, groups[id])
		}
		t.add(p.Name, r.roles(p.Roles), p.Level, strings.Join(in, ", "), strings.Join(p.Languages, ", "), p.Number)
	}
	return t.end()
}

// roles names roles as people call them.
func (r *run) roles(roles []model.Role) string {
	names := map[model.Role]string{
		model.RoleDesk: r.say("cli.role.desk"), model.RoleStudent: r.say("cli.role.student"), model.RoleTeacher: r.say("cli.role.teacher"),
		model.RoleSupervisor: r.say("cli.role.supervisor"), model.RoleCoordinator: r.say("cli.role.coordinator"), model.RoleAdmin: r.say("cli.role.admin"),
	}
	out := make([]string, len(roles))
	for i, role := range roles {
		out[i] = names[role]
	}
	return strings.Join(out, ", ")
}

func (r *run) personShow() *cobra.Command {
	return &cobra.Command{
		Use:   "show NAME",
		Short: r.say("cli.person.show"),
		Args:  words(1, -1, "NAME"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.with(cmd, func(ctx context.Context, v *model.View) error {
				p, err := findPerson(ctx, v, strings.Join(args, " "))
				if err != nil {
					return err
				}
				groups, err := groupNames(ctx, v)
				if err != nil {
					return err
				}
				out := personOut(p, groups)
				if r.json {
					return writeJSON(r.s.Out, out)
				}
				var in []string
				for _, g := range out.Groups {
					in = append(in, g.Name)
				}
				return r.card(p.Name, [][2]string{
					{r.say("cli.col.roles"), r.roles(p.Roles)}, {r.say("cli.col.level"), p.Level}, {r.say("cli.col.groups"), strings.Join(in, ", ")},
					{r.say("cli.col.languages"), strings.Join(p.Languages, ", ")}, {r.say("cli.col.own-number"), p.Number},
					{r.say("cli.col.email"), p.Email}, {r.say("cli.col.id"), out.ID},
				})
			})
		},
	}
}

// card writes one thing for people: its name, and a line for each thing that is known of it.
func (r *run) card(name string, lines [][2]string) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", cell.Safe(name, 200))
	for _, line := range lines {
		if line[1] != "" {
			fmt.Fprintf(&b, "  %s %s\n", cell.Fit(line[0], 16), cell.Safe(line[1], 300))
		}
	}
	_, err := fmt.Fprint(r.s.Out, b.String())
	return err
}
