package people

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/level"
	"leerbalie/model/loop/pairing"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/lookup"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/widget/cell"
)

// Student holds the commands on those who learn here.
func Student(r *command.Run) *cobra.Command {
	return r.Family("student", "cli.student", command.Commands{
		"add": studentAdd, "edit": studentEdit, "list": studentList, "show": studentShow, "themes": studentThemes, "time-out": studentTimeOut,
		"end": studentEnd, "back": studentBack, "erase": studentErase,
	})
}

// studentFlags are what can be said of a student on the command line.
type studentFlags struct {
	given                 func(*model.Person) error // puts in what needs no looking up
	site, supervisor      string
	groups, travel, parts []string
}

// flagged are the fields that a flag gives as it is typed. Not among them are the name, which is an argument, what follows from
// other commands, and what is looked up.
func flagged() model.Table[model.Person] {
	return slices.DeleteFunc(slices.Clone(model.PersonTable()), func(f model.Field[model.Person]) bool {
		switch f.On {
		case model.PersonName, model.PersonRoles, model.PersonStatus, model.PersonOutcome,
			model.PersonSite, model.PersonSupervisor, model.PersonGroups, model.PersonTravel, model.PersonDayParts:
			return true
		}
		return false
	})
}

func addStudentFlags(r *command.Run, cmd *cobra.Command, s *studentFlags) {
	s.given = command.FieldFlags(r, cmd, flagged(), func(field string) (flag, says string) {
		return flagOf(field), "cli.flag." + cmp.Or(map[string]string{"wishes": "wish", "open": "open-skills", "waiting": "waiting-since"}[field], field)
	})
	f := cmd.Flags()
	f.StringVar(&s.site, "site", "", r.Say("cli.flag.site"))
	f.StringVar(&s.supervisor, "supervisor", "", r.Say("cli.flag.supervisor"))
	f.StringArrayVar(&s.groups, "group", nil, r.Say("cli.flag.group"))
	f.StringSliceVar(&s.travel, "travel", nil, r.Say("cli.flag.travel"))
	f.StringSliceVar(&s.parts, "dayparts", nil, r.Say("cli.flag.dayparts"))
}

// lookUp completes a student with what the flags name, and reads what is written in words.
func (s *studentFlags) lookUp(ctx context.Context, r *command.Run, session *model.Session, p *model.Person) (err error) {
	p.Level = level.Read(p.Level)
	if p.Level != "" && !slices.Contains(model.Levels(), p.Level) {
		return command.Misuse("cli.choice", "what", "--level", "value", p.Level, "choices", strings.Join(model.Levels(), ", "))
	}
	if p.Study.DayParts, err = r.Words.ParseDayParts(s.parts); err != nil {
		return err
	}
	themes := model.Themes()
	if site, err := session.SiteByID(ctx, session.Site()); err == nil {
		themes = site.ThemeCodes()
	}
	themes = r.Words.Known(themes)
	for i, t := range p.Study.Themes {
		if c, ok := themes.Find(t); ok {
			p.Study.Themes[i] = c.Code
		}
	}
	for _, text := range s.travel {
		site, err := lookup.Site(ctx, session, text)
		if err != nil {
			return err
		}
		p.Study.Travel = append(p.Study.Travel, site.ID)
	}
	return placePerson(ctx, session, p, s.site, s.supervisor, s.groups)
}

func studentAdd(r *command.Run) *cobra.Command {
	var s studentFlags
	cmd := &cobra.Command{
		Use:     "add NAME",
		Short:   r.Say("cli.student.add"),
		Args:    command.Arguments(1, -1, "NAME"),
		Example: "  leerbalie student add \"Noor Visser\" --level hbo --year 2 --group 2B --dayparts ma-ochtend,di-middag --language nl,tr",
		RunE: func(cmd *cobra.Command, args []string) error {
			p := model.Person{Name: strings.Join(args, " "), Roles: []model.Role{model.RoleStudent}}
			if err := s.given(&p); err != nil {
				return err
			}
			if p.Level == "" {
				return command.Misuse("cli.flag-needed", "flag", "--level")
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				if err := s.lookUp(ctx, r, session, &p); err != nil {
					return err
				}
				receipt, err := session.Do(ctx, model.AddPerson{Person: p})
				if err != nil {
					return err
				}
				return studentNow(ctx, r, session, receipt.Entity, "cli.student.added")
			})
		},
	}
	addStudentFlags(r, cmd, &s)
	return cmd
}

// studentNow tells how a student stands after something was done.
func studentNow(ctx context.Context, r *command.Run, session *model.Session, id journal.ID, said string) error {
	b, groups, err := readBook(ctx, session)
	if err != nil {
		return err
	}
	p, ok := b.Person(id)
	if !ok {
		return fault.New(fault.NotFound, "student-unknown", "name", id.String())
	}
	if r.JSON {
		return output.JSON(r.Out, studentJSON(p, b, groups, r.Today(ctx, session)))
	}
	_, err = fmt.Fprintln(r.Out, r.Say(said, "name", cell.Safe(p.Name, 100), "id", p.ID))
	return err
}

func readBook(ctx context.Context, session *model.Session) (*pairing.Book, map[journal.ID]string, error) {
	b, err := pairing.Read(ctx, session)
	if err != nil {
		return nil, nil, err
	}
	groups, err := lookup.GroupNames(ctx, session)
	return b, groups, err
}

func studentEdit(r *command.Run) *cobra.Command {
	var s studentFlags
	var name string
	cmd := &cobra.Command{
		Use:   "edit NAME",
		Short: r.Say("cli.student.edit"),
		Args:  command.Arguments(1, -1, "NAME"),
		RunE: func(cmd *cobra.Command, args []string) error {
			typed := model.Person{}
			if err := s.given(&typed); err != nil {
				return err
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				b, _, err := readBook(ctx, session)
				if err != nil {
					return err
				}
				known, err := b.Find(strings.Join(args, " "))
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
				if _, err := session.Do(ctx, model.EditPerson{Person: p}); err != nil {
					return err
				}
				return studentNow(ctx, r, session, p.ID, "cli.student.edited")
			})
		},
	}
	addStudentFlags(r, cmd, &s)
	cmd.Flags().StringVar(&name, "name", "", r.Say("cli.flag.new-name"))
	return cmd
}

// over is a student with what the flags say in place of what was known; a flag that was not given changes nothing.
func over(p, typed model.Person, given func(flag string) bool) model.Person {
	for _, row := range model.PersonTable() {
		if row.On != model.PersonName && given(flagOf(row.Name)) {
			row.Put(&p, row.Get(&typed))
		}
	}
	return p
}

// flagOf is the flag of a field: its name, or another where a flag gives one of several.
func flagOf(field string) string {
	return cmp.Or(map[string]string{"groups": "group", "languages": "language", "themes": "theme", "wishes": "wish", "waiting": "waiting-since"}[field], field)
}
