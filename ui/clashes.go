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
	all   toldApart
	asked screen.Tickets
}

// toldApart is what somebody may see of what people wrote apart.
type toldApart []conflict.Conflict

// lookClashes asks the store what was changed in two ways.
func (a *App) lookClashes() tea.Cmd {
	session := a.env.Session
	if session == nil {
		return nil
	}
	return screen.Ask(a.env.Ctx, a.rescued.clashes.asked.Next(), func(ctx context.Context) (toldApart, error) {
		return conflict.Read(ctx, session)
	})
}

// tookClashes takes that in, and tells the screens, which mark it where it is.
func (a *App) tookClashes(m screen.Answer[toldApart]) tea.Cmd {
	c := &a.rescued.clashes
	if !c.asked.Fits(m.Ticket) || m.Err != nil || len(m.Value)+len(c.all) == 0 {
		return nil
	}
	c.all, c.n = m.Value, 0
	for _, x := range m.Value {
		if x.Settle {
			c.n++
		}
	}
	return a.tell(c.news())
}

// news is what screens are told.
func (c *clashes) news() screen.TwoWays { return screen.TwoWays{All: c.all} }

// clashesSaid says how much was changed in two ways, and the key that shows it; "" for nothing, and where it shows already.
func (a *App) clashesSaid() string {
	if a.rescued.clashes.n == 0 || a.stack[len(a.stack)-1] == screen.Conflicts {
		return ""
	}
	w := a.env.Words
	return w.Say("conflicts.count-key", "what", w.Count("conflicts.count", a.rescued.clashes.n), "key", a.env.Keys.Label(keys.Conflicts))
}
