package work

import (
	"errors"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/ui/desk/wording"
	"leerbalie/ui/dialog"
	"leerbalie/ui/widget/cell"
)

// Claim takes the request up or gives it back; somebody else's is taken over after a question.
func (w *Work) Claim(row desk.RequestRow) tea.Cmd {
	switch {
	case w.Mine(row.Holder) && row.Status == desk.StatusClaimed:
		return w.inPlace(row, desk.ReleaseRequest{ID: row.ID})
	case row.Status == desk.StatusClaimed:
		return w.takeOver(row, wording.Joined(row.HolderNames))
	}
	who := w.withBuddies()
	takers := who
	if len(takers) == 0 {
		takers = []journal.ID{w.Env.User.ID}
	}
	offered := w.Offers.To(row.Status, w.Offers.Of(row.ID, row.Status), takers)
	return w.Host.Perform(dialog.Deed{
		Act:     dialog.Doing(desk.ClaimRequest{ID: row.ID, Offered: offered}),
		Done:    w.given(row, who),
		Refused: func(err error) (tea.Cmd, bool) { return w.wasAhead(row, err) },
	})
}

// withBuddies is who takes a request up with whoever sits here: the members of the pair in which they learn, nobody where there is none.
func (w *Work) withBuddies() []journal.ID {
	me := w.Env.User
	for _, members := range w.Pairs {
		if me.Has(model.RoleStudent) && slices.Contains(members, me.ID) {
			return members
		}
	}
	return nil
}

// given says to whom a request was given, and leaves the row where it stands; what one takes oneself is said as any deed is.
func (w *Work) given(row desk.RequestRow, who []journal.ID) dialog.Then {
	if len(who) == 0 || len(who) == 1 && who[0] == w.Env.User.ID {
		return w.stays(row)
	}
	names := make([]string, len(who))
	for i, id := range who {
		names[i] = cell.Safe(w.Name(id), 40)
	}
	return func(model.Receipt) tea.Cmd {
		said := w.Env.Words.Say("did.given", "number", row.Number, "who", strings.Join(names, " + "))
		return tea.Batch(w.Host.SayDone(said), w.Stay(row))
	}
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
