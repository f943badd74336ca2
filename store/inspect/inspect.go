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
	"runtime/debug"
	"time"

	"leerbalie/model/fault"
	"leerbalie/model/transfer"
	"leerbalie/store"
	"leerbalie/store/digest"
	"leerbalie/store/seal"
)

// Ask is what the parent asks of the child.
type Ask struct {
	Path    string   // the store
	Repair  bool     // make what is derived anew, if it is not right
	Against []string // copies; everything that they saw has to be there
	State   string   // see store.Options
	Sealed  bool     // the keys of sealed files come by the standard input
	Keys    [][]byte `json:"-"` // these, which nobody else sees: neither an argument nor the environment would be safe
}

// Report is what the child tells the parent.
type Report struct {
	Problems []store.Problem
	Repaired bool
	Digests  digest.Digest
	Against  []store.Compared
	Unwiped  int
	Names    int
	Failed   *failure // what stopped the check
}

// Verdict is the report for whoever asked for the check.
func (r *Report) Verdict() transfer.Verdict {
	v := transfer.Verdict{Repaired: r.Repaired, Digest: r.Digests.All, Digests: r.Digests.Scopes, Unwiped: r.Unwiped, Names: r.Names}
	for _, p := range r.Problems {
		v.Problems = append(v.Problems, transfer.Problem(p))
	}
	for _, c := range r.Against {
		v.Against = append(v.Against, transfer.Compared(c))
	}
	return v
}

// failure carries a model.Error between the two processes.
type failure struct {
	Kind fault.Kind
	Msg  string
	Args []fault.Arg
}

// limit is how long a check of a file may take: far more than any sound one needs.
func limit(size int64) time.Duration { return time.Minute + time.Duration(size>>20)*time.Second }

// Check is Run with this program, called with the words before it, and with the keys of what is sealed, which options say how to ask for.
func Check(ctx context.Context, before []string, o store.Options, ask Ask) (v transfer.Verdict, err error) {
	program, err := os.Executable()
	if err != nil {
		return v, err
	}
	if ask.Keys, err = store.Keys(o, append([]string{ask.Path}, ask.Against...)...); err != nil {
		return v, err
	}
	r, err := Run(ctx, program, before, ask)
	return r.Verdict(), err
}

// Run checks a store in a child process, which is this program called with the words before it. Errors: those of
// store.Open; Damaged when the child crashed or did not end.
func Run(ctx context.Context, program string, before []string, ask Ask) (Report, error) {
	info, err := os.Stat(ask.Path)
	if err != nil {
		return read(ctx, ask), nil // opening says what is wrong with it
	}
	ctx, cancel := context.WithTimeout(ctx, limit(info.Size()))
	defer cancel()
	ask.Sealed = len(ask.Keys) > 0
	asked, err := json.Marshal(ask)
	if err != nil {
		return Report{}, err
	}
	cmd := exec.CommandContext(ctx, program, append(before[:len(before):len(before)], string(asked))...)
	var out bytes.Buffer
	cmd.Stdout = &out
	if ask.Sealed {
		keys, err := json.Marshal(ask.Keys)
		if err != nil {
			return Report{}, err
		}
		cmd.Stdin = bytes.NewReader(keys)
	}
	err = cmd.Run()
	var r Report
	if jerr := json.Unmarshal(out.Bytes(), &r); err != nil || jerr != nil {
		if errors.Is(ctx.Err(), context.Canceled) {
			return r, ctx.Err()
		}
		return r, fault.New(fault.Damaged, "check-crashed", "path", ask.Path).Because(errors.Join(err, jerr))
	}
	if r.Failed != nil {
		return r, &fault.Error{Kind: r.Failed.Kind, Msg: r.Failed.Msg, Args: r.Failed.Args}
	}
	return r, nil
}

// Child is the child's side: it does what the first argument asks and writes the report.
func Child(ctx context.Context, args []string, in io.Reader, out io.Writer) error {
	var ask Ask
	if len(args) == 0 {
		return errors.New("no store named")
	}
	if err := json.Unmarshal([]byte(args[0]), &ask); err != nil {
		return err
	}
	if ask.Sealed {
		if err := json.NewDecoder(in).Decode(&ask.Keys); err != nil {
			return err
		}
	}
	debug.SetGCPercent(collectAt)
	return json.NewEncoder(out).Encode(read(ctx, ask))
}

// Open checks a store that is open, in this process: who works in it has no other copy of it that could be looked at.
func Open(ctx context.Context, s *store.Store, against []string) (v transfer.Verdict, err error) {
	found, err := s.Check(ctx, against...)
	r := Report{Problems: found.Problems, Digests: found.Digests, Against: found.Against, Unwiped: found.Unwiped, Names: found.Names}
	return r.Verdict(), err
}

// collectAt lets a check, which holds little and makes much, collect less often: a twelfth less work, for some 100 MB.
const collectAt = 1600

func read(ctx context.Context, ask Ask) (r Report) {
	o := store.Options{Now: time.Now, Program: "leerbalie check", Passing: true, State: ask.State, Looks: true}
	err := func() (err error) {
		if o.Ring, err = seal.RingOf(ask.Keys); err != nil {
			return err
		}
		if is, err := store.IsCopy(ask.Path); err == nil && is && !ask.Repair { // it stays as it is
			found, err := store.CheckCopy(ctx, ask.Path, o, ask.Against...)
			if err == nil {
				r.Problems, r.Digests, r.Against = found.Problems, found.Digests, found.Against
			}
			return err
		}
		s, err := store.Open(ask.Path, o)
		if err != nil {
			return err
		}
		defer s.Close()
		found, err := s.Check(ctx, ask.Against...)
		if err != nil {
			return err
		}
		if ask.Repair && len(found.Problems) > 0 {
			if err := s.Repair(ctx, found, nil); err != nil {
				return err
			}
			r.Repaired = true
			if found, err = s.Check(ctx, ask.Against...); err != nil {
				return err
			}
		}
		r.Problems, r.Digests, r.Against, r.Unwiped, r.Names = found.Problems, found.Digests, found.Against, found.Unwiped, found.Names
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
