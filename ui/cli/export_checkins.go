package cli

import (
	"context"
	"io"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/pairing"
	"leerbalie/ui/widget/cell"
)

// exportCheckIns writes the check-ins and evaluations that are planned, as iCalendar.
func (r *run) exportCheckIns() *cobra.Command {
	var to string
	var force bool
	cmd := &cobra.Command{
		Use:     "checkins",
		Short:   r.say("cli.export.check-ins"),
		Args:    words(0, 0, ""),
		Example: "  leerbalie export checkins -o koppels.ics",
		RunE: func(cmd *cobra.Command, _ []string) error {
			return r.with(cmd, func(ctx context.Context, v *model.View) error {
				b, err := pairing.Read(ctx, v)
				if err != nil {
					return err
				}
				c := r.words.PairCalendar(b, r.s.Now(), r.zone(ctx, v))
				write := func(dst io.Writer) error { return r.p.Calendar(dst, c) }
				if to == "" || to == "-" {
					return write(r.s.Out)
				}
				if err := writeFile(to, force, write); err != nil {
					return err
				}
				r.tell(r.words.Count("cli.export.events", len(c.Events), "path", cell.Safe(to, 200)))
				return nil
			})
		},
	}
	cmd.Flags().StringVarP(&to, "output", "o", "", r.say("cli.flag.output"))
	cmd.Flags().BoolVar(&force, "force", false, r.say("cli.flag.force"))
	return cmd
}
