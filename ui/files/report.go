package files

import (
	"context"
	"errors"
	"strconv"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/transfer"
	"leerbalie/ui/dialog"
	"leerbalie/ui/text"
	"leerbalie/ui/widget/cell"
)

// report is what became of the last work: a sentence, and lines below it that can be scrolled.
type report struct {
	kind  string
	head  string
	lines []string
	bad   bool
	again func(*Files) tea.Cmd // brings in what was only tried; nil where nothing is left to do

	shown []string // the lines as they fit in width cells
	width int
}

// wrapped gives the lines broken to fit; that is done once for a width, for a report can be long.
func (r *report) wrapped(width int) []string {
	if r.width == width {
		return r.shown
	}
	r.shown, r.width = nil, width
	for _, line := range r.lines {
		if line == "" {
			r.shown = append(r.shown, "")
		}
		r.shown = append(r.shown, cell.Wrap(line, width, 4)...)
	}
	return r.shown
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
		r.head, r.lines = w.Say("files.backup.done", "path", path), []string{w.Say("files.backup.safe")}
	case j.kind == exports && o.exported != nil:
		r.head = w.Count("files.export.done", o.exported.Requests, "path", path)
		for _, m := range o.exported.Remarks {
			r.lines = append(r.lines, dialog.Coded(w, m.Msg, m.Args))
		}
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
		r.lines = append(r.lines, dialog.Why(w, err), "")
	}
	for _, m := range t.Remarks {
		r.lines = append(r.lines, dialog.Coded(w, m.Msg, m.Args))
	}
	if len(t.Refused) > 0 {
		if len(r.lines) > 0 {
			r.lines = append(r.lines, "")
		}
		r.lines = append(r.lines, w.Count("files.import.refused", len(t.Refused)))
		for _, refusal := range t.Refused {
			r.lines = append(r.lines, w.Say("files.import.row", "row", strconv.Itoa(refusal.Row), "why", dialog.Why(w, refusal.Err)))
		}
	}
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
		r.lines = append(r.lines, w.Say(id, "where", cell.Safe(p.Where, 200), "detail", cell.Safe(p.Detail, 100)))
	}
}
