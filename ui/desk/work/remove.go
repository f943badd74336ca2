package work

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/ui/dialog"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// Remove takes a request away that should never have been there; it asks why, and nothing happens without a reason.
func (w *Work) Remove(row desk.RequestRow) tea.Cmd {
	_, cmd := w.line("remove", w.Env.Words.Say("remove.title"), row, 2, func(text string) tea.Cmd {
		return w.Host.Do(nil, desk.RemoveRequest{ID: row.ID, Why: text})
	}, w.hint("remove.hint"))
	return cmd
}

// PutBack shows the requests that were taken away, the newest first; Enter puts one back.
func (w *Work) PutBack() tea.Cmd {
	return dialog.Look(w.Host, func(ctx context.Context, session *model.Session) (desk.Page, error) {
		return desk.ReadPage(ctx, session, desk.PageQuery{View: desk.ViewAway, Limit: mostAway})
	}, func(page desk.Page) tea.Cmd {
		words := w.Env.Words
		d := &dialog.Choice{Picker: w.picker(words.Say("away.title"))}
		d.Picker.Empty, d.Picker.Hint = words.Say("away.none"), words.Say("away.hint")
		for _, r := range page.Rows {
			d.Picker.Choices = append(d.Picker.Choices, widget.Choice{ID: r.ID.String(), Label: r.Number + "  " + cell.Safe(r.Summary, 60), Right: w.Env.When(r.Created)})
		}
		d.Choose = func(text string) tea.Cmd {
			id, err := journal.ParseID(text)
			if err != nil {
				return nil
			}
			return w.Host.Perform(dialog.Deed{Act: dialog.Doing(desk.RestoreRequest{ID: id}), Done: func(r model.Receipt) tea.Cmd {
				return tea.Batch(w.Host.Say(r), w.Arrive(id))
			}})
		}
		return w.Host.Show(d)
	})
}

// mostAway is how many requests that were taken away are shown.
const mostAway = 200
