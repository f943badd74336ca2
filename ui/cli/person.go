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

// personJSON is somebody who works or learns here. The names are a promise to scripts.
type personJSON struct {
	ID         string    `json:"id"`
	Name       string    `json:"name"`
	Roles      []string  `json:"roles"`
	Site       *string   `json:"site"`
	Groups     []whoJSON `json:"groups"`
	Level      string    `json:"level"`
	Languages  []string  `json:"languages"`
	Number     string    `json:"number"`
	Email      string    `json:"email"`
	Supervisor *string   `json:"supervisor"`
}

func personOut(p model.Person, groups map[model.ID]string) personJSON {
	out := personJSON{
		ID: p.ID.String(), Name: p.Name, Roles: make([]string, len(p.Roles)), Site: idOrNull(p.Site), Groups: []whoJSON{}, Level: p.Level,
		Languages: orEmpty(p.Languages), Number: p.Number, Email: p.Email, Supervisor: idOrNull(p.Supervisor),
	}
	for i, role := range p.Roles {
		out.Roles[i] = string(role)
	}
	for _, id := range p.Groups {
		out.Groups = append(out.Groups, whoJSON{ID: id.String(), Name: groups[id]})
	}
	return out
}

func groupNames(ctx context.Context, v *model.View) (map[model.ID]string, error) {
	groups, err := v.Groups(ctx)
	out := map[model.ID]string{}
	for _, g := range groups {
		out[g.ID] = g.Name
	}
	return out, err
}

// person holds the commands on who works or learns here.
func (r *run) person() *cobra.Command {
	return r.family("person", r.say("cli.person"), r.personAdd(), r.personList(), r.personShow(), r.personDropPIN())
}

func (r *run) personAdd() *cobra.Command {
	var p model.Person
	var roles, groups []string
	var site, supervisor string
	cmd := &cobra.Command{
		Use:     "add NAME",
		Short:   r.say("cli.person.add"),
		Args:    words(1, -1, "NAME"),
		Example: "  leerbalie person add \"Noor Visser\" --role student --level hbo --group 2B",
		RunE: func(cmd *cobra.Command, args []string) error {
			p.Name = strings.Join(args, " ")
			for _, name := range roles {
				role := model.Role(strings.ToLower(name))
				if !slices.Contains(model.Roles(), role) {
					return misuse("cli.choice", "what", "--role", "value", name, "choices", join(model.Roles()))
				}
				p.Roles = append(p.Roles, role)
			}
			if p.Level != "" && !slices.Contains(model.Levels(), p.Level) {
				return misuse("cli.choice", "what", "--level", "value", p.Level, "choices", join(model.Levels()))
			}
			return r.with(cmd, func(ctx context.Context, v *model.View) error {
				if err := placePerson(ctx, v, &p, site, supervisor, groups); err != nil {
					return err
				}
				receipt, err := v.Do(ctx, model.AddPerson{Person: p})
				if err != nil {
					return err
				}
				p.ID = receipt.Entity
				if r.json {
					known, err := groupNames(ctx, v)
					if err != nil {
						return err
					}
					return writeJSON(r.s.Out, personOut(p, known))
				}
				_, err = fmt.Fprintln(r.s.Out, r.say("cli.person.added", "name", cell.Safe(p.Name, 100), "id", p.ID))
				return err
			})
		},
	}
	f := cmd.Flags()
	f.StringSliceVar(&roles, "role", []string{string(model.RoleDesk)}, r.say("cli.flag.role"))
	f.StringVar(&site, "site", "", r.say("cli.flag.site"))
	f.StringArrayVar(&groups, "group", nil, r.say("cli.flag.group"))
	f.StringVar(&p.Level, "level", "", r.say("cli.flag.level"))
	f.StringSliceVar(&p.Languages, "language", nil, r.say("cli.flag.languages"))
	f.StringVar(&p.Number, "number", "", r.say("cli.flag.number"))
	f.StringVar(&p.Email, "email", "", r.say("cli.flag.email"))
	f.StringVar(&supervisor, "supervisor", "", r.say("cli.flag.supervisor"))
	return cmd
}

// placePerson looks up where somebody works, with whom, and under whom. No site given is the acting person's.
func placePerson(ctx context.Context, v *model.View, p *model.Person, site, supervisor string, groups []string) error {
	p.Site = v.Site()
	if site != "" {
		s, err := findSite(ctx, v, site)
		if err != nil {
			return err
		}
		p.Site = s.ID
	}
	if supervisor != "" {
		s, err := findPerson(ctx, v, supervisor)
		if err != nil {
			return err
		}
		p.Supervisor = s.ID
	}
	for _, name := range groups {
		g, err := findGroup(ctx, v, name)
		if err != nil {
			return err
		}
		p.Groups = append(p.Groups, g.ID)
	}
	return nil
}

func join[T ~string](list []T) string {
	out := make([]string, len(list))
	for i, item := range list {
		out[i] = string(item)
	}
	return strings.Join(out, ", ")
}
