package settings

import (
	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/ui/widget"
)

// startSmall lets the site say whether small numbers are kept out of files and prints.
func (s *Settings) startSmall(title string) tea.Cmd {
	w := s.Env.Words
	var list []widget.Choice
	for _, exact := range []bool{false, true} {
		c := widget.Choice{ID: smallWord(exact), Label: w.Say(smallWord(exact))}
		if exact == s.Env.Site.Exact {
			c.Right = w.Say("settings.now")
		}
		list = append(list, c)
	}
	return s.choose(title, list, func(id string) tea.Cmd {
		return s.alter(nil, func(site *model.Site) { site.Exact = id == smallWord(true) })
	})
}

func smallWord(exact bool) string {
	if exact {
		return "settings.small.off"
	}
	return "settings.small.on"
}
