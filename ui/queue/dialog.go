package queue

import (
	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
)

// dialog is what lies over the list and has the keys: a question, a field, a form, a list to choose from.
type dialog interface {
	update(q *Queue, msg tea.KeyMsg) tea.Cmd
	view(q *Queue, width, height int) []string
	// draft gives what was typed, its key below draftPrefix and what it is about; "" where nothing is to be kept.
	draft() (key string, about model.ID, fields map[string]string)
	// refused shows why what was sent could not be done; the dialog stays open.
	refused(q *Queue, err error)
	keys() []keys.ID
}

// open puts a dialog over the list.
func (q *Queue) open(d dialog) { q.dialog, q.dirty = d, false }

// leave closes the dialog; what was typed stays as a draft, and that is said once it is on disk.
func (q *Queue) leave() tea.Cmd {
	cmd := q.keep()
	_, kept := q.drafts[draftPrefix+draftKey(q.dialog)]
	q.dialog = nil
	said := screen.Say(screen.Note, q.env.Words.Say("queue.draft-kept"))
	switch {
	case !kept:
		return cmd
	case cmd == nil:
		return said
	}
	return tea.Sequence(cmd, said)
}

func draftKey(d dialog) string {
	if d == nil {
		return ""
	}
	key, _, _ := d.draft()
	return key
}

// line is a dialog with one text field.
type line struct {
	prompt widget.Prompt
	key    string // of its draft
	about  model.ID
	submit func(q *Queue, text string) tea.Cmd
	hint   func(q *Queue, text string) []string
}

func (d *line) update(q *Queue, msg tea.KeyMsg) tea.Cmd {
	reply, changed := d.prompt.Update(msg, q.env.Keys)
	switch {
	case reply == widget.Declined:
		return q.leave()
	case reply == widget.Agreed:
		return d.submit(q, d.prompt.Input.Text())
	case changed:
		return q.typed()
	}
	return nil
}

func (d *line) view(q *Queue, width, _ int) []string {
	d.prompt.Hint = nil
	if d.hint != nil {
		d.prompt.Hint = d.hint(q, d.prompt.Input.Text())
	}
	return d.prompt.View(q.env.Theme, min(width, 100))
}

func (d *line) draft() (string, model.ID, map[string]string) {
	return d.key, d.about, map[string]string{"text": d.prompt.Input.Text()}
}

func (d *line) refused(q *Queue, err error) { complain(q, &d.prompt, err) }
func (d *line) keys() []keys.ID             { return []keys.ID{keys.Send, keys.Cancel} }

// sheet is a dialog with a form.
type sheet struct {
	form   widget.Form
	key    string
	about  model.ID
	submit func(q *Queue, f *widget.Form) tea.Cmd
	change func(q *Queue, f *widget.Form) tea.Cmd // after a change; may be nil

	similar *similar // looks for residents who may be the same; nil where the form names none
	intake  bool     // others can be taken in beside it
}

func (d *sheet) update(q *Queue, msg tea.KeyMsg) tea.Cmd {
	if d.intake {
		if cmd, ok := q.turn(msg); ok {
			return cmd
		}
	}
	reply, changed := d.form.Update(msg, q.env.Keys)
	switch {
	case reply == widget.Declined:
		return q.leave()
	case reply == widget.Agreed:
		return d.submit(q, &d.form)
	case changed && d.change != nil:
		return tea.Batch(q.typed(), d.change(q, &d.form))
	case changed && d.similar != nil:
		return tea.Batch(q.typed(), d.similar.look(q, &d.form))
	case changed:
		return q.typed()
	}
	return nil
}

func (d *sheet) view(q *Queue, width, height int) []string {
	return d.form.View(q.env.Theme, min(width, 100), height)
}

func (d *sheet) draft() (string, model.ID, map[string]string) {
	if d.key == "" {
		return "", model.ID{}, nil
	}
	return d.key, d.about, fieldsOf(&d.form)
}

func (d *sheet) refused(q *Queue, err error) {
	if a, ok := err.(alike); ok && d.similar != nil {
		d.similar.warn(q, &d.form, a)
		return
	}
	blame(q, &d.form, err)
}

func (d *sheet) keys() []keys.ID {
	if d.intake {
		return []keys.ID{keys.Save, keys.NextField, keys.Option, Beside, Turn, keys.Cancel}
	}
	return []keys.ID{keys.Save, keys.NextField, keys.PrevField, keys.Option, keys.Cancel}
}

// question is a dialog that is answered with yes or no.
type question struct {
	confirm widget.Confirm
	yes     func(q *Queue) tea.Cmd
}

func (d *question) update(q *Queue, msg tea.KeyMsg) tea.Cmd {
	switch d.confirm.Update(msg, q.env.Keys) {
	case widget.Agreed:
		q.dialog = nil
		return d.yes(q)
	case widget.Declined:
		q.dialog = nil
	}
	return nil
}

func (d *question) view(q *Queue, width, _ int) []string         { return d.confirm.View(q.env.Theme, width) }
func (d *question) draft() (string, model.ID, map[string]string) { return "", model.ID{}, nil }
func (d *question) refused(*Queue, error)                        {}
func (d *question) keys() []keys.ID {
	return []keys.ID{keys.Accept, keys.Option, keys.Cancel}
}

// choice is a dialog to choose one of a list.
type choice struct {
	picker widget.Picker
	choose func(q *Queue, id string) tea.Cmd
}

func (d *choice) update(q *Queue, msg tea.KeyMsg) tea.Cmd {
	reply, _ := d.picker.Update(msg, q.env.Keys)
	switch reply {
	case widget.Declined:
		q.dialog = nil
	case widget.Agreed:
		c, _ := d.picker.Chosen()
		q.dialog = nil
		if d.choose != nil {
			return d.choose(q, c.ID)
		}
	}
	return nil
}

func (d *choice) view(q *Queue, width, height int) []string {
	return d.picker.View(q.env.Theme, min(width, 96), min(height, max(len(d.picker.Choices)+4, 8)))
}
func (d *choice) draft() (string, model.ID, map[string]string) { return "", model.ID{}, nil }
func (d *choice) refused(*Queue, error)                        {}
func (d *choice) keys() []keys.ID                              { return []keys.ID{keys.Accept, keys.Cancel} }
