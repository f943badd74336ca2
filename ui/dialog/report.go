package dialog

import (
	"strconv"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui/keys"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// Report is a dialog that tells what became of something: a sentence, and lines below it that can be scrolled.
type Report struct {
	Title string
	Head  string
	Bad   bool
	Lines
	Hint     string         // what Again does, in words
	AgainKey keys.ID        // does for good what was only tried
	Again    func() tea.Cmd // nil where nothing is left to do
	UndoKey  keys.ID        // undoes what it tells of
	Undo     func() tea.Cmd // nil where that cannot be
	Back     Dialog         // what comes again when it is left; nil for the screen
}

// roomy is the height from which blank lines keep the parts of a report apart.
const roomy = 14

// Update takes a key press.
func (d *Report) Update(h *Host, msg tea.KeyMsg) tea.Cmd {
	set := h.Env.Keys
	switch {
	case d.Again != nil && set.Is(msg, d.AgainKey):
		h.open = nil
		return d.Again()
	case d.Undo != nil && set.Is(msg, d.UndoKey):
		h.open = nil
		return d.Undo()
	case set.Is(msg, keys.Back, keys.Choose):
		h.open = d.Back
	case set.Is(msg, keys.Up):
		d.top--
	case set.Is(msg, keys.Down):
		d.top++
	case set.Is(msg, keys.PageUp):
		d.top -= 10
	case set.Is(msg, keys.PageDown):
		d.top += 10
	case set.Is(msg, keys.First):
		d.top = 0
	case set.Is(msg, keys.Last):
		d.top = 1 << 20
	}
	return nil
}

// Wheel moves the lines by n.
func (d *Report) Wheel(n int) { d.top += n }

// View draws the sentence and the lines that fit.
func (d *Report) View(h *Host, width, height int) []string {
	th := h.Env.Theme
	width = min(width-2, 96)
	inner := width - 4
	sign, paint := theme.DoneSign, th.Good
	if d.Bad {
		sign, paint = theme.WarnSign, th.Now
	}
	var out []string
	for i, line := range cell.Wrap(d.Head, inner-2, 4) {
		lead := "  "
		if i == 0 {
			lead = sign + " "
		}
		out = append(out, paint.On(lead+line))
	}
	if d.Again != nil {
		out = append(out, th.Info.On(cell.Cut(d.Hint, inner)))
	}
	lines, gap := d.Wrapped(inner), []string{""}
	if height < roomy {
		gap = nil
	}
	if len(lines) > 0 {
		out = append(out, gap...)
	}
	room := max(height-len(out)-len(gap)-3, 1)
	d.top = max(min(d.top, len(lines)-room), 0)
	end := min(d.top+room, len(lines))
	out = append(out, lines[d.top:end]...)
	foot := d.foot(h)
	if len(lines) > room {
		foot = h.Env.Words.Say("files.lines", "from", strconv.Itoa(d.top+1), "to", strconv.Itoa(end), "of", strconv.Itoa(len(lines))) + " " + theme.Dot + " " + foot
	}
	return widget.Box(th, d.Title, append(append(out, gap...), th.Faint.On(cell.Cut(foot, inner))), width)
}

// foot says what closes it.
func (d *Report) foot(h *Host) string {
	return h.Env.Words.Say("dialog.close", "key", h.Env.Keys.Label(keys.Back))
}

// Refused does nothing: nothing is sent from here.
func (d *Report) Refused(*Host, error) {}

// Keys gives the keys of a report.
func (d *Report) Keys() []keys.ID {
	out := []keys.ID{keys.Back, keys.Down, keys.Up, keys.PageDown, keys.PageUp}
	if d.Undo != nil {
		out = append([]keys.ID{d.UndoKey}, out...)
	}
	if d.Again != nil {
		out = append([]keys.ID{d.AgainKey}, out...)
	}
	return out
}
