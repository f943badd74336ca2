package dialog

import (
	"strconv"

	"leerbalie/model/transfer"
	"leerbalie/ui/text"
	"leerbalie/ui/widget/cell"
)

// Remarks puts in words what there is to know of a whole file.
func Remarks(w text.Words, remarks []transfer.Remark) (out []string) {
	for _, m := range remarks {
		out = append(out, Coded(w, m.Msg, m.Args))
	}
	return out
}

// Told puts in words what became of an import: the remarks, and each row that was refused, with its number.
func Told(w text.Words, t transfer.Report) []string {
	out := Remarks(w, t.Remarks)
	if len(t.Refused) == 0 {
		return out
	}
	if len(out) > 0 {
		out = append(out, "")
	}
	out = append(out, w.Count("files.import.refused", len(t.Refused)))
	for _, refusal := range t.Refused {
		out = append(out, w.Say("files.import.row", "row", strconv.Itoa(refusal.Row), "why", Why(w, refusal.Err)))
	}
	return out
}

// Lines are lines that can be scrolled, broken to fit; that is done once for a width, for there can be many.
type Lines struct {
	Text  []string
	shown []string
	width int
	top   int
}

// Wrapped gives the lines broken to fit in width cells.
func (l *Lines) Wrapped(width int) []string {
	if l.width == width {
		return l.shown
	}
	l.shown, l.width = nil, width
	for _, line := range l.Text {
		if line == "" {
			l.shown = append(l.shown, "")
		}
		l.shown = append(l.shown, cell.Wrap(line, width, 4)...)
	}
	return l.shown
}
