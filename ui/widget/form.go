package widget

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui/keys"
)

// Option is one of the answers of a choice.
type Option struct{ ID, Label string }

// Entry is one line of a form. It is a text, unless Options says that it is a choice: one of them, or any number where
// Many is true.
type Entry struct {
	ID      string
	Former  string // its id in earlier programs, under which what was half typed may have been kept
	Label   string
	Spoken  string // what it is called when it is read, where Label has a sign; "" is Label
	Hint    string // shown while the entry has the focus
	Input   Input
	Options []Option
	Many    bool
	Words   bool     // it takes words of any sort, although it is one line
	Number  bool     // it asks for a number, such as a telephone number
	Picked  []string // the ids chosen
	at      int      // the option the cursor is on, where there may be many
}

// TextEntry makes an entry to type in; lines is how many lines of it show.
func TextEntry(id, label, text string, lines int) Entry {
	return Entry{ID: id, Label: label, Input: NewInput(text, lines)}
}

// ChoiceEntry makes an entry that takes one of the options. A value that is not among them is kept as one more.
func ChoiceEntry(id, label, picked string, options []Option) Entry {
	known := false
	for _, o := range options {
		known = known || o.ID == picked
	}
	if !known && picked != "" {
		options = append(append([]Option(nil), options...), Option{picked, picked})
	}
	e := Entry{ID: id, Label: label, Options: options}
	if known || picked != "" {
		e.Picked = []string{picked}
	}
	return e
}

// ManyEntry makes an entry that takes any number of the options.
func ManyEntry(id, label string, picked []string, options []Option) Entry {
	return Entry{ID: id, Label: label, Options: options, Many: true, Picked: picked}
}

// Numeral is the entry as one that asks for a number.
func (e Entry) Numeral() Entry {
	e.Number = true
	return e
}

// Worded is the entry as a line that takes words of any sort.
func (e Entry) Worded() Entry {
	e.Words = true
	return e
}

// Hinted is the entry with a hint, which shows while it has the focus.
func (e Entry) Hinted(hint string) Entry {
	e.Hint = hint
	return e
}

// Form is entries below each other, one of which has the focus.
type Form struct {
	Title   string
	Entries []Entry
	Fault   string // what is wrong; shown below the entry that FaultAt names
	FaultAt string
	Foot    []string // lines below the entries
	focus   int
	top     int
}

// Entry is the entry that has an id; nil where the form has none. It holds until entries are added or taken away.
func (f *Form) Entry(id string) *Entry {
	if i := f.index(id); i >= 0 {
		return &f.Entries[i]
	}
	return nil
}

// index is the place of the entry that has an id, -1 where there is none.
func (f *Form) index(id string) int {
	return slices.IndexFunc(f.Entries, func(e Entry) bool { return e.ID == id })
}

// Focus gives the focus to an entry by its id.
func (f *Form) Focus(id string) {
	if i := f.index(id); i >= 0 {
		f.focus = i
	}
}

// Focused is the id of the entry that has the focus.
func (f *Form) Focused() string {
	if len(f.Entries) == 0 {
		return ""
	}
	return f.Entries[f.focus].ID
}

// Text is what was typed in an entry, without the blanks around it, or the one option picked.
func (f *Form) Text(id string) string {
	switch e := f.Entry(id); {
	case e == nil:
	case e.Options == nil:
		return strings.TrimSpace(e.Input.Text())
	case len(e.Picked) > 0:
		return e.Picked[0]
	}
	return ""
}

// Many is the options picked in an entry.
func (f *Form) Many(id string) []string {
	if e := f.Entry(id); e != nil {
		return e.Picked
	}
	return nil
}

// Blame shows a fault at an entry and brings the focus there.
func (f *Form) Blame(id, fault string) {
	f.Fault, f.FaultAt = fault, id
	f.Focus(id)
}

// Update takes a key press: Agreed when the form is to be saved, Declined when it is left. changed says that an entry
// changed. Enter goes to the next entry, and saves at the last one; Save (ctrl+s) saves anywhere.
func (f *Form) Update(msg tea.KeyMsg, set keys.Set) (r Reply, changed bool) {
	if len(f.Entries) == 0 {
		return Declined, false
	}
	e := &f.Entries[f.focus]
	multi := e.Options == nil && e.Input.Lines > 1
	switch {
	case set.Is(msg, keys.Cancel):
		return Declined, false
	case set.Is(msg, keys.Save):
		return Agreed, false
	case multi && set.Is(msg, keys.Accept):
		msg = tea.KeyMsg{Type: tea.KeyCtrlJ}
	case set.Is(msg, keys.Accept):
		if f.focus == len(f.Entries)-1 {
			return Agreed, false
		}
		f.step(1)
		return Pending, false
	case set.Is(msg, keys.NextField):
		f.step(1)
		return Pending, false
	case set.Is(msg, keys.PrevField):
		f.step(-1)
		return Pending, false
	}
	if e.Options != nil {
		changed = e.choose(msg)
	} else {
		changed, _ = e.Input.Update(msg)
	}
	if changed {
		f.Fault, f.FaultAt = "", ""
	}
	return Pending, changed
}

func (f *Form) step(n int) { f.focus = (f.focus + n + len(f.Entries)) % len(f.Entries) }

// choose moves through the options: space and the arrows, or the first letter of an option.
func (e *Entry) choose(msg tea.KeyMsg) bool {
	n := len(e.Options)
	if n == 0 {
		return false
	}
	at := e.at
	if !e.Many {
		at = -1
		for i, o := range e.Options {
			if len(e.Picked) > 0 && e.Picked[0] == o.ID {
				at = i
			}
		}
	}
	switch msg.Type {
	case tea.KeySpace:
		if e.Many {
			e.toggle(e.Options[at].ID)
			return true
		}
		at = (at + 1) % n
	case tea.KeyRight:
		at = (at + 1) % n
	case tea.KeyLeft:
		at = (at - 1 + n + n) % n
		if len(e.Picked) == 0 && !e.Many {
			at = n - 1
		}
	case tea.KeyRunes:
		for i := 1; i <= n; i++ {
			o := e.Options[(at+i+n)%n]
			if strings.HasPrefix(strings.ToLower(o.Label), strings.ToLower(string(msg.Runes))) {
				at = (at + i + n) % n
				break
			}
		}
	case tea.KeyBackspace, tea.KeyDelete:
		changed := len(e.Picked) > 0
		e.Picked = nil
		return changed
	default:
		return false
	}
	if e.Many {
		e.at = max(at, 0)
		return false
	}
	if at < 0 || len(e.Picked) > 0 && e.Picked[0] == e.Options[at].ID {
		return false
	}
	e.Picked = []string{e.Options[at].ID}
	return true
}

func (e *Entry) toggle(id string) {
	for i, p := range e.Picked {
		if p == id {
			e.Picked = append(append([]string(nil), e.Picked[:i]...), e.Picked[i+1:]...)
			return
		}
	}
	e.Picked = append(append([]string(nil), e.Picked...), id)
}
