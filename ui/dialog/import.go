package dialog

import (
	"context"
	"errors"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/incoming"
	"leerbalie/model/journal"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// StopImport stops taking an import back.
const StopImport keys.ID = "import-undo-stop"

// ImportKeys are the keys of taking an import back, which is done from every screen.
func ImportKeys() []keys.Key {
	return []keys.Key{{ID: StopImport, Scope: "import-undo", Keys: []string{"."}, Word: "key.import.stop"}}
}

// ImportFile is the name of the file of an import, as it is shown.
func ImportFile(env screen.Env, im *incoming.Import) string {
	if im.File == "" {
		return env.Words.Say("import.file.none")
	}
	return cell.Short(cell.Safe(im.File, 200), 24)
}

// wayBack is how the residents of an import go.
const (
	wayKeep = "keep"
	wayGone = "gone"
)

// TakeImportBack asks whether an import is to be taken back, whoever brought it in and whenever that was, and does it. What is safe stands
// ready: nothing happens.
func (h *Host) TakeImportBack(id journal.ID) tea.Cmd {
	if h.work != nil {
		return screen.Say(screen.Fault, h.Env.Words.Say("files.busy", "what", h.work.Title, "key", h.Env.Keys.Label(h.work.StopKey)))
	}
	return Look(h, func(ctx context.Context, session *model.Session) (incoming.Ahead, error) {
		return incoming.LookAhead(ctx, session, id)
	}, h.askImport)
}

// askImport names the file and how much came in. Where residents came with it, it is chosen as well what becomes of them.
func (h *Host) askImport(a incoming.Ahead) tea.Cmd {
	w := h.Env.Words
	lines := []string{w.Say("import.ask.what", "file", ImportFile(h.Env, &a.Import), "at", h.Env.When(a.At), "n", w.Count("import.rows", a.Imported))}
	switch {
	case a.State == incoming.Undone:
		lines = append(lines, w.Say("import.ask.again"))
	case a.State == incoming.Undoing:
		lines = append(lines, w.Say("import.ask.half", "what", w.TookBack(a.Back)))
	}
	lines = append(lines, w.Say("import.ask.stays"))
	if a.Residents == 0 {
		return h.Ask(w.Say("import.ask"), lines, w.Say("import.ask.yes"), func() tea.Cmd { return h.takeImportBack(a, false) })
	}
	gone := "import.ask.away"
	if a.Erases && !h.Env.Laptop {
		gone = "import.ask.erase"
	}
	d := &Choice{Back: h.open, Picker: widget.Picker{Title: w.Say("import.ask"), Hint: w.Say("import.ask.hint", "choose", h.Env.Keys.Label(keys.Accept), "cancel", h.Env.Keys.Label(keys.Cancel)), Empty: w.Say("pick.none")}}
	for _, line := range lines {
		for _, part := range cell.Wrap(line, 56, 4) {
			d.Picker.Choices = append(d.Picker.Choices, widget.Choice{Label: part, Head: true})
		}
	}
	d.Picker.Choices = append(d.Picker.Choices, widget.Choice{ID: "no", Label: w.Say("import.ask.no")}, widget.Choice{ID: wayKeep, Label: w.Say("import.ask.keep")},
		widget.Choice{ID: wayGone, Label: w.Count(gone, a.Residents)})
	d.Choose = func(way string) tea.Cmd {
		if way == "no" {
			return nil
		}
		return h.takeImportBack(a, way == wayGone)
	}
	return h.Show(d)
}

// takeImportBack does it, while a bar shows how far it is, and tells what was taken back and what stays.
func (h *Host) takeImportBack(a incoming.Ahead, erase bool) tea.Cmd {
	w, session := h.Env.Words, h.Env.Session
	var out incoming.Outcome
	var names map[journal.ID]string
	return h.Run(&Work{Title: w.Say("import.work"), About: ImportFile(h.Env, &a.Import), StopKey: StopImport}, func(ctx context.Context, progress Progress) (err error) {
		out, err = incoming.Undo(ctx, session, a.ID, incoming.Options{Erase: erase, Progress: func(done, total int) { progress(int64(done), int64(total)) }})
		ctx = context.WithoutCancel(ctx)
		if out.Took.Residents > 0 {
			_ = session.Compact(ctx) // what is owed of it, the frame says
		}
		if found, failed := session.PersonNames(ctx, w.Say("person.removed")); failed == nil {
			names = found
		}
		return err
	}, func(err error) tea.Cmd { return h.importTaken(out, names, err) })
}

// importTaken tells what was taken back, in a line where that is all, or with what stays.
func (h *Host) importTaken(out incoming.Outcome, names map[journal.ID]string, err error) tea.Cmd {
	w := h.Env.Words
	cmds := []tea.Cmd{h.Reload(), Unsaved(err)}
	if out.Took.Residents > 0 {
		cmds = append(cmds, screen.Send(screen.Erased{}))
	}
	if err != nil && out.Took.All() == 0 && !errors.Is(err, context.Canceled) {
		return tea.Batch(append(cmds, screen.Say(screen.Fault, Why(w, err)))...)
	}
	r := &Report{Title: w.Say("import.work"), Bad: err != nil, Head: w.Say("import.undone", "file", ImportFile(h.Env, &out.Import), "what", w.TookBack(out.Took))}
	switch {
	case errors.Is(err, context.Canceled):
		r.Text = append(r.Text, w.Say("import.stopped"))
	case err != nil:
		r.Text = append(r.Text, Why(w, err))
	}
	if err == nil { // before that nothing is known to stay
		r.Text = append(r.Text, h.ImportStays(out.All, names)...)
	}
	tone := screen.Done
	if err != nil && !errors.Is(err, context.Canceled) {
		tone = screen.Fault
	}
	cmds = append(cmds, screen.Say(tone, r.Head))
	if len(r.Text) == 0 {
		return tea.Batch(cmds...)
	}
	return tea.Batch(append(cmds, h.Show(r))...)
}

// ImportStays names all that stays of an import, and by whom.
func (h *Host) ImportStays(all []incoming.Left, names map[journal.ID]string) (out []string) {
	w := h.Env.Words
	if len(all) == 0 {
		return nil
	}
	out = append(out, w.Count("import.left", len(all)))
	for _, l := range all {
		l.Name = cell.Safe(l.Name, 200)
		out = append(out, w.Stays(l, names[l.By]))
	}
	return out
}

// isApart is what undoing would take back next, where that is an import.
func (h *Host) isApart() (id journal.ID, ok bool) {
	if h.Env.Session == nil {
		return id, false
	}
	r, ok := h.Env.Session.Apart()
	return r.Entity, ok
}
