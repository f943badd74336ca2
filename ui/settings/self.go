package settings

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/learning"
	"leerbalie/ui/widget"
)

// startSelf lets the site say whether what students think of their own work is seen before the school has judged it.
func (s *Settings) startSelf(title string) tea.Cmd {
	w, id := s.Env.Words, s.Env.Site.ID
	var list []widget.Choice
	for _, shown := range []bool{false, true} {
		c := widget.Choice{ID: selfWord(shown), Label: w.Say(selfWord(shown))}
		if shown == s.Env.Site.SelfShown {
			c.Right = w.Say("settings.now")
		}
		list = append(list, c)
	}
	return s.choose(title, list, func(chosen string) tea.Cmd {
		return s.change(nil, func(ctx context.Context, session *model.Session) (model.Receipt, error) {
			return session.Do(ctx, learning.ShowSelf{Site: id, Shown: chosen == selfWord(true)})
		})
	})
}

func selfWord(shown bool) string {
	if shown {
		return "settings.self.shown"
	}
	return "settings.self.hidden"
}
