package work

import (
	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/ui/dialog"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// Inform tells a colleague of a request: first whom, of those who see the desk, then a line with it or none.
func (w *Work) Inform(row desk.RequestRow) tea.Cmd {
	words := w.Env.Words
	d := &dialog.Choice{Picker: widget.Picker{Title: about(words.Say("inform.title"), row), Empty: words.Say("inform.nobody"), Hint: words.Say("inform.hint")}}
	for _, p := range w.Colleagues() {
		if p.ID == w.Env.User.ID || !desk.SeesDesk(p, row.Site) {
			continue
		}
		c := widget.Choice{ID: p.ID.String(), Label: cell.Safe(p.Name, 50), Right: cell.Safe(p.Level, 10)}
		for _, holder := range row.Holder {
			if holder == p.ID {
				c.Right = words.Say("assign.now")
			}
		}
		d.Picker.Choices = append(d.Picker.Choices, c)
	}
	d.Choose = func(id string) tea.Cmd {
		to, err := journal.ParseID(id)
		if err != nil {
			return nil
		}
		_, cmd := w.line("inform", words.Say("inform.line", "name", cell.Short(w.Name(to), 30)), row, 2, func(text string) tea.Cmd {
			return w.Host.Do(nil, desk.Inform{ID: row.ID, To: to, Text: text})
		}, w.hint("inform.line.hint"))
		return cmd
	}
	return w.Host.Show(d)
}
