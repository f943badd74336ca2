package ui

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/conflict"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
)

// clashes is how much was changed in two ways that whoever sits here may settle: a line says so on every screen.
type clashes struct {
	n     int
	asked screen.Tickets
}

// toSettle is how many conflicts somebody may settle.
type toSettle int

// lookClashes asks the store what was changed in two ways.
func (a *App) lookClashes() tea.Cmd {
	session := a.env.Session
	if session == nil {
		return nil
	}
	return screen.Ask(a.env.Ctx, a.rescued.clashes.asked.Next(), func(ctx context.Context) (n toSettle, err error) {
		all, err := conflict.Read(ctx, session)
		for _, c := range all {
			if c.Settle {
				n++
			}
		}
		return n, err
	})
}

// tookClashes takes that in.
func (a *App) tookClashes(m screen.Answer[toSettle]) tea.Cmd {
	if a.rescued.clashes.asked.Fits(m.Ticket) && m.Err == nil {
		a.rescued.clashes.n = int(m.Value)
	}
	return nil
}

// clashesSaid says how much was changed in two ways, and the key that shows it; "" for nothing, and where it shows already.
func (a *App) clashesSaid() string {
	if a.rescued.clashes.n == 0 || a.stack[len(a.stack)-1] == screen.Conflicts {
		return ""
	}
	w := a.env.Words
	return w.Say("conflicts.count-key", "what", w.Count("conflicts.count", a.rescued.clashes.n), "key", a.env.Keys.Label(keys.Conflicts))
}
