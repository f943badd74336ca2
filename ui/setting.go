package ui

import (
	"context"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget"
)

// The settings of this machine that the app itself keeps, by their keys in the store.
const (
	LangSetting   = "lang"
	GroundSetting = "colours"
)

// settings lists what can be set, each as one choice of the palette.
func (a *App) settings() (out []widget.Choice) {
	w := a.env.Words
	for _, s := range []struct{ id, word string }{
		{LangSetting + "=nl", "set.lang.nl"}, {LangSetting + "=en", "set.lang.en"},
		{GroundSetting + "=dark", "set.colours.dark"}, {GroundSetting + "=light", "set.colours.light"}, {GroundSetting + "=auto", "set.colours.auto"},
	} {
		out = append(out, widget.Choice{ID: "set:" + s.id, Label: w.Say(s.word)})
	}
	return out
}

// choose takes a setting at once and keeps it for the next time.
func (a *App) choose(setting string) tea.Cmd {
	key, value, _ := strings.Cut(setting, "=")
	var cmds []tea.Cmd
	switch key {
	case LangSetting:
		a.env.Words = text.For(text.Lang(value))
	case GroundSetting:
		a.ground.auto = Ground(value) == Auto
		if a.ground.auto {
			cmds = append(cmds, a.ground.ask())
		} else {
			a.env.Theme = theme.New(a.env.Theme.Depth, Ground(value) == Dark)
		}
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

// recall reads the settings that were kept; what was asked for this time goes first.
func (o *Options) recall(ctx context.Context, view *model.View) error {
	if o.Lang == "" {
		kept, err := view.Setting(ctx, LangSetting)
		if err != nil {
			return err
		}
		if kept != "" {
			o.Lang = text.Lang(kept)
		}
	}
	if o.Ground != Light && o.Ground != Dark {
		kept, err := view.Setting(ctx, GroundSetting)
		if err != nil {
			return err
		}
		o.Ground = Ground(kept)
	}
	return nil
}
