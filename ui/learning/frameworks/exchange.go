package frameworks

import (
	"context"
	"errors"
	"path/filepath"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/learning/competence"
	"leerbalie/model/plain"
	"leerbalie/model/transfer"
	"leerbalie/ui/dialog"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// startImport asks for the file to bring in.
func (p *Frameworks) startImport() tea.Cmd {
	return p.PickFile(p.startBring)
}

// startBring asks how a file is brought in: to try first is the answer that stands ready.
func (p *Frameworks) startBring(path string) tea.Cmd {
	w := p.Env.Words
	formats := []widget.Option{{ID: string(transfer.Auto), Label: w.Say("files.format.auto")}}
	for _, f := range transfer.FrameworkFormats() {
		formats = append(formats, widget.Option{ID: string(f), Label: w.Say("frames.format." + string(f))})
	}
	d := &dialog.Sheet{Form: widget.Form{Title: w.Say("files.import.of", "name", cell.Short(filepath.Base(path), 40)), Entries: []widget.Entry{
		widget.ChoiceEntry("mode", w.Say("files.mode"), "try", []widget.Option{{ID: "try", Label: w.Say("files.mode.try")}, {ID: "really", Label: w.Say("files.mode.really")}}),
		widget.ChoiceEntry("format", w.Say("files.format"), string(transfer.Auto), formats),
	}}}
	d.Begins(&p.Host)
	d.Submit = func(f *widget.Form) tea.Cmd {
		return p.bring(path, transfer.ImportOptions{Format: transfer.Format(f.Text("format")), DryRun: f.Text("mode") == "try", Now: p.Env.Now()})
	}
	return p.Fill(d)
}

// bring brings a file in, or tries to, and shows what became of it.
func (p *Frameworks) bring(path string, o transfer.ImportOptions) tea.Cmd {
	powers, session := p.Env.Files, p.Env.Session
	work := &dialog.Work{Title: p.Env.Words.Say("frames.importing"), About: path, StopKey: Stop}
	var report transfer.FrameworkReport
	return p.Run(work, func(ctx context.Context, progress dialog.Progress) (err error) {
		report, err = powers.ImportFramework(ctx, session, path, o, progress)
		return err
	}, func(err error) tea.Cmd { return p.brought(path, o, report, err) })
}

// brought tells what became of an import.
func (p *Frameworks) brought(path string, o transfer.ImportOptions, t transfer.FrameworkReport, err error) tea.Cmd {
	w := p.Env.Words
	if shrinks(err) {
		return p.askGoing(err, func() tea.Cmd {
			o.Yes = true
			return p.bring(path, o)
		})
	}
	d := &dialog.Report{Title: w.Say("files.import.of", "name", cell.Short(filepath.Base(path), 40)), AgainKey: Really, Bad: err != nil}
	switch {
	case errors.Is(err, context.Canceled):
		d.Head = w.Say("files.stopped")
	case err != nil:
		d.Head = dialog.Why(w, err)
	case o.DryRun:
		d.Head = w.Say("frames.tried", "title", cell.Short(t.Title, 80), "read", t.Read, "imported", t.Imported, "refused", len(t.Refused))
		d.Hint = w.Say("files.import.really", "key", p.Env.Keys.Label(Really))
		d.Again = func() tea.Cmd {
			o.DryRun = false
			return p.bring(path, o)
		}
	case t.Unchanged > 0 && t.Imported == 0:
		d.Head = w.Say("frames.unchanged", "title", cell.Short(t.Title, 80))
	default:
		d.Head = w.Say("frames.imported", "title", cell.Short(t.Title, 80), "version", t.Version, "imported", t.Imported, "refused", len(t.Refused))
	}
	if !errors.Is(err, context.Canceled) {
		d.Text = dialog.Told(w, t.Report)
	}
	if err != nil || o.DryRun {
		return p.Show(d)
	}
	p.pages, p.archived, p.focus, p.scroll = p.pages[:1], false, false, 0
	p.at().search.Clear()
	p.at().list.GoTo(rowID{id: t.Framework})
	p.Hold()
	return tea.Batch(p.Show(d), screen.Send(screen.Saved{}), p.read())
}

// endings are what the names of files of a format end in.
func endings(format transfer.Format) string {
	if format == transfer.CASE {
		return ".json"
	}
	return ".csv"
}

// startExport asks where a list is written, and how.
func (p *Frameworks) startExport(f *competence.Framework) tea.Cmd {
	w, list := p.Env.Words, *f
	var formats []widget.Option
	for _, x := range transfer.FrameworkFormats() {
		formats = append(formats, widget.Option{ID: string(x), Label: w.Say("frames.format." + string(x))})
	}
	path := widget.TextEntry("path", w.Say("files.path"), filepath.Join(p.Env.Files.Home, fileName(f)+endings(transfer.Moodle)), 1)
	path.Hint = w.Say("files.path.hint")
	d := &dialog.Sheet{Form: widget.Form{Title: w.Say("frames.export"), Entries: []widget.Entry{
		path, widget.ChoiceEntry("format", w.Say("files.format"), string(transfer.Moodle), formats),
	}}}
	d.Begins(&p.Host)
	d.Changed = func(form *widget.Form) tea.Cmd {
		if path, want := form.Text("path"), endings(transfer.Format(form.Text("format"))); form.Focused() == "format" && filepath.Ext(path) != want {
			form.Entry("path").Input.Set(strings.TrimSuffix(path, filepath.Ext(path)) + want)
		}
		return nil
	}
	d.Submit = func(form *widget.Form) tea.Cmd {
		if form.Text("path") == "" {
			form.Blame("path", w.Say("files.need-path"))
			return nil
		}
		return p.write(&list, form.Text("path"), transfer.Format(form.Text("format")))
	}
	return p.Fill(d)
}

// fileName makes a name for a file of a list's title.
func fileName(f *competence.Framework) string {
	words := plain.Fold(cell.Short(f.Title, longest))
	name := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '-' {
			return r
		}
		return -1
	}, strings.Join(words[:min(len(words), 6)], "-"))
	if name = strings.Trim(name[:min(len(name), 50)], "-"); name == "" {
		name = "competenties"
	}
	return name
}

// write writes a list to a file, and shows what the file cannot carry.
func (p *Frameworks) write(f *competence.Framework, path string, format transfer.Format) tea.Cmd {
	w, powers := p.Env.Words, p.Env.Files
	work := &dialog.Work{Title: w.Say("frames.exporting"), About: path, StopKey: Stop}
	var told transfer.Exported
	return p.Run(work, func(ctx context.Context, _ dialog.Progress) (err error) {
		told, err = powers.ExportFramework(ctx, *f, path, format)
		return err
	}, func(err error) tea.Cmd {
		d := &dialog.Report{Title: w.Say("frames.export"), Bad: err != nil}
		switch {
		case errors.Is(err, context.Canceled):
			d.Head = w.Say("files.stopped")
		case err != nil:
			d.Head = dialog.Why(w, err)
		default:
			d.Head = w.Say("frames.exported", "title", cell.Short(f.LabelIn(string(w.Lang())), 80), "path", cell.Short(path, 200))
			if d.Text = dialog.Remarks(w, told.Remarks); len(d.Text) > 0 {
				d.Text = append([]string{w.Say("frames.lost")}, d.Text...)
			}
		}
		return p.Show(d)
	})
}
