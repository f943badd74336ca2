package pairs

import (
	"context"
	"io"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/loop/pairing"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/widget/cell"
)

// ExportCheckIns writes the check-ins and evaluations that are planned, as iCalendar.
func ExportCheckIns(r *command.Run) *cobra.Command {
	var out output.File
	cmd := &cobra.Command{
		Use:     "checkins",
		Short:   r.Say("cli.export.check-ins"),
		Args:    command.Arguments(0, 0, ""),
		Example: "  leerbalie export checkins -o koppels.ics",
		RunE: func(cmd *cobra.Command, _ []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				b, err := pairing.Read(ctx, session)
				if err != nil {
					return err
				}
				c := r.Words.PairCalendar(b, r.Now())
				if err := out.Put(r, func(dst io.Writer) error { return r.Powers.Calendar(dst, c) }); err != nil || !out.Named() {
					return err
				}
				r.Tell(r.Words.Count("cli.export.events", len(c.Events), "path", cell.Safe(out.Path, 200)))
				return nil
			})
		},
	}
	out.Flags(r, cmd)
	return cmd
}
