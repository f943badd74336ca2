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
		if !w.canInform(p.ID, row) {
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
		return w.informLine(row, to)
	}
	return w.Host.Show(d)
}

// canInform tells whether somebody is a colleague who can be informed of a request.
func (w *Work) canInform(who journal.ID, row desk.RequestRow) bool {
	p, here := w.People[who]
	return here && who != w.Env.User.ID && desk.SeesDesk(p, row.Site)
}

// informLine asks what is told with it. What is left half typed is for this colleague, and comes back for no other.
func (w *Work) informLine(row desk.RequestRow, to journal.ID) tea.Cmd {
	_, cmd := w.lineUnder("inform/"+row.ID.String()+"/"+to.String(), w.Env.Words.Say("inform.line", "name", cell.Short(w.Name(to), 30)), row, 2,
		func(text string) tea.Cmd { return w.Host.Do(nil, desk.Inform{ID: row.ID, To: to, Text: text}) }, w.hint("inform.line.hint"))
	return cmd
}
