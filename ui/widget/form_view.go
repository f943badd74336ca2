package widget

import (
	"strings"

	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

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
