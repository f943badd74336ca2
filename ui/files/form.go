package files

import (
	"path/filepath"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/transfer"
	"leerbalie/ui/dialog"
	"leerbalie/ui/widget"
)

// fill opens a form. What is typed in one is no draft: it is asked right before the work, and a name has the time in it.
func (f *Files) fill(d *dialog.Sheet) tea.Cmd {
	d.Begins(&f.Host)
	return f.Fill(d)
}

// path asks for the name of a new file; what stands ready has today's date in it.
func (f *Files) path(ending string) widget.Entry {
	now := f.Env.Now()
	if f.Env.Zone != nil {
		now = now.In(f.Env.Zone)
	}
	name := filepath.Join(f.Env.Files.Home, "leerbalie-"+strings.ToLower(f.Env.Site.Code)+"-"+now.Format("2006-01-02-1504")+ending)
	return widget.TextEntry("path", f.Env.Words.Say("files.path"), name, 1).Hinted(f.Env.Words.Say("files.path.hint"))
}

// needsPath shows that a name is missing where it is.
func (f *Files) needsPath(form *widget.Form) bool {
	if form.Text("path") != "" {
		return false
	}
	form.Blame("path", f.Env.Words.Say("files.need-path"))
	return true
}

func (f *Files) startBackup() tea.Cmd {
	return f.fill(&dialog.Sheet{Form: widget.Form{Title: f.Env.Words.Say("files.backup"), Entries: []widget.Entry{f.path(".db")}}, Submit: func(form *widget.Form) tea.Cmd {
		if f.needsPath(form) {
			return nil
		}
		return f.backup(form.Text("path"))
	}})
}

// endings are what the names of files of a format end in.
func endings(format transfer.Format) string {
	if format == transfer.JSON {
		return ".json"
	}
	return ".csv"
}

func (f *Files) startExport() tea.Cmd {
	w := f.Env.Words
	return f.fill(&dialog.Sheet{Form: widget.Form{Title: w.Say("files.export"), Entries: []widget.Entry{
		f.path(".csv"),
		widget.ChoiceEntry("format", w.Say("files.format"), string(transfer.CSV), f.formats(transfer.ExportFormats())),
		widget.ChoiceEntry("which", w.Say("files.which"), "all", []widget.Option{{ID: "all", Label: w.Say("files.which.all")}, {ID: "open", Label: w.Say("files.which.open")}}),
	}}, Changed: func(form *widget.Form) tea.Cmd {
		if path, want := form.Text("path"), endings(transfer.Format(form.Text("format"))); form.Focused() == "format" && filepath.Ext(path) != want {
			form.Entry("path").Input.Set(strings.TrimSuffix(path, filepath.Ext(path)) + want)
		}
		return nil
	}, Submit: func(form *widget.Form) tea.Cmd {
		if f.needsPath(form) {
			return nil
		}
		return f.write(form.Text("path"), transfer.ExportOptions{Format: transfer.Format(form.Text("format")), Open: form.Text("which") == "open"})
	}})
}

func (f *Files) formats(all []transfer.Format) (out []widget.Option) {
	for _, x := range all {
		out = append(out, widget.Option{ID: string(x), Label: f.Env.Words.Say("files.format." + string(x))})
	}
	return out
}
