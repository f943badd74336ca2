package ui

import (
	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/journal"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
)

// globalActions is what can be done on every screen. The digits that open a screen are no entries here: they come from the
// list of screens. While keys are text, those that are a single character are none of the frame's.
func globalActions() screen.Actions[*App] {
	begun := func(a *App) bool { return a.env.Session != nil }
	to := func(name screen.Name) func(*App) tea.Cmd { return func(a *App) tea.Cmd { return a.open(name, nil) } }
	return screen.Actions[*App]{
		{ID: keys.Help, Scope: keys.Global, Keys: []string{"?", "f1"}, Word: "key.help", Do: (*App).showHelp},
		{ID: keys.Palette, Scope: keys.Global, Keys: []string{":", "ctrl+p"}, Word: "key.palette", When: func(a *App) bool { return !a.top().Typing() }, Do: (*App).showPalette},
		{ID: keys.Quit, Scope: keys.Global, Keys: []string{"q", "ctrl+c"}, Word: "key.quit", Do: (*App).leave},
		{ID: keys.Redraw, Scope: keys.Global, Keys: []string{"ctrl+l"}, Word: "key.redraw", Do: func(*App) tea.Cmd { return redraw }},
		{ID: keys.Switch, Scope: keys.Global, Keys: []string{"U", "f8"}, Word: "key.switch", When: func(a *App) bool { return begun(a) && !a.env.Laptop }, Do: func(a *App) tea.Cmd { return a.seat.Choose(a.env) },
			Why: (*App).whyNotSwitch},
		{ID: keys.Lock, Scope: keys.Global, Keys: []string{"L", "f9"}, Word: "key.lock", When: begun, Do: (*App).lock},
		{ID: keys.Wipe, Scope: keys.Global, Keys: []string{"f7"}, Word: "key.wipe", When: func(a *App) bool { return begun(a) && a.wiping.Owed }, Do: (*App).wipe,
			Why: func(a *App) string { return a.env.Words.Say("frame.nothing-to-wipe") }},
		{ID: keys.SeeRescue, Scope: keys.Global, Keys: []string{"f6"}, Word: "key.see-rescue", When: func(a *App) bool { return begun(a) && a.isRescued() },
			Do: (*App).seeRescue, Why: func(a *App) string { return a.env.Words.Say("error.no-rescue") }},
		{ID: keys.Settings, Scope: keys.Global, Keys: []string{","}, Word: "key.settings", When: begun, Do: to(screen.Settings)},
		{ID: keys.Files, Scope: keys.Global, Keys: []string{"B"}, Word: "key.files", When: begun, Do: to(screen.Files)},
		{ID: keys.Conflicts, Scope: keys.Global, Keys: []string{"f5"}, Word: "key.global-conflicts", When: begun, Do: to(screen.Conflicts)},
		{ID: keys.MyDay, Scope: keys.Global, Keys: []string{"M"}, Word: "key.my-day", When: (*App).seesDesk, Do: to(screen.Day),
			Why: func(a *App) string {
				if !begun(a) {
					return ""
				}
				return a.env.Words.Error(a.env.Session.Clearance().CheckRead(journal.Scope{Class: journal.Desk, Part: a.env.Session.Site()}))
			}},
		{ID: keys.Clock, Scope: keys.Global, Keys: []string{"f4"}, Word: "key.clock", When: (*App).clockAhead, Do: (*App).askClock},
	}
}

// frameKey does what a key of the frame means; took is false for a key that is not for the frame now.
func (a *App) frameKey(msg tea.KeyMsg) (cmd tea.Cmd, took bool) {
	if a.top().Typing() {
		if msg.Type == tea.KeyRunes {
			return nil, false
		}
	} else if n, digit := keys.Digit(msg); digit && a.digits() {
		if route, ok := a.digit(n); ok {
			return a.open(route.Name, nil), true
		}
	}
	return a.actions.Press(a.env.Keys, a, msg)
}
