package command

import (
	"context"
	"errors"
	"io/fs"
	"slices"

	"leerbalie/model/fault"
	"leerbalie/model/plain"
	"leerbalie/model/transfer"
	"leerbalie/ui/widget/cell"
)

// Sentence is what a person reads about an error: what is wrong and what can be done, in their language. Values that came
// from data are made harmless first.
func (r *Run) Sentence(err error) string {
	var known *fault.Error
	var file *fs.PathError
	switch {
	case errors.As(err, &known) && known.Msg == "bsn-asked":
		return r.coded("cli.bsn-asked", known.Args)
	case known != nil && r.Words.Has("error."+known.Msg):
		return r.coded(known.Msg, known.Args)
	case known != nil:
		return r.Words.Error(known)
	case errors.Is(err, context.Canceled):
		return r.Say("cli.stopped")
	case errors.As(err, &file):
		path := plain.Masked(cell.Safe(r.Said(file.Path), 200), plain.InWords)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return r.Say("cli.file-missing", "path", path)
		case errors.Is(err, fs.ErrPermission):
			return r.Say("cli.file-closed", "path", path)
		case errors.Is(err, fs.ErrExist):
			return r.Say("cli.file-exists", "path", path)
		}
		return r.Say("cli.file-failed", "path", path, "text", cell.Safe(file.Err.Error(), 200))
	}
	return r.Say("cli.failed", "text", cell.Safe(err.Error(), 400))
}

// coded fills in the sentence of a code.
func (r *Run) coded(code string, args []fault.Arg) string {
	safe := slices.Clone(args)
	for i, a := range safe {
		if s, ok := a.Value.(string); ok {
			safe[i].Value = cell.Safe(r.Said(s), 2000)
		}
	}
	return r.Words.Sentence(code, safe)
}

// Remark is the sentence of a remark on a file.
func (r *Run) Remark(m transfer.Remark) string { return r.coded(m.Msg, m.Args) }
