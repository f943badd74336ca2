package dialog

import (
	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui/keys"
	"leerbalie/ui/report"
	"leerbalie/ui/say"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// Reading is a dialog in which a document is read.
type Reading struct {
	Document report.Document
	WriteKey keys.ID        // keeps it as a file
	Write    func() tea.Cmd // does so

	top, height int
	said        say.Lines // see Said
}

// Update takes a key press.
func (d *Reading) Update(h *Host, msg tea.KeyMsg) tea.Cmd {
	switch {
	case h.Env.Keys.Is(msg, d.WriteKey):
		h.open = nil
		return d.Write()
	case h.Env.Keys.Is(msg, keys.Back):
		h.open = nil
		return nil
	}
	if steps, ok := h.Env.Keys.Steps(msg, d.height); ok {
		d.top = max(d.top+steps, 0)
	}
	return nil
}

// View draws the lines that fit.
func (d *Reading) View(h *Host, width, height int) []string {
	width = min(width, 100)
	inner := width - 4
	d.height = max(height-3, 1)
	lines := d.Document.Lines(h.Env.Theme, inner)
	shown := h.Env.Window(lines, &d.top, d.height, keys.PageDown)
	return widget.Box(h.Env.Theme, h.Env.Words.Say("reading.title"), append(shown, h.Env.Theme.Faint.On(cell.Cut(d.hint(h), inner))), width)
}

// hint says what the keys do.
func (d *Reading) hint(h *Host) string {
	return h.Env.Words.Say("reading.hint", "write", h.Env.Keys.Label(d.WriteKey))
}

// Refused does nothing: reading asks for nothing.
func (d *Reading) Refused(*Host, error) {}

// OneByOne says that each key means something by itself.
func (d *Reading) OneByOne() {}

// Keys gives what can be done now.
func (d *Reading) Keys() []keys.ID { return []keys.ID{d.WriteKey, keys.PageDown, keys.Back} }

// Said gives the document. It is worked out once: what is read does not change while it is.
func (d *Reading) Said(h *Host) say.Lines {
	if d.said == nil {
		w := h.Env.Words
		d.said.Heading("reading", w.Say("reading.title")+": "+d.Document.Title)
		d.said.Add(d.Document.Said())
		d.said.Help(d.hint(h))
	}
	return d.said
}
