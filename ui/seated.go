package ui

import (
	"context"
	"errors"
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/ui/screen"
	"leerbalie/ui/seat"
)

// StartLocked covers the screen before the first frame: for a person who has a PIN on this machine.
func (a *App) StartLocked() { a.locked = true }

// seated takes in what is about who sits here: a locked screen, somebody else who sits down.
func (a *App) seated(msg tea.Msg) (tea.Cmd, bool) {
	switch msg := msg.(type) {
	case seat.Lock:
		return a.lock(), true
	case seat.Sit:
		return a.sit(msg.Who), true
	case seat.Resume:
		cmds := []tea.Cmd{a.remember(), a.sitDown()}
		for _, key := range msg.Keys {
			cmds = append(cmds, a.key(key))
		}
		return tea.Batch(cmds...), true
	case screen.Answer[sitting]:
		if a.sits.Fits(msg.Ticket) {
			return a.sat(msg), true
		}
	case screen.Answer[[]model.Person]:
		if a.tookRescued(msg) {
			return nil, true
		}
	case screen.Waits:
		a.around.waiting = msg.N
		return nil, true
	case screen.Ring:
		return a.ring(msg.Kind), true
	case aroundMsg:
		return a.tookAround(), true
	case screen.Answer[onMe]:
		return a.tookMine(msg), true
	case screen.Answer[toldApart]:
		return a.tookClashes(msg), true
	case screen.Exchanged:
		return a.lookApart(), true
	case screen.Set:
		return a.set(msg.Setting, msg.Value), true
	}
	return a.seat.Take(a.env, msg)
}

// lock covers the screen; what was typed goes into the draft first.
func (a *App) lock() tea.Cmd {
	if a.env.Session == nil || a.seat.Covered() {
		return nil
	}
	return tea.Batch(a.keepLeft(), a.cover())
}

// cover covers the screen.
func (a *App) cover() tea.Cmd {
	if a.env.Session == nil || a.seat.Covered() {
		return nil
	}
	a.over = nil
	return tea.Batch(a.tell(screen.Keep{}), a.seat.Cover(a.env))
}

// remember keeps who acts on this machine, now that it is known to be them.
func (a *App) remember() tea.Cmd {
	env := a.env
	if !env.Here || env.Session == nil {
		return nil
	}
	return func() tea.Msg {
		if err := env.Session.Remember(env.Ctx); err != nil {
			return screen.Saved{Err: err}
		}
		return nil
	}
}

// sitting is the session of somebody who sits down.
type sitting struct{ env screen.Env }

// sit opens the session of a person. What the one before typed is kept first, as that one's draft.
func (a *App) sit(who journal.ID) tea.Cmd {
	env, ticket := a.env, a.sits.Next()
	return tea.Sequence(a.guard(a.tell(screen.Leaving{})), a.guard(a.keepLeft()), a.guard(screen.Ask(env.Ctx, ticket, func(ctx context.Context) (sitting, error) {
		session, err := env.Session.Switch(ctx, who)
		if err != nil {
			return sitting{}, err
		}
		next, err := env.Use(ctx, session)
		if err != nil {
			return sitting{}, err
		}
		if env.Here {
			err = session.Remember(ctx)
		}
		return sitting{next}, err
	})))
}

// sat begins the new session, or says why it cannot begin.
func (a *App) sat(answer screen.Answer[sitting]) tea.Cmd {
	if answer.Err != nil {
		locked := a.seat.Covered()
		a.seat.Leave()
		said := screen.Say(screen.Fault, a.env.Words.Error(answer.Err))
		if locked {
			return tea.Batch(said, a.seat.Cover(a.env))
		}
		return said
	}
	held := a.seat.Leave()
	env := answer.Value.env
	cmds := []tea.Cmd{a.take(screen.Started{Env: env}), screen.Say(screen.Done, env.Words.Say("seat.sat", "name", env.User.Name))}
	for _, key := range held {
		cmds = append(cmds, a.key(key))
	}
	return tea.Batch(cmds...)
}

// covering draws the seat over a frame; a covered one is not even drawn.
func (a *App) covering(frame func() string) string {
	below := ""
	if !a.seat.Covered() {
		below = frame()
	}
	return a.seat.View(a.env, below, a.size)
}

// renew reads the site and the person again when one of them changed: names, lists, roles.
func (a *App) renew(n model.News) tea.Cmd {
	if !n.Kinds[model.KindSite] && !n.Kinds[model.KindPerson] {
		return nil
	}
	env := a.env
	return tea.Batch(a.lookRescued(), screen.Ask(env.Ctx, a.fresh.Next(), func(ctx context.Context) (screen.Env, error) {
		if err := env.Session.Refresh(ctx); err != nil {
			return env, err
		}
		return env.Use(ctx, env.Session)
	}))
}

// tookRenewed takes in what became of the site and the person. Whoever left is here no longer.
func (a *App) tookRenewed(msg screen.Answer[screen.Env]) tea.Cmd {
	var known *fault.Error
	switch {
	case !a.fresh.Fits(msg.Ticket):
		return a.tell(msg)
	case errors.As(msg.Err, &known) && known.Msg == "person-left":
		return a.leave()
	case msg.Err != nil:
		return nil
	}
	other := !slices.Equal(a.env.User.Roles, msg.Value.User.Roles)
	a.env.Site, a.env.User, a.env.Zone = msg.Value.Site, msg.Value.User, msg.Value.Zone
	renewed := a.tell(screen.Renewed{Env: a.env})
	if other { // what shows may be what this person may not see any more
		return tea.Batch(renewed, a.tell(screen.Changed{}))
	}
	return renewed
}
