package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/ui/widget/cell"
)

type groupJSON struct {
	ID   string  `json:"id"`
	Name string  `json:"name"`
	Site *string `json:"site"`
}

// group holds the commands on groups of students.
func (r *run) group() *cobra.Command {
	return r.family("group", r.say("cli.group"), r.groupAdd(), r.groupList())
}

func (r *run) groupAdd() *cobra.Command {
	var site string
	cmd := &cobra.Command{
		Use:   "add NAME",
		Short: r.say("cli.group.add"),
		Args:  words(1, -1, "NAME"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.with(cmd, func(ctx context.Context, v *model.View) error {
				g := model.Group{Name: strings.Join(args, " "), Site: v.Site()}
				if site != "" {
					s, err := findSite(ctx, v, site)
					if err != nil {
						return err
					}
					g.Site = s.ID
				}
				receipt, err := v.Do(ctx, model.AddGroup{Group: g})
				if err != nil {
					return err
				}
				if r.json {
					return writeJSON(r.s.Out, groupJSON{receipt.Entity.String(), g.Name, idOrNull(g.Site)})
				}
				_, err = fmt.Fprintln(r.s.Out, r.say("cli.group.added", "name", cell.Safe(g.Name, 100)))
				return err
			})
		},
	}
	cmd.Flags().StringVar(&site, "site", "", r.say("cli.flag.site"))
	return cmd
}

func (r *run) groupList() *cobra.Command {
	var limit int
	cmd := &cobra.Command{
		Use:   "list",
		Short: r.say("cli.group.list"),
		Args:  words(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			limit, err := r.limit(cmd, limit)
			if err != nil {
				return err
			}
			return r.with(cmd, func(ctx context.Context, v *model.View) error {
				groups, err := v.Groups(ctx)
				if err != nil {
					return err
				}
				if limit > 0 && len(groups) > limit {
					groups = groups[:limit]
				}
				if r.json {
					list := newArray(r.s.Out)
					for _, g := range groups {
						if err := list.add(groupJSON{g.ID.String(), g.Name, idOrNull(g.Site)}); err != nil {
							return err
						}
					}
					return list.end()
				}
				people, err := v.People(ctx)
				if err != nil {
					return err
				}
				t := newTable(r.s.Out, r.s.Width, r.say("cli.col.name"), r.say("cli.col.people"))
				for _, g := range groups {
					in := filter(people, func(p model.Person) bool {
						for _, id := range p.Groups {
							if id == g.ID {
								return true
							}
						}
						return false
					})
					t.add(g.Name, fmt.Sprint(len(in)))
				}
				return t.end()
			})
		},
	}
	r.limitFlag(cmd, &limit)
	return cmd
}
