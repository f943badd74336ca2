package ui

import (
	"io"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui/screen"
	"leerbalie/ui/theme"
)

// backgroundMsg is the terminal's answer to the question for its background.
type backgroundMsg struct{ dark bool }

// background is where the app's light or dark comes from.
type background struct {
	auto  bool        // nobody chose: follow the terminal
	dark  bool        // what the terminal has, or is thought to have
	depth theme.Depth // how many colours the terminal has
	out   io.Writer   // where to ask; nil asks nothing
}

// askAfter is long enough for the first frame to be on the screen before the question goes out.
const askAfter = 40 * time.Millisecond

// ask gives the command that asks the terminal for its background (OSC 11), after the first frame. Nothing waits for the
// answer: it is caught among the keys (ui/draw), and a terminal that never answers costs nothing.
func (b background) ask() tea.Cmd {
	if !b.auto || b.out == nil {
		return nil
	}
	return tea.Tick(askAfter, func(time.Time) tea.Msg {
		_, _ = io.WriteString(b.out, "\x1b]11;?\x1b\\")
		return nil
	})
}

// paint takes other colours once the terminal has told its background.
func (a *App) paint(msg backgroundMsg) tea.Cmd {
	if !a.background.auto || msg.dark == a.background.dark {
		return nil
	}
	a.background.dark = msg.dark
	a.env.Theme = a.env.Look(a.background.depth, msg.dark).Theme()
	return a.tell(screen.Renewed{Env: a.env})
}
