// Command hello shows a line with Bubble Tea's own renderer at 120 frames a second, until q: what an app costs before it has anything to show.
package main

import (
	"os"

	tea "github.com/charmbracelet/bubbletea"
)

type hello struct{}

func (hello) Init() tea.Cmd { return nil }

func (h hello) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if key, ok := msg.(tea.KeyMsg); ok && key.String() == "q" {
		return h, tea.Quit
	}
	return h, nil
}

func (hello) View() string { return "hello, who waits?" }

func main() {
	if _, err := tea.NewProgram(hello{}, tea.WithAltScreen(), tea.WithFPS(120)).Run(); err != nil {
		os.Exit(1)
	}
}
