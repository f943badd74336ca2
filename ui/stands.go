package ui

import (
	"errors"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/fault"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
)

// standsMsg tells whether the file with the data is where it was.
type standsMsg struct{ err error }

// look gives a command that looks whether the file is where it was, so that nobody goes on for an hour as if all were saved.
func (a *App) look() tea.Cmd {
	if a.env.Session == nil || a.env.Files == nil || a.env.Files.Stands == nil {
		return nil
	}
	stands := a.env.Files.Stands
	return func() tea.Msg { return standsMsg{stands()} }
}

// stands says that the file is gone, at each look again, and that it is back; what is half typed is kept then.
func (a *App) stands(err error) tea.Cmd {
	w := a.env.Words
	if err != nil {
		a.unsaved = err
		return screen.Say(screen.Fault, w.Say("frame.gone", "key", a.env.Keys.Label(keys.Files)))
	}
	var was *fault.Error
	if !errors.As(a.unsaved, &was) || was.Msg != "store-gone" {
		return nil
	}
	a.unsaved = nil
	return tea.Batch(screen.Say(screen.Note, w.Say("frame.back")), a.tell(screen.Keep{}))
}
