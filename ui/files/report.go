package files

import (
	"context"
	"errors"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/transfer"
	"leerbalie/ui/dialog"
	"leerbalie/ui/text"
	"leerbalie/ui/widget/cell"
)

// report is what became of the last work: a sentence, and lines below it that can be scrolled.
type report struct {
	kind string
	head string
	dialog.Lines
	bad   bool
	again func(*Files) tea.Cmd // brings in what was only tried; nil where nothing is left to do
}

// reportOf puts what became of work in words.
func (f *Files) reportOf(j *job, o outcome, err error) *report {
	w := f.env.Words
	r := &report{kind: j.kind, bad: err != nil}
	path := cell.Safe(j.path, 200)
	switch {
	case j.kind == imports && o.imported != nil && (err == nil || o.imported.Read > 0):
		r.imported(w, *o.imported, err)
		if err == nil && o.imported.DryRun && o.imported.Imported > 0 {
			r.again = j.again
		}
	case errors.Is(err, context.Canceled):
		r.head = w.Say("files.stopped")
	case err != nil:
		r.head = dialog.Why(w, err)
	case j.kind == backup:
		r.head, r.Text = w.Say("files.backup.done", "path", path), []string{w.Say("files.backup.safe")}
	case j.kind == exports && o.exported != nil:
		r.head = w.Count("files.export.done", o.exported.Requests, "path", path)
		r.Text = dialog.Remarks(w, o.exported.Remarks)
	case j.kind == check:
		r.checked(f, o)
	}
	return r
}

// imported tells what came in, each row that did not, and each remark.
func (r *report) imported(w text.Words, t transfer.Report, err error) {
	id := "files.import.done"
	switch {
	case t.DryRun:
		id = "files.import.tried"
	case errors.Is(err, context.Canceled):
		id = "files.import.half"
	}
	r.head = w.Say(id, "read", t.Read, "imported", t.Imported, "unchanged", t.Unchanged, "refused", len(t.Refused))
	if err != nil && !errors.Is(err, context.Canceled) {
		r.Text = append(r.Text, dialog.Why(w, err), "")
	}
	r.Text = append(r.Text, dialog.Told(w, t)...)
}

func (r *report) checked(f *Files, o outcome) {
	w := f.env.Words
	if len(o.found) == 0 {
		r.head = w.Say("files.check.ok")
		return
	}
	r.bad, r.head = true, w.Count("files.check.problems", len(o.found))
	for _, p := range o.found {
		id := "cli.check." + p.Kind
		if !w.Has(id) {
			id = "cli.check.file"
		}
		r.Text = append(r.Text, w.Say(id, "where", cell.Safe(p.Where, 200), "detail", cell.Safe(p.Detail, 100)))
	}
}
