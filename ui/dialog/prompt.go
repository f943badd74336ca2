package dialog

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/journal"
	"leerbalie/model/plain"
	"leerbalie/ui/keys"
	"leerbalie/ui/widget"
)

// Prompt is a dialog with one line to type. What is typed in it is kept as a draft under its key.
type Prompt struct {
	widget.Prompt
	Key    string // of its draft; "" keeps none
	About  journal.ID
	Width  int                        // at most; 0 is 70
	Help   func(text string) []string // lines below the field, for what is typed so far; nil for none
	Submit func(text string) tea.Cmd
}

// Type opens a line, with what was left in it earlier.
func (h *Host) Type(d *Prompt) tea.Cmd {
	cmd := h.Show(d)
	left := h.Unsent(d.Key)
	if left == nil {
		return cmd
	}
	d.Input.Set(left[TextField])
	return tea.Batch(cmd, h.SayBack(left))
}

// Update takes a key press.
func (d *Prompt) Update(h *Host, msg tea.KeyMsg) tea.Cmd {
	switch reply, changed := d.Prompt.Update(msg, h.Env.Keys); {
	case reply == widget.Declined:
		return h.Shut()
	case reply == widget.Agreed:
		return d.Submit(strings.TrimSpace(d.Input.Text()))
	case changed:
		return h.Typed()
	}
	return nil
}

// View draws the line.
func (d *Prompt) View(h *Host, width, _ int) []string {
	if d.Help != nil {
		d.Hint = d.Help(d.Input.Text())
	}
	most := d.Width
	if most == 0 {
		most = 70
	}
	return d.Prompt.View(h.Env.Theme, min(width, most))
}

// Refused shows why the answer will not do, and marks what it is about.
func (d *Prompt) Refused(h *Host, err error) { Complain(h, &d.Prompt, err) }

// Complain shows an error below a line, with the digits marked that it is about.
func Complain(h *Host, p *widget.Prompt, err error) {
	p.Fault = h.Env.Words.Error(err)
	markAbout(&p.Input, plain.InWords, err)
}

// Keys gives the keys of a line.
func (d *Prompt) Keys() []keys.ID { return []keys.ID{keys.Send, keys.Cancel} }

// Short says that the line leaves room for what it is about.
func (d *Prompt) Short() {}

// Draft is what was typed, nil where that is blank.
func (d *Prompt) Draft() (key string, about journal.ID, typed Fields) {
	if text := d.Input.Text(); strings.TrimSpace(text) != "" {
		typed = Fields{TextField: text}
	}
	return d.Key, d.About, typed
}

// LongText is the line, where it takes several.
func (d *Prompt) LongText() *widget.Input {
	if d.Input.Lines > 1 {
		return &d.Input
	}
	return nil
}
