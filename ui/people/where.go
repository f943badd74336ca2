package people

import (
	"encoding/json"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/journal"
)

// where is where the screen is, as another process is told.
type where struct {
	Tab int        `json:"tab"`
	At  journal.ID `json:"at"`
}

// Where is the tab, and who the cursor is on.
func (p *People) Where() string {
	at := where{Tab: p.tab}
	_, at.At, _ = p.list().Cursor()
	text, err := json.Marshal(at)
	if err != nil {
		return ""
	}
	return string(text)
}

// goBack goes where the screen was.
func (p *People) goBack(text string) tea.Cmd {
	var at where
	if json.Unmarshal([]byte(text), &at) != nil || at.Tab < 0 || at.Tab >= len(tabs()) {
		return nil
	}
	cmd := p.turn(at.Tab)
	p.list().GoTo(at.At)
	return cmd
}
