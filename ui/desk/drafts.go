package desk

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/journal"
	"leerbalie/ui/desk/block"
	"leerbalie/ui/desk/detail"
	"leerbalie/ui/desk/intake"
	"leerbalie/ui/desk/resident"
	"leerbalie/ui/dialog"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// startDrafts lists what was left half done, and goes on with the one chosen.
func (q *Queue) startDrafts() tea.Cmd {
	w := q.Env.Words
	d := &dialog.Choice{Picker: widget.Picker{Title: w.Say("drafts.title"), Empty: w.Say("drafts.none"), Hint: w.Say("drafts.hint")}, Choose: q.resume}
	for _, draft := range q.Drafts() {
		kind, _, _ := strings.Cut(draft.Key, "/")
		var said []string
		for _, name := range []string{dialog.TextField, "summary", "name", "note", "task", "referral", "details"} {
			if v := draft.Fields[name]; v != "" {
				said = append(said, v)
			}
		}
		label := w.Say("drafts."+kind) + ": " + cell.Safe(strings.Join(said, " · "), 60)
		d.Picker.Choices = append(d.Picker.Choices, widget.Choice{ID: draft.Key, Label: label, Right: q.Env.When(draft.SavedAt)})
	}
	return q.Host.Show(d)
}

// resume opens the dialog that a draft belongs to.
func (q *Queue) resume(draft string) tea.Cmd {
	kind, about, _ := strings.Cut(draft, "/")
	if cmd, ok := q.intake.Resume(kind, about); ok {
		return cmd
	}
	if kind == block.DraftKind {
		return q.blocks.Resume(about)
	}
	about, who, _ := strings.Cut(about, "/")
	id, err := journal.ParseID(about)
	if err != nil {
		return q.Forget(draft)
	}
	colleague, _ := journal.ParseID(who) // nobody, where the draft is for nobody
	if kind == resident.DraftKind {
		return q.residents.Edit(id)
	}
	return q.look(id, func(r detail.Request) tea.Cmd {
		q.detail.Show(r)
		cmd := q.goTo(r.Request, nowhere)
		if kind == intake.EditKind {
			return tea.Batch(cmd, q.intake.Edit(r.Row()))
		}
		return tea.Batch(cmd, q.work.Resume(kind, r.Row(), colleague))
	})
}
