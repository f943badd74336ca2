package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/transfer"
	"leerbalie/ui/widget/cell"
)

// imports holds the commands that bring files in.
func (r *run) imports() *cobra.Command {
	return r.family("import", r.say("cli.import"), r.importRequests(), r.importStudents())
}

// importRequests brings requests in from a file.
func (r *run) importRequests() *cobra.Command {
	var format string
	var fields []string
	var o transfer.ImportOptions
	cmd := &cobra.Command{
		Use:   "requests FILE",
		Short: r.say("cli.import.requests"),
		Long:  r.say("cli.import.requests-long", "fields", strings.Join(transfer.RequestFields(), " ")),
		Args:  words(1, 1, "FILE"),
		Example: "  leerbalie import requests hulpvragen.csv --dry-run\n" +
			"  leerbalie import requests hulpvragen.csv --map source_id=Zaaknummer,created_at=Datum,summary=Vraag",
		RunE: func(cmd *cobra.Command, args []string) error {
			var err error
			if o.Map, err = fieldMap(fields, transfer.RequestFields()); err != nil {
				return err
			}
			o.Format = transfer.Format(format)
			if !slices.Contains(transfer.RequestFormats(), o.Format) {
				return misuse("cli.choice", "what", "--format", "value", format, "choices", join(transfer.RequestFormats()))
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
	cmd.Flags().StringVar(&format, "format", string(transfer.Auto), r.say("cli.flag.format-in"))
	cmd.Flags().StringArrayVar(&fields, "map", nil, r.say("cli.flag.map"))
	cmd.Flags().BoolVar(&o.DryRun, "dry-run", false, r.say("cli.flag.dry-run"))
	cmd.Flags().BoolVar(&o.Strict, "strict", false, r.say("cli.flag.strict"))
	return cmd
}

// progress counts along on the terminal of a person who waits; scripts get nothing.
func (r *run) progress() func(transfer.Report) {
	if r.json || r.s.Width == 0 {
		return nil
	}
	return func(so transfer.Report) {
		fmt.Fprint(r.s.Err, "\r\x1b[K"+r.say("cli.import.progress", "read", so.Read))
	}
}

// reading opens a file to read; - is the standard input.
func (r *run) reading(path string) (io.Reader, func(), error) {
	if path == "-" {
		return r.s.In, func() {}, nil
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, nil, err
	}
	if info, err := file.Stat(); err == nil && info.IsDir() {
		_ = file.Close()
		return nil, nil, model.Fail(model.Invalid, "cli-folder", "path", path)
	}
	return file, func() { _ = file.Close() }, nil
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
				return nil, misuse("cli.map-field", "field", field, "fields", strings.Join(fields, ", "))
			default:
				return nil, misuse("cli.map-form", "text", part)
			}
		}
	}
	return out, nil
}

type refusalJSON struct {
	Row    int    `json:"row"`
	Reason string `json:"reason"`
}

type remarkJSON struct {
	Code string `json:"code"`
	Text string `json:"text"`
}

type reportJSON struct {
	Format    string        `json:"format"`
	DryRun    bool          `json:"dry_run"`
	Read      int           `json:"read"`
	Imported  int           `json:"imported"`
	Unchanged int           `json:"unchanged"`
	Refused   []refusalJSON `json:"refused"`
	Remarks   []remarkJSON  `json:"remarks"`
}

// imported tells what came of an import: counts on the standard output, each refused row and each remark beside it. as adds
// to what scripts get; nil leaves it as it is.
func (r *run) imported(path string, report transfer.Report, strict bool, failure error, as func(reportJSON) any) error {
	kept := strict && len(report.Refused) > 0
	if kept {
		report.Imported = 0
	}
	out := reportJSON{
		Format: string(report.Format), DryRun: report.DryRun, Read: report.Read, Imported: report.Imported, Unchanged: report.Unchanged,
		Refused: make([]refusalJSON, 0, len(report.Refused)), Remarks: []remarkJSON{},
	}
	for _, refusal := range report.Refused {
		reason := r.sentence(refusal.Err)
		out.Refused = append(out.Refused, refusalJSON{refusal.Row, reason})
		r.tell(fmt.Sprintf("%s:%d: %s", cell.Safe(path, 200), refusal.Row, reason))
	}
	for _, m := range report.Remarks {
		text := r.remark(m)
		out.Remarks = append(out.Remarks, remarkJSON{m.Msg, text})
		r.tell(text)
	}
	if failure != nil && report.Read == 0 {
		return failure
	}
	var err error
	switch {
	case r.json && as != nil:
		err = writeJSON(r.s.Out, as(out))
	case r.json:
		err = writeJSON(r.s.Out, out)
	default:
		id := "cli.import.counts"
		if report.Unchanged > 0 {
			id = "cli.import.counts-unchanged"
		}
		_, err = fmt.Fprintln(r.s.Out, r.say(id, "read", report.Read, "imported", report.Imported, "unchanged", report.Unchanged,
			"refused", len(report.Refused)))
		if report.DryRun && err == nil {
			r.tell(r.say("cli.import.dry"))
		}
	}
	switch {
	case failure != nil:
		if errors.Is(failure, context.Canceled) && report.Imported > 0 && !report.DryRun {
			r.tell(r.say("cli.import.half"))
		}
		return failure
	case err == nil && kept:
		r.tell(r.say("cli.import.strict"))
		return errSaid
	}
	return err
}
