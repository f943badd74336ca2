package people

import (
	"context"
	"errors"
	"path/filepath"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/directory"
	"leerbalie/model/transfer"
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// What keys do in the directory.
const (
	Refer     keys.ID = "people-refer"
	Retire    keys.ID = "people-retire"
	OpenNow   keys.ID = "people-open-now"
	BringIn   keys.ID = "people-directory-in"
	WriteOut  keys.ID = "people-directory-out"
	PickKnown keys.ID = "people-pick-known"    // in the form of a service
	Stop      keys.ID = "people-work-stop"     // while a directory comes in or goes out
	Really    keys.ID = "people-import-really" // in the report of what was only tried
	Unbring   keys.ID = "people-import-undo"   // in the report of an import
)

// workKeys are the keys in the form of a service, while a directory comes in or goes out, and of what is told of it.
func workKeys() []keys.Key {
	return []keys.Key{
		{ID: PickKnown, Scope: "people-form", Keys: []string{"up", "down"}, Word: "key.people.pick-known"},
		{ID: Stop, Scope: "people-work", Keys: []string{"."}, Word: "key.people.stop"},
		{ID: Really, Scope: "people-report", Keys: []string{"r"}, Word: "key.people.really"},
		{ID: Unbring, Scope: "people-report", Keys: []string{"u"}, Word: "key.import.undo"},
	}
}

// serviceActions are what can be done in the directory.
func serviceActions() screen.Actions[*People] {
	return screen.Actions[*People]{
		{ID: Refer, Scope: Scope, Keys: []string{"f"}, Word: "key.people.refer", When: (*People).canRefer, Do: (*People).refer, Why: (*People).whyNotRefer},
		{ID: Assure, Scope: Scope, Keys: []string{"a"}, Word: "key.people.assure", When: (*People).onStanding, Do: (*People).assure, Why: (*People).whyRetired},
		{ID: Note, Scope: Scope, Keys: []string{"m"}, Word: "key.people.note", When: (*People).onService, Do: (*People).noteService},
		{ID: Retire, Scope: Scope, Keys: []string{"D"}, Word: "key.people.retire", When: (*People).canRetire, Do: (*People).startRetire, Why: (*People).whyNotOwn},
		{ID: OpenNow, Scope: Scope, Keys: []string{"o"}, Word: "key.people.open-now", When: (*People).onDirectory, Do: (*People).turnOpenNow},
		{ID: BringIn, Scope: Scope, Keys: []string{"I"}, Word: "key.people.directory-in", When: (*People).canBringIn, Do: (*People).startBringIn, Why: (*People).whyNotBringIn},
		{ID: WriteOut, Scope: Scope, Keys: []string{"E"}, Word: "key.people.directory-out", When: (*People).canWriteOut, Do: (*People).startWriteOut},
	}
}

func (p *People) onDirectory() bool { return p.kind() == services }

// onStanding tells whether the cursor is on a service to which one refers.
func (p *People) onStanding() bool {
	h, ok := p.hit()
	return ok && !h.Retired
}

func (p *People) whyRetired() string {
	if h, ok := p.hit(); ok && h.Retired {
		return p.Env.Words.Say("error.directory-retired", "name", cell.Short(h.Service.Name, 60))
	}
	return ""
}

// ownService tells whether the acting person may alter the service that the cursor is on.
func (p *People) ownService() bool {
	h, ok := p.hit()
	return ok && h.Service.MayEdit(p.Env.User)
}

func (p *People) whyNotOwn() string {
	if h, ok := p.hit(); ok && !p.ownService() {
		return p.Env.Words.Say("error.directory-not-yours", "name", cell.Short(h.Service.Name, 60))
	}
	return ""
}

// canRetire tells whether the service that the cursor is on can be retired, or brought back: not where its organisation was.
func (p *People) canRetire() bool {
	h, _ := p.hit()
	return p.ownService() && (!h.Retired || h.Service.Retired != nil)
}

// canRefer tells whether a request can be referred to the service that the cursor is on.
func (p *People) canRefer() bool { return p.onStanding() && p.seesResidents() }

func (p *People) whyNotRefer() string {
	if p.onStanding() {
		return p.Env.Words.Say("people.no-residents")
	}
	return p.whyRetired()
}

// refer refers the request that the desk has its cursor on to a service.
func (p *People) refer() tea.Cmd {
	h, _ := p.hit()
	return screen.Send(screen.Open{Name: screen.Desk, With: screen.AtReferral{Service: h.Service.ID, To: directory.Called(h.Organization, h.Service)}})
}

// startRetire asks why one no longer refers to a service; to one that was retired one refers again.
func (p *People) startRetire() tea.Cmd {
	w, h := p.Env.Words, p.hits[p.at()]
	if h.Service.Retired != nil {
		return p.Do(p.land, directory.Back{ID: h.Service.ID})
	}
	reason := widget.TextEntry("reason", w.Say("field.reason"), "", 2)
	reason.Hint = w.Say("people.retire.hint")
	d := p.sheet("", widget.Form{Title: w.Say("people.retire.title", "name", cell.Short(h.Service.Name, 40)), Entries: []widget.Entry{reason}})
	d.Submit = func(f *widget.Form) tea.Cmd {
		return p.Do(p.land, directory.Retire{ID: h.Service.ID, Why: f.Text("reason")})
	}
	return p.Fill(d)
}

func (p *People) at() int {
	i, _, _ := p.current()
	return i
}

// turnOpenNow shows only what is open now, or everything again.
func (p *People) turnOpenNow() tea.Cmd {
	p.openNow = !p.openNow
	p.Hold()
	return p.fetchServices()
}

// canBringIn tells whether a directory can be brought in: by who may, where there are files.
func (p *People) canBringIn() bool {
	return p.onDirectory() && p.Env.Files != nil && p.Env.Session.Clearance().CheckRight(model.ToBringIn) == nil
}

func (p *People) whyNotBringIn() string {
	if p.onDirectory() && p.Env.Files != nil {
		return p.Env.Words.Say("people.read-only")
	}
	return ""
}

func (p *People) canWriteOut() bool {
	return p.onDirectory() && p.Env.Files != nil && len(p.hits) > 0
}

// startBringIn asks for the file or the folder to bring in.
func (p *People) startBringIn() tea.Cmd {
	w := p.Env.Words
	d := &dialog.Choice{Picker: widget.Picker{Title: w.Say("people.directory.in"), Empty: w.Say("pick.none"), Hint: w.Say("pick.hint"), Choices: []widget.Choice{
		{ID: "file", Label: w.Say("people.directory.file")}, {ID: "folder", Label: w.Say("people.directory.folder")}}}}
	d.Choose = func(id string) tea.Cmd {
		if id == "folder" {
			return p.PickFolder(p.startBring)
		}
		return p.PickFile(p.startBring)
	}
	return p.Show(d)
}

// startBring asks how a directory is brought in: to try first is the answer that stands ready.
func (p *People) startBring(path string) tea.Cmd {
	w := p.Env.Words
	d := &dialog.Sheet{Form: widget.Form{Title: w.Say("files.import.of", "name", cell.Short(filepath.Base(path), 40)), Entries: []widget.Entry{
		widget.ChoiceEntry("mode", w.Say("files.mode"), "try", []widget.Option{{ID: "try", Label: w.Say("files.mode.try")}, {ID: "really", Label: w.Say("files.mode.really")}}),
	}}}
	d.Begins(&p.Host)
	d.Submit = func(f *widget.Form) tea.Cmd {
		return p.bring(path, transfer.ImportOptions{DryRun: f.Text("mode") == "try", Now: p.Env.Now()})
	}
	return p.Fill(d)
}

// bring brings a directory in, or tries to, and shows what became of it.
func (p *People) bring(path string, o transfer.ImportOptions) tea.Cmd {
	powers, session := p.Env.Files, p.Env.Session
	var report transfer.DirectoryReport
	return p.Run(&dialog.Work{Title: p.Env.Words.Say("people.directory.in"), About: path, StopKey: Stop}, func(ctx context.Context, progress dialog.Progress) (err error) {
		report, err = powers.ImportDirectory(ctx, session, path, o, progress)
		return err
	}, func(err error) tea.Cmd { return p.brought(path, o, report, err) })
}

// brought tells what became of an import: counts, remarks and each row that was refused; a key does for good what was only tried, and
// another undoes what was done.
func (p *People) brought(path string, o transfer.ImportOptions, t transfer.DirectoryReport, err error) tea.Cmd {
	w := p.Env.Words
	d := &dialog.Report{Title: w.Say("files.import.of", "name", cell.Short(filepath.Base(path), 40)), AgainKey: Really, UndoKey: Unbring, Bad: err != nil}
	stopped := errors.Is(err, context.Canceled)
	switch {
	case stopped:
		d.Head = w.Say("files.stopped")
	case err != nil:
		d.Head = dialog.Why(w, err)
	default:
		d.Head = w.Say("cli.directory.counts", "read", t.Read, "imported", t.Imported, "changed", t.Changed, "unchanged", t.Unchanged, "refused", len(t.Refused))
	}
	if err == nil && o.DryRun {
		d.Hint = w.Say("files.import.really", "key", p.Env.Keys.Label(Really))
		d.Again = func() tea.Cmd {
			o.DryRun = false
			return p.bring(path, o)
		}
	}
	if !t.ID.IsZero() {
		d.Undo = func() tea.Cmd { return p.TakeImportBack(t.ID) }
		d.Text = append(d.Text, w.Say("files.imports.undo", "key", p.Env.Keys.Label(Unbring)), "")
	}
	if org, at := t.Organizations, t.Locations; org.Imported+org.Changed+at.Imported+at.Changed > 0 {
		d.Text = append(d.Text, w.Say("cli.directory.beside", "organizations_new", org.Imported, "organizations_changed", org.Changed, "locations_new", at.Imported, "locations_changed", at.Changed), "")
	}
	told := transfer.Report{Remarks: t.Remarks}
	d.Text = append(d.Text, dialog.Told(w, told)...)
	if len(t.Refused) > 0 {
		d.Text = append(d.Text, "", w.Count("files.import.refused", len(t.Refused)))
	}
	for _, r := range t.Refused {
		said := w.Say("files.import.row", "row", r.Row, "why", dialog.Why(w, r.Err))
		if r.File != "" {
			said = cell.Safe(r.File, 60) + " · " + said
		}
		d.Text = append(d.Text, said)
	}
	if o.DryRun {
		return p.Show(d)
	}
	return tea.Batch(p.Show(d), screen.Send(screen.Saved{}), p.reload())
}

// startWriteOut asks where the directory is written.
func (p *People) startWriteOut() tea.Cmd {
	w := p.Env.Words
	name := "sociale-kaart"
	if w.Lang() != "nl" {
		name = "directory"
	}
	path := widget.TextEntry("path", w.Say("files.path"), filepath.Join(p.Env.Files.Home, name+"-"+p.Env.Local(p.Env.Now()).Format("2006-01-02-1504")+".zip"), 1)
	path.Hint = w.Say("files.path.hint")
	d := &dialog.Sheet{Form: widget.Form{Title: w.Say("people.directory.out"), Entries: []widget.Entry{path}}}
	d.Begins(&p.Host)
	d.Submit = func(f *widget.Form) tea.Cmd {
		if strings.TrimSpace(f.Text("path")) == "" {
			f.Blame("path", w.Say("files.need-path"))
			return nil
		}
		return p.writeOut(f.Text("path"))
	}
	return p.Fill(d)
}

// writeOut writes the directory to a file, and tells what the format cannot carry.
func (p *People) writeOut(path string) tea.Cmd {
	w, powers, session := p.Env.Words, p.Env.Files, p.Env.Session
	var told transfer.DirectoryExported
	return p.Run(&dialog.Work{Title: w.Say("people.directory.out"), About: path, StopKey: Stop}, func(ctx context.Context, _ dialog.Progress) (err error) {
		told, err = powers.ExportDirectory(ctx, session, path)
		return err
	}, func(err error) tea.Cmd {
		d := &dialog.Report{Title: w.Say("people.directory.out"), Bad: err != nil}
		switch {
		case errors.Is(err, context.Canceled):
			d.Head = w.Say("files.stopped")
		case err != nil:
			d.Head = dialog.Why(w, err)
		default:
			d.Head = w.Say("cli.directory.written", "services", told.Services, "organizations", told.Organizations, "locations", told.Locations)
			d.Text = append([]string{cell.Safe(path, 200)}, dialog.Remarks(w, told.Remarks)...)
		}
		return p.Show(d)
	})
}
