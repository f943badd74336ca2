package files

import (
	"context"
	"errors"
	"path/filepath"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/transfer"
	"leerbalie/ui/dialog"
	"leerbalie/ui/files/wizard"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// startCalendar asks what the appointments of a calendar are, and whether it is brought in: to try first is the answer that stands ready.
func (f *Files) startCalendar(path string, _ dialog.Dialog) tea.Cmd {
	w := f.Env.Words
	return f.fill(&dialog.Sheet{Form: widget.Form{Title: calendarTitle(f, path), Entries: []widget.Entry{
		widget.ChoiceEntry("as", w.Say("files.calendar.as"), "meetings", []widget.Option{{ID: "meetings", Label: w.Say("files.calendar.meetings")}, {ID: "free", Label: w.Say("files.calendar.free")}}),
		widget.ChoiceEntry("mode", w.Say("files.mode"), "try", []widget.Option{{ID: "try", Label: w.Say("files.mode.try")}, {ID: "really", Label: w.Say("files.mode.really")}}),
	}}, Submit: func(form *widget.Form) tea.Cmd {
		o := transfer.CalendarOptions{Free: form.Text("as") == "free"}
		o.DryRun = form.Text("mode") == "try"
		return f.bringCalendar(path, o)
	}})
}

func calendarTitle(f *Files, path string) string {
	return f.Env.Words.Say("files.import.of", "name", cell.Short(cell.Safe(filepath.Base(path), 200), 40))
}

// bringCalendar brings a calendar in, or tries to, and tells what became of it: counts, what moved and was cancelled, and each that was refused.
// A key does for good what was only tried, and another undoes what was done.
func (f *Files) bringCalendar(path string, o transfer.CalendarOptions) tea.Cmd {
	w, powers, session := f.Env.Words, f.Env.Files, f.Env.Session
	o.Now = f.Env.Now()
	var in transfer.CalendarReport
	return f.run(imports, path, func(ctx context.Context, progress dialog.Progress) (err error) {
		in, err = powers.ImportCalendar(ctx, session, path, o, progress)
		return err
	}, func(r *dialog.Report, err error) {
		r.Title, r.AgainKey = calendarTitle(f, path), wizard.Really
		if err != nil && in.Done()+in.Unchanged+len(in.Refused) == 0 {
			return
		}
		if err == nil || errors.Is(err, context.Canceled) {
			r.Head = w.Say("cli.import.calendar-counts", "read", in.Read, "imported", in.Imported, "changed", in.Changed, "cancelled", in.Cancelled, "unchanged", in.Unchanged, "refused", len(in.Refused))
		}
		if errors.Is(err, context.Canceled) {
			r.Text = append(r.Text, w.Say("files.stopped"), "")
		}
		if err == nil && o.DryRun && in.Done() > 0 {
			r.Hint = w.Say("files.import.really", "key", f.Env.Keys.Label(wizard.Really))
			r.Again = func() tea.Cmd {
				o.DryRun = false
				return f.bringCalendar(path, o)
			}
		}
		r.Text = append(r.Text, dialog.Remarks(w, in.Remarks)...)
		if len(in.Refused) > 0 {
			r.Text = append(r.Text, "", w.Count("files.calendar.refused", len(in.Refused)))
		}
		for _, x := range in.Refused {
			r.Text = append(r.Text, w.Say("files.calendar.line", "line", x.Row, "why", dialog.Why(w, x.Err)))
		}
		f.offerBack(r, transfer.Report{ID: in.ID})
	})
}
