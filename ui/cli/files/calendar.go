package files

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/transfer"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/widget/cell"
)

// calendarJSON is what came of a calendar that was brought in. The names are a promise to scripts.
type calendarJSON struct {
	ID        string            `json:"id"` // by which it is undone; "" where nothing came in
	DryRun    bool              `json:"dry_run"`
	Read      int               `json:"read"` // appointments, each of a series
	Imported  int               `json:"imported"`
	Changed   int               `json:"changed"`
	Cancelled int               `json:"cancelled"`
	Unchanged int               `json:"unchanged"`
	Refused   []calendarRefused `json:"refused"`
	Remarks   []calendarRemark  `json:"remarks"`
}

type calendarRefused struct {
	Row    int    `json:"row"` // the line in the file
	Reason string `json:"reason"`
}

type calendarRemark struct {
	Code string `json:"code"`
	Text string `json:"text"`
}

// ImportCalendar brings a calendar of another program in.
func ImportCalendar(r *command.Run) *cobra.Command {
	var o transfer.CalendarOptions
	cmd := &cobra.Command{
		Use: "calendar FILE", Short: r.Say("cli.import.calendar"), Long: r.Say("cli.import.calendar-long"), Args: command.Arguments(1, 1, "FILE"),
		Example: "  leerbalie import calendar agenda.ics --dry-run\n  leerbalie import calendar agenda.ics\n  leerbalie import calendar vakanties.ics --holidays",
		RunE: func(cmd *cobra.Command, args []string) error {
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
				line := output.NewPassing(r)
				if line != nil {
					told := 0
					o.Progress = func(so transfer.Report) {
						line.Show(r.Say("cli.calendar.progress", "read", so.Read), so.Read/aloud > told/aloud)
						told = so.Read
					}
				}
				report, err := r.Powers.ImportCalendar(ctx, session, src, o)
				line.End()
				return calendarImported(r, args[0], report, o.Strict, err)
			})
		},
	}
	cmd.Flags().BoolVar(&o.Free, "holidays", false, r.Say("cli.flag.holidays"))
	cmd.Flags().BoolVar(&o.DryRun, "dry-run", false, r.Say("cli.flag.dry-run"))
	cmd.Flags().BoolVar(&o.Strict, "strict", false, r.Say("cli.flag.strict"))
	return cmd
}

// calendarImported tells what came of it: counts on the standard output, and beside it each that was refused, by its line, and what else is to be
// known.
func calendarImported(r *command.Run, path string, report transfer.CalendarReport, strict bool, failure error) error {
	kept := strict && len(report.Refused) > 0
	out := calendarJSON{ID: report.ID.String(), DryRun: report.DryRun, Read: report.Read, Imported: report.Imported, Changed: report.Changed, Cancelled: report.Cancelled,
		Unchanged: report.Unchanged, Refused: []calendarRefused{}, Remarks: []calendarRemark{}}
	for _, refusal := range report.Refused {
		reason := r.Sentence(refusal.Err)
		out.Refused = append(out.Refused, calendarRefused{refusal.Row, reason})
		r.Tell(fmt.Sprintf("%s:%d: %s", cell.Safe(path, 200), refusal.Row, reason))
	}
	for _, m := range report.Remarks {
		text := r.Remark(m)
		out.Remarks = append(out.Remarks, calendarRemark{m.Msg, text})
		r.Tell(text)
	}
	done := report.Done() + report.Unchanged
	if failure != nil && done == 0 && len(report.Refused) == 0 {
		return failure
	}
	var err error
	if r.JSON {
		err = output.JSON(r.Out, out)
	} else {
		_, err = fmt.Fprintln(r.Out, r.Say("cli.import.calendar-counts", "read", report.Read, "imported", report.Imported, "changed", report.Changed, "cancelled", report.Cancelled,
			"unchanged", report.Unchanged, "refused", len(report.Refused)))
		if err == nil && out.ID != "" {
			r.Tell(r.Say("cli.import.id", "id", out.ID[24:]))
		}
		if err == nil && report.DryRun {
			r.Tell(r.Say("cli.import.dry"))
		}
	}
	switch {
	case failure != nil:
		if errors.Is(failure, context.Canceled) && report.Done() > 0 && !report.DryRun {
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
