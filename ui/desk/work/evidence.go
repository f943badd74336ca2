package work

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/loop"
	"leerbalie/ui/desk/detail"
	"leerbalie/ui/dialog"
	"leerbalie/ui/screen"
)

// StudentsHandled tells whether students had a hand in a request, as far as is known of it here: the key to their evidence
// then stands in the line of keys.
func (w *Work) StudentsHandled(row desk.RequestRow) bool {
	if slices.ContainsFunc(row.Holder, w.isStudent) {
		return true
	}
	return w.Detail.Shows(row.ID) && len(w.studentsOf(w.Detail.Shown())) > 0
}

// Evidence copies the facts of a request to the dossiers of the students who handled it. Closing it does so by itself; this
// is for before that, or for what was written down afterwards.
func (w *Work) Evidence(row desk.RequestRow) tea.Cmd {
	words := w.Env.Words
	return w.Host.Perform(dialog.Deed{Act: dialog.Doing(loop.EvidenceFromRequest{ID: row.ID}), Done: func(receipt model.Receipt) tea.Cmd {
		return w.Look(row.ID, func(r detail.Request) tea.Cmd {
			who := w.Names(w.studentsOf(&r))
			said := screen.Say(screen.Note, words.Say("desk.evidence.same", "number", row.Number, "who", who))
			if receipt.Undoable() {
				said = w.Host.SayDone(words.Say("desk.evidence.put", "number", row.Number, "who", who))
			}
			return tea.Batch(said, w.Host.Reload())
		})
	}})
}

func (w *Work) isStudent(id journal.ID) bool {
	p := w.People[id]
	return p.Has(model.RoleStudent)
}

// studentsOf are the students who hold a request or wrote down time on it.
func (w *Work) studentsOf(r *detail.Request) (out []journal.ID) {
	add := func(id journal.ID) {
		if w.isStudent(id) && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	for _, id := range r.Holder() {
		add(id)
	}
	for _, t := range r.Times {
		add(t.Person)
	}
	return out
}
