package visits

import (
	"context"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/visits"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/lookup"
	"leerbalie/ui/cli/output"
)

// agreed is what flags say of an arrangement.
type agreed struct {
	weekdays       []string
	part, what     string
	students       []string
	nobody         bool
	from, until    string
	every, minutes int
	theme          string
}

func (g *agreed) flags(r *command.Run, cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringArrayVar(&g.weekdays, "weekday", nil, r.Say("cli.flag.visit.weekday"))
	f.StringVar(&g.part, "daypart", "", r.Say("cli.flag.visit.daypart"))
	f.StringVar(&g.what, "what", "", r.Say("cli.flag.visit.what"))
	f.StringArrayVar(&g.students, "student", nil, r.Say("cli.flag.visit.student"))
	f.BoolVar(&g.nobody, "nobody", false, r.Say("cli.flag.visit.nobody"))
	f.StringVar(&g.from, "from", "", r.Say("cli.flag.visit.from"))
	f.StringVar(&g.until, "until", "", r.Say("cli.flag.visit.until"))
	f.IntVar(&g.every, "every", 1, r.Say("cli.flag.visit.every"))
	f.IntVar(&g.minutes, "minutes", 0, r.Say("cli.flag.visit.expected"))
	f.StringVar(&g.theme, "theme", "", r.Say("cli.flag.theme"))
}

// over puts what flags said over an arrangement.
func (g *agreed) over(ctx context.Context, r *command.Run, session *model.Session, cmd *cobra.Command, a *visits.Arrangement) (err error) {
	said := cmd.Flags().Changed
	if said("weekday") {
		a.Weekdays = nil
		for _, t := range splitDays(g.weekdays) {
			day, err := visits.ParseWeekday(t)
			if err != nil {
				return err
			}
			a.Weekdays = append(a.Weekdays, day)
		}
	}
	if said("daypart") {
		if a.Part, err = visits.ParsePart(g.part); err != nil {
			return err
		}
	}
	if said("what") {
		a.What = g.what
	}
	if said("from") {
		if a.From, err = command.ReadDay("from", g.from); err != nil {
			return err
		}
	}
	if said("until") {
		if a.Until, err = command.ReadDay("until", g.until); err != nil {
			return err
		}
	}
	if said("every") {
		if a.Every = g.every; g.every < 1 {
			return command.Misuse("cli.flag-value", "flag", "--every", "value", fmt.Sprint(g.every))
		}
	}
	if said("minutes") {
		a.Minutes = g.minutes
	}
	if said("theme") {
		if a.Theme, err = r.Choose("theme", g.theme, r.Site(ctx, session).ThemeCodes()); err != nil {
			return err
		}
	}
	if said("student") || g.nobody {
		a.Who, err = goers(ctx, session, g.students)
	}
	return err
}

// arrangementJSON is an arrangement. The names are a promise to scripts.
type arrangementJSON struct {
	ID       string       `json:"id"`
	Resident output.Who   `json:"resident"`
	What     string       `json:"what"`
	Weekdays []string     `json:"weekdays"`
	Daypart  string       `json:"daypart"`
	Every    int          `json:"every"`
	Students []output.Who `json:"students"`
	From     string       `json:"from"`
	Until    *string      `json:"until"`
	Minutes  int          `json:"minutes"`
	Theme    string       `json:"theme"`
	EndedOn  *string      `json:"ended_on"`
}

// tellArrangement gives an arrangement as it is now.
func tellArrangement(ctx context.Context, r *command.Run, session *model.Session, id journal.ID, said string) error {
	all, err := visits.ReadOf(ctx, session, journal.ID{})
	if err != nil {
		return err
	}
	for _, a := range all {
		if a.ID != id {
			continue
		}
		if !r.JSON {
			_, err := fmt.Fprintln(r.Out, said, r.Say("cli.visit.arranged", "id", a.Short()))
			return err
		}
		return output.JSON(r.Out, arrangementOut(&a))
	}
	return nil
}

func arrangementOut(a *visits.Arranged) arrangementJSON {
	out := arrangementJSON{ID: a.ID.String(), Resident: output.Named(a.Page, a.Name), What: a.What, Weekdays: []string{}, Daypart: string(a.Part), Every: a.Every,
		Students: []output.Who{}, From: a.From.Format(time.DateOnly), Until: dayOrNull(a.Until), Minutes: a.Minutes, Theme: a.Theme}
	for _, d := range a.Weekdays {
		out.Weekdays = append(out.Weekdays, visits.DayCode(d))
	}
	for i, id := range a.Who {
		out.Students = append(out.Students, output.Named(id, a.Names[i]))
	}
	if a.Ended != nil {
		out.EndedOn = dayOrNull(a.Ended.Last)
	}
	return out
}

func dayOrNull(day time.Time) *string {
	if day.IsZero() {
		return nil
	}
	text := day.Format(time.DateOnly)
	return &text
}

func visitPlan(r *command.Run) *cobra.Command {
	var g agreed
	var resident string
	cmd := &cobra.Command{
		Use: "plan", Short: r.Say("cli.visit.plan"), Args: command.Arguments(0, 0, ""),
		Example: "  leerbalie visit plan --resident \"mw. Mol\" --weekday tue --daypart morning --what boodschappen --student Noor --from 2026-12-01",
		RunE: func(cmd *cobra.Command, _ []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				for _, f := range []struct{ flag, value string }{{"resident", resident}, {"what", g.what}, {"daypart", g.part}, {"from", g.from}} {
					if f.value == "" {
						return command.Misuse("cli.flag-missing", "flag", "--"+f.flag)
					}
				}
				who, err := lookup.Resident(ctx, session, resident)
				if err != nil {
					return err
				}
				a := visits.Arrangement{Resident: who.ID}
				if err := g.over(ctx, r, session, cmd, &a); err != nil {
					return err
				}
				did, err := session.Do(ctx, visits.Plan{Arrangement: a})
				if err != nil {
					return err
				}
				return tellArrangement(ctx, r, session, did.Entity, r.Say("did.act-visits-plan"))
			})
		},
	}
	cmd.Flags().StringVar(&resident, "resident", "", r.Say("cli.flag.visit.resident"))
	g.flags(r, cmd)
	return cmd
}

func visitEdit(r *command.Run) *cobra.Command {
	var g agreed
	cmd := &cobra.Command{
		Use: "edit ARRANGEMENT", Short: r.Say("cli.visit.edit"), Args: command.Arguments(1, 1, "ARRANGEMENT"),
		Example: "  leerbalie visit edit 3fa9c1 --student Ali",
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				a, err := visits.FindArrangement(ctx, session, args[0])
				if err != nil {
					return err
				}
				if err := g.over(ctx, r, session, cmd, &a); err != nil {
					return err
				}
				if _, err := session.Do(ctx, visits.Edit{Arrangement: a}); err != nil {
					return err
				}
				return tellArrangement(ctx, r, session, a.ID, r.Say("did.act-visits-edit"))
			})
		},
	}
	g.flags(r, cmd)
	return cmd
}

func visitEnd(r *command.Run) *cobra.Command {
	var on, why string
	cmd := &cobra.Command{
		Use: "end ARRANGEMENT", Short: r.Say("cli.visit.end"), Args: command.Arguments(1, 1, "ARRANGEMENT"),
		Example: "  leerbalie visit end 3fa9c1 --on 2026-12-31 --why verhuisd",
		RunE: func(cmd *cobra.Command, args []string) error {
			day, err := command.ReadDay("on", on)
			if err != nil {
				return err
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				a, err := visits.FindArrangement(ctx, session, args[0])
				if err != nil {
					return err
				}
				if _, err := session.Do(ctx, visits.End{ID: a.ID, On: day, Why: why}); err != nil {
					return err
				}
				return tellArrangement(ctx, r, session, a.ID, r.Say("did.act-visits-end"))
			})
		},
	}
	cmd.Flags().StringVar(&on, "on", "", r.Say("cli.flag.visit.on"))
	cmd.Flags().StringVar(&why, "why", "", r.Say("cli.flag.visit.end-why"))
	return cmd
}
