package files

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/transfer"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
)

// ImportStudents brings students in from a file.
func ImportStudents(r *command.Run) *cobra.Command {
	o := transfer.ImportOptions{What: transfer.Students}
	var format string
	var fields []string
	cmd := &cobra.Command{
		Use:   "students FILE",
		Short: r.Say("cli.import.students"),
		Long:  r.Say("cli.import.students-long", "fields", strings.Join(transfer.StudentFields(), " ")),
		Args:  command.Arguments(1, 1, "FILE"),
		Example: "  leerbalie import students klas-2b.csv --dry-run\n" +
			"  leerbalie import students klas-2b.csv --map name=Naam,level=Niveau,dayparts=Dagdelen\n  leerbalie import students users.csv --format oneroster",
		RunE: func(cmd *cobra.Command, args []string) error {
			var err error
			if o.Map, err = fieldMap(fields, transfer.StudentFields()); err != nil {
				return err
			}
			o.Format = transfer.Format(format)
			if !slices.Contains(transfer.StudentFormats(), o.Format) {
				return command.Misuse("cli.choice", "what", "--format", "value", format, "choices", command.Join(transfer.StudentFormats()))
			}
			o.Now = r.Now()
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				src, shut, err := r.Reading(args[0])
				if err != nil {
					return err
				}
				defer shut()
				o.Progress = progress(r)
				report, err := r.Powers.Import(ctx, session, src, o)
				if o.Progress != nil {
					fmt.Fprint(r.Err, "\r\x1b[K")
				}
				return output.Imported(r, args[0], report, o.Strict, err, nil)
			})
		},
	}
	cmd.Flags().StringVar(&format, "format", string(transfer.Auto), r.Say("cli.flag.format-students"))
	cmd.Flags().StringArrayVar(&fields, "map", nil, r.Say("cli.flag.map"))
	cmd.Flags().BoolVar(&o.DryRun, "dry-run", false, r.Say("cli.flag.dry-run"))
	cmd.Flags().BoolVar(&o.Strict, "strict", false, r.Say("cli.flag.strict"))
	return cmd
}
