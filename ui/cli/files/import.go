package files

import (
	"context"
	"io"
	"path/filepath"
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
			"  leerbalie import requests registratie.csv --guess --dry-run\n" +
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
	var by recognising
	cmd.Args = command.Arguments(1, 1, "FILE")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		var err error
		if o.Map, err = output.FieldMap(fields, known); err != nil {
			return err
		}
		o.Format = transfer.Format(format)
		if !slices.Contains(formats, o.Format) {
			return command.Misuse("cli.choice", "what", "--format", "value", format, "choices", command.Join(formats))
		}
		o.Now = r.Now()
		if o.File = ""; args[0] != "-" {
			o.File = filepath.Base(args[0])
		}
		return r.With(cmd, func(ctx context.Context, session *model.Session) error {
			src, shut, err := r.Reading(args[0])
			if err != nil {
				return err
			}
			defer shut()
			o.Beside = beside(r, args[0])
			if src, err = by.columns(ctx, r, session, args[0], src, &o); err != nil {
				return err
			}
			line := output.NewPassing(r)
			o.Progress = progress(r, line)
			report, err := r.Powers.Import(ctx, session, src, o)
			line.End()
			if err = output.Imported(r, args[0], report, o.Strict, err, by.told(r)); err != nil {
				return err
			}
			return by.kept(ctx, r, session, o)
		})
	}
	cmd.Flags().StringVar(&format, "format", string(transfer.Auto), r.Say(formatHelp))
	cmd.Flags().StringArrayVar(&fields, "map", nil, r.Say("cli.flag.map"))
	cmd.Flags().BoolVar(&by.guess, "guess", false, r.Say("cli.flag.guess"))
	cmd.Flags().StringVar(&by.mapping, "mapping", "", r.Say("cli.flag.mapping"))
	cmd.Flags().StringVar(&by.save, "save-mapping", "", r.Say("cli.flag.save-mapping"))
	cmd.Flags().BoolVar(&o.DryRun, "dry-run", false, r.Say("cli.flag.dry-run"))
	cmd.Flags().BoolVar(&o.Strict, "strict", false, r.Say("cli.flag.strict"))
	return cmd
}

// beside opens what stands in the folder of a file that is read; nil where nothing can be, as beside the standard input.
func beside(r *command.Run, path string) func(name string) (io.ReadCloser, error) {
	if path == "-" || r.Served {
		return nil
	}
	return func(name string) (io.ReadCloser, error) { return r.OpenToRead(filepath.Join(filepath.Dir(path), name)) }
}

// aloud is after how many rows more is told to somebody who hears it.
const aloud = 10_000

// progress counts along for somebody who waits.
func progress(r *command.Run, line *output.Passing) func(transfer.Report) {
	if line == nil {
		return nil
	}
	told := 0
	return func(so transfer.Report) {
		line.Show(r.Say("cli.import.progress", "read", so.Read), so.Read/aloud > told/aloud)
		told = max(told, so.Read)
	}
}
