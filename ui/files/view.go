package files

import (
	"strings"

	"leerbalie/ui/dialog"
	"leerbalie/ui/files/wizard"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

// Typing reports whether keys are text now, or have to wait. A report is only read: the keys that work everywhere do.
func (f *Files) Typing() bool {
	_, report := f.Open().(*dialog.Report)
	return f.Waits() || f.Open() != nil && !report && !wizard.Reads(f.Open())
}

// Keys gives what keys do something now.
func (f *Files) Keys() []keys.ID {
	if f.Open() != nil {
		return f.Host.Keys()
	}
	return f.actions.Now(f)
}

// Head gives the line above the body.
func (f *Files) Head(screen.Size) screen.Head {
	h := screen.Head{Left: f.Env.Words.Say("files.title")}
	if work := f.Working(); work != nil {
		h.Right = f.Env.Theme.Info.On(theme.BusySign + " " + f.Env.Words.Say("files.running", "what", work.Title))
	}
	return h
}

// workLines is how many lines are below the list while work runs.
const workLines = 4

// View draws the list, and below it how far the work is that runs.
func (f *Files) View(size screen.Size) string {
	th, w := f.Env.Theme, f.Env.Words
	out := make([]string, 0, size.Height)
	f.settle()
	for i, kind := range kinds() {
		if i < f.top || i >= f.top+f.shown() {
			continue
		}
		line := cell.Fit(w.Say("files."+kind), min(30, size.Width/2)) + " "
		about := f.about(kind)
		room := size.Width - cell.Width(line) - 4
		if i == f.cursor {
			out = append(out, th.Cursor.Over(th.Info.On(theme.CursorSign)+"  "+line+cell.Fit(about, room)))
		} else {
			out = append(out, "   "+line+th.Faint.On(cell.Short(about, room)))
		}
	}
	if work := f.Working(); work != nil {
		title := work.Title
		if work.About != "" {
			title += " · " + cell.Short(work.About, max(size.Width-cell.Width(title)-8, 10))
		}
		out = append(out, "", "   "+th.Strong.On(title), "   "+work.Bar(f.Env, min(size.Width-6, 72)), "   "+th.Faint.On(cell.Cut(f.runningHint(), size.Width-4)))
	}
	return f.Over(strings.Join(out[:min(len(out), size.Height)], "\n"), size)
}
