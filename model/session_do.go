package model

import (
	"context"

	"leerbalie/model/fault"
)

// Do carries out actions as the person of this session: all of them, in one durable transaction, or none.
// Errors: the action's own; Refused by the clearance; Full or ReadOnly from the disk.
func (s *Session) Do(ctx context.Context, actions ...Action) (Receipt, error) {
	r, err := s.write(ctx, actions...)
	if err == nil && len(r.steps) > 0 {
		s.mu.Lock()
		s.undo, s.redo = push(s.undo, done{receipt: r, groups: r.groups()}), nil
		s.mu.Unlock()
	}
	return r, err
}

// DoQuietly is Do for work that is not to be undone step by step, such as the rows of an import.
func (s *Session) DoQuietly(ctx context.Context, actions ...Action) (Receipt, error) {
	return s.write(ctx, actions...)
}

func (s *Session) write(ctx context.Context, actions ...Action) (Receipt, error) {
	var r Receipt
	call, _ := ctx.Value(once{}).(*calling)
	key := call.key(actions)
	err := s.b.Write(ctx, func(tx WriteTx) error {
		r = Receipt{}
		done, err := call.done(tx, key, &r)
		if err != nil || done {
			return err
		}
		if err := s.run(ctx, tx, actions, &r); err != nil {
			return err
		}
		if err := s.forget(ctx, tx); err != nil {
			return err
		}
		return call.note(tx, key, r)
	})
	if err != nil {
		return Receipt{}, err
	}
	s.setWrote()
	return r, nil
}

func (s *Session) setWrote() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.wrote = true
}

// Wrote tells whether this session has done something that is kept.
func (s *Session) Wrote() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.wrote
}

// run carries out actions within a transaction.
func (s *Session) run(ctx context.Context, tx WriteTx, actions []Action, r *Receipt) error {
	d, err := s.doing(ctx, tx)
	if err != nil {
		return err
	}
	d.receipt = r
	return d.run(ctx, actions)
}

// doing begins actions of this session's person, who is read anew: roles may have changed since the session began.
func (s *Session) doing(ctx context.Context, tx WriteTx) (*Doing, error) {
	me := s.Me()
	rec, err := tx.Record(KindPerson, me.ID)
	if err != nil {
		return nil, err
	}
	if rec == nil {
		return nil, fault.New(fault.NotFound, "person-unknown", "name", me.Name)
	}
	me = PersonOf(rec)
	return &Doing{WriteTx: tx, Actor: me, Responsible: me.Supervisor, clearance: ClearanceOf(me), site: s.Site(), vouches: vouches(ctx)}, nil
}

func (d *Doing) run(ctx context.Context, actions []Action) error {
	if d.Actor.IsBoard() {
		return fault.New(fault.Refused, "board-only", "name", d.Actor.Name)
	}
	for _, a := range actions {
		if err := ctx.Err(); err != nil {
			return err
		}
		if d.receipt.Name == "" {
			d.receipt.Name = a.Name()
		}
		d.stands = nil
		if err := a.Do(d); err != nil {
			return err
		}
	}
	return nil
}
