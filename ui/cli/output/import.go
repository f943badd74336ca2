package output

import (
	"context"
	"errors"
	"fmt"

	"leerbalie/model/transfer"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/widget/cell"
)

type refusalJSON struct {
	Row    int    `json:"row"`
	Reason string `json:"reason"`
}

type remarkJSON struct {
	Code string `json:"code"`
	Text string `json:"text"`
}

// Import is what came of an import, for scripts.
type Import struct {
	ID        string        `json:"id"` // of the import that is kept, by which it is undone; "" where nothing came in
	Format    string        `json:"format"`
	DryRun    bool          `json:"dry_run"`
	Read      int           `json:"read"`
	Imported  int           `json:"imported"`
	Unchanged int           `json:"unchanged"`
	Refused   []refusalJSON `json:"refused"`
	Remarks   []remarkJSON  `json:"remarks"`
}

// mostAlone is how many refusals in succession, for one reason, have a line of their own.
const mostAlone = 20

// alike is how many refusals stand at the beginning that have one reason.
func alike(refused []refusalJSON) int {
	n := 1
	for n < len(refused) && refused[n].Reason == refused[0].Reason {
		n++
	}
	return n
}

// Imported tells what came of an import: counts on the standard output, each refused row and each remark beside it. as adds
// to what scripts get; nil leaves it as it is.
func Imported(r *command.Run, path string, report transfer.Report, strict bool, failure error, as func(Import) any) error {
	kept := strict && len(report.Refused) > 0
	if kept {
		report.Imported = 0
	}
	out := Import{
		ID:     report.ID.String(),
		Format: string(report.Format), DryRun: report.DryRun, Read: report.Read, Imported: report.Imported, Unchanged: report.Unchanged,
		Refused: make([]refusalJSON, 0, len(report.Refused)), Remarks: []remarkJSON{},
	}
	for _, refusal := range report.Refused {
		out.Refused = append(out.Refused, refusalJSON{refusal.Row, r.Sentence(refusal.Err)})
	}
	for i := 0; i < len(out.Refused); {
		n := alike(out.Refused[i:])
		for _, one := range out.Refused[i : i+min(n, mostAlone)] {
			r.Tell(fmt.Sprintf("%s:%d: %s", cell.Safe(path, 200), one.Row, one.Reason))
		}
		if n > mostAlone {
			r.Tell(r.Say("cli.import.likewise", "path", cell.Safe(path, 200), "first", out.Refused[i+mostAlone].Row, "last", out.Refused[i+n-1].Row, "n", n-mostAlone))
		}
		i += n
	}
	for _, m := range report.Remarks {
		text := r.Remark(m)
		out.Remarks = append(out.Remarks, remarkJSON{m.Msg, text})
		r.Tell(text)
	}
	if failure != nil && report.Read == 0 {
		return failure
	}
	var err error
	switch {
	case r.JSON && as != nil:
		err = JSON(r.Out, as(out))
	case r.JSON:
		err = JSON(r.Out, out)
	default:
		id := "cli.import.counts"
		if report.Unchanged > 0 {
			id = "cli.import.counts-unchanged"
		}
		_, err = fmt.Fprintln(r.Out, r.Say(id, "read", report.Read, "imported", report.Imported, "unchanged", report.Unchanged,
			"refused", len(report.Refused)))
		if out.ID != "" && err == nil {
			r.Tell(r.Say("cli.import.id", "id", out.ID[24:]))
		}
		if report.DryRun && err == nil {
			r.Tell(r.Say("cli.import.dry"))
		}
	}
	switch {
	case failure != nil:
		if errors.Is(failure, context.Canceled) && report.Imported > 0 && !report.DryRun {
			r.Tell(r.Say("cli.import.half"))
		}
		return failure
	case err == nil && !kept && report.Read > 0 && len(report.Refused) == report.Read:
		r.Tell(r.Say("cli.import.all-refused"))
		return command.ErrSaid
	case err == nil && kept:
		r.Tell(r.Say("cli.import.strict"))
		return command.ErrSaid
	}
	return err
}
