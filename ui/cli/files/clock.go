package files

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
)

type clockJSON struct {
	Clock *string `json:"clock_at"`
	Last  *string `json:"last_at"`
	State string  `json:"state"`
}

// Clock tells what this computer's clock says beside the last work, and lets the work go on from there when somebody says that it is right.
func Clock(r *command.Run) *cobra.Command {
	var right bool
	cmd := &cobra.Command{
		Use:     "clock",
		Short:   r.Say("cli.clock"),
		Args:    command.Arguments(0, 0, ""),
		Example: "  leerbalie clock\n  leerbalie clock --right",
		RunE: func(cmd *cobra.Command, _ []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				if right {
					if _, err := session.Do(ctx, model.ClockIsRight{}); err != nil {
						return err
					}
				}
				last, err := session.LastMoment(ctx)
				if err != nil {
					return err
				}
				wall, zone := r.Wall(), r.Zone(ctx, session)
				if r.JSON {
					state := map[journal.Doubt]string{journal.NoDoubt: "right", journal.FarAhead: "ahead", journal.FarBehind: "behind"}[last.Doubt(wall)]
					return output.JSON(r.Out, clockJSON{output.MomentOrNull(wall, zone), output.MomentOrNull(last.Time(), zone), state})
				}
				_, err = fmt.Fprintln(r.Out, r.ClockSentence(last, wall, zone))
				return err
			})
		},
	}
	cmd.Flags().BoolVar(&right, "right", false, r.Say("cli.flag.clock-right"))
	return cmd
}
