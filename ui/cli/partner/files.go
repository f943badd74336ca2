package partner

import (
	"context"
	"io"
	"path/filepath"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/transfer"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/widget/cell"
)

// Import brings a list of partners in, and with placements one of these.
func Import(what string) func(*command.Run) *cobra.Command {
	return func(r *command.Run) *cobra.Command {
		var dry bool
		cmd := &cobra.Command{
			Use: what + " FILE", Short: r.Say("cli.import." + what), Args: command.Arguments(1, 1, "FILE"),
			RunE: func(cmd *cobra.Command, args []string) error {
				return r.With(cmd, func(ctx context.Context, session *model.Session) error {
					src, shut, err := r.Reading(args[0])
					if err != nil {
						return err
					}
					defer shut()
					report, err := r.Powers.ImportPlacing(ctx, session, what, src, transfer.ImportOptions{File: filepath.Base(args[0]), DryRun: dry, Now: r.Now()})
					return output.Imported(r, args[0], report, false, err, nil)
				})
			},
		}
		cmd.Flags().BoolVar(&dry, "dry-run", false, r.Say("cli.flag.dry-run"))
		return cmd
	}
}

// Export writes the list of partners, or of the placements that may be read.
func Export(what string) func(*command.Run) *cobra.Command {
	return func(r *command.Run) *cobra.Command {
		var out output.File
		cmd := &cobra.Command{
			Use: what, Short: r.Say("cli.export." + what), Args: command.Arguments(0, 0, ""), Example: "  leerbalie export " + what + " -o " + what + ".csv",
			RunE: func(cmd *cobra.Command, _ []string) error {
				return r.With(cmd, func(ctx context.Context, session *model.Session) error {
					n := 0
					if err := out.Put(r, func(dst io.Writer) (err error) {
						n, err = r.Powers.ExportPlacing(ctx, session, what, r.Today(ctx, session), dst)
						return err
					}); err != nil || !out.Named() {
						return err
					}
					r.Tell(r.Say("cli.export.placing", "n", n, "path", cell.Safe(out.Path, 200)))
					return nil
				})
			},
		}
		out.Flags(r, cmd)
		return cmd
	}
}
