package files

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/incoming"
	"leerbalie/model/journal"
	"leerbalie/model/transfer"
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// broughtIn is what came in from files, with the names of those who brought it.
type broughtIn struct {
	all   []incoming.Import
	names map[journal.ID]string
}

// listImports shows what came in from files, the newest first; Enter shows one.
func (f *Files) listImports() tea.Cmd {
	w := f.Env.Words
	return dialog.Look(&f.Host, func(ctx context.Context, session *model.Session) (b broughtIn, err error) {
		if b.all, err = incoming.Read(ctx, session); err == nil {
			b.names, err = session.PersonNames(ctx, w.Say("person.removed"))
		}
		return b, err
	}, func(b broughtIn) tea.Cmd {
		if len(b.all) == 0 {
			return screen.Say(screen.Note, w.Say("files.imports.none"))
		}
		d := &dialog.Choice{Picker: widget.Picker{Title: w.Say("files.imports"), Empty: w.Say("pick.none"),
			Hint: w.Say("files.imports.hint", "choose", f.Env.Keys.Label(keys.Accept), "back", f.Env.Keys.Label(keys.Back))}}
		for i := range b.all {
			d.Picker.Choices = append(d.Picker.Choices, f.importRow(&b.all[i], b.names))
		}
		d.Choose = func(id string) tea.Cmd {
			for i := range b.all {
				if b.all[i].ID.String() == id {
					d.Picker.GoTo(id)
					return f.lookAtImport(b.all[i].ID, b.names, d)
				}
			}
			return nil
		}
		return f.Show(d)
	})
}

// importRow is an import in the list: when and from which file, and at the right who brought how much, and how it stands.
func (f *Files) importRow(im *incoming.Import, names map[journal.ID]string) widget.Choice {
	w := f.Env.Words
	state := w.Say("import.state." + string(im.State))
	if im.State == incoming.Undone && len(im.Left) > 0 {
		state += ", " + w.Count("import.left.head", len(im.Left))
	}
	what := w.Say("files.what." + text.BroughtWhat(im))
	return widget.Choice{ID: im.ID.String(), Label: f.Env.When(im.At) + " " + dialog.ImportFile(f.Env, im),
		Right: w.Say("files.imports.right", "by", cell.Short(names[im.By], 12), "n", im.Imported, "what", what, "state", state),
		Also:  names[im.By], Whole: w.Say("files.imports.right", "by", names[im.By], "n", im.Imported, "what", what, "state", state)}
}

// lookAtImport shows one import: what came in, what was taken back, and what stays; a key takes it back.
func (f *Files) lookAtImport(id journal.ID, names map[journal.ID]string, list dialog.Dialog) tea.Cmd {
	return dialog.Look(&f.Host, func(ctx context.Context, session *model.Session) (incoming.Import, error) {
		return incoming.Show(ctx, session, id)
	}, func(im incoming.Import) tea.Cmd {
		w := f.Env.Words
		r := &dialog.Report{Title: w.Say("files.imports.title"), Back: list, Head: w.Say("import.ask.what", "file", dialog.ImportFile(f.Env, &im), "at", f.Env.Date(im.At), "n", w.Count("import.rows", im.Imported))}
		r.Text = append(r.Text,
			w.Say("files.imports.by", "by", cell.Safe(names[im.By], 80), "what", w.Say("files.what."+text.BroughtWhat(&im)), "state", w.Say("import.state."+string(im.State))),
			w.Say("files.imports.counts", "read", im.Read, "unchanged", im.Unchanged, "refused", im.Refused))
		if im.Back.All() > 0 {
			r.Text = append(r.Text, w.Say("files.imports.back", "what", w.TookBack(im.Back)))
		}
		r.Text = append(r.Text, f.ImportStays(im.Left, names)...)
		if im.State != incoming.Undone || len(im.Left) > 0 {
			r.UndoKey, r.Undo = TakeBack, func() tea.Cmd { return f.TakeImportBack(id) }
			r.Text = append(r.Text, "", w.Say("files.imports.undo", "key", f.Env.Keys.Label(TakeBack)))
		}
		return f.Show(r)
	})
}

// offerBack says after an import what comes next, and how the whole of it is undone: now by a key, later from the list.
func (f *Files) offerBack(r *dialog.Report, in transfer.Report) {
	if in.ID.IsZero() {
		return
	}
	w, id := f.Env.Words, in.ID
	r.UndoKey, r.Undo = TakeBack, func() tea.Cmd { return f.TakeImportBack(id) }
	r.Text = append([]string{w.Say("files.import.next", "key", f.Env.Keys.Label(TakeBack), "list", w.Say("files.imports")), ""}, r.Text...)
}
