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

// ImportRequests brings requests in from a file.
func ImportRequests(r *command.Run) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "requests FILE",
		Short: r.Say("cli.import.requests"),
		Long:  r.Say("cli.import.requests-long", "fields", strings.Join(transfer.RequestFields(), " ")),
		Example: "  leerbalie import requests hulpvragen.csv --dry-run\n" +
			"  leerbalie import requests hulpvragen.csv --map source_id=Zaaknummer,created_at=Datum,summary=Vraag",
	}
	return importing(r, cmd, transfer.ImportOptions{}, transfer.RequestFields(), transfer.RequestFormats(), "cli.flag.format-in")
}

// ImportStudents brings students in from a file.
func ImportStudents(r *command.Run) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "students FILE",
		Short: r.Say("cli.import.students"),
		Long:  r.Say("cli.import.students-long", "fields", strings.Join(transfer.StudentFields(), " ")),
		Example: "  leerbalie import students klas-2b.csv --dry-run\n" +
			"  leerbalie import students klas-2b.csv --map name=Naam,level=Niveau,dayparts=Dagdelen\n  leerbalie import students users.csv --format oneroster",
	}
	return importing(r, cmd, transfer.ImportOptions{What: transfer.Students}, transfer.StudentFields(), transfer.StudentFormats(), "cli.flag.format-students")
}

// importing completes a command that brings rows of a file in: its flags, and what it does with the file. known are the fields
// that --map takes, formats those that can be read, and formatHelp is the id of what --format says of itself.
func importing(r *command.Run, cmd *cobra.Command, o transfer.ImportOptions, known []string, formats []transfer.Format, formatHelp string) *cobra.Command {
	var format string
	var fields []string
	cmd.Args = command.Arguments(1, 1, "FILE")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		var err error
		if o.Map, err = fieldMap(fields, known); err != nil {
			return err
		}
		o.Format = transfer.Format(format)
		if !slices.Contains(formats, o.Format) {
			return command.Misuse("cli.choice", "what", "--format", "value", format, "choices", command.Join(formats))
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
	}
	cmd.Flags().StringVar(&format, "format", string(transfer.Auto), r.Say(formatHelp))
	cmd.Flags().StringArrayVar(&fields, "map", nil, r.Say("cli.flag.map"))
	cmd.Flags().BoolVar(&o.DryRun, "dry-run", false, r.Say("cli.flag.dry-run"))
	cmd.Flags().BoolVar(&o.Strict, "strict", false, r.Say("cli.flag.strict"))
	return cmd
}

// progress counts along on the terminal of a person who waits; scripts get nothing.
func progress(r *command.Run) func(transfer.Report) {
	if r.JSON || r.Width == 0 {
		return nil
	}
	return func(so transfer.Report) {
		fmt.Fprint(r.Err, "\r\x1b[K"+r.Say("cli.import.progress", "read", so.Read))
	}
}

// fieldMap reads field=column, several to a flag with commas between. A comma inside a column's name is kept: only what
// looks like the next field begins a new pair.
func fieldMap(flags, fields []string) (map[string]string, error) {
	if len(flags) == 0 {
		return nil, nil
	}
	out := map[string]string{}
	for _, flag := range flags {
		last := ""
		for _, part := range strings.Split(flag, ",") {
			field, column, ok := strings.Cut(part, "=")
			field = strings.TrimSpace(field)
			known := slices.Contains(fields, field) || transfer.IsBSN(field)
			switch {
			case ok && known:
				out[field] = strings.TrimSpace(column)
				last = field
			case last != "" && !ok:
				out[last] += "," + part
			case ok:
				return nil, command.Misuse("cli.map-field", "field", field, "fields", strings.Join(fields, ", "))
			default:
				return nil, command.Misuse("cli.map-form", "text", part)
			}
		}
	}
	return out, nil
}
