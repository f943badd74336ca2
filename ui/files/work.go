package files

import (
	"context"
	"errors"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/transfer"
	"leerbalie/ui/dialog"
	"leerbalie/ui/files/wizard"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/widget/cell"
)

// run runs a kind of work aside, and shows what became of it: here, and in a sentence to somebody who looks at another
// screen by then. What told fills in is used where the work was done; an error has its own sentence.
func (f *Files) run(kind, path string, work func(ctx context.Context, progress dialog.Progress) error, told func(r *dialog.Report, err error)) tea.Cmd {
	w := f.Env.Words
	return f.Run(&dialog.Work{Title: w.Say("files." + kind), About: path, StopKey: Stop, Aside: true}, work, func(err error) tea.Cmd {
		r := &dialog.Report{Title: w.Say("files." + kind), Bad: err != nil, AgainKey: Keep}
		switch {
		case errors.Is(err, context.Canceled):
			r.Head = w.Say("files.stopped")
		case err != nil:
			r.Head = dialog.Why(w, err)
		}
		told(r, err)
		tone := screen.Done
		if r.Bad {
			tone = screen.Fault
		}
		return tea.Batch(f.Show(r), screen.Say(tone, r.Head), f.Forget(f.sent))
	})
}

// backup makes a copy of the whole store.
func (f *Files) backup(path string) tea.Cmd {
	w, powers, session := f.Env.Words, f.Env.Files, f.Env.Session
	return f.run(backup, path, func(ctx context.Context, progress dialog.Progress) error {
		return powers.Backup(ctx, session, path, progress)
	}, func(r *dialog.Report, err error) {
		if err == nil {
			r.Head, r.Text = w.Say("files.backup.done", "path", cell.Safe(path, 200)), []string{w.Say("files.backup.safe")}
		}
	})
}

// write writes requests to a file.
func (f *Files) write(path string, o transfer.ExportOptions) tea.Cmd {
	w, powers, session := f.Env.Words, f.Env.Files, f.Env.Session
	var out transfer.Exported
	return f.run(exports, path, func(ctx context.Context, progress dialog.Progress) (err error) {
		out, err = powers.Export(ctx, session, path, o, progress)
		return err
	}, func(r *dialog.Report, err error) {
		if err == nil {
			r.Head, r.Text = w.Count("files.export.done", out.Requests, "path", cell.Safe(path, 200)), dialog.Remarks(w, out.Remarks)
		}
	})
}

// bring brings a file in, and tells what came of it, what comes next, and how its columns are kept for the next one.
func (f *Files) bring(path string, o transfer.ImportOptions, kept wizard.Kept) tea.Cmd {
	w, powers, session := f.Env.Words, f.Env.Files, f.Env.Session
	o.Now = f.Env.Now()
	var in transfer.Report
	return f.run(imports, path, func(ctx context.Context, progress dialog.Progress) (err error) {
		in, err = powers.Import(ctx, session, path, o, progress)
		return err
	}, func(r *dialog.Report, err error) {
		if err != nil && in.Read == 0 {
			return
		}
		brought(w, r, in, err)
		f.offerBack(r, in)
		if err == nil && kept.Name != "" {
			r.Hint = w.Say("files.keep.offer", "key", f.Env.Keys.Label(Keep))
			r.Again = func() tea.Cmd { return f.wizard.AskToKeep(kept) }
		}
		if err == nil {
			f.sent = kept.Forget
		}
	})
}

// brought tells what came in, each row that did not, and each remark.
func brought(w text.Words, r *dialog.Report, in transfer.Report, err error) {
	id, stopped := "files.import.done", errors.Is(err, context.Canceled)
	if stopped {
		id = "files.import.half"
	}
	r.Head = w.Say(id, "read", in.Read, "imported", in.Imported, "unchanged", in.Unchanged, "refused", len(in.Refused))
	if err != nil && !stopped {
		r.Text = append(r.Text, dialog.Why(w, err), "")
	}
	r.Text = append(r.Text, dialog.Told(w, in)...)
}

// check looks the store over.
func (f *Files) check() tea.Cmd {
	w, powers := f.Env.Words, f.Env.Files
	var found []screen.Finding
	return f.run(check, "", func(ctx context.Context, _ dialog.Progress) (err error) {
		found, err = powers.Check(ctx)
		return err
	}, func(r *dialog.Report, err error) {
		switch {
		case err != nil:
			return
		case len(found) == 0:
			r.Head = w.Say("files.check.ok")
			return
		}
		r.Bad, r.Head = true, w.Count("files.check.problems", len(found))
		for _, p := range found {
			r.Text = append(r.Text, w.Finding(p.Kind, p.Where, p.Detail, p.Sequence, f.Env.Date(p.Seen)))
		}
	})
}
