package ui

import (
	"context"

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
		{screen.GroundSetting + "=dark", "set.colours.dark"}, {screen.GroundSetting + "=light", "set.colours.light"}, {screen.GroundSetting + "=", "set.colours.auto"},
		{screen.SetSetting + "=safe", "set.set.safe"}, {screen.SetSetting + "=", "set.set.usual"},
		{screen.DepthSetting + "=16", "set.depth.16"}, {screen.DepthSetting + "=none", "set.depth.none"}, {screen.DepthSetting + "=", "set.depth.auto"},
	} {
		out = append(out, widget.Choice{ID: "set:" + s.id, Label: w.Say(s.word)})
	}
	return out
}

// set takes a setting at once and keeps it for the next time.
func (a *App) set(key, value string) tea.Cmd {
	a.env.Machine = a.env.Machine.With(key, value)
	var cmds []tea.Cmd
	switch key {
	case screen.LangSetting:
		a.env.Words = a.env.Words.Catalogue().For(a.env.Machine.Lang)
	case screen.LockSetting:
		cmds = append(cmds, a.seat.Arm(a.env))
	case screen.GroundSetting:
		if a.ground.auto = a.env.Machine.Ground == ""; a.ground.auto {
			cmds = append(cmds, a.ground.ask())
		}
		fallthrough
	default:
		a.env.Theme = a.env.Machine.Look(a.ground.depth, a.ground.dark).Theme()
	}
	if view, ctx := a.env.View, a.env.Ctx; view != nil {
		cmds = append(cmds, func() tea.Msg {
			if err := view.SetSetting(ctx, key, value); err != nil {
				return screen.Saved{Err: err}
			}
			return nil
		})
	}
	return tea.Batch(append(cmds, a.tell(screen.Renewed{Env: a.env}))...)
}

// recall reads the settings that were kept; what was asked for this time goes first. Errors are those of the store.
func (o Options) recall(ctx context.Context) (m screen.Machine, err error) {
	for _, key := range []string{screen.LangSetting, screen.GroundSetting, screen.SetSetting, screen.DepthSetting, screen.LockSetting} {
		if o.View == nil {
			break
		}
		kept, err := o.View.Setting(ctx, key)
		if err != nil {
			return m, err
		}
		m = m.With(key, kept)
	}
	if o.Lang != "" {
		m.Lang = o.Lang
	}
	if !o.Languages.Has(string(m.Lang)) {
		m.Lang = o.Languages.Choose("", o.Locale)
	}
	switch o.Ground {
	case Light, Dark:
		m.Ground = string(o.Ground)
	}
	return m, nil
}

// covered locks the screen before anything is drawn where that was asked for, and begins to wait for the time to lock.
func (a *App) covered() tea.Cmd {
	if a.locked {
		return tea.Batch(a.lock(), a.seat.Arm(a.env))
	}
	return a.seat.Arm(a.env)
}
