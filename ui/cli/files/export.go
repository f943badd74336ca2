package files

import (
	"context"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/transfer"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/widget/cell"
)

// ExportRequests writes requests to a file, or to the standard output.
func ExportRequests(r *command.Run) *cobra.Command {
	var format string
	var o transfer.ExportOptions
	var out output.File
	cmd := &cobra.Command{
		Use:     "requests",
		Short:   r.Say("cli.export.requests"),
		Args:    command.Arguments(0, 0, ""),
		Example: "  leerbalie export requests -o hulpvragen.csv\n  leerbalie export requests --format bulk -o open311.csv",
		RunE: func(cmd *cobra.Command, _ []string) error {
			o.Format = transfer.Format(format)
			if r.JSON && !cmd.Flags().Changed("format") {
				o.Format = transfer.JSON
			}
			if !slices.Contains(transfer.ExportFormats(), o.Format) {
				return command.Misuse("cli.choice", "what", "--format", "value", format, "choices", command.Join(transfer.ExportFormats()))
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				var told transfer.Exported
				if err := out.Put(r, func(dst io.Writer) (err error) {
					told, err = r.Powers.Export(ctx, session, dst, o)
					return err
				}); err != nil {
					return err
				}
				for _, m := range told.Remarks {
					r.Tell(r.Remark(m))
				}
				if out.Named() {
					r.Tell(r.Words.Count("cli.export.done", told.Requests, "path", cell.Safe(out.Path, 200)))
				}
				return nil
			})
		},
	}
	cmd.Flags().StringVar(&format, "format", string(transfer.CSV), r.Say("cli.flag.format-out"))
	cmd.Flags().BoolVar(&o.Open, "open", false, r.Say("cli.flag.open"))
	out.Flags(r, cmd)
	return cmd
}
