package people

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/lookup"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/widget/cell"
)

type groupJSON struct {
	ID   string  `json:"id"`
	Name string  `json:"name"`
	Site *string `json:"site"`
}

// Group holds the commands on groups of students.
func Group(r *command.Run) *cobra.Command {
	return r.Family("group", "cli.group", command.Commands{
		"add": groupAdd, "list": groupList, "attention": groupAttention, "without": groupWithout,
	})
}

func groupAdd(r *command.Run) *cobra.Command {
	var site string
	cmd := &cobra.Command{
		Use:   "add NAME",
		Short: r.Say("cli.group.add"),
		Args:  command.Arguments(1, -1, "NAME"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				g := model.Group{Name: strings.Join(args, " "), Site: session.Site()}
				if site != "" {
					s, err := lookup.Site(ctx, session, site)
					if err != nil {
						return err
					}
					g.Site = s.ID
				}
				receipt, err := session.Do(ctx, model.AddGroup{Group: g})
				if err != nil {
					return err
				}
				if r.JSON {
					return output.JSON(r.Out, groupJSON{receipt.Entity.String(), g.Name, output.IDOrNull(g.Site)})
				}
				_, err = fmt.Fprintln(r.Out, r.Say("cli.group.added", "name", cell.Safe(g.Name, 100)))
				return err
			})
		},
	}
	cmd.Flags().StringVar(&site, "site", "", r.Say("cli.flag.site"))
	return cmd
}

func groupList(r *command.Run) *cobra.Command {
	var limit int
	cmd := &cobra.Command{
		Use:   "list",
		Short: r.Say("cli.group.list"),
		Args:  command.Arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			limit, err := r.Limit(cmd, limit)
			if err != nil {
				return err
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				groups, err := session.Groups(ctx)
				if err != nil {
					return err
				}
				if limit > 0 && len(groups) > limit {
					groups = groups[:limit]
				}
				if r.JSON {
					list := output.NewArray(r.Out)
					for _, g := range groups {
						if err := list.Add(groupJSON{g.ID.String(), g.Name, output.IDOrNull(g.Site)}); err != nil {
							return err
						}
					}
					return list.End()
				}
				people, err := session.People(ctx)
				if err != nil {
					return err
				}
				t := output.NewTable(r.Out, r.Width, r.Say("cli.col.name"), r.Say("cli.col.people"))
				for _, g := range groups {
					in := lookup.Where(people, func(p model.Person) bool {
						for _, id := range p.Groups {
							if id == g.ID {
								return true
							}
						}
						return false
					})
					t.Add(g.Name, fmt.Sprint(len(in)))
				}
				return t.End()
			})
		},
	}
	r.LimitFlag(cmd, &limit)
	return cmd
}
