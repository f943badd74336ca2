package overview

import (
	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/desk"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
)

// Scope is where the keys of this screen work.
const Scope keys.Scope = "overview"

// What keys do here.
const (
	Write   keys.ID = "overview-write"
	Closed  keys.ID = "overview-closed"
	Waiting keys.ID = "overview-waiting"
)

// Keys gives the keys of this screen.
func Keys() []keys.Key { return actions().Keys() }

// actions is all that can be done on this screen.
func actions() screen.Actions[*Overview] {
	return screen.Actions[*Overview]{
		{ID: Closed, Scope: Scope, Keys: []string{"enter"}, Word: "key.overview.closed", When: (*Overview).handled, Do: to(desk.ViewClosed)},
		{ID: Waiting, Scope: Scope, Keys: []string{"w"}, Word: "key.overview.waiting", When: (*Overview).shows, Do: to(desk.ViewWaiting)},
		{ID: Write, Scope: Scope, Keys: []string{"e"}, Word: "key.overview.write", When: (*Overview).shows, Do: (*Overview).write},
	}
}

// to goes to a list of the desk.
func to(list desk.QueueView) func(*Overview) tea.Cmd {
	return func(*Overview) tea.Cmd {
		return screen.Send(screen.Open{Name: screen.Desk, With: screen.AtList{List: list}})
	}
}
