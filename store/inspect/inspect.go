// Package inspect checks a store in a process of its own. A damaged file can make bbolt panic, read outside the file or go
// round for ever; a child process that fails so, or takes too long, is a finding and not a crash.
package inspect

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"time"

	"leerbalie/model/fault"
	"leerbalie/store"
)

// Report is what the child tells the parent.
type Report struct {
	Problems []store.Problem
	Repaired bool
	Digests  store.Digests
	Unwiped  int
	Failed   *failure // what stopped the check
}

// failure carries a model.Error between the two processes.
type failure struct {
	Kind fault.Kind
	Msg  string
	Args []fault.Arg
}

// limit is how long a check of a file may take: far more than any sound one needs.
func limit(size int64) time.Duration { return time.Minute + time.Duration(size>>20)*time.Second }

// Run checks the store at path in a child process, which is this program called with the words before it. Errors: those of
// store.Open; Damaged when the child crashed or did not end.
func Run(ctx context.Context, program string, before []string, path string, repair bool) (Report, error) {
	info, err := os.Stat(path)
	if err != nil {
		return read(ctx, path, repair), nil // opening says what is wrong with it
	}
	ctx, cancel := context.WithTimeout(ctx, limit(info.Size()))
	defer cancel()
	args := append(before[:len(before):len(before)], path)
	if repair {
		args = append(args, "repair")
	}
	cmd := exec.CommandContext(ctx, program, args...)
	var out bytes.Buffer
	cmd.Stdout = &out
	err = cmd.Run()
	var r Report
	if jerr := json.Unmarshal(out.Bytes(), &r); err != nil || jerr != nil {
		if errors.Is(ctx.Err(), context.Canceled) {
			return r, ctx.Err()
		}
		return r, fault.New(fault.Damaged, "check-crashed", "path", path).Because(errors.Join(err, jerr))
	}
	if r.Failed != nil {
		return r, &fault.Error{Kind: r.Failed.Kind, Msg: r.Failed.Msg, Args: r.Failed.Args}
	}
	return r, nil
}

// Child is the child's side: it checks the store that the arguments name and writes the report.
func Child(ctx context.Context, args []string, out io.Writer) error {
	if len(args) == 0 {
		return errors.New("no store named")
	}
	return json.NewEncoder(out).Encode(read(ctx, args[0], len(args) > 1))
}

func read(ctx context.Context, path string, repair bool) (r Report) {
	err := func() error {
		if is, err := store.IsCopy(path); err == nil && is && !repair { // it stays as it is
			found, err := store.CheckCopy(ctx, path)
			if err == nil {
				r.Problems, r.Digests = found.Problems, found.Digests
			}
			return err
		}
		s, err := store.Open(path, store.Options{Now: time.Now, Program: "leerbalie check", Passing: true})
		if err != nil {
			return err
		}
		defer s.Close()
		found, err := s.Check(ctx)
		if err != nil {
			return err
		}
		if repair && len(found.Problems) > 0 {
			if err := s.Repair(ctx, found, nil); err != nil {
				return err
			}
			r.Repaired = true
			if found, err = s.Check(ctx); err != nil {
				return err
			}
		}
		r.Problems, r.Digests, r.Unwiped = found.Problems, found.Digests, found.Unwiped
		return nil
	}()
	if err != nil {
		var known *fault.Error
		if !errors.As(err, &known) {
			known = fault.New(fault.Internal, "unexpected", "detail", err.Error())
		}
		r.Failed = &failure{known.Kind, known.Msg, known.Args}
	}
	return r
}
