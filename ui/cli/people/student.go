package people

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/loop/pairing"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/lookup"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/widget/cell"
)

// Student holds the commands on those who learn here.
func Student(r *command.Run) *cobra.Command {
	return r.Family("student", r.Say("cli.student"), studentAdd(r), studentEdit(r), studentList(r), studentShow(r), studentTimeOut(r),
		studentEnd(r))
}

// studentFlags are what can be said of a student on the command line.
type studentFlags struct {
	person                              model.Person
	site, supervisor, start, end, since string
	groups, travel, parts               []string
}

func addStudentFlags(r *command.Run, cmd *cobra.Command, s *studentFlags) {
	f, p := cmd.Flags(), &s.person
	f.StringVar(&p.Level, "level", "", r.Say("cli.flag.level"))
	f.IntVar(&p.Study.Year, "year", 0, r.Say("cli.flag.year"))
	f.StringVar(&p.Number, "number", "", r.Say("cli.flag.number"))
	f.StringVar(&p.Email, "email", "", r.Say("cli.flag.email"))
	f.StringVar(&p.Study.Programme, "programme", "", r.Say("cli.flag.programme"))
	f.StringVar(&p.Study.Crebo, "crebo", "", r.Say("cli.flag.crebo"))
	f.StringVar(&p.Study.Cohort, "cohort", "", r.Say("cli.flag.cohort"))
	f.StringVar(&p.Study.School, "school", "", r.Say("cli.flag.school"))
	f.StringVar(&s.site, "site", "", r.Say("cli.flag.site"))
	f.StringSliceVar(&s.travel, "travel", nil, r.Say("cli.flag.travel"))
	f.StringArrayVar(&s.groups, "group", nil, r.Say("cli.flag.group"))
	f.StringSliceVar(&p.Languages, "language", nil, r.Say("cli.flag.languages"))
	f.StringSliceVar(&p.Study.Themes, "theme", nil, r.Say("cli.flag.themes"))
	f.StringSliceVar(&s.parts, "dayparts", nil, r.Say("cli.flag.dayparts"))
	f.StringSliceVar(&p.Study.Wishes, "wish", nil, r.Say("cli.flag.wish"))
	f.StringSliceVar(&p.Study.Strong, "strong", nil, r.Say("cli.flag.strong"))
	f.StringSliceVar(&p.Study.Open, "open", nil, r.Say("cli.flag.open-skills"))
	f.StringVar(&s.start, "start", "", r.Say("cli.flag.start"))
	f.StringVar(&s.end, "end", "", r.Say("cli.flag.end"))
	f.IntVar(&p.Study.NormHours, "norm-hours", 0, r.Say("cli.flag.norm-hours"))
	f.StringVar(&s.since, "waiting-since", "", r.Say("cli.flag.waiting-since"))
	f.StringVar(&s.supervisor, "supervisor", "", r.Say("cli.flag.supervisor"))
}

// settle reads what the flags hold as text.
func (s *studentFlags) settle(ctx context.Context, r *command.Run, session *model.Session) (err error) {
	p := &s.person
	if p.Level != "" && !slices.Contains(model.Levels(), p.Level) {
		return command.Misuse("cli.choice", "what", "--level", "value", p.Level, "choices", strings.Join(model.Levels(), ", "))
	}
	if p.Study.DayParts, err = r.Words.ParseDayParts(s.parts); err != nil {
		return err
	}
	for flag, to := range map[string]*time.Time{"start": &p.Study.Start, "end": &p.Study.End, "waiting-since": &p.Study.Waiting} {
		text := map[string]string{"start": s.start, "end": s.end, "waiting-since": s.since}[flag]
		if *to, err = command.ReadDay(flag, text); err != nil {
			return err
		}
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
			s.person.Name, s.person.Roles = strings.Join(args, " "), []model.Role{model.RoleStudent}
			if s.person.Level == "" {
				return command.Misuse("cli.flag-needed", "flag", "--level")
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				if err := s.settle(ctx, r, session); err != nil {
					return err
				}
				receipt, err := session.Do(ctx, model.AddPerson{Person: s.person})
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
		return output.JSON(r.Out, studentOut(p, b, groups, r.Now()))
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
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				b, _, err := readBook(ctx, session)
				if err != nil {
					return err
				}
				known, err := b.Find(strings.Join(args, " "))
				if err != nil {
					return err
				}
				if err := s.settle(ctx, r, session); err != nil {
					return err
				}
				p := s.over(known, cmd.Flags().Changed)
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
func (s *studentFlags) over(p model.Person, given func(flag string) bool) model.Person {
	for _, row := range model.PersonTable() {
		if row.On != model.PersonName && given(flagOf(row.Name)) {
			row.Put(&p, row.Get(&s.person))
		}
	}
	return p
}

// flagOf is the flag of a field: its name, or another where a flag gives one of several.
func flagOf(field string) string {
	return cmp.Or(map[string]string{"groups": "group", "languages": "language", "themes": "theme", "wishes": "wish", "waiting": "waiting-since"}[field], field)
}
