package people

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/leaving"
	"leerbalie/model/pairs"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/lookup"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/widget/cell"
)

func personEdit(r *command.Run) *cobra.Command {
	var s studentFlags
	var roles []string
	var name string
	cmd := &cobra.Command{
		Use:     "edit NAME",
		Short:   r.Say("cli.person.edit"),
		Args:    command.Arguments(1, -1, "NAME"),
		Example: "  leerbalie person edit \"Noor Visser\" --role desk,student --email noor@example.org",
		RunE: func(cmd *cobra.Command, args []string) error {
			typed := model.Person{}
			if err := s.given(&typed); err != nil {
				return err
			}
			for _, name := range roles {
				role := model.Role(strings.ToLower(strings.TrimSpace(name)))
				if !slices.Contains(model.Roles(), role) {
					return command.Misuse("cli.choice", "what", "--role", "value", name, "choices", command.Join(model.Roles()))
				}
				typed.Roles = append(typed.Roles, role)
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				known, err := lookup.Person(ctx, session, strings.Join(args, " "))
				if err != nil {
					return err
				}
				if err := s.lookUp(ctx, r, session, &typed); err != nil {
					return err
				}
				p := over(known, typed, cmd.Flags().Changed)
				if name != "" {
					p.Name = name
				}
				if len(typed.Roles) > 0 {
					p.Roles = typed.Roles
				}
				return personDo(ctx, r, session, p.ID, "cli.person.edited", model.EditPerson{Person: p})
			})
		},
	}
	addStudentFlags(r, cmd, &s)
	cmd.Flags().StringVar(&name, "name", "", r.Say("cli.flag.new-name"))
	cmd.Flags().StringSliceVar(&roles, "role", nil, r.Say("cli.flag.role"))
	return cmd
}

// personDo does something about one person, and tells how that person stands then.
func personDo(ctx context.Context, r *command.Run, session *model.Session, id journal.ID, said string, a model.Action) error {
	if _, err := session.Do(ctx, a); err != nil {
		return err
	}
	people, err := model.ReadAll(ctx, session, model.KindPerson, model.PersonOf)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(people, func(p model.Person) bool { return p.ID == id })
	if i < 0 {
		return fault.New(fault.NotFound, "person-unknown", "name", id.String())
	}
	if r.JSON {
		groups, err := lookup.GroupNames(ctx, session)
		if err != nil {
			return err
		}
		return output.JSON(r.Out, personOut(people[i], groups))
	}
	_, err = fmt.Fprintln(r.Out, r.Say(said, "name", cell.Safe(people[i].Name, 100)))
	return err
}

func personEnd(r *command.Run) *cobra.Command {
	var why, on string
	cmd := &cobra.Command{
		Use: "end NAME", Short: r.Say("cli.person.end"), Args: command.Arguments(1, -1, "NAME"),
		RunE: func(cmd *cobra.Command, args []string) error {
			day, err := command.ReadDay("on", on)
			if err != nil {
				return err
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				p, err := lookup.Person(ctx, session, strings.Join(args, " "))
				if err != nil {
					return err
				}
				return personDo(ctx, r, session, p.ID, "did.act-person-leave", pairs.PersonLeaves{ID: p.ID, Why: why, On: day})
			})
		},
	}
	cmd.Flags().StringVar(&why, "why", "", r.Say("cli.flag.gone-why"))
	cmd.Flags().StringVar(&on, "on", "", r.Say("cli.flag.gone-on"))
	return cmd
}

func personBack(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use: "back NAME", Short: r.Say("cli.person.back"), Args: command.Arguments(1, -1, "NAME"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				p, err := gone(ctx, session, strings.Join(args, " "))
				if err != nil {
					return err
				}
				return personDo(ctx, r, session, p.ID, "did.act-person-return", pairs.PersonReturns{ID: p.ID})
			})
		},
	}
}

func personRemove(r *command.Run) *cobra.Command {
	var why string
	cmd := &cobra.Command{
		Use: "remove NAME", Short: r.Say("cli.person.remove"), Args: command.Arguments(1, -1, "NAME"),
		Example: "  leerbalie person remove \"Points Possible\" --why \"geen mens\"",
		RunE: func(cmd *cobra.Command, args []string) error {
			if strings.TrimSpace(why) == "" {
				return command.Misuse("cli.flag-needed", "flag", "--why")
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				p, err := lookup.Person(ctx, session, strings.Join(args, " "))
				if err != nil {
					return err
				}
				return personDo(ctx, r, session, p.ID, "did.act-remove-person", leaving.RemovePerson{ID: p.ID, Why: why})
			})
		},
	}
	cmd.Flags().StringVar(&why, "why", "", r.Say("cli.flag.removed-why"))
	return cmd
}

// gone finds somebody who left or was taken away, by number, address, id or name.
func gone(ctx context.Context, session *model.Session, text string) (model.Person, error) {
	people, err := session.PeopleWhoLeft(ctx)
	if err != nil {
		return model.Person{}, err
	}
	people = lookup.Where(people, func(p model.Person) bool { return !p.Erased })
	if i := slices.IndexFunc(people, func(p model.Person) bool {
		return p.Number != "" && p.Number == text || p.Email != "" && strings.EqualFold(p.Email, text)
	}); i >= 0 {
		return people[i], nil
	}
	return lookup.One(text, people, func(p model.Person) journal.ID { return p.ID }, func(p model.Person) string { return p.Name })
}

// stateOf is whether somebody is here, as scripts have it.
func stateOf(p model.Person) string {
	switch {
	case p.Erased:
		return "erased"
	case p.Removed:
		return "removed"
	case p.Archived:
		return "left"
	}
	return "here"
}

// wentLines tell when somebody went, was taken away or came back, and why.
func wentLines(ctx context.Context, r *command.Run, session *model.Session, p model.Person) (string, error) {
	events, err := leaving.Read(ctx, session, p.ID)
	if err != nil || len(events) == 0 {
		return "", err
	}
	names, err := session.PersonNames(ctx, r.Say("person.removed"))
	zone := r.Zone(ctx, session)
	var out []string
	for _, e := range events {
		id := "cli.person.went"
		if e.Back {
			id = "cli.person.came-back"
		}
		day := e.At.In(zone)
		if e.On != 0 {
			day = journal.CalendarDay(e.On)
		}
		said := r.Say(id, "day", day.Format("02-01-2006"), "name", cell.Safe(names[e.By], 60))
		if e.Why != "" {
			said += ": " + cell.Safe(e.Why, 200)
		}
		out = append(out, said)
	}
	return strings.Join(out, "; "), err
}
