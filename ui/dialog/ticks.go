package dialog

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui/keys"
	"leerbalie/ui/widget"
)

// Ticks is a dialog to tick any number of a list.
type Ticks struct {
	Picker widget.Picker
	On     []string // the ids that are ticked
	Accept func(on []string) tea.Cmd
	Back   Dialog // what comes again when it is left or its ticks are kept; nil for none
}

// Update takes a key press.
func (d *Ticks) Update(h *Host, msg tea.KeyMsg) tea.Cmd {
	if h.Env.Keys.Is(msg, keys.Tick) {
		d.toggle()
		return nil
	}
	switch reply, _ := d.Picker.Update(msg, h.Env.Keys); reply {
	case widget.Declined:
		h.open = d.Back
	case widget.Agreed:
		return d.Accept(d.On)
	}
	return nil
}

// toggle ticks what the cursor is on, or takes its tick away.
func (d *Ticks) toggle() {
	c, ok := d.Picker.Chosen()
	if !ok {
		return
	}
	if i := slices.Index(d.On, c.ID); i >= 0 {
		d.On = slices.Delete(slices.Clone(d.On), i, i+1)
	} else {
		d.On = append(slices.Clone(d.On), c.ID)
	}
}

// Next is what comes again.
func (d *Ticks) Next() Dialog { return d.Back }

// View draws the list with its ticks.
func (d *Ticks) View(h *Host, width, height int) []string {
	d.Picker.Mark = func(c widget.Choice) string {
		if slices.Contains(d.On, c.ID) {
			return "[x] "
		}
		return "[ ] "
	}
	return d.Picker.View(h.Env.Theme, min(width, 100), min(height, max(len(d.Picker.Choices)+4, 8)))
}

// Refused shows why the ticks cannot be kept.
func (d *Ticks) Refused(h *Host, err error) { d.Picker.Fault = h.Env.Words.Error(err) }

// Keys gives the keys of the list.
func (d *Ticks) Keys() []keys.ID { return []keys.ID{keys.Tick, keys.Accept, keys.Cancel} }
