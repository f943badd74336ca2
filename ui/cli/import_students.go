package cli

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/transfer"
)

// importStudents brings students in from a file.
func (r *run) importStudents() *cobra.Command {
	o := transfer.ImportOptions{What: transfer.Students}
	var format string
	var fields []string
	cmd := &cobra.Command{
		Use:   "students FILE",
		Short: r.say("cli.import.students"),
		Long:  r.say("cli.import.students-long", "fields", strings.Join(transfer.StudentFields(), " ")),
		Args:  words(1, 1, "FILE"),
		Example: "  leerbalie import students klas-2b.csv --dry-run\n" +
			"  leerbalie import students klas-2b.csv --map name=Naam,level=Niveau,dayparts=Dagdelen\n  leerbalie import students users.csv --format oneroster",
		RunE: func(cmd *cobra.Command, args []string) error {
			var err error
			if o.Map, err = fieldMap(fields, transfer.StudentFields()); err != nil {
				return err
			}
			o.Format = transfer.Format(format)
			if !slices.Contains(transfer.StudentFormats(), o.Format) {
				return misuse("cli.choice", "what", "--format", "value", format, "choices", join(transfer.StudentFormats()))
			}
			o.Now = r.s.Now()
			return r.with(cmd, func(ctx context.Context, v *model.View) error {
				src, shut, err := r.reading(args[0])
				if err != nil {
					return err
				}
				defer shut()
				o.Progress = r.progress()
				report, err := r.p.Import(ctx, v, src, o)
				if o.Progress != nil {
					fmt.Fprint(r.s.Err, "\r\x1b[K")
				}
				return r.imported(args[0], report, o.Strict, err, nil)
			})
		},
	}
	cmd.Flags().StringVar(&format, "format", string(transfer.Auto), r.say("cli.flag.format-students"))
	cmd.Flags().StringArrayVar(&fields, "map", nil, r.say("cli.flag.map"))
	cmd.Flags().BoolVar(&o.DryRun, "dry-run", false, r.say("cli.flag.dry-run"))
	cmd.Flags().BoolVar(&o.Strict, "strict", false, r.say("cli.flag.strict"))
	return cmd
}
