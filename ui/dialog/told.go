package dialog

import (
	"context"
	"errors"
	"io/fs"
	"slices"
	"strconv"

	"leerbalie/model"
	"leerbalie/model/transfer"
	"leerbalie/ui/text"
	"leerbalie/ui/widget/cell"
)

// Why is what a person reads about an error of the model, the store or a file. Values that came from a file are made
// harmless first.
func Why(w text.Words, err error) string {
	var known *model.Error
	var file *fs.PathError
	switch {
	case errors.As(err, &known) && w.Has("error."+known.Msg):
		return coded(w, known.Msg, known.Args)
	case known != nil:
		return w.Error(known)
	case errors.Is(err, context.Canceled):
		return w.Say("files.stopped")
	case errors.As(err, &file):
		path := cell.Safe(file.Path, 200)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return w.Say("cli.file-missing", "path", path)
		case errors.Is(err, fs.ErrPermission):
			return w.Say("cli.file-closed", "path", path)
		case errors.Is(err, fs.ErrExist):
			return w.Say("files.exists", "path", path)
		}
		return w.Say("cli.file-failed", "path", path, "text", cell.Safe(file.Err.Error(), 200))
	}
	return w.Say("error.unknown", "detail", cell.Safe(err.Error(), 300))
}

// Remarks puts in words what there is to know of a whole file.
func Remarks(w text.Words, remarks []transfer.Remark) (out []string) {
	for _, m := range remarks {
		out = append(out, coded(w, m.Msg, m.Args))
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

// coded fills in the sentence of a code.
func coded(w text.Words, code string, args []model.Arg) string {
	safe := slices.Clone(args)
	for i, a := range safe {
		if s, ok := a.Value.(string); ok {
			safe[i].Value = cell.Safe(s, 400)
		}
	}
	return w.Sentence(code, safe)
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
