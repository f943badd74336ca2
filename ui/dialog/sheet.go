package dialog

import (
	"errors"
	"maps"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
	"leerbalie/ui/keys"
	"leerbalie/ui/widget"
)

// Sheet is a dialog with a form. What is typed in it is kept as a draft under its key.
type Sheet struct {
	Form    widget.Form
	Key     string     // of its draft; "" keeps none
	About   journal.ID // what the draft is about, so that an erasure reaches it
	Width   int        // at most; 0 is 90
	Lead    []string   // lines that always stand below the entries, such as facts to go by
	Hint    string     // what the keys do; "" says that what is typed is saved
	Back    Dialog     // what comes again when it is left or sent; nil for none
	Submit  func(f *widget.Form) tea.Cmd
	Changed func(f *widget.Form) tea.Cmd           // after each change; may be nil
	Refuse  func(err error) (cmd tea.Cmd, ok bool) // answers an error in its own way; may be nil

	Asked   []string                                      // choices that somebody has to make, by their entries: nothing is chosen for them
	Typed   bool                                          // what it opens with counts as typed, and is kept
	Own     []keys.ID                                     // keys it has beside those of every form
	Press   func(msg tea.KeyMsg) (cmd tea.Cmd, took bool) // takes those; may be nil
	Answers func(msg tea.Msg) (cmd tea.Cmd, took bool)    // takes in what it asked, such as who is meant; may be nil
	Awaited func() bool                                   // a key waits for what it asked, see Seeking; may be nil

	// Now reads what the form alters, as it stands by now: what others altered meanwhile is told in the form at once, and what both did is
	// shown side by side before it is sent. It may be nil, for a form that begins something.
	Now Now

	blank  Fields // the form as it was opened
	begins bool

	taken     []string // what only others altered since, by the labels of the entries
	apart     []side   // what both did
	by        string   // who did so last
	meanwhile []string // lines that say so
	below     []string // see Below
}

// Fill opens a form, with what was left in it earlier.
func (h *Host) Fill(d *Sheet) tea.Cmd {
	if d.Hint == "" {
		d.Hint = h.Env.Words.Say("pairs.form.foot", "save", h.Env.Keys.Label(keys.Save), "cancel", h.Env.Keys.Label(keys.Cancel))
	}
	d.Hint = h.Env.Theme.Faint.On(d.Hint)
	d.Below()
	if !d.Typed {
		d.blank = fieldsOf(&d.Form)
	}
	cmd := h.Show(d)
	left := h.Unsent(d.Key)
	if left != nil {
		if d.Now != nil && d.blank != nil {
			left = d.back(h, left)
		} else {
			refill(&d.Form, left)
		}
		cmd = tea.Batch(cmd, h.SayBack(left))
	}
	if d.Changed != nil {
		cmd = tea.Batch(cmd, d.Changed(&d.Form))
		refill(&d.Form, left) // answers that there are only once others are given
	}
	return cmd
}

// Below puts lines below the entries, between what always stands there and what the keys do.
func (d *Sheet) Below(lines ...string) {
	d.below = lines
	d.Form.Foot = slices.Concat(d.Lead, d.meanwhile, lines, []string{d.Hint})
}

// Update takes a key press.
func (d *Sheet) Update(h *Host, msg tea.KeyMsg) tea.Cmd {
	if d.Press != nil {
		if cmd, took := d.Press(msg); took {
			return cmd
		}
	}
	reply, changed := d.Form.Update(msg, h.Env.Keys)
	switch {
	case reply == widget.Declined:
		return h.Shut()
	case reply == widget.Agreed:
		for _, id := range d.Asked {
			if d.Form.Text(id) == "" {
				d.Choose(h, id)
				return nil
			}
		}
		return h.send(d)
	case changed:
		cmd := h.Typed()
		if d.Changed != nil {
			cmd = tea.Batch(cmd, d.Changed(&d.Form))
		}
		return cmd
	}
	return nil
}

// Choose asks for a choice that was not made.
func (d *Sheet) Choose(h *Host, id string) {
	d.Form.Blame(id, h.Env.Words.Say("dialog.choose", "field", d.Form.Entry(id).Label))
}

// Awaits tells the host whether keys have to wait.
func (d *Sheet) Awaits() bool { return d.Awaited != nil && d.Awaited() }

// Next is what comes again.
func (d *Sheet) Next() Dialog { return d.Back }

// View draws the form.
func (d *Sheet) View(h *Host, width, height int) []string {
	most := d.Width
	if most == 0 {
		most = 90
	}
	return d.Form.View(h.Env.Theme, min(width, most), height)
}

// Answered takes in what the form asked.
func (d *Sheet) Answered(_ *Host, msg tea.Msg) (cmd tea.Cmd, took bool) {
	if d.Answers == nil {
		return nil, false
	}
	return d.Answers(msg)
}

// FieldError is what is wrong with one field of a form, in words.
type FieldError struct{ Field, Text string }

// Error is the form for logs and tests; a person reads Text at the field.
func (e FieldError) Error() string { return e.Field + ": " + e.Text }

// Refused shows an error at the field it is about.
func (d *Sheet) Refused(h *Host, err error) {
	var field FieldError
	if errors.As(err, &field) {
		d.Form.Blame(field.Field, field.Text)
		return
	}
	at := d.Form.Focused()
	for i := range d.Form.Entries {
		entry := &d.Form.Entries[i]
		if markAbout(&entry.Input, h.placeOf(entry.ID), err) {
			at = entry.ID
		}
		if entry.ID == fieldOf(err) {
			at = entry.ID
		}
	}
	d.Form.Blame(at, h.Env.Words.Error(err))
}

// markAbout marks what an error is about in a field, and says whether it stands there: the numbers that are refused, or the
// words that it names.
func markAbout(in *widget.Input, place plain.Place, err error) (found bool) {
	var e *fault.Error
	if !errors.As(err, &e) {
		return false
	}
	text := in.Text()
	switch e.Msg {
	case "bsn":
		return markNumbers(in, place, plain.Refused)
	case "bsn-asked":
		return markNumbers(in, place, plain.Asked)
	}
	for _, arg := range e.Args {
		if value, _ := arg.Value.(string); arg.Name == "text" && value != "" && strings.Contains(text, value) {
			in.Mark(value)
			found = true
		}
	}
	return found
}

// fieldOf gives the field that an error names, "" for none.
func fieldOf(err error) string {
	var e *fault.Error
	if errors.As(err, &e) {
		for _, arg := range e.Args {
			if value, ok := arg.Value.(string); ok && arg.Name == "field" {
				return value
			}
		}
	}
	return ""
}

// Begins says that the form begins something, and saves nothing: the line below it calls the key so, and no other word for it shows.
func (d *Sheet) Begins(h *Host) {
	d.begins = true
	d.Hint = h.Env.Words.Say("dialog.begin", "save", h.Env.Keys.Label(keys.Save), "cancel", h.Env.Keys.Label(keys.Cancel))
}

// Keys gives the keys of a form. Another answer can be chosen only where there are answers to choose from.
func (d *Sheet) Keys() (out []keys.ID) {
	if !d.begins {
		out = append(out, keys.Save)
	}
	out = append(out, keys.NextField)
	if len(d.Own) == 0 {
		out = append(out, keys.PrevField)
	}
	if e := d.Form.Entry(d.Form.Focused()); e != nil && e.Options != nil {
		out = append(out, keys.Option)
	}
	return append(append(out, d.Own...), keys.Cancel)
}

// Draft is what stands in the form, nil while that is what it was opened with.
func (d *Sheet) Draft() (key string, about journal.ID, typed Fields) {
	if typed = fieldsOf(&d.Form); maps.Equal(typed, d.blank) {
		typed = nil
	} else if d.Now != nil && d.blank != nil {
		typed = d.draftOf(typed)
	}
	return d.Key, d.About, typed
}

// LongText is the field for a longer text that has the focus.
func (d *Sheet) LongText() *widget.Input {
	if e := d.Form.Entry(d.Form.Focused()); e != nil && e.Options == nil && e.Input.Lines > 1 {
		return &e.Input
	}
	return nil
}

// Note is the line for words that has the focus.
func (d *Sheet) Note() *widget.Input {
	if e := d.Form.Entry(d.Form.Focused()); e != nil && e.Options == nil && e.Words {
		return &e.Input
	}
	return nil
}
