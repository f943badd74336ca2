package dialog

import (
	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
	"leerbalie/ui/keys"
	"leerbalie/ui/widget"
)

// Noted is a dialog that may have the focus on a line for words, beside longer texts: see Worded.
type Noted interface {
	// Note is the line for words that has the focus; nil when there is none.
	Note() *widget.Input
}

// note is the field for words that has the focus, into which a text can be put; nil when there is none.
func (h *Host) note() *widget.Input {
	if s, ok := h.open.(*Sheet); ok && len(s.Own) > 0 { // its own keys come first
		return nil
	}
	if d, ok := h.open.(Noted); ok {
		if in := d.Note(); in != nil {
			return in
		}
	}
	return h.longText()
}

// inserts opens the list of texts to put into the field that is being typed in; ok is false for another key.
func (h *Host) inserts(msg tea.KeyMsg) (cmd tea.Cmd, ok bool) {
	if h.Insert == nil || h.note() == nil || !h.Env.Keys.Is(msg, keys.Block) {
		return nil, false
	}
	about := journal.ID{}
	if d, ok := h.open.(Drafted); ok {
		_, about, _ = d.Draft()
	}
	return h.Insert(about), true
}

// Inserted puts a text where the caret stands in the field that is being typed in. A citizen service number in it is pointed at.
func (h *Host) Inserted(text string) tea.Cmd {
	in := h.note()
	if in == nil {
		return nil
	}
	in.Insert([]rune(text))
	cmd := h.Typed()
	if s, ok := h.open.(*Sheet); ok && s.Changed != nil {
		cmd = tea.Batch(cmd, s.Changed(&s.Form))
	}
	if err := model.CheckText(in.Text(), plain.InWords); err != nil {
		h.open.Refused(h, err)
	}
	return cmd
}
