// Package hours is the commands of hours: writing down what stands nowhere else, what was worked by week and from what, and confirming it.
package hours

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/hours"
	"leerbalie/model/journal"
	"leerbalie/model/ledger"
	"leerbalie/model/visits"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/lookup"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/report"
)

// Hours is the family of hours.
func Hours(r *command.Run) *cobra.Command {
	return r.Family("hours", "cli.hours", command.Commands{"add": add, "list": list, "show": show, "confirm": confirm, "edit": edit, "remove": remove})
}

// maker puts what is known into words.
func maker(ctx context.Context, r *command.Run, session *model.Session) (m report.Maker, err error) {
	m = report.Maker{Words: r.Words, Zone: r.Zone(ctx, session), Now: r.Now(), Exact: true}
	if m.Names, err = session.PersonNames(ctx, ""); err != nil {
		return m, err
	}
	sites, err := session.Sites(ctx)
	m.Themes = model.Themes()
	for i := range sites {
		if sites[i].ID == session.Site() {
			m.Themes = sites[i].ThemeCodes()
		}
	}
	return m, err
}

func add(r *command.Run) *cobra.Command {
	var date, what string
	var minutes int
	cmd := &cobra.Command{
		Use: "add STUDENT", Short: r.Say("cli.hours.add"), Args: command.Arguments(1, 1, "STUDENT"),
		Example: "  leerbalie hours add Noor --date 2026-12-01 --minutes 90 --what \"voorlezen in de bieb\"",
		RunE: func(cmd *cobra.Command, args []string) error {
			day, err := command.ReadDay("date", date)
			if err != nil {
				return err
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				p, err := lookup.Person(ctx, session, args[0])
				if err != nil {
					return err
				}
				if day.IsZero() {
					day = r.Today(ctx, session)
				}
				before, err := own(ctx, session, p.ID)
				if err != nil {
					return err
				}
				a := ledger.WriteHours{Student: p.ID, Own: ledger.Own{Day: day, Minutes: minutes, What: what}}
				if _, err := session.Do(ctx, a); err != nil {
					return err
				}
				return tell(ctx, r, session, p.ID, r.Say("did."+a.Name()), func(e *hours.Entry) bool { return !before[e.ID] })
			})
		},
	}
	cmd.Flags().StringVar(&date, "date", "", r.Say("cli.flag.hours.date"))
	cmd.Flags().IntVar(&minutes, "minutes", 0, r.Say("cli.flag.minutes"))
	cmd.Flags().StringVar(&what, "what", "", r.Say("cli.flag.hours.what"))
	return cmd
}

// own are the entries that were written down by hand of a student.
func own(ctx context.Context, session *model.Session, student journal.ID) (map[journal.ID]bool, error) {
	s, err := hours.Read(ctx, session, student)
	if err != nil {
		return nil, err
	}
	out := map[journal.ID]bool{}
	for _, w := range s.Weeks {
		for _, e := range w.From {
			out[e.ID] = e.Kind == hours.FromOwn
		}
	}
	return out, nil
}

// tell gives the entry written by hand that is meant, as it is now.
func tell(ctx context.Context, r *command.Run, session *model.Session, student journal.ID, said string, is func(*hours.Entry) bool) error {
	if !r.JSON {
		_, err := fmt.Fprintln(r.Out, said)
		return err
	}
	s, err := hours.Read(ctx, session, student)
	if err != nil {
		return err
	}
	for _, w := range s.Weeks {
		for i := range w.From {
			if e := &w.From[i]; e.Kind == hours.FromOwn && is(e) {
				return output.JSON(r.Out, entryOut(s, e))
			}
		}
	}
	return output.JSON(r.Out, nil)
}

// find looks an entry that was written down by hand up by its id, or the beginning of it.
func find(ctx context.Context, session *model.Session, id string) (s *hours.Student, found hours.Entry, err error) {
	all, err := hours.ReadAll(ctx, session)
	if err != nil {
		return nil, found, err
	}
	for _, one := range all {
		for _, w := range one.Weeks {
			for _, e := range w.From {
				if e.Kind == hours.FromOwn && strings.HasPrefix(e.ID.String(), strings.ToLower(id)) && id != "" {
					if s != nil {
						return nil, found, fault.New(fault.Conflict, "hours-several", "id", id)
					}
					s, found = one, e
				}
			}
		}
	}
	if s == nil {
		err = fault.New(fault.NotFound, "hours-unknown", "id", id)
	}
	return s, found, err
}

func edit(r *command.Run) *cobra.Command {
	var date, what string
	var minutes int
	cmd := &cobra.Command{
		Use: "edit ID", Short: r.Say("cli.hours.edit"), Args: command.Arguments(1, 1, "ID"),
		Example: "  leerbalie hours edit 019ad3f1 --minutes 75",
		RunE: func(cmd *cobra.Command, args []string) error {
			day, err := command.ReadDay("date", date)
			if err != nil {
				return err
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				s, e, err := find(ctx, session, args[0])
				if err != nil {
					return err
				}
				o := ledger.Own{ID: e.ID, Day: e.Day, Minutes: e.Minutes, What: e.Title}
				if !day.IsZero() {
					o.Day = day
				}
				if cmd.Flags().Changed("minutes") {
					if o.Minutes = minutes; minutes == 0 {
						return fault.New(fault.Invalid, "minutes", "minutes", 0, "limit", model.MaxMinutes)
					}
				}
				if cmd.Flags().Changed("what") {
					o.What = what
				}
				a := ledger.WriteHours{Student: s.Person.ID, Own: o}
				if _, err := session.Do(ctx, a); err != nil {
					return err
				}
				return tell(ctx, r, session, s.Person.ID, r.Say("did."+a.Name()), func(now *hours.Entry) bool { return now.ID == e.ID })
			})
		},
	}
	cmd.Flags().StringVar(&date, "date", "", r.Say("cli.flag.hours.date"))
	cmd.Flags().IntVar(&minutes, "minutes", 0, r.Say("cli.flag.minutes"))
	cmd.Flags().StringVar(&what, "what", "", r.Say("cli.flag.hours.what"))
	return cmd
}

func remove(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use: "remove ID", Short: r.Say("cli.hours.remove"), Args: command.Arguments(1, 1, "ID"),
		Example: "  leerbalie hours remove 019ad3f1",
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				s, e, err := find(ctx, session, args[0])
				if err != nil {
					return err
				}
				if _, err := session.Do(ctx, ledger.WriteHours{Student: s.Person.ID, Own: ledger.Own{ID: e.ID, Day: e.Day}}); err != nil {
					return err
				}
				if r.JSON {
					return output.JSON(r.Out, entryOut(s, &e))
				}
				_, err = fmt.Fprintln(r.Out, r.Say("cli.hours.removed"))
				return err
			})
		},
	}
}

func confirm(r *command.Run) *cobra.Command {
	var week string
	var except []string
	var off bool
	cmd := &cobra.Command{
		Use: "confirm [STUDENT…]", Short: r.Say("cli.hours.confirm"), Long: r.Say("cli.hours.confirm-long"),
		Example: "  leerbalie hours confirm --week 2026-W49\n  leerbalie hours confirm --week 2026-W49 --except Noor",
		RunE: func(cmd *cobra.Command, args []string) error {
			if week == "" {
				return command.Misuse("cli.flag-missing", "flag", "--week")
			}
			monday, err := visits.ParseWeek(week)
			if err != nil {
				return err
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				a := hours.Confirm{Week: monday, Off: off}
				if a.Students, err = named(ctx, session, args); err != nil {
					return err
				}
				if a.Except, err = named(ctx, session, except); err != nil {
					return err
				}
				if _, err := session.Do(ctx, a); err != nil {
					return err
				}
				if !r.JSON {
					_, err := fmt.Fprintln(r.Out, r.Say("did."+a.Name()))
					return err
				}
				rows, err := read(ctx, session, monday, a.Students)
				if err != nil {
					return err
				}
				rows = slices.DeleteFunc(rows, func(x row) bool { return slices.Contains(a.Except, x.student.Person.ID) })
				return output.JSON(r.Out, rowsOut(rows))
			})
		},
	}
	cmd.Flags().StringVar(&week, "week", "", r.Say("cli.flag.hours.week"))
	cmd.Flags().StringArrayVar(&except, "except", nil, r.Say("cli.flag.hours.except"))
	cmd.Flags().BoolVar(&off, "off", false, r.Say("cli.flag.hours.off"))
	return cmd
}

// named are the people that are named, also several in one, by commas.
func named(ctx context.Context, session *model.Session, typed []string) (out []journal.ID, err error) {
	for _, t := range typed {
		for name := range strings.SplitSeq(t, ",") {
			p, err := lookup.Person(ctx, session, strings.TrimSpace(name))
			if err != nil {
				return nil, err
			}
			out = append(out, p.ID)
		}
	}
	return out, nil
}

// row is a student in a week.
type row struct {
	student *hours.Student
	week    hours.Week
}

// read are the weeks of students, the newest first, by name: of one week, or of all where that is zero; of some students, or of all.
func read(ctx context.Context, session *model.Session, monday time.Time, of []journal.ID) (out []row, err error) {
	all, err := hours.ReadAll(ctx, session)
	for _, s := range all {
		if len(of) > 0 && !slices.Contains(of, s.Person.ID) {
			continue
		}
		for _, w := range s.Weeks {
			if monday.IsZero() || w.Monday.Equal(monday) {
				out = append(out, row{s, w})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b row) int { return b.week.Monday.Compare(a.week.Monday) })
	return out, err
}

func list(r *command.Run) *cobra.Command {
	var student, week string
	var limit int
	cmd := &cobra.Command{
		Use: "list", Short: r.Say("cli.hours.list"), Args: command.Arguments(0, 0, ""),
		Example: "  leerbalie hours list --student Noor\n  leerbalie hours list --week 2026-W49 --json",
		RunE: func(cmd *cobra.Command, _ []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) (err error) {
				var monday time.Time
				if week != "" {
					if monday, err = visits.ParseWeek(week); err != nil {
						return err
					}
				}
				var of []journal.ID
				if student != "" {
					p, err := lookup.Person(ctx, session, student)
					if err != nil {
						return err
					}
					if _, err := hours.Read(ctx, session, p.ID); err != nil { // of nobody else than who may be seen
						return err
					}
					of = []journal.ID{p.ID}
				}
				rows, err := read(ctx, session, monday, of)
				if err != nil {
					return err
				}
				most, err := r.Limit(cmd, limit)
				if err != nil {
					return err
				}
				whole := len(rows)
				if most > 0 && whole > most {
					rows = rows[:most]
				}
				if r.JSON {
					return output.JSON(r.Out, rowsOut(rows))
				}
				return table(ctx, r, session, rows, whole)
			})
		},
	}
	cmd.Flags().StringVar(&student, "student", "", r.Say("cli.flag.hours.student"))
	cmd.Flags().StringVar(&week, "week", "", r.Say("cli.flag.hours.week"))
	r.LimitFlag(cmd, &limit)
	return cmd
}

func table(ctx context.Context, r *command.Run, session *model.Session, rows []row, whole int) error {
	if len(rows) == 0 {
		_, err := fmt.Fprintln(r.Out, r.Say("hours.none"))
		return err
	}
	m, err := maker(ctx, r, session)
	if err != nil {
		return err
	}
	t := output.NewTable(r.Out, r.Width, r.Say("report.col.student"), r.Say("hours.col.week"), r.Say("report.col.hours"), r.Say("cli.col.status"), r.Say("hours.col.from"))
	for i := range rows {
		t.Add(rows[i].student.Person.Name, visits.WeekCode(rows[i].week.Monday), m.Hours(rows[i].week.Minutes), m.WeekState(&rows[i].week), m.WeekFrom(&rows[i].week))
	}
	if err := t.End(); err != nil {
		return err
	}
	if whole > len(rows) {
		r.Tell(r.Say("cli.hours.more", "n", len(rows), "of", whole))
	}
	return nil
}
