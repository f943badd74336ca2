package ui

import (
	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
)

// settings lists what can be set from the palette, each as one choice; the settings screen has them all.
func (a *App) settings() (out []widget.Choice) {
	w := a.env.Words
	for _, l := range w.Catalogue() {
		out = append(out, widget.Choice{ID: "set:" + screen.LangSetting + "=" + l.Tag, Label: w.Say("set.lang", "language", l.Offer)})
	}
	for _, s := range []struct{ id, word string }{
		{screen.BackgroundSetting + "=dark", "set.colours.dark"}, {screen.BackgroundSetting + "=light", "set.colours.light"}, {screen.BackgroundSetting + "=", "set.colours.auto"},
		{screen.ColourSetSetting + "=safe", "set.set.safe"}, {screen.ColourSetSetting + "=", "set.set.usual"},
		{screen.DepthSetting + "=16", "set.depth.16"}, {screen.DepthSetting + "=none", "set.depth.none"}, {screen.DepthSetting + "=", "set.depth.auto"},
	} {
		out = append(out, widget.Choice{ID: "set:" + s.id, Label: w.Say(s.word)})
	}
	return out
}

// set takes a setting at once and keeps it for the next time.
func (a *App) set(key, value string) tea.Cmd {
	a.env = a.env.With(key, value)
	cmds := []tea.Cmd{a.colour()}
	if key == screen.LockSetting {
		cmds = append(cmds, a.seat.Arm(a.env))
	}
	a.scrolls(a.env)
	if env := a.env; env.Session != nil {
		cmds = append(cmds, func() tea.Msg {
			if err := env.KeepSetting(env.Ctx, key, value); err != nil {
				return screen.Saved{Err: err}
			}
			return nil
		})
	}
	return tea.Batch(append(cmds, a.tell(screen.Renewed{Env: a.env}))...)
}

// colour takes the colours that the settings and the terminal ask for, and asks the terminal for its background when from
// now on that decides.
func (a *App) colour() (ask tea.Cmd) {
	if follow := a.env.Preferences.Background == ""; follow != a.background.auto {
		if a.background.auto = follow; follow {
			ask = a.background.ask()
		}
	}
	if look := a.env.Look(a.background.depth, a.background.dark); look != a.env.Theme.Look {
		a.env.Theme = look.Theme()
	}
	return ask
}

// start begins a session that there was none before, behind the cover where the person has a PIN.
func (a *App) start(msg screen.Started) tea.Cmd {
	if msg.Locked {
		return tea.Batch(a.begin(msg.Env), a.cover())
	}
	return a.begin(msg.Env)
}

// begin takes the session of whoever sits down, with that person's language and colours.
func (a *App) begin(env screen.Env) tea.Cmd {
	env.Present.Become(env.User.ID, env.User.Name)
	a.around.waiting = 0
	a.env, a.stack, a.screens, a.mine = env, nil, map[screen.Name]screen.Screen{}, myLoad{}
	return tea.Batch(a.colour(), a.sitDown(), a.watch(), a.open(a.first(), nil), a.seat.Arm(a.env), a.lookRound())
}

// covered locks the screen before anything is drawn where that was asked for, and begins to wait for the time to lock.
func (a *App) covered() tea.Cmd {
	if a.locked {
		return tea.Batch(a.cover(), a.seat.Arm(a.env))
	}
	return a.seat.Arm(a.env)
}
