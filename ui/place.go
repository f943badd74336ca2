package ui

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui/screen"
)

// returning is how a session tells where it is, and where it begins.
type returning struct {
	to   *screen.Place      // where it was, in another process; nil: it begins anew
	tell func(screen.Place) // must not block; nil: nobody asks
	last screen.Place
}

// place is where the session is.
func (a *App) place() screen.Place {
	p := screen.Place{Who: a.env.User.ID}
	for _, name := range a.stack {
		spot := screen.Spot{Name: name}
		if s, ok := a.screens[name].(screen.Placed); ok {
			spot.Where = s.Where()
		}
		p.Screens = append(p.Screens, spot)
	}
	return p
}

// tellPlace tells where the session is, where that is something new.
func (a *App) tellPlace() {
	if a.returning.tell == nil || a.env.Session == nil || a.leaving {
		return
	}
	p := a.place()
	if p.Who != a.returning.last.Who || !slices.Equal(p.Screens, a.returning.last.Screens) {
		a.returning.last = p
		a.returning.tell(p)
	}
}

// openScreens opens the screens that were open where the session goes on, or the first one.
func (a *App) openScreens() tea.Cmd {
	to := a.returning.to
	a.returning.to = nil
	if to == nil || a.env.Session == nil || to.Who != a.env.User.ID {
		return a.open(a.first(), nil)
	}
	var cmds []tea.Cmd
	for _, spot := range to.Screens {
		if !a.opens(spot.Name) {
			continue
		}
		cmds = append(cmds, a.open(spot.Name, nil))
		if spot.Where != "" {
			cmds = append(cmds, a.hand(spot.Name, screen.Return{Where: spot.Where}))
		}
	}
	if len(a.stack) == 0 {
		return a.open(a.first(), nil)
	}
	return tea.Batch(cmds...)
}

// opens tells whether whoever sits here can have a screen opened.
func (a *App) opens(name screen.Name) bool {
	route, ok := a.route(name)
	return ok && name != screen.Welcome && (route.Digit <= 0 || a.holds(name))
}
