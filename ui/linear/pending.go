package linear

import (
	"reflect"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui/screen"
)

// library is where the messages come from that Bubble Tea takes itself.
var library = reflect.TypeFor[tea.QuitMsg]().PkgPath()

// The messages of what is under way.
type (
	ended struct{ msg tea.Msg }         // what a command brought: it is under way until the app has taken that
	waits struct{ wait func() tea.Msg } // a command that waits for a moment, or for others: nothing is under way by it
	slow  struct{ key int }             // a key is being carried out for long
	heard struct{ key int }             // the app did not hear of what was done
	rests struct{ key int }             // nothing was typed for a while
)

// After gives the command that brings a message after a while, for the Env of the app.
func After(d time.Duration, msg tea.Msg) tea.Cmd {
	return Await(func() tea.Msg { return tea.Tick(d, func(time.Time) tea.Msg { return msg })() })
}

// Await gives the command that waits for something that may never come, for the Env of the app.
func Await(wait func() tea.Msg) tea.Cmd { return func() tea.Msg { return waits{wait} } }

// counted is a command that is under way, with all that comes of it, until it has ended.
func (m *Model) counted(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	m.pending.Add(1)
	return func() tea.Msg {
		msg := cmd()
		if several := screen.Several(msg); several != nil {
			none := true
			for i, c := range several {
				several[i] = m.counted(c)
				none = none && c == nil
			}
			if none {
				return ended{}
			}
			m.pending.Add(-1)
			return msg
		}
		if t := reflect.TypeOf(msg); t != nil && t.PkgPath() == library {
			m.pending.Add(-1)
			return msg
		}
		return ended{msg}
	}
}
