package queue

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/ui/screen"
)

// studentsHandled tells whether students had a hand in a request, as far as is known of it here: the key to their evidence
// then stands in the line of keys.
func (q *Queue) studentsHandled(row model.RequestRow) bool {
	if slices.ContainsFunc(row.Holder, func(id model.ID) bool { p := q.people[id]; return p.Has(model.RoleStudent) }) {
		return true
	}
	return q.shown != nil && q.shown.request.ID == row.ID && len(q.studentsOf(&q.shown.request)) > 0
}

// putEvidence copies the facts of a request to the dossiers of the students who handled it. Closing it does so by itself;
// this is for before that, or for what was written down afterwards.
func (q *Queue) putEvidence(row model.RequestRow) tea.Cmd {
	return q.do(func(q *Queue, a acted) tea.Cmd {
		w := q.env.Words
		who := q.names(q.studentsOf(a.after))
		said := screen.Say(screen.Note, w.Say("queue.evidence.same", "number", row.Number, "who", who))
		if a.receipt.Undoable() {
			said = screen.Say(screen.Done, w.Say("queue.evidence.put", "number", row.Number, "who", who)+"  "+w.Say("queue.undo-hint", "key", q.env.Keys.Label(Undo)))
		}
		return tea.Batch(said, q.reload())
	}, nil, model.EvidenceFromRequest{ID: row.ID})
}

// studentsOf are the students who hold a request or wrote down time on it.
func (q *Queue) studentsOf(r *model.Request) (out []model.ID) {
	if r == nil {
		return nil
	}
	add := func(id model.ID) {
		if p := q.people[id]; p.Has(model.RoleStudent) && !slices.Contains(out, id) {
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
