package dialog

import (
	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/plain"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
)

func (h *Host) longText() *widget.Input {
	if d, ok := h.open.(Worded); ok {
		return d.LongText()
	}
	return nil
}

// edited is what became of a text in the person's own program.
type edited struct {
	to     *Host
	dialog Dialog
	input  *widget.Input
	text   string
	err    error
}

// outside opens the field that is being typed in in the person's own program; ok is false for another key.
func (h *Host) outside(msg tea.KeyMsg) (cmd tea.Cmd, ok bool) {
	input := h.longText()
	if input == nil || !h.Env.Keys.Is(msg, keys.Editor) {
		return nil, false
	}
	if h.Env.Edit == nil {
		return screen.Say(screen.Note, h.Env.Words.Say("editor.none")), true
	}
	d := h.open
	h.busy++ // keys that come meanwhile are for what comes back
	return tea.Sequence(h.finish(), h.Env.Edit(input.Text(), func(text string, err error) tea.Msg {
		return edited{h, d, input, text, err}
	})), true
}

// tookEdited puts the text in its field, and into the draft at once. A citizen service number in it is pointed at.
func (h *Host) tookEdited(m edited) tea.Cmd {
	h.busy--
	if m.err != nil {
		return screen.Say(screen.Fault, h.Env.Words.Say("editor.failed", "detail", m.err.Error()))
	}
	if m.dialog != h.open {
		return nil
	}
	m.input.Set(m.text)
	cmd := h.Keep()
	if s, ok := m.dialog.(*Sheet); ok && s.Changed != nil {
		cmd = tea.Batch(cmd, s.Changed(&s.Form))
	}
	if err := model.CheckText(m.input.Text(), plain.InWords); err != nil {
		h.open.Refused(h, err)
	}
	return cmd
}
