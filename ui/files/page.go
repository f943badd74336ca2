package files

import (
	"path/filepath"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/transfer"
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// page is what lies over the list and has the keys.
type page interface {
	update(f *Files, msg tea.KeyMsg) tea.Cmd
	view(f *Files, size screen.Size) []string
	keys() []keys.ID
}

// form asks what is needed before work begins.
type form struct {
	widget.Form
	submit  func(f *Files, p *form) tea.Cmd
	changed func(p *form)
}

func (p *form) update(f *Files, msg tea.KeyMsg) tea.Cmd {
	reply, changed := p.Update(msg, f.env.Keys)
	switch {
	case reply == widget.Declined:
		f.page = nil
	case reply == widget.Agreed:
		return p.submit(f, p)
	case changed && p.changed != nil:
		p.changed(p)
	}
	return nil
}

func (p *form) view(f *Files, size screen.Size) []string {
	return p.View(f.env.Theme, boxWidth(size), size.Height)
}

func (p *form) keys() []keys.ID {
	return []keys.ID{keys.Save, keys.NextField, keys.Option, keys.Cancel}
}

func boxWidth(size screen.Size) int { return min(size.Width-2, 96) }

// fresh gives a name for a new file, with today's date in it.
func (f *Files) fresh(ending string) string {
	zone := f.env.Zone
	now := f.env.Now()
	if zone != nil {
		now = now.In(zone)
	}
	return filepath.Join(f.env.Files.Home, "leerbalie-"+strings.ToLower(f.env.Site.Code)+"-"+now.Format("2006-01-02-1504")+ending)
}

func (f *Files) path(ending string) widget.Entry {
	e := widget.TextEntry("path", f.env.Words.Say("files.path"), f.fresh(ending), 1)
	e.Hint = f.env.Words.Say("files.path.hint")
	return e
}

func (f *Files) backupPage() page {
	w := f.env.Words
	return &form{Form: widget.Form{Title: w.Say("files.backup"), Entries: []widget.Entry{f.path(".db")}}, submit: func(f *Files, p *form) tea.Cmd {
		if p.Text("path") == "" {
			p.Blame("path", w.Say("files.need-path"))
			return nil
		}
		return f.runBackup(p.Text("path"))
	}}
}

// endings are what the names of files of a format end in.
func endings(format transfer.Format) string {
	if format == transfer.JSON {
		return ".json"
	}
	return ".csv"
}

func (f *Files) exportPage() page {
	w := f.env.Words
	var formats []widget.Option
	for _, x := range transfer.ExportFormats() {
		formats = append(formats, widget.Option{ID: string(x), Label: w.Say("files.format." + string(x))})
	}
	p := &form{Form: widget.Form{Title: w.Say("files.export"), Entries: []widget.Entry{
		f.path(".csv"),
		widget.ChoiceEntry("format", w.Say("files.format"), string(transfer.CSV), formats),
		widget.ChoiceEntry("which", w.Say("files.which"), "all", []widget.Option{{ID: "all", Label: w.Say("files.which.all")}, {ID: "open", Label: w.Say("files.which.open")}}),
	}}}
	p.changed = func(p *form) {
		if path, want := p.Text("path"), endings(transfer.Format(p.Text("format"))); p.Focused() == "format" && filepath.Ext(path) != want {
			p.Entry("path").Input.Set(strings.TrimSuffix(path, filepath.Ext(path)) + want)
		}
	}
	p.submit = func(f *Files, p *form) tea.Cmd {
		if p.Text("path") == "" {
			p.Blame("path", w.Say("files.need-path"))
			return nil
		}
		return f.runExport(p.Text("path"), transfer.ExportOptions{Format: transfer.Format(p.Text("format")), Open: p.Text("which") == "open"})
	}
	return p
}

func (f *Files) importPage(path string) page {
	w := f.env.Words
	var formats []widget.Option
	for _, x := range append(transfer.RequestFormats(), transfer.OneRoster) {
		formats = append(formats, widget.Option{ID: string(x), Label: w.Say("files.format." + string(x))})
	}
	columns := widget.TextEntry("map", w.Say("files.map"), "", 1)
	columns.Hint = w.Say("files.map.hint")
	what := func(p *form) transfer.What {
		if p.Text("what") == string(transfer.Students) {
			return transfer.Students
		}
		return transfer.Requests
	}
	p := &form{Form: widget.Form{Title: w.Say("files.import.of", "name", cell.Short(filepath.Base(path), 40)), Entries: []widget.Entry{
		widget.ChoiceEntry("what", w.Say("files.what"), "requests", []widget.Option{{ID: "requests", Label: w.Say("files.what.requests")}, {ID: string(transfer.Students), Label: w.Say("files.what.students")}}),
		widget.ChoiceEntry("mode", w.Say("files.mode"), "try", []widget.Option{{ID: "try", Label: w.Say("files.mode.try")}, {ID: "really", Label: w.Say("files.mode.really")}}),
		widget.ChoiceEntry("format", w.Say("files.format"), string(transfer.Auto), formats),
		columns,
	}}, submit: func(f *Files, p *form) tea.Cmd {
		fields, bad := readMap(p.Text("map"), what(p).Fields())
		if bad != "" {
			p.Blame("map", w.Say("files.map.bad", "text", cell.Short(bad, 40)))
			return nil
		}
		o := transfer.ImportOptions{What: what(p), Format: transfer.Format(p.Text("format")), Map: fields, DryRun: p.Text("mode") == "try"}
		if err := o.Check(); err != nil {
			p.Blame("format", w.Error(err))
			return nil
		}
		return f.runImport(path, o)
	}}
	p.changed = func(p *form) {
		p.Foot = cell.Wrap(w.Say("files.map.fields", "fields", strings.Join(what(p).Fields(), " ")), 52, 6)
	}
	p.changed(p)
	return p
}

// readMap reads "summary=Vraag, created_at=Datum". A comma inside a column's name is kept; bad is the part that says
// nothing of a field.
func readMap(typed string, known []string) (fields map[string]string, bad string) {
	if typed == "" {
		return nil, ""
	}
	fields = map[string]string{}
	last := ""
	for _, part := range strings.Split(typed, ",") {
		field, column, ok := strings.Cut(part, "=")
		field = strings.TrimSpace(field)
		switch {
		case ok && (slices.Contains(known, field) || transfer.IsBSN(field)):
			fields[field], last = strings.TrimSpace(column), field
		case last != "" && !ok:
			fields[last] += "," + part
		default:
			return nil, strings.TrimSpace(part)
		}
	}
	return fields, ""
}

// picking lets a file be chosen.
type picking struct{ *dialog.Browse }

func (f *Files) pickPage() (page, tea.Cmd) {
	p := &picking{dialog.NewBrowse(f.env.Words)}
	return p, p.Look(f.env, f.env.Files.Home)
}

// listed shows a folder.
func (f *Files) listed(a screen.Answer[dialog.Folder]) tea.Cmd {
	if p, ok := f.page.(*picking); ok {
		return p.Took(f.env, a)
	}
	return nil
}

func (p *picking) update(f *Files, msg tea.KeyMsg) tea.Cmd {
	path, reply, cmd := p.Update(f.env, msg)
	switch reply {
	case widget.Declined:
		f.page = nil
	case widget.Agreed:
		f.page = f.importPage(path)
	}
	return cmd
}

func (p *picking) view(f *Files, size screen.Size) []string {
	return p.View(f.env.Theme, boxWidth(size), size.Height)
}

func (p *picking) keys() []keys.ID { return p.Keys() }
