package dialog

import (
	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
)

// Question is a dialog that is answered with yes or no.
type Question struct {
	Confirm widget.Confirm
	Yes     func() tea.Cmd
	Back    Dialog // what comes again after the answer; nil for none
	shown   bool   // it was drawn or said: a key that was pressed before that answers nothing
}

// Ask puts a question over the screen, or over the dialog that is open.
func (h *Host) Ask(title string, lines []string, yes string, then func() tea.Cmd) tea.Cmd {
	return h.Show(h.question(title, lines, yes, then))
}

// AskReady is Ask for a question in which yes does no harm: Enter says it.
func (h *Host) AskReady(title string, lines []string, yes string, then func() tea.Cmd) tea.Cmd {
	d := h.question(title, lines, yes, then)
	d.Confirm = d.Confirm.Ready()
	return h.Show(d)
}

func (h *Host) question(title string, lines []string, yes string, then func() tea.Cmd) *Question {
	return &Question{
		Confirm: widget.Confirm{Title: title, Lines: lines, Yes: yes, No: h.Env.Words.Say("confirm.no"), YesKeys: h.Env.Words.Yes(), NoKeys: h.Env.Words.No()},
		Yes:     then, Back: h.open,
	}
}

// Update takes a key press.
func (d *Question) Update(h *Host, msg tea.KeyMsg) tea.Cmd {
	if !d.shown && !h.Env.Keys.Is(msg, keys.Cancel) {
		return screen.Say(screen.Note, h.Env.Words.Say("dialog.not-seen"))
	}
	switch d.Confirm.Update(msg, h.Env.Keys) {
	case widget.Agreed:
		h.open = d.Back
		return d.Yes()
	case widget.Declined:
		h.open = d.Back
	}
	return nil
}

// View draws the question.
func (d *Question) View(h *Host, width, height int) []string {
	d.shown = true
	return d.Confirm.View(h.Env.Theme, width, height)
}

// Refused does nothing: a question is gone when its answer is carried out.
func (d *Question) Refused(*Host, error) {}

// Short says that the question leaves room for what it is about.
func (d *Question) Short() {}

// Keys gives the keys of a question.
func (d *Question) Keys() []keys.ID { return []keys.ID{keys.Accept, keys.Option, keys.Cancel} }

// Choice is a dialog to choose one of a list.
type Choice struct {
	Picker widget.Picker
	Choose func(id string) tea.Cmd // nil where the list is only looked at
	Back   Dialog                  // what comes again when nothing is chosen; nil for none
}

// Update takes a key press.
func (d *Choice) Update(h *Host, msg tea.KeyMsg) tea.Cmd {
	switch reply, _ := d.Picker.Update(msg, h.Env.Keys); reply {
	case widget.Declined:
		h.open = d.Back
	case widget.Agreed:
		c, _ := d.Picker.Chosen()
		h.open = d.Back
		if d.Choose != nil {
			return d.Choose(c.ID)
		}
	}
	return nil
}

// View draws the list.
func (d *Choice) View(h *Host, width, height int) []string {
	return d.Picker.View(h.Env.Theme, min(width, 96), min(height, max(len(d.Picker.Choices)+4, 8)))
}

// Refused does nothing: the list is gone when what was chosen is carried out.
func (d *Choice) Refused(*Host, error) {}

// Keys gives the keys of a list.
func (d *Choice) Keys() []keys.ID { return []keys.ID{keys.Accept, keys.Cancel} }
