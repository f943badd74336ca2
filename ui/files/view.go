package files

import (
	"strconv"
	"strings"

	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// Typing reports whether keys are text now.
func (f *Files) Typing() bool { return f.page != nil }

// Keys gives what keys do something now.
func (f *Files) Keys() []keys.ID {
	switch {
	case f.page != nil:
		return f.page.keys()
	case f.job != nil:
		return []keys.ID{Stop, keys.Back}
	}
	out := []keys.ID{keys.Choose, keys.Back}
	if f.last != nil && f.last.again != nil {
		out = append([]keys.ID{Really}, out...)
	}
	if f.last != nil && len(f.last.Wrapped(f.size.Width-6)) > f.reportHeight() {
		out = append(out, keys.PageDown, keys.PageUp)
	}
	return out
}

// Head gives the line above the body.
func (f *Files) Head(screen.Size) screen.Head {
	h := screen.Head{Left: f.env.Words.Say("files.title")}
	if f.job != nil {
		h.Right = f.env.Theme.Info.On(theme.BusySign + " " + f.env.Words.Say("files.running", "what", f.env.Words.Say("files."+f.job.kind)))
	}
	return h
}

// narrow reports whether a report leaves room for one row of the list only.
func (f *Files) narrow() bool {
	return f.size.Height < 14 && f.page == nil && f.job == nil && f.last != nil && len(f.last.Text) > 3
}

// reportHeight is how many lines of the report show, about.
func (f *Files) reportHeight() int {
	if f.narrow() {
		return max(f.size.Height-5, 1)
	}
	return max(f.size.Height-len(kinds())-4, 1)
}

// View draws the list, and below it the bar of what runs or the report of what ended.
func (f *Files) View(size screen.Size) string {
	th, w := f.env.Theme, f.env.Words
	out := make([]string, 0, size.Height)
	for i, kind := range kinds() {
		if f.narrow() && i != f.cursor {
			continue // a long report needs the room
		}
		line := cell.Fit(w.Say("files."+kind), min(30, size.Width/2)) + " "
		about := w.Say("files." + kind + ".about")
		if why := f.allowed(kind); why != "" {
			about = w.Say(why)
		}
		room := size.Width - cell.Width(line) - 4
		if i == f.cursor {
			out = append(out, th.Cursor.Over(th.Info.On(theme.CursorSign)+"  "+line+cell.Fit(about, room)))
		} else {
			out = append(out, "   "+line+th.Faint.On(cell.Short(about, room)))
		}
	}
	if !f.narrow() {
		out = append(out, "")
	}
	switch {
	case f.job != nil:
		out = append(out, f.bar(size)...)
	case f.last != nil:
		out = append(out, f.reported(size)...)
	}
	if len(out) > size.Height {
		out = out[:size.Height]
	}
	body := strings.Join(out, "\n")
	if f.page != nil {
		return widget.Centre(body, f.page.view(f, size), size.Width, size.Height)
	}
	return body
}

// bar draws how far the work is.
func (f *Files) bar(size screen.Size) []string {
	th, w, j := f.env.Theme, f.env.Words, f.job
	title := w.Say("files." + j.kind)
	if j.path != "" {
		title += " · " + cell.Short(j.path, max(size.Width-cell.Width(title)-8, 10))
	}
	out := []string{"   " + th.Strong.On(title)}
	if j.whole > 0 {
		// The bar counts in thousandths, so that files of any size fit its numbers.
		out = append(out, "   "+widget.Progress(th, int(min(j.part*1000/j.whole, 1000)), 1000, min(size.Width-6, 72)))
	} else {
		out = append(out, "   "+th.Info.On(theme.BusySign+" "+w.Count("files.seconds", int(f.env.Now().Sub(j.started).Seconds()))))
	}
	return append(out, "   "+th.Faint.On(cell.Cut(w.Say("files.running.hint", "stop", f.env.Keys.Label(Stop), "back", f.env.Keys.Label(keys.Back)), size.Width-4)))
}

// reported draws what became of the last work.
func (f *Files) reported(size screen.Size) []string {
	th, w, r := f.env.Theme, f.env.Words, f.last
	sign, paint := theme.DoneSign, th.Good
	if r.bad {
		sign, paint = theme.WarnSign, th.Now
	}
	var out []string
	for i, line := range cell.Wrap(r.head, size.Width-6, 4) {
		if i == 0 {
			line = sign + " " + line
		} else {
			line = "  " + line
		}
		out = append(out, "   "+paint.On(line))
	}
	if r.again != nil {
		out = append(out, "   "+th.Info.On(cell.Cut(w.Say("files.import.really", "key", f.env.Keys.Label(Really)), size.Width-4)))
	}
	lines := r.Wrapped(size.Width - 6)
	above := len(kinds()) + 1
	if f.narrow() {
		above = 1
	}
	room := max(size.Height-above-len(out)-1, 1)
	f.top = max(min(f.top, len(lines)-room), 0)
	end := min(f.top+room, len(lines))
	for _, line := range lines[f.top:end] {
		out = append(out, "   "+line)
	}
	if len(lines) > room {
		out = append(out, "   "+th.Faint.On(w.Say("files.lines", "from", strconv.Itoa(f.top+1), "to", strconv.Itoa(end), "of", strconv.Itoa(len(lines)))))
	}
	return out
}
