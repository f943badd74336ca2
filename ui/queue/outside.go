package queue

import (
	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
)

// longText gives the field for a longer text that is being typed in, nil where there is none.
func longText(d dialog) *widget.Input {
	switch d := d.(type) {
	case *line:
		if d.prompt.Input.Lines > 1 {
			return &d.prompt.Input
		}
	case *sheet:
		for i := range d.form.Entries {
			if e := &d.form.Entries[i]; e.ID == d.form.Focused() && e.Options == nil && e.Input.Lines > 1 {
				return &e.Input
			}
		}
	}
	return nil
}

// edited is what became of a text in the person's own program.
type edited struct {
	to     *Queue
	dialog dialog
	input  *widget.Input
	text   string
	err    error
}

// outside opens the field that is being typed in in the person's own program; ok is false for another key.
func (q *Queue) outside(msg tea.KeyMsg) (cmd tea.Cmd, ok bool) {
	input := longText(q.dialog)
	if input == nil || !q.env.Keys.Is(msg, keys.Editor) {
		return nil, false
	}
	if q.env.Edit == nil {
		return screen.Say(screen.Note, q.env.Words.Say("editor.none")), true
	}
	d := q.dialog
	q.dirty = true
	q.hold = true // keys that come meanwhile are for what comes back
	return tea.Sequence(q.keep(), q.env.Edit(input.Text(), func(text string, err error) tea.Msg {
		return edited{q, d, input, text, err}
	})), true
}

// tookEdited puts the text in its field, and into the draft at once. A citizen service number in it is pointed at.
func (q *Queue) tookEdited(m edited) tea.Cmd {
	if m.to != q {
		return nil
	}
	q.hold = false
	if m.err != nil {
		return screen.Say(screen.Fault, q.env.Words.Say("editor.failed", "detail", m.err.Error()))
	}
	if m.dialog != q.dialog {
		return nil
	}
	m.input.Set(m.text)
	q.dirty = true
	cmd := q.keep()
	if found := model.FindBSN(m.input.Text()); len(found) > 0 {
		q.dialog.refused(q, model.Fail(model.Invalid, "bsn", "digits", m.input.Text()[found[0].Start:found[0].End]))
	}
	return cmd
}

// dialogKeys gives the keys of the open dialog.
func (q *Queue) dialogKeys() []keys.ID {
	out := q.dialog.keys()
	if q.env.Edit != nil && longText(q.dialog) != nil {
		out = append(out[:len(out):len(out)], keys.Editor)
	}
	return out
}
