package pairs

import (
	"errors"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
)

// dialog is what lies over the list and has the keys.
type dialog interface {
	update(p *Pairs, msg tea.KeyMsg) tea.Cmd
	view(p *Pairs, width, height int) []string
	// refused shows why what was sent could not be done; the dialog stays open.
	refused(p *Pairs, err error)
	keys() []keys.ID
}

// sheet is a dialog with a form. What is typed in it is kept as a draft under its key.
type sheet struct {
	form   widget.Form
	key    string
	about  model.ID
	submit func(p *Pairs, f *widget.Form) tea.Cmd
}

// fill opens a form, with what was left in it earlier.
func (p *Pairs) fill(d *sheet) tea.Cmd {
	d.form.Foot = []string{p.env.Theme.Faint.On(p.env.Words.Say("pairs.form.foot", "save", p.env.Keys.Label(keys.Save), "cancel", p.env.Keys.Label(keys.Cancel)))}
	p.dialog, p.dirty = d, false
	if text, ok := p.drafts[d.key]; ok {
		refill(&d.form, text)
		p.dirty = true
		return screen.Say(screen.Note, p.env.Words.Say("queue.draft-back"))
	}
	return nil
}

func (d *sheet) update(p *Pairs, msg tea.KeyMsg) tea.Cmd {
	reply, changed := d.form.Update(msg, p.env.Keys)
	switch {
	case reply == widget.Declined:
		cmd := p.keepDraft()
		if p.dirty {
			cmd = tea.Batch(cmd, screen.Say(screen.Note, p.env.Words.Say("queue.draft-kept")))
		}
		p.dialog = nil
		return cmd
	case reply == widget.Agreed:
		return d.submit(p, &d.form)
	case changed:
		p.dirty = true
		if !p.saving {
			p.saving = true
			return p.env.After(draftTime, screen.Rest{Ticket: p.due.Next()})
		}
	}
	return nil
}

func (d *sheet) view(p *Pairs, width, height int) []string {
	return d.form.View(p.env.Theme, min(width, 90), height)
}

// refused shows an error at the field it is about.
func (d *sheet) refused(p *Pairs, err error) {
	at := d.form.Focused()
	var e *model.Error
	if errors.As(err, &e) {
		for _, arg := range e.Args {
			value, _ := arg.Value.(string)
			for i := range d.form.Entries {
				entry := &d.form.Entries[i]
				if arg.Name == "digits" && value != "" && strings.Contains(entry.Input.Text(), value) {
					entry.Input.Mark(value)
					at = entry.ID
				}
				if arg.Name == "field" && entry.ID == value {
					at = entry.ID
				}
			}
		}
	}
	d.form.Blame(at, p.env.Words.Error(err))
}

func (d *sheet) keys() []keys.ID {
	return []keys.ID{keys.Save, keys.NextField, keys.PrevField, keys.Option, keys.Cancel}
}

// question is a dialog that is answered with yes or no.
type question struct {
	confirm widget.Confirm
	yes     func(p *Pairs) tea.Cmd
}

func (d *question) update(p *Pairs, msg tea.KeyMsg) tea.Cmd {
	switch d.confirm.Update(msg, p.env.Keys) {
	case widget.Agreed:
		p.dialog = nil
		return d.yes(p)
	case widget.Declined:
		p.dialog = nil
	}
	return nil
}

func (d *question) view(p *Pairs, width, _ int) []string { return d.confirm.View(p.env.Theme, width) }
func (d *question) refused(*Pairs, error)                {}
func (d *question) keys() []keys.ID                      { return []keys.ID{keys.Accept, keys.Option, keys.Cancel} }

// choice is a dialog to choose one of a list.
type choice struct {
	picker widget.Picker
	choose func(p *Pairs, id string) tea.Cmd
}

func (d *choice) update(p *Pairs, msg tea.KeyMsg) tea.Cmd {
	switch reply, _ := d.picker.Update(msg, p.env.Keys); reply {
	case widget.Declined:
		p.dialog = nil
	case widget.Agreed:
		c, _ := d.picker.Chosen()
		p.dialog = nil
		return d.choose(p, c.ID)
	}
	return nil
}

func (d *choice) view(p *Pairs, width, height int) []string {
	return d.picker.View(p.env.Theme, min(width, 96), min(height, max(len(d.picker.Choices)+4, 8)))
}
func (d *choice) refused(*Pairs, error) {}
func (d *choice) keys() []keys.ID       { return []keys.ID{keys.Accept, keys.Cancel} }

// prompt is a dialog with one line to type.
type prompt struct {
	widget.Prompt
	submit func(p *Pairs, text string) tea.Cmd
}

func (d *prompt) update(p *Pairs, msg tea.KeyMsg) tea.Cmd {
	switch reply, _ := d.Update(msg, p.env.Keys); reply {
	case widget.Declined:
		p.dialog = nil
	case widget.Agreed:
		return d.submit(p, strings.TrimSpace(d.Input.Text()))
	}
	return nil
}

func (d *prompt) view(p *Pairs, width, _ int) []string {
	return d.View(p.env.Theme, min(width, 70))
}
func (d *prompt) refused(p *Pairs, err error) { d.Fault = p.env.Words.Error(err) }
func (d *prompt) keys() []keys.ID             { return []keys.ID{keys.Accept, keys.Cancel} }

// options are the entries of a list of codes, for a form.
func (p *Pairs) options(list model.Codes) []widget.Option {
	out := make([]widget.Option, len(list))
	for i, c := range list {
		out[i] = widget.Option{ID: c.Code, Label: c.Label(string(p.env.Words.Lang()))}
	}
	return out
}

// fieldsOf gives what stands in a form as one text, a line for each entry; line breaks within an entry are kept apart.
func fieldsOf(f *widget.Form) string {
	lines := make([]string, len(f.Entries))
	for i, e := range f.Entries {
		lines[i] = e.ID + "\t" + strings.ReplaceAll(f.Text(e.ID), "\n", "\r")
	}
	return strings.Join(lines, "\n")
}

// refill puts a draft back in a form.
func refill(f *widget.Form, text string) {
	for _, line := range strings.Split(text, "\n") {
		id, value, _ := strings.Cut(line, "\t")
		value = strings.ReplaceAll(value, "\r", "\n")
		for i := range f.Entries {
			switch e := &f.Entries[i]; {
			case e.ID != id:
			case e.Options == nil:
				e.Input.Set(value)
			case slices.ContainsFunc(e.Options, func(o widget.Option) bool { return o.ID == value }):
				e.Picked = []string{value}
			}
		}
	}
}
