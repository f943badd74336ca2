package people

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/level"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/lookup"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/widget/cell"
)

// personJSON is somebody who works or learns here. The names are a promise to scripts.
type personJSON struct {
	ID         string       `json:"id"`
	Name       string       `json:"name"`
	Roles      []string     `json:"roles"`
	Site       *string      `json:"site"`
	Groups     []output.Who `json:"groups"`
	Level      string       `json:"level"`
	Languages  []string     `json:"languages"`
	Number     string       `json:"number"`
	Email      string       `json:"email"`
	Supervisor *string      `json:"supervisor"`
	SourceID   string       `json:"source_id"`
	State      string       `json:"state"`          // here, left, removed or erased
	Rescued    *string      `json:"pin_rescued_at"` // when somebody else took the PIN away of who leads, until that person has seen it
}

func personOut(p model.Person, groups map[journal.ID]string) personJSON {
	out := personJSON{
		ID: p.ID.String(), Name: p.Name, Roles: make([]string, len(p.Roles)), Site: output.IDOrNull(p.Site), Groups: []output.Who{}, Level: p.Level,
		Languages: output.OrEmpty(p.Languages), Number: p.Number, Email: p.Email, Supervisor: output.IDOrNull(p.Supervisor),
		SourceID: p.SourceID, State: stateOf(p), Rescued: output.MomentOrNull(p.Rescued, time.UTC),
	}
	for i, role := range p.Roles {
		out.Roles[i] = string(role)
	}
	for _, id := range p.Groups {
		out.Groups = append(out.Groups, output.Named(id, groups[id]))
	}
	return out
}

// Person holds the commands on who works or learns here.
func Person(r *command.Run) *cobra.Command {
	return r.Family("person", "cli.person", command.Commands{
		"add": personAdd, "list": personList, "show": personShow, "edit": personEdit, "end": personEnd, "back": personBack, "remove": personRemove, "drop-pin": personDropPIN, "key": personKey,
	})
}

func personAdd(r *command.Run) *cobra.Command {
	var p model.Person
	var roles, groups []string
	var site, supervisor string
	cmd := &cobra.Command{
		Use:     "add NAME",
		Short:   r.Say("cli.person.add"),
		Args:    command.Arguments(1, -1, "NAME"),
		Example: "  leerbalie person add \"Noor Visser\" --role student --level hbo --group 2B",
		RunE: func(cmd *cobra.Command, args []string) error {
			p.Name = strings.Join(args, " ")
			for _, name := range roles {
				role := model.Role(strings.ToLower(name))
				if !slices.Contains(model.Roles(), role) {
					return command.Misuse("cli.choice", "what", "--role", "value", name, "choices", command.Join(model.Roles()))
				}
				p.Roles = append(p.Roles, role)
			}
			p.Level = level.Read(p.Level)
			if p.Level != "" && !slices.Contains(model.Levels(), p.Level) {
				return command.Misuse("cli.choice", "what", "--level", "value", p.Level, "choices", command.Join(model.Levels()))
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				if err := placePerson(ctx, session, &p, site, supervisor, groups); err != nil {
					return err
				}
				receipt, err := session.Do(ctx, model.AddPerson{Person: p})
				if err != nil {
					return err
				}
				p.ID = receipt.Entity
				if r.JSON {
					known, err := lookup.GroupNames(ctx, session)
					if err != nil {
						return err
					}
					return output.JSON(r.Out, personOut(p, known))
				}
				_, err = fmt.Fprintln(r.Out, r.Say("cli.person.added", "name", cell.Safe(p.Name, 100), "id", p.ID))
				return err
			})
		},
	}
	f := cmd.Flags()
	f.StringSliceVar(&roles, "role", []string{string(model.RoleDesk)}, r.Say("cli.flag.role"))
	f.StringVar(&site, "site", "", r.Say("cli.flag.site"))
	f.StringArrayVar(&groups, "group", nil, r.Say("cli.flag.group"))
	f.StringVar(&p.Level, "level", "", r.Say("cli.flag.level"))
	f.StringSliceVar(&p.Languages, "language", nil, r.Say("cli.flag.languages"))
	f.StringVar(&p.Number, "number", "", r.Say("cli.flag.number"))
	f.StringVar(&p.Email, "email", "", r.Say("cli.flag.email"))
	f.StringVar(&supervisor, "supervisor", "", r.Say("cli.flag.supervisor"))
	return cmd
}

// placePerson looks up where somebody works, with whom, and under whom. No site given is the acting person's.
func placePerson(ctx context.Context, session *model.Session, p *model.Person, site, supervisor string, groups []string) error {
	p.Site = session.Site()
	if site != "" {
		s, err := lookup.Site(ctx, session, site)
		if err != nil {
			return err
		}
		p.Site = s.ID
	}
	if supervisor != "" {
		s, err := lookup.Person(ctx, session, supervisor)
		if err != nil {
			return err
		}
		p.Supervisor = s.ID
	}
	for _, name := range groups {
		g, err := lookup.Group(ctx, session, name)
		if err != nil {
			return err
		}
		p.Groups = append(p.Groups, g.ID)
	}
	return nil
}
