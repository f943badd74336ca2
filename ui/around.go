package ui

import (
	"io"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/desk/notice"
	"leerbalie/model/journal"
	"leerbalie/ui/presence"
	"leerbalie/ui/screen"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

// around is who else is at work on the store, as this session was last told.
type around struct {
	others  []presence.Present
	waiting int       // how many things wait for whoever sits here until they are seen
	out     io.Writer // the terminal, for its bell; nil: it has none
	plain   bool      // … and nothing but its bell
}

// aroundMsg says that the others changed.
type aroundMsg struct{}

// news is what screens are told.
func (o *around) news() screen.Around { return screen.Around{Others: o.others} }

// listenAround waits until the others change; a session that is alone waits for nobody.
func (a *App) listenAround() tea.Cmd {
	news, done, env := a.env.Present.News(), a.env.Ctx.Done(), a.env
	if news == nil {
		return nil
	}
	return a.env.Listen(func() tea.Msg {
		select {
		case _, ok := <-news:
			if ok {
				env.Calm(aroundWithin)
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

// ring tells of something that came beside the screen, where whoever sits here wants that: by the terminal's bell, or by a notification
// that says of which kind it is, and nothing of whom or what it is about. Behind the cover only the bell rings.
func (a *App) ring(kind notice.Kind) tea.Cmd {
	out, how := a.around.out, a.env.Preferences.Alert
	if out == nil || how == "" {
		return nil
	}
	code := "\a"
	if how == screen.Notification && !a.seat.Covered() && !a.around.plain {
		code = "\x1b]9;" + cell.Safe(a.env.Words.Say("alert.text", "kind", a.env.Words.Say("alert."+string(kind))), 80) + "\a"
	}
	return func() tea.Msg {
		_, _ = io.WriteString(out, code) // who hears nothing still reads it
		return nil
	}
}

// waitsSaid says in the top line how much waits; the desk says that itself, with the key.
func (a *App) waitsSaid() string {
	if a.around.waiting == 0 || a.stack[len(a.stack)-1] == screen.Desk {
		return ""
	}
	return theme.MessageSign + " " + a.env.Words.Count("messages.waiting", a.around.waiting) + "  "
}
