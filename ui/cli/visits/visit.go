package visits

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/visits"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/lookup"
	"leerbalie/ui/cli/output"
)

// Visit is the family of visits to regular clients.
func Visit(r *command.Run) *cobra.Command {
	return r.Family("visit", "cli.visit", command.Commands{
		"plan": visitPlan, "list": visitList, "done": visitDone, "skip": visitSkip, "move": visitMove, "give": visitGive, "edit": visitEdit, "end": visitEnd,
	})
}

// goers are the people that flags name: persons, pairs as "Noor+Ali" or by their id.
func goers(ctx context.Context, session *model.Session, typed []string) (out []journal.ID, err error) {
	for _, name := range typed {
		members, err := lookup.PairMembers(ctx, session, name)
		if err != nil {
			return nil, err
		}
		if len(members) > 0 {
			out = append(out, members...)
			continue
		}
		p, err := lookup.Person(ctx, session, name)
		if err != nil {
			return nil, err
		}
		out = append(out, p.ID)
	}
	return out, nil
}

// visitJSON is a visit. The names are a promise to scripts.
type visitJSON struct {
	ID          string        `json:"id"`
	Short       string        `json:"short"`
	Arrangement string        `json:"arrangement"`
	Resident    output.Who    `json:"resident"`
	Student     *output.Who   `json:"student"`
	Students    []output.Who  `json:"students"`
	Date        string        `json:"date"`
	Planned     string        `json:"planned_date"`
	Daypart     string        `json:"daypart"`
	What        string        `json:"what"`
	Theme       string        `json:"theme"`
	State       string        `json:"state"`
	Minutes     int           `json:"minutes"`
	Expected    int           `json:"expected_minutes"`
	Note        string        `json:"note"`
	Why         string        `json:"why"`
	Late        bool          `json:"late"`
	Contested   bool          `json:"contested"`
	Conflicts   []problemJSON `json:"conflicts"`
}

// problemJSON is why a visit may not go as planned.
type problemJSON struct {
	Code    string      `json:"code"`
	Student *output.Who `json:"student"`
}

func visitOut(v *visits.Visit) visitJSON {
	out := visitJSON{ID: v.ID(), Short: v.Short(), Arrangement: v.Arrangement.String(), Resident: output.Named(v.Resident, v.ResidentName), Students: []output.Who{},
		Date: v.On.Format(time.DateOnly), Planned: v.Date.Format(time.DateOnly), Daypart: string(v.Part), What: v.What, Theme: v.Theme, State: string(v.State),
		Minutes: v.Minutes, Expected: v.Expected, Note: v.Note, Why: v.Why, Late: v.Late, Contested: v.Apart, Conflicts: []problemJSON{}}
	for i, id := range v.Who {
		out.Students = append(out.Students, output.Named(id, v.Names[i]))
	}
	if len(out.Students) > 0 {
		out.Student = &out.Students[0]
	}
	for _, p := range v.Problems {
		j := problemJSON{Code: p.Code}
		if !p.Person.IsZero() {
			who := output.Named(p.Person, p.Name)
			j.Student = &who
		}
		out.Conflicts = append(out.Conflicts, j)
	}
	return out
}

// visitList lists the visits of a week. Residents stand in it by name: who looked is noted.
func visitList(r *command.Run) *cobra.Command {
	var week, student, resident string
	var limit int
	cmd := &cobra.Command{
		Use: "list", Short: r.Say("cli.visit.list"), Args: command.Arguments(0, 0, ""),
		Example: "  leerbalie visit list --week 2026-W49 --student Noor",
		RunE: func(cmd *cobra.Command, _ []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				today := r.Today(ctx, session)
				day := today
				var err error
				if week != "" {
					if day, err = visits.ParseWeek(week); err != nil {
						return err
					}
				}
				q := visits.Week(day, today)
				if student != "" {
					p, err := lookup.Person(ctx, session, student)
					if err != nil {
						return err
					}
					q.Person = p.ID
				}
				if resident != "" {
					who, err := lookup.Resident(ctx, session, resident)
					if err != nil {
						return err
					}
					q.Resident = who.ID
				}
				all, err := visits.Read(ctx, session, q)
				if err != nil {
					return err
				}
				most, err := r.Limit(cmd, limit)
				if err != nil {
					return err
				}
				whole := len(all)
				if most > 0 && whole > most {
					all = all[:most]
				}
				if r.JSON {
					out := make([]visitJSON, 0, len(all))
					for i := range all {
						out = append(out, visitOut(&all[i]))
					}
					return output.JSON(r.Out, out)
				}
				return table(r, all, day, whole)
			})
		},
	}
	cmd.Flags().StringVar(&week, "week", "", r.Say("cli.flag.visit.week"))
	cmd.Flags().StringVar(&student, "student", "", r.Say("cli.flag.visit.of-student"))
	cmd.Flags().StringVar(&resident, "resident", "", r.Say("cli.flag.visit.of-resident"))
	r.LimitFlag(cmd, &limit)
	return cmd
}

// table shows visits to people.
func table(r *command.Run, all []visits.Visit, day time.Time, whole int) error {
	if len(all) == 0 {
		_, err := fmt.Fprintln(r.Out, r.Say("cli.visit.none", "week", visits.WeekCode(day)))
		return err
	}
	t := output.NewTable(r.Out, r.Width, r.Say("field.date"), r.Say("field.daypart"), r.Say("field.resident"), r.Say("field.who"), r.Say("field.what"), r.Say("cli.col.status"), "ID")
	for i := range all {
		v := &all[i]
		t.Add(r.Words.ShortDay(v.On), r.Say("part."+string(v.Part)), v.ResidentName, r.Words.Goers(v), v.What, r.Words.VisitState(v), v.Short())
	}
	if err := t.End(); err != nil {
		return err
	}
	if whole > len(all) {
		r.Tell(r.Say("cli.visit.more", "n", len(all), "of", whole))
	}
	return nil
}

// act finds the visit that was named, does something with it, and gives it as it is then.
func act(r *command.Run, cmd *cobra.Command, named string, do func(ctx context.Context, session *model.Session, v *visits.Visit) (model.Action, error)) error {
	return r.With(cmd, func(ctx context.Context, session *model.Session) error {
		v, err := visits.Find(ctx, session, named)
		if err != nil {
			return err
		}
		a, err := do(ctx, session, &v)
		if err != nil {
			return err
		}
		if _, err := session.Do(ctx, a); err != nil {
			return err
		}
		return tellVisit(ctx, r, session, v.Arrangement, v.Date, r.Say("did."+a.Name()))
	})
}

// tellVisit gives a visit as it is now.
func tellVisit(ctx context.Context, r *command.Run, session *model.Session, arrangement journal.ID, date time.Time, said string) error {
	if !r.JSON {
		_, err := fmt.Fprintln(r.Out, said)
		return err
	}
	now, err := visits.ReadOne(ctx, session, arrangement, date, r.Today(ctx, session))
	if err != nil {
		return err
	}
	return output.JSON(r.Out, visitOut(&now))
}

func visitDone(r *command.Run) *cobra.Command {
	var minutes int
	var note string
	var by []string
	cmd := &cobra.Command{
		Use: "done ID", Short: r.Say("cli.visit.done"), Args: command.Arguments(1, 1, "ID"),
		Example: "  leerbalie visit done 3fa9c1@2026-12-01 --minutes 50",
		RunE: func(cmd *cobra.Command, args []string) error {
			return act(r, cmd, args[0], func(ctx context.Context, session *model.Session, v *visits.Visit) (model.Action, error) {
				if !cmd.Flags().Changed("minutes") {
					if minutes = v.Expected; minutes == 0 {
						return nil, command.Misuse("cli.flag-missing", "flag", "--minutes")
					}
				}
				went, err := goers(ctx, session, by)
				return visits.Finish{Arrangement: v.Arrangement, Date: v.Date, Minutes: minutes, Note: note, By: went}, err
			})
		},
	}
	cmd.Flags().IntVar(&minutes, "minutes", 0, r.Say("cli.flag.visit.minutes"))
	cmd.Flags().StringVar(&note, "note", "", r.Say("cli.flag.visit.note"))
	cmd.Flags().StringArrayVar(&by, "by", nil, r.Say("cli.flag.visit.by"))
	return cmd
}

func visitSkip(r *command.Run) *cobra.Command {
	var why string
	cmd := &cobra.Command{
		Use: "skip ID", Short: r.Say("cli.visit.skip"), Args: command.Arguments(1, 1, "ID"),
		Example: "  leerbalie visit skip 3fa9c1@2026-12-01 --why \"was niet thuis\"",
		RunE: func(cmd *cobra.Command, args []string) error {
			return act(r, cmd, args[0], func(_ context.Context, _ *model.Session, v *visits.Visit) (model.Action, error) {
				return visits.Skip{Arrangement: v.Arrangement, Date: v.Date, Why: why}, nil
			})
		},
	}
	cmd.Flags().StringVar(&why, "why", "", r.Say("cli.flag.visit.why"))
	return cmd
}

func visitMove(r *command.Run) *cobra.Command {
	var to, part string
	cmd := &cobra.Command{
		Use: "move ID", Short: r.Say("cli.visit.move"), Args: command.Arguments(1, 1, "ID"),
		Example: "  leerbalie visit move 3fa9c1@2026-12-01 --to 2026-12-03 --daypart afternoon",
		RunE: func(cmd *cobra.Command, args []string) error {
			if to == "" && part == "" {
				return command.Misuse("cli.flag-missing", "flag", "--to")
			}
			day, err := command.ReadDay("to", to)
			if err != nil {
				return err
			}
			return act(r, cmd, args[0], func(_ context.Context, _ *model.Session, v *visits.Visit) (model.Action, error) {
				of := visits.Part("")
				if part != "" {
					if of, err = visits.ParsePart(part); err != nil {
						return nil, err
					}
				}
				return visits.Move{Arrangement: v.Arrangement, Date: v.Date, To: day, Part: of}, nil
			})
		},
	}
	cmd.Flags().StringVar(&to, "to", "", r.Say("cli.flag.visit.to"))
	cmd.Flags().StringVar(&part, "daypart", "", r.Say("cli.flag.visit.daypart"))
	return cmd
}

func visitGive(r *command.Run) *cobra.Command {
	var to []string
	var nobody bool
	cmd := &cobra.Command{
		Use: "give ID", Short: r.Say("cli.visit.give"), Args: command.Arguments(1, 1, "ID"),
		Example: "  leerbalie visit give 3fa9c1@2026-12-01 --student Ali",
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(to) == 0 && !nobody {
				return command.Misuse("cli.flag-missing", "flag", "--student")
			}
			return act(r, cmd, args[0], func(ctx context.Context, session *model.Session, v *visits.Visit) (model.Action, error) {
				who, err := goers(ctx, session, to)
				return visits.Give{Arrangement: v.Arrangement, Date: v.Date, To: who}, err
			})
		},
	}
	cmd.Flags().StringArrayVar(&to, "student", nil, r.Say("cli.flag.visit.student"))
	cmd.Flags().BoolVar(&nobody, "nobody", false, r.Say("cli.flag.visit.nobody"))
	return cmd
}

// splitDays are the days that flags name, also several in one.
func splitDays(typed []string) (out []string) {
	for _, t := range typed {
		out = append(out, strings.FieldsFunc(t, func(c rune) bool { return c == ',' || c == ' ' })...)
	}
	return out
}
