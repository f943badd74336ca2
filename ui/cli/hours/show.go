package hours

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/hours"
	"leerbalie/model/visits"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/lookup"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/text"
)

func show(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use: "show STUDENT", Short: r.Say("cli.hours.show"), Args: command.Arguments(1, 1, "STUDENT"),
		Example: "  leerbalie hours show Noor",
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				p, err := lookup.Person(ctx, session, args[0])
				if err != nil {
					return err
				}
				s, err := hours.Read(ctx, session, p.ID)
				if err != nil {
					return err
				}
				m, err := maker(ctx, r, session)
				if err != nil {
					return err
				}
				if r.JSON {
					return output.JSON(r.Out, studentOut(s, m))
				}
				placement := s.Placement()
				lines := []string{s.Person.Name, m.Placement(placement), m.Pace(placement), r.Say("report.hours-confirmed", "done", m.Hours(s.Confirmed), "all", m.Hours(s.Minutes)), m.ConfirmedBy(s)}
				for _, line := range lines {
					if line != "" {
						fmt.Fprintln(r.Out, line)
					}
				}
				if len(s.Weeks) == 0 {
					return nil
				}
				fmt.Fprintln(r.Out)
				t := output.NewTable(r.Out, r.Width, r.Say("field.day"), r.Say("hours.col.kind"), r.Say("report.col.hours"), r.Say("field.what"), "ID")
				for _, w := range s.Weeks {
					t.Add(visits.WeekCode(w.Monday), m.WeekState(&w), m.Hours(w.Minutes), "", "")
					for i := range w.From {
						e, id := &w.From[i], ""
						if e.Kind == hours.FromOwn {
							id = e.ID.String()
						}
						t.Add(text.Day(e.Day), m.HoursKind(e.Kind), m.Hours(e.Minutes), m.HoursTitle(s, e), id)
					}
				}
				return t.End()
			})
		},
	}
}
