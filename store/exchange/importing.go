package exchange

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"

	"leerbalie/model"
	"leerbalie/model/incoming"
	"leerbalie/model/transfer"
)

// printed is how much of a file tells it from others: all of nearly every one.
const printed = 1 << 20

// importing is the import that rows of a file come in with; with a dry run, none.
type importing struct {
	run     *incoming.Run
	session *model.Session
}

// keeping begins an import. What it looked at of src is still to be read from what it gives back. Errors: Refused; those of reading.
func keeping(ctx context.Context, session *model.Session, src io.Reader, o transfer.ImportOptions) (*importing, io.Reader, error) {
	if o.DryRun {
		return &importing{session: session}, src, nil
	}
	head := make([]byte, printed)
	n, err := io.ReadFull(src, head)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		src = broken{err} // once what came before it is read
	}
	head = head[:n]
	h := sha256.New()
	h.Write(head)
	fmt.Fprintf(h, "\x00%q %q %v", o.What, o.Format, o.Guess)
	for _, field := range slices.Sorted(maps.Keys(o.Map)) {
		fmt.Fprintf(h, " %q=%q", field, o.Map[field])
	}
	from := incoming.Source{File: o.File, What: string(o.What)}
	copy(from.Print[:], h.Sum(nil))
	run, err := incoming.Begin(ctx, session, from)
	return &importing{run, session}, io.MultiReader(bytes.NewReader(head), src), err
}

// try brings rows in, or tries to; see model.Session.Try.
func (k *importing) try(ctx context.Context, groups [][]model.Action, dry bool) ([]error, error) {
	if k.run == nil || dry {
		return k.session.Try(ctx, groups, dry)
	}
	return k.run.Try(ctx, groups, dry)
}

// beside brings in something that rows need.
func (k *importing) beside(ctx context.Context, a model.Action) error {
	refused, err := k.run.Beside(ctx, [][]model.Action{{a}})
	if err == nil {
		err = refused[0]
	}
	return err
}

// over ends the import, whatever came of it; failed is nil for one that came to the end of its file.
func (k *importing) over(ctx context.Context, report *transfer.Report, failed error) error {
	if k.run == nil {
		return failed
	}
	report.ID = k.run.ID()
	if failed == nil {
		failed = k.run.End(ctx, incoming.Ended{Read: report.Read, Unchanged: report.Unchanged, Refused: len(report.Refused)})
	}
	k.run.Over()
	return failed
}

// broken is a file that cannot be read.
type broken struct{ err error }

func (b broken) Read([]byte) (int, error) { return 0, b.err }
