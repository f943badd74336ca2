package dialog

import (
	"context"
	"errors"
	"io/fs"
	"slices"

	"leerbalie/model/fault"
	"leerbalie/model/plain"
	"leerbalie/ui/text"
	"leerbalie/ui/widget/cell"
)

// Why gives the sentence for what stood in the way of work with a file: those of the model, of the file system, and of
// stopping. Values that came from a file are made harmless.
func Why(w text.Words, err error) string {
	var known *fault.Error
	var file *fs.PathError
	switch {
	case errors.As(err, &known) && w.Has("error."+known.Msg):
		return Coded(w, known.Msg, known.Args)
	case known != nil:
		return w.Error(known)
	case errors.Is(err, context.Canceled):
		return w.Say("files.stopped")
	case errors.As(err, &file):
		path := plain.Masked(cell.Safe(file.Path, 200), plain.InWords)
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

// Coded fills in the sentence of a code; values that came from a file are made harmless first.
func Coded(w text.Words, code string, args []fault.Arg) string {
	safe := slices.Clone(args)
	for i, a := range safe {
		if s, ok := a.Value.(string); ok {
			safe[i].Value = cell.Safe(s, 400)
		}
	}
	return w.Sentence(code, safe)
}
