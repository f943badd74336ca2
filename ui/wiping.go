package ui

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
)

// wiping is what erasures leave to be done in the file. While something is owed a line says so on every screen.
type wiping struct {
	model.Wiping
	asked screen.Tickets
	tried bool // by key: whoever pressed it is told how it went
}

// lookWiping asks the store what is owed.
func (a *App) lookWiping() tea.Cmd {
	if a.env.Session == nil {
		return nil
	}
	return screen.Ask(a.env.Ctx, a.wiping.asked.Next(), a.env.Session.Wiping)
}

// wipe tries to do what is owed. It is refused to who may not erase.
func (a *App) wipe() tea.Cmd {
	session := a.env.Session
	a.wiping.tried = true
	return screen.Ask(a.env.Ctx, a.wiping.asked.Next(), func(ctx context.Context) (model.Wiping, error) {
		if err := session.Compact(ctx); err != nil {
			return model.Wiping{}, err
		}
		return session.Wiping(ctx)
	})
}

// tookWiping takes in what is owed.
func (a *App) tookWiping(m screen.Answer[model.Wiping]) tea.Cmd {
	if !a.wiping.asked.Fits(m.Ticket) {
		return nil
	}
	tried := a.wiping.tried
	a.wiping.tried = false
	switch {
	case m.Err != nil && tried:
		return screen.Say(screen.Fault, a.env.Words.Error(m.Err))
	case m.Err != nil:
		return nil // reading says it wherever it is needed
	}
	a.wiping.Wiping = m.Value
	if tried && !m.Value.Owed {
		return screen.Say(screen.Done, a.env.Words.Say("frame.wiped"))
	}
	return nil
}

// wipingSaid says what is owed.
func (a *App) wipingSaid() string {
	return a.env.Words.Say("frame.unwiped", "mb", a.wiping.Megabytes(), "key", a.env.Keys.Label(keys.Wipe))
}
