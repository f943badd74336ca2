package widget

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui/keys"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
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

// View draws the form as a box of width × at most height cells; entries above and below scroll with the focus. The entry with the focus
// always shows its label, its answer and what is said of it: lines of the foot make room for that.
func (f *Form) View(th theme.Theme, width, height int) []string {
	label := 0
	for i := range f.Entries {
		label = max(label, cell.Width(f.Entries[i].Label))
	}
	inner := width - 4
	label = min(label, 27)
	var lines []string
	from, to := 0, 0 // the entry with the focus: its first line, and the one behind what is said of it
	for i := range f.Entries {
		entry := f.entry(th, i, label, inner, max(height-2, 1))
		if i == f.focus {
			from, to = len(lines), len(lines)+len(entry)
		}
		lines = append(lines, entry...)
	}
	var foot []string
	for _, line := range f.Foot {
		foot = append(foot, cell.Fold(line, inner)...)
	}
	foot = foot[:max(min(len(foot), height-2-(to-from)), 0)]
	room := max(height-2-len(foot), 1)
	f.top = max(min(f.top, from), to-room, 0)
	f.top = max(min(f.top, len(lines)-room), 0)
	end := min(f.top+room, len(lines))
	shown := append([]string(nil), lines[f.top:end]...)
	if f.top > 0 {
		shown[0] = f.goesOn(shown[0], th.Faint.On(theme.UpSign), inner)
	}
	if end < len(lines) {
		shown[len(shown)-1] = f.goesOn(shown[len(shown)-1], th.Faint.On(theme.DownSign), inner)
	}
	return Box(th, f.Title, append(shown, foot...), width)
}

// goesOn puts the sign that there is more at the end of a line, unless something is told there.
func (f *Form) goesOn(line, sign string, inner int) string {
	if f.Fault != "" && cell.Width(line) > inner-2 {
		return line
	}
	return cell.Ends(cell.Cut(line, inner-2), sign, inner)
}

// entry draws an entry in at most height lines: its label and what is answered, and what is said of it.
func (f *Form) entry(th theme.Theme, i, label, inner, height int) []string {
	e := &f.Entries[i]
	focus := i == f.focus
	mark, name := "  ", th.Faint.On(cell.Fit(e.Label, label))
	if focus {
		mark, name = th.Info.On(theme.CursorSign)+" ", th.Strong.On(cell.Fit(e.Label, label))
	}
	room := inner - label - 4
	var lines []string
	at := 0 // the line on which somebody is
	if e.Options == nil {
		lines = e.Input.View(th, room, focus)
	} else {
		lines, at = e.options(th, room, focus)
	}
	var said []string
	if f.Fault != "" && f.FaultAt == e.ID {
		for _, line := range f.beside(theme.WarnSign+" "+f.Fault, label+4, inner) {
			said = append(said, th.Now.On(line))
		}
	} else if focus && e.Hint != "" {
		for _, line := range f.beside(e.Hint, label+4, inner) {
			said = append(said, th.Faint.On(line))
		}
	}
	if most := max(height-len(said), 1); len(lines) > most {
		first := min(max(at-most/2, 0), len(lines)-most)
		lines = lines[first : first+most]
	}
	out := make([]string, 0, len(lines)+len(said)+1)
	var rest []string // of a label that is longer than its room, while somebody is at it
	if names := cell.Wrap(e.Label, label, 3); focus && len(names) > 1 {
		name, rest = th.Strong.On(cell.Fit(names[0], label)), names[1:]
		for len(lines) < len(names) && len(lines)+len(said) < height {
			lines = append(lines, "")
		}
	}
	for n, line := range lines {
		switch {
		case n == 0:
			out = append(out, mark+name+"  "+line)
		case n <= len(rest):
			out = append(out, "  "+th.Strong.On(cell.Fit(rest[n-1], label))+"  "+line)
		default:
			out = append(out, cell.Space(label+4)+line)
		}
	}
	out = append(out, said...)
	return out[:min(len(out), height)]
}

// beside breaks a sentence about an entry: below its answer where it fits there, else on one line as far to the right as it can stand, else
// over the whole width.
func (f *Form) beside(said string, from, inner int) []string {
	switch width := cell.Width(said); {
	case width <= inner-from:
	case width <= inner-3:
		from = inner - width
	default:
		from = 3 // a label begins before it
	}
	lines := cell.Wrap(said, inner-from, most)
	for i := range lines {
		lines[i] = cell.Space(from) + lines[i]
	}
	return lines
}

// options draws the answers of a choice: all of them where they fit on a few lines or it has the focus, the one picked otherwise; at is the
// line on which the one is that would be picked or ticked.
func (e *Entry) options(th theme.Theme, room int, focus bool) (lines []string, at int) {
	line, used := "", 0
	for i, o := range e.Options {
		on := false
		for _, p := range e.Picked {
			on = on || p == o.ID
		}
		sign := "( ) "
		switch {
		case e.Many && on:
			sign = "[x] "
		case e.Many:
			sign = "[ ] "
		case on:
			sign = "(•) "
		}
		text := sign + cell.Short(o.Label, room-5)
		w := cell.Width(text)
		switch {
		case focus && (e.Many && i == e.at || !e.Many && on):
			text = th.Button.On(text)
		case on:
			text = th.Strong.On(text)
		}
		if used > 0 && used+2+w > room {
			lines, line, used = append(lines, line), "", 0
		}
		if used > 0 {
			line, used = line+"  ", used+2
		}
		line, used = line+text, used+w
		if e.Many && i == e.at || !e.Many && on {
			at = len(lines)
		}
	}
	if used > 0 {
		lines = append(lines, line)
	}
	if focus || len(lines) <= 1 {
		return lines, at
	}
	var names []string
	for _, o := range e.Options {
		for _, p := range e.Picked {
			if p == o.ID {
				names = append(names, o.Label)
			}
		}
	}
	if len(names) == 0 {
		return []string{th.Faint.On(theme.Dash)}, 0
	}
	return []string{cell.Short(strings.Join(names, ", "), room)}, 0
}
