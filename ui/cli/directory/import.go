package directory

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/transfer"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/widget/cell"
)

// bring brings a directory in from a file or a folder.
func bring(r *command.Run) *cobra.Command {
	var o transfer.ImportOptions
	var fields []string
	cmd := &cobra.Command{
		Use:     "import FILE",
		Short:   r.Say("cli.directory.import"),
		Long:    r.Say("cli.directory.import-long", "fields", strings.Join(transfer.DirectoryFields(), " ")),
		Args:    command.Arguments(1, 1, "FILE"),
		Example: "  leerbalie directory import hsds.zip --dry-run\n  leerbalie directory import hsds/\n  leerbalie directory import sociale-kaart.csv --map organization=Aanbieder,service=Aanbod",
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			if o.Map, err = output.FieldMap(fields, transfer.DirectoryFields()); err != nil {
				return err
			}
			o.Now = r.Now()
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				path := args[0]
				src, shut, err := r.Reading(path)
				switch {
				case isFolder(err):
					o.File, o.Beside = filepath.Base(path), func(name string) (io.ReadCloser, error) { return r.OpenToRead(filepath.Join(path, name)) }
				case err != nil:
					return err
				default:
					defer shut()
					if o.File = "-"; path != "-" {
						o.File = filepath.Base(path)
					}
				}
				line := output.NewPassing(r)
				if line != nil {
					told := 0
					o.Progress = func(so transfer.Report) {
						line.Show(r.Say("cli.directory.progress", "read", so.Read), so.Read/aloud > told/aloud)
						told = so.Read
					}
				}
				report, err := r.Powers.ImportDirectory(ctx, session, src, o)
				line.End()
				return imported(r, path, report, o.Strict, err)
			})
		},
	}
	cmd.Flags().StringArrayVar(&fields, "map", nil, r.Say("cli.flag.map"))
	cmd.Flags().BoolVar(&o.DryRun, "dry-run", false, r.Say("cli.flag.dry-run"))
	cmd.Flags().BoolVar(&o.Strict, "strict", false, r.Say("cli.flag.strict"))
	return cmd
}

// aloud is after how many entries more is told to somebody who hears it.
const aloud = 1000

func isFolder(err error) bool {
	var e *fault.Error
	return errors.As(err, &e) && e.Msg == "cli-folder"
}

// importJSON is what came of an import. The names are a promise to scripts.
type importJSON struct {
	ID            string        `json:"id"` // by which it is undone; "" where nothing came in
	Format        string        `json:"format"`
	DryRun        bool          `json:"dry_run"`
	Read          int           `json:"read"`
	Imported      int           `json:"imported"`
	Changed       int           `json:"changed"`
	Unchanged     int           `json:"unchanged"`
	Organizations countJSON     `json:"organizations"`
	Locations     countJSON     `json:"locations"`
	Refused       []refusedJSON `json:"refused"`
	Remarks       []remarkJSON  `json:"remarks"`
}

type countJSON struct {
	Read      int `json:"read"`
	Imported  int `json:"imported"`
	Changed   int `json:"changed"`
	Unchanged int `json:"unchanged"`
}

type refusedJSON struct {
	File   string `json:"file"`
	Row    int    `json:"row"`
	Reason string `json:"reason"`
}

type remarkJSON struct {
	Code string `json:"code"`
	Text string `json:"text"`
}

// imported tells what came of an import: counts on the standard output, each refused row and each remark beside it.
func imported(r *command.Run, path string, report transfer.DirectoryReport, strict bool, failure error) error {
	kept := strict && len(report.Refused) > 0
	out := importJSON{ID: report.ID.String(), Format: string(report.Format), DryRun: report.DryRun, Read: report.Read, Imported: report.Imported, Changed: report.Changed,
		Unchanged: report.Unchanged, Organizations: countJSON(report.Organizations), Locations: countJSON(report.Locations), Refused: []refusedJSON{}, Remarks: []remarkJSON{}}
	for _, refusal := range report.Refused {
		reason := r.Sentence(refusal.Err)
		out.Refused = append(out.Refused, refusedJSON{refusal.File, refusal.Row, reason})
		r.Tell(fmt.Sprintf("%s:%d: %s", cell.Safe(place(path, refusal.File), 200), refusal.Row, reason))
	}
	for _, m := range report.Remarks {
		text := r.Remark(m)
		out.Remarks = append(out.Remarks, remarkJSON{m.Msg, text})
		r.Tell(text)
	}
	done := report.Organizations.Done() + report.Locations.Done() + report.Services.Done()
	if failure != nil && done == 0 && len(report.Refused) == 0 {
		return failure
	}
	var err error
	if r.JSON {
		err = output.JSON(r.Out, out)
	} else {
		err = counts(r, report)
	}
	switch {
	case failure != nil:
		if errors.Is(failure, context.Canceled) && report.Imported > 0 && !report.DryRun {
			r.Tell(r.Say("cli.import.half"))
		}
		return failure
	case err == nil && kept:
		r.Tell(r.Say("cli.import.strict"))
		return command.ErrSaid
	case err == nil && done == 0 && len(report.Refused) > 0:
		r.Tell(r.Say("cli.import.all-refused"))
		return command.ErrSaid
	}
	return err
}

func counts(r *command.Run, report transfer.DirectoryReport) error {
	o, l := report.Organizations, report.Locations
	lines := []string{r.Say("cli.directory.counts", "read", report.Read, "imported", report.Imported, "changed", report.Changed, "unchanged", report.Unchanged, "refused", len(report.Refused))}
	if o.Imported+o.Changed+l.Imported+l.Changed > 0 {
		lines = append(lines, r.Say("cli.directory.beside", "organizations_new", o.Imported, "organizations_changed", o.Changed, "locations_new", l.Imported, "locations_changed", l.Changed))
	}
	_, err := fmt.Fprintln(r.Out, strings.Join(lines, "\n"))
	if err == nil && !report.ID.IsZero() {
		r.Tell(r.Say("cli.import.id", "id", report.ID.String()[24:]))
	}
	if err == nil && report.DryRun {
		r.Tell(r.Say("cli.import.dry"))
	}
	return err
}

// place is the file that a row is in, as whoever calls knows it.
func place(path, file string) string {
	if file == "" || file == filepath.Base(path) || path == "-" && file == "-" {
		return path
	}
	if slices.Contains([]string{".zip"}, strings.ToLower(filepath.Ext(path))) || path == "-" {
		return file
	}
	return filepath.Join(path, file)
}
