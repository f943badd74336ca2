package widget

import (
	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui/keys"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

// Prompt is one question with a text field for the answer, and a line below it that helps while typing.
type Prompt struct {
	Title string
	Input Input
	Hint  []string // lines below the field: what was understood, what the keys do
	Fault string   // what is wrong with the answer; shown until the text changes
}

// most is more lines than a sentence takes in the smallest window.
const most = 10

// Update takes a key press: Agreed when the answer is given, Declined when it is left. changed says that the text is
// another one.
func (p *Prompt) Update(msg tea.KeyMsg, set keys.Set) (r Reply, changed bool) {
	switch {
	case set.Is(msg, keys.Cancel):
		return Declined, false
	case set.Is(msg, keys.Accept, keys.Save):
		return Agreed, false
	}
	if changed, _ = p.Input.Update(msg); changed {
		p.Fault = ""
	}
	return Pending, changed
}

// View draws the prompt as a box of width cells.
func (p *Prompt) View(th theme.Theme, width int) []string {
	inner := width - 6
	var lines []string
	for i, line := range p.Input.View(th, inner, true) {
		mark := "  "
		if i == 0 {
			mark = th.Info.On("›") + " "
		}
		lines = append(lines, mark+line)
	}
	if p.Fault != "" {
		for _, line := range cell.Wrap(theme.WarnSign+" "+p.Fault, width-4, most) {
			lines = append(lines, th.Now.On(line))
		}
	}
	return Box(th, p.Title, append(lines, p.Hint...), width)
}
