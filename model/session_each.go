package model

import (
	"context"
	"errors"
	"slices"

	"leerbalie/model/fault"
)

// MaxEach is how many groups DoEach takes: they are one transaction, for which whoever else writes waits.
const MaxEach = 5000

// Try carries out several groups of actions in one transaction. A group that is refused is left out, and the refusal
// stands at its place in the answer; the others are kept. With dry, everything is checked and nothing is kept.
func (s *Session) Try(ctx context.Context, groups [][]Action, dry bool) ([]error, error) {
	_, refused, err := s.each(ctx, groups, dry, false, nil)
	return refused, err
}

// Noting writes, in the transaction of many groups and after them, what is to be known of it: how many were taken, and what they wrote.
type Noting func(d *Doing, taken int, wrote []Stretch) error

// TryNoted is Try that notes what was written, in the same transaction; where nothing was taken, nothing is noted.
func (s *Session) TryNoted(ctx context.Context, groups [][]Action, dry bool, note Noting) ([]error, error) {
	_, refused, err := s.each(ctx, groups, dry, false, note)
	return refused, err
}

// DoEach is Try for something that a person does to many things at once: what was done is one receipt, which Undo takes back
// as a whole. What somebody else built on meanwhile stays then, and is named (see Receipt.Left). Errors: Invalid for more than
// MaxEach groups, and for words that are wrong in all of them.
func (s *Session) DoEach(ctx context.Context, groups [][]Action, dry bool) (Receipt, []error, error) {
	if len(groups) > MaxEach {
		return Receipt{}, nil, fault.New(fault.Invalid, "too-many-at-once", "limit", MaxEach)
	}
	r, refused, err := s.each(ctx, groups, dry, true, nil)
	if err != nil {
		return Receipt{}, refused, err
	}
	if r.Count == 0 {
		for _, err := range refused {
			if aboutWords(err) {
				return Receipt{}, refused, err
			}
		}
	}
	if !dry && len(r.steps) > 0 {
		s.mu.Lock()
		s.undo, s.redo = push(s.undo, done{receipt: r, groups: r.groups()}), nil
		s.mu.Unlock()
	}
	return r, refused, nil
}

// aboutWords tells whether a refusal is about what was typed, not about what it was typed for.
func aboutWords(err error) bool {
	e, ok := err.(*fault.Error)
	if !ok || e.Kind != fault.Invalid {
		return false
	}
	for _, arg := range e.Args {
		if arg.Name == "number" {
			return false
		}
	}
	return true
}

// each carries out groups, and keeps what they noted where somebody is going to read it: an import is too long for that.
func (s *Session) each(ctx context.Context, groups [][]Action, dry, keep bool, note Noting) (Receipt, []error, error) {
	refused := make([]error, len(groups))
	var receipt Receipt
	call, _ := ctx.Value(once{}).(*calling)
	key := ""
	if keep && !dry {
		key = call.key(slices.Concat(groups...))
	}
	for {
		again := false
		err := s.b.Write(ctx, func(tx WriteTx) error {
			d, err := s.doing(ctx, tx)
			if err != nil {
				return err
			}
			var before each
			if done, err := call.done(tx, key, &before); err != nil || done {
				receipt, refused = before.Receipt, before.refusals(len(groups))
				return err
			}
			receipt = Receipt{}
			d.receipt = &receipt
			taken, wrote := 0, []Stretch(nil)
			for i, group := range groups {
				if refused[i] != nil {
					continue
				}
				before, was := tx.Changes(), receipt
				if !keep {
					was = Receipt{steps: receipt.steps[:0], Created: receipt.Created[:0]}
					receipt = was
				}
				if err := d.run(ctx, group); err != nil {
					if fault.KindOf(err) == fault.Internal || fault.KindOf(err) == fault.Full {
						return err
					}
					refused[i], receipt = err, was
					if tx.Changes() != before {
						again = true
						return err
					}
					continue
				}
				receipt.Count++
				receipt.ends = append(receipt.ends, len(receipt.steps))
				if taken++; note != nil {
					wrote = addStretches(d.Kinds(), wrote, receipt.steps)
				}
			}
			if dry {
				return errDry
			}
			if note != nil && len(wrote) > 0 {
				receipt = Receipt{}
				return note(d, taken, wrote)
			}
			if receipt.Count == 0 {
				return nil
			}
			if err := s.forget(ctx, tx); err != nil {
				return err
			}
			return call.note(tx, key, eachOf(receipt, refused))
		})
		switch {
		case again: // the refused group had written already: once more, without it
			continue
		case err == errDry:
			return receipt, refused, nil
		case err == nil:
			s.setWrote()
		}
		return receipt, refused, err
	}
}

// each is what came of groups, as a call notes it: the receipt, and which were refused.
type each struct {
	Receipt Receipt
	Refused map[int]*fault.Error
}

func eachOf(r Receipt, refused []error) each {
	out := each{r, map[int]*fault.Error{}}
	for i, err := range refused {
		var e *fault.Error
		if errors.As(err, &e) {
			out.Refused[i] = &fault.Error{Kind: e.Kind, Msg: e.Msg, Args: e.Args}
		}
	}
	return out
}

// refusals are those of n groups.
func (e each) refusals(n int) []error {
	out := make([]error, n)
	for i, err := range e.Refused {
		if i < n {
			out[i] = err
		}
	}
	return out
}

var errDry = fault.New(fault.Internal, "dry-run")
