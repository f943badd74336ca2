package work

import (
	"errors"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/ui/desk/wording"
	"leerbalie/ui/dialog"
)

// Claim takes the request up or gives it back; somebody else's is taken over after a question.
func (w *Work) Claim(row desk.RequestRow) tea.Cmd {
	switch {
	case w.Mine(row.Holder) && row.Status == desk.StatusClaimed:
		return w.inPlace(row, desk.ReleaseRequest{ID: row.ID})
	case row.Status == desk.StatusClaimed:
		return w.takeOver(row, wording.Joined(row.HolderNames))
	}
	return w.Host.Perform(dialog.Deed{
		Act:     dialog.Doing(desk.ClaimRequest{ID: row.ID}),
		Done:    w.stays(row),
		Refused: func(err error) (tea.Cmd, bool) { return w.wasAhead(row, err) },
	})
}

// wasAhead asks to take over when a colleague was just ahead.
func (w *Work) wasAhead(row desk.RequestRow, err error) (tea.Cmd, bool) {
	var e *fault.Error
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

func (w *Work) takeOver(row desk.RequestRow, from string) tea.Cmd {
	words := w.Env.Words
	ask := words.Say("desk.take-over.ask", "number", row.Number, "summary", row.Summary, "name", from)
	return w.Host.Ask(words.Say("desk.take-over.title"), []string{ask}, words.Say("desk.take-over.yes"), func() tea.Cmd {
		return w.inPlace(row, desk.ClaimRequest{ID: row.ID, Over: true})
	})
}

// Park sets the request aside, or brings it back.
func (w *Work) Park(row desk.RequestRow) tea.Cmd {
	if row.Status == desk.StatusParked {
		return w.Host.Do(nil, desk.RecallRequest{ID: row.ID})
	}
	return w.Host.Do(nil, desk.ParkRequest{ID: row.ID})
}
