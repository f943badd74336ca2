package files

import (
	"context"
	"io"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/desk"
	"leerbalie/ui/dialog"
	"leerbalie/ui/report"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// startPromises asks whose promises go to a calendar, and where.
func (f *Files) startPromises() tea.Cmd {
	w := f.Env.Words
	return f.fill(&dialog.Sheet{Form: widget.Form{Title: w.Say("files.promises"), Entries: []widget.Entry{
		f.path(".ics"),
		widget.ChoiceEntry("whose", w.Say("files.promises.whose"), "all", []widget.Option{
			{ID: "all", Label: w.Say("files.promises.all")}, {ID: "mine", Label: w.Say("files.promises.mine")}}),
	}}, Submit: func(form *widget.Form) tea.Cmd {
		if f.needsPath(form) {
			return nil
		}
		return f.writePromises(form.Text("path"), form.Text("whose") == "mine")
	}})
}

// writePromises writes what is promised as a calendar, and tells what has no place in one.
func (f *Files) writePromises(path string, mine bool) tea.Cmd {
	w, powers, session, maker := f.Env.Words, f.Env.Files, f.Env.Session, report.Maker{Words: f.Env.Words, Zone: f.Env.Zone}
	var written, undated int
	return f.run(promises, path, func(ctx context.Context, _ dialog.Progress) error {
		all, err := desk.ReadPromises(ctx, session, mine)
		if err != nil {
			return err
		}
		c, without := maker.Promises(all)
		written, undated = len(c.Events), without
		return powers.Write(ctx, path, func(dst io.Writer) error { return powers.Calendar(dst, c) })
	}, func(r *dialog.Report, err error) {
		if err == nil {
			r.Head, r.Text = w.Count("files.promises.done", written, "path", cell.Safe(path, 200)), []string{w.Say("files.promises.again")}
		}
		if undated > 0 {
			r.Text = append(r.Text, w.Count("files.promises.undated", undated))
		}
	})
}
