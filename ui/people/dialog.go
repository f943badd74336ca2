package people

import (
	"errors"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
)

// dialog is what lies over the list and has the keys: a form, a question, a list to choose from.
type dialog interface {
	update(p *People, msg tea.KeyMsg) tea.Cmd
	view(p *People, width, height int) []string
	// refused shows why what was sent could not be done; the dialog stays open.
	refused(p *People, err error)
	keys() []keys.ID
}

// show puts a dialog over the list.
func (p *People) show(d dialog) { p.dialog, p.dirty = d, false }

// sheet is a dialog with a form.
type sheet struct {
	form   widget.Form
	foot   []string // what always stands below the entries
	key    string   // of its draft; "" keeps none
	about  model.ID
	alike  func(f *widget.Form) model.Resident // who is being typed, to compare with those known; may be nil
	sure   bool                                // the known ones were shown, and it is none of them
	submit func(p *People, f *widget.Form) tea.Cmd
}

// fill opens a form, with what was left in it earlier.
func (p *People) fill(d *sheet) tea.Cmd {
	d.form.Foot = d.foot
	fields, ok := p.left(d.key)
	if ok {
		refill(&d.form, fields)
	}
	p.show(d)
	if !ok {
		return nil
	}
	return tea.Batch(screen.Say(screen.Note, p.env.Words.Say("queue.draft-back")), p.typed(d))
}

func (d *sheet) update(p *People, msg tea.KeyMsg) tea.Cmd {
	reply, changed := d.form.Update(msg, p.env.Keys)
	switch {
	case reply == widget.Declined:
		cmd := p.keep()
		_, kept := p.drafts[draftPrefix+d.key]
		p.dialog = nil
		p.alike.Drop()
		if kept {
			return tea.Sequence(cmd, screen.Say(screen.Note, p.env.Words.Say("queue.draft-kept"))) // once it is on disk
		}
		return cmd
	case reply == widget.Agreed:
		return d.submit(p, &d.form)
	case changed:
		p.dirty = true
		return p.typed(d)
	}
	return nil
}

// typed plans the writing of the draft, and the comparing with residents who are known.
func (p *People) typed(d *sheet) tea.Cmd {
	var cmds []tea.Cmd
	if d.key != "" && p.dirty && !p.desk.waiting {
		p.desk.waiting = true
		cmds = append(cmds, p.env.After(draftTime, screen.Rest{Ticket: p.due.Next()}))
	}
	if d.alike != nil {
		d.sure = false
		cmds = append(cmds, p.env.After(alikeTime, screen.Rest{Ticket: p.alike.Next()}))
	}
	return tea.Batch(cmds...)
}

func (d *sheet) view(p *People, width, height int) []string {
	return d.form.View(p.env.Theme, min(width, 100), height)
}

// refused shows an error at the field it is about.
func (d *sheet) refused(p *People, err error) {
	f := &d.form
	var own fault
	if errors.As(err, &own) {
		f.Blame(own.field, own.text)
		return
	}
	at, said := f.Focused(), p.env.Words.Error(err)
	var e *model.Error
	if errors.As(err, &e) {
		switch e.Msg {
		case "birth-year":
			at = "birth-year"
		case "keep-reason":
			at = "keep"
		case "last-admin", "admin-only":
			at = "roles"
		}
		for _, arg := range e.Args {
			value, _ := arg.Value.(string)
			for i := range f.Entries {
				entry := &f.Entries[i]
				digits := arg.Name == "digits" && value != "" && strings.Contains(entry.Input.Text(), value)
				if digits {
					entry.Input.Mark(value)
				}
				if digits || arg.Name == "field" && (entry.ID == value || entry.ID == value+"s") {
					at = entry.ID
				}
			}
		}
	}
	f.Blame(at, said)
}

func (d *sheet) keys() []keys.ID {
	return []keys.ID{keys.Save, keys.NextField, keys.PrevField, keys.Option, keys.Cancel}
}

// fault is an answer that cannot be, with the field it stands in.
type fault struct{ field, text string }

func (f fault) Error() string { return f.field + ": " + f.text }

// question is a dialog that is answered with yes or no.
type question struct {
	confirm widget.Confirm
	yes     func(p *People) tea.Cmd
}

func (d *question) update(p *People, msg tea.KeyMsg) tea.Cmd {
	switch d.confirm.Update(msg, p.env.Keys) {
	case widget.Agreed:
		p.dialog = nil
		return d.yes(p)
	case widget.Declined:
		p.dialog = nil
	}
	return nil
}

func (d *question) view(p *People, width, _ int) []string { return d.confirm.View(p.env.Theme, width) }
func (d *question) refused(*People, error)                {}
func (d *question) keys() []keys.ID                       { return []keys.ID{keys.Accept, keys.Option, keys.Cancel} }

// choice is a dialog to choose one of a list; back is what comes again when nothing is chosen, and may be nil.
type choice struct {
	picker widget.Picker
	choose func(p *People, id string) tea.Cmd
	back   dialog
}

func (d *choice) update(p *People, msg tea.KeyMsg) tea.Cmd {
	switch reply, _ := d.picker.Update(msg, p.env.Keys); reply {
	case widget.Declined:
		p.dialog = d.back
	case widget.Agreed:
		c, _ := d.picker.Chosen()
		p.dialog = d.back
		if d.choose != nil {
			return d.choose(p, c.ID)
		}
	}
	return nil
}

func (d *choice) view(p *People, width, height int) []string {
	return d.picker.View(p.env.Theme, min(width, 96), min(height, max(len(d.picker.Choices)+4, 8)))
}
func (d *choice) refused(*People, error) {}
func (d *choice) keys() []keys.ID        { return []keys.ID{keys.Accept, keys.Cancel} }

// fieldsOf gives what stands in a form, for its draft.
func fieldsOf(f *widget.Form) map[string]string {
	out := map[string]string{}
	for _, e := range f.Entries {
		if e.Many {
			out[e.ID] = strings.Join(f.Many(e.ID), "\n")
		} else {
			out[e.ID] = f.Text(e.ID)
		}
	}
	return out
}

// refill puts a draft back in a form.
func refill(f *widget.Form, fields map[string]string) {
	for i := range f.Entries {
		e := &f.Entries[i]
		value, ok := fields[e.ID]
		switch {
		case !ok:
		case e.Options == nil:
			e.Input.Set(value)
		case e.Many && value == "":
			e.Picked = nil
		case e.Many:
			e.Picked = strings.Split(value, "\n")
		default:
			e.Picked = []string{value}
		}
	}
}
