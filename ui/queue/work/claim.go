package work

import (
	"errors"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/ui/dialog"
	"leerbalie/ui/queue/wording"
)

// Claim takes the request up or gives it back; somebody else's is taken over after a question.
func (w *Work) Claim(row model.RequestRow) tea.Cmd {
	switch {
	case w.Mine(row.Holder) && row.Status == model.StatusClaimed:
		return w.inPlace(row, model.ReleaseRequest{ID: row.ID})
	case row.Status == model.StatusClaimed:
		return w.takeOver(row, wording.Joined(row.Who))
	}
	return w.Host.Perform(dialog.Deed{
		Act:     dialog.Doing(model.ClaimRequest{ID: row.ID}),
		Done:    w.stays(row),
		Refused: func(err error) (tea.Cmd, bool) { return w.wasAhead(row, err) },
	})
}

// wasAhead asks to take over when a colleague was just ahead.
func (w *Work) wasAhead(row model.RequestRow, err error) (tea.Cmd, bool) {
	var e *model.Error
	if !errors.As(err, &e) || e.Msg != "claimed-by" {
		return nil, false
	}
	name := ""
	for _, arg := range e.Args {
		if arg.Name == "name" {
			name, _ = arg.Value.(string)
		}
	}
	return tea.Batch(w.takeOver(row, name), w.Host.Reload()), true
}

func (w *Work) takeOver(row model.RequestRow, from string) tea.Cmd {
	words := w.Env.Words
	ask := words.Say("queue.take-over.ask", "number", row.Number, "summary", row.Summary, "name", from)
	return w.Host.Ask(words.Say("queue.take-over.title"), []string{ask}, words.Say("queue.take-over.yes"), func() tea.Cmd {
		return w.inPlace(row, model.ClaimRequest{ID: row.ID, Over: true})
	})
}

// Park sets the request aside, or brings it back.
func (w *Work) Park(row model.RequestRow) tea.Cmd {
	if row.Status == model.StatusParked {
		return w.Host.Do(nil, model.RecallRequest{ID: row.ID})
	}
	return w.Host.Do(nil, model.ParkRequest{ID: row.ID})
}
