package visits

import (
	"context"
	"io"
	"strconv"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/visits"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/lookup"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/widget/cell"
)

// mostWeeks is how far ahead a calendar of visits goes.
const mostWeeks = 53

// ExportVisits writes the visits of the weeks from this one on as iCalendar. A calendar ends up in telephones and with others: no
// resident's name and no words about one stand in it unless that is asked for.
func ExportVisits(r *command.Run) *cobra.Command {
	var out output.File
	var student string
	var weeks int
	var names bool
	cmd := &cobra.Command{
		Use: "visits", Short: r.Say("cli.export.visits"), Args: command.Arguments(0, 0, ""),
		Example: "  leerbalie export visits --student Noor -o bezoeken.ics",
		RunE: func(cmd *cobra.Command, _ []string) error {
			if weeks < 1 || weeks > mostWeeks {
				return command.Misuse("cli.flag-value", "flag", "--weeks", "value", strconv.Itoa(weeks))
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				today := r.Today(ctx, session)
				q := visits.Week(today, today)
				q.To, q.Names = q.From.AddDate(0, 0, 7*weeks-1), names
				if student != "" {
					p, err := lookup.Person(ctx, session, student)
					if err != nil {
						return err
					}
					q.Person = p.ID
				}
				all, err := visits.Read(ctx, session, q)
				if err != nil {
					return err
				}
				c := r.Words.VisitCalendar(all, r.Zone(ctx, session), names)
				if err := out.Put(r, func(dst io.Writer) error { return r.Powers.Calendar(dst, c) }); err != nil || !out.Named() {
					return err
				}
				r.Tell(r.Words.Count("cli.export.events", len(c.Events), "path", cell.Safe(out.Path, 200)))
				return nil
			})
		},
	}
	cmd.Flags().StringVar(&student, "student", "", r.Say("cli.flag.visit.of-student"))
	cmd.Flags().IntVar(&weeks, "weeks", 8, r.Say("cli.flag.visit.weeks"))
	cmd.Flags().BoolVar(&names, "names", false, r.Say("cli.flag.visit.names"))
	out.Flags(r, cmd)
	return cmd
}
