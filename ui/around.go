package ui

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/journal"
	"leerbalie/ui/presence"
	"leerbalie/ui/screen"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

// around is who else is at work on the store, as this session was last told.
type around struct{ others []presence.Present }

// aroundMsg says that the others changed.
type aroundMsg struct{}

// news is what screens are told.
func (o *around) news() screen.Around { return screen.Around{Others: o.others} }

// listenAround waits until the others change; a session that is alone waits for nobody.
func (a *App) listenAround() tea.Cmd {
	news, done := a.env.Present.News(), a.env.Ctx.Done()
	if news == nil {
		return nil
	}
	return a.env.Listen(func() tea.Msg {
		select {
		case _, ok := <-news:
			if ok {
				return aroundMsg{}
			}
		case <-done:
		}
		return nil
	})
}

// tookAround looks who is there now, and tells the screens.
func (a *App) tookAround() tea.Cmd {
	a.around.others = a.env.Present.Others()
	return tea.Batch(a.tell(a.around.news()), a.listenAround())
}

// placed tells the others where this session is once a message has been taken in: a note in memory, which nobody waits for. Whose
// screen is locked is away.
func (a *App) placed(cmd tea.Cmd) tea.Cmd {
	var request journal.ID
	typing := false
	if reader, ok := a.top().(screen.Reader); ok {
		request, typing = reader.Reads()
	}
	a.env.Present.Away(a.seat.Covered())
	a.env.Present.At(request, typing)
	return cmd
}

// withAround adds who else is at work to what the lower rule says, as far as there is room for it: their names, or else how many
// they are. Whose screen is locked is not at work.
func (a *App) withAround(said string, room int) string {
	w := a.env.Words
	var names []string
	seen := map[journal.ID]bool{}
	for _, p := range a.around.others {
		if !p.Away && !seen[p.Who] {
			seen[p.Who] = true
			names = append(names, cell.Safe(screen.ShortName(p.Name), 24))
		}
	}
	if len(names) == 0 {
		return said
	}
	if said != "" {
		said = " " + theme.Dot + " " + said
	}
	for n := min(len(names), 9); n > 0; n-- {
		who := w.Say("frame.around", "who", strings.Join(names, ", "))
		if n < len(names) {
			who = w.Say("frame.around.more", "who", strings.Join(names[:n], ", "), "n", len(names)-n)
		}
		if cell.Width(who+said) <= room {
			return who + said
		}
	}
	if who := w.Count("frame.around.count", len(names)); cell.Width(who+said) <= room {
		return who + said
	}
	return strings.TrimPrefix(said, " "+theme.Dot+" ")
}
