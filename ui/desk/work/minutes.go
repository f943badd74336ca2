package work

import (
	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/desk"
	"leerbalie/ui/dialog"
)

// Minutes writes down time that was spent.
func (w *Work) Minutes(row desk.RequestRow) tea.Cmd {
	words := w.Env.Words
	var d *dialog.Prompt
	d, cmd := w.line("minutes", words.Say("minutes.title"), row, 1, func(text string) tea.Cmd {
		n, ok := words.Minutes(text)
		if !ok {
			d.Fault = words.Say("minutes.fault")
			return nil
		}
		return w.Host.Do(nil, desk.LogTime{ID: row.ID, Minutes: n})
	}, func(text string) []string {
		said := words.Count("minutes.hint", row.Minutes)
		if n, ok := words.Minutes(text); ok {
			said = words.Count("minutes.sum", n, "sum", row.Minutes+n)
		}
		return []string{w.Env.Theme.Faint.On(said)}
	})
	return cmd
}
