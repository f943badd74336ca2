package cli

import (
	"context"
	"errors"
	"io/fs"
	"slices"

	"leerbalie/model"
	"leerbalie/model/transfer"
	"leerbalie/ui/widget/cell"
)

// sentence is what a person reads about an error: what is wrong and what can be done, in their language. Values that came
// from data are made harmless first.
func (r *run) sentence(err error) string {
	var known *model.Error
	var file *fs.PathError
	switch {
	case errors.As(err, &known) && r.words.Has("error."+known.Msg):
		return r.coded(known.Msg, known.Args)
	case known != nil:
		return r.words.Error(known)
	case errors.Is(err, context.Canceled):
		return r.say("cli.stopped")
	case errors.As(err, &file):
		path := cell.Safe(file.Path, 200)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return r.say("cli.file-missing", "path", path)
		case errors.Is(err, fs.ErrPermission):
			return r.say("cli.file-closed", "path", path)
		case errors.Is(err, fs.ErrExist):
			return r.say("cli.file-exists", "path", path)
		}
		return r.say("cli.file-failed", "path", path, "text", cell.Safe(file.Err.Error(), 200))
	}
	return r.say("cli.failed", "text", cell.Safe(err.Error(), 400))
}

// coded fills in the sentence of a code.
func (r *run) coded(code string, args []model.Arg) string {
	safe := slices.Clone(args)
	for i, a := range safe {
		if s, ok := a.Value.(string); ok {
			safe[i].Value = cell.Safe(s, 2000)
		}
	}
	return r.words.Sentence(code, safe)
}

// remark is the sentence of a remark on a file.
func (r *run) remark(m transfer.Remark) string { return r.coded(m.Msg, m.Args) }
