package ui

import (
	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui/screen"
)

// remark says what opening the store showed.
func (a *App) remark() tea.Cmd {
	if a.env.Session == nil {
		return nil
	}
	var cmds []tea.Cmd
	for _, r := range a.env.Session.Remarks() {
		cmds = append(cmds, screen.Say(screen.Note, a.env.Words.Error(r)))
	}
	return tea.Sequence(cmds...)
}
