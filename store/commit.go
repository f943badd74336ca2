package store

import (
	"context"
	"errors"
	"maps"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/store/disk"
	"leerbalie/store/erasures"
	"leerbalie/store/tally"
	"leerbalie/store/wire"
)

// job is one caller's part of a commit.
type job struct {
	ctx  context.Context
	fn   func(model.WriteTx) error
	err  error
	news map[journal.Kind]bool
	done chan struct{}
}

// Read runs fn on one consistent state. fn must not call the store: a transaction within a transaction can wait for
// itself.
func (s *Store) Read(ctx context.Context, fn func(model.Tx) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	return s.view(func(b *disk.Tx) error { return fn(&tx{s: s, b: b}) })
}

// Write runs fn in a durable transaction. Whoever comes first takes along all who wait by then, so that several writers
// share one sync of the disk; a lone writer never waits. fn may be run again, when another's part of the commit failed.
func (s *Store) Write(ctx context.Context, fn func(model.WriteTx) error) error {
	j := &job{ctx: ctx, fn: fn, done: make(chan struct{})}
	s.mu.Lock()
	if s.closed {
		s.mu.Unlock()
		return fault.New(fault.Internal, "store-closed")
	}
	s.queue = append(s.queue, j)
	lead := !s.leading
	s.leading = true
	s.mu.Unlock()
	if lead {
		s.lead()
	}
	<-j.done
	return j.err
}

// lead commits one batch and hands the lead to a goroutine when others came meanwhile.
func (s *Store) lead() {
	s.mu.Lock()
	batch := s.queue
	s.queue = nil
	s.mu.Unlock()
	s.commit(batch)
	for _, j := range batch {
		close(j.done)
	}
	s.mu.Lock()
	s.leading = len(s.queue) > 0
	more := s.leading
	s.mu.Unlock()
	if more {
		go s.lead()
	}
}

// commit runs the jobs in one transaction. A job that fails before it wrote is left out; one that fails later makes the
// others run again without it.
func (s *Store) commit(batch []*job) {
	for {
		var spoilt *job
		changes := 0
		err := s.update(func(b *disk.Tx) error {
			t := &tx{s: s, b: b, w: newWriting(s.now())}
			defer func() { changes = t.w.changes }()
			for _, j := range batch {
				if j.err != nil {
					continue
				}
				if j.err = j.ctx.Err(); j.err != nil {
					continue
				}
				last, err := t.Clock()
				if err != nil {
					return err
				}
				t.w.now, t.w.trusted = last.Believe(t.w.wall), false
				before, clock := t.w.changes, t.w.clock
				t.w.txn, t.w.kinds = 0, map[journal.Kind]bool{}
				j.err = disk.Guard(func() error { return j.fn(t) })
				if j.err == nil {
					j.err = t.settleAndNumber()
				}
				if j.err != nil && (t.w.changes != before || len(t.w.dirty) > 0) {
					spoilt = j
					return j.err
				}
				if j.err != nil {
					t.w.clock, t.w.txn = clock, 0 // what wrote nothing moves nothing on
				}
				j.news = t.w.kinds
			}
			if t.w.changes > 0 { // of settings no note tells
				s.notes.Expect()
			}
			return t.finish()
		})
		if err != nil && spoilt != nil && len(batch) > 1 {
			continue // again, without the one that failed
		}
		if err == nil {
			s.wrote.Add(int64(changes))
		}
		for _, j := range batch {
			if err != nil && j.err == nil {
				j.err = err
			}
		}
		break
	}
	all := map[journal.Kind]bool{}
	for _, j := range batch {
		if j.err == nil {
			maps.Copy(all, j.news)
		}
	}
	if len(all) > 0 {
		if all[journal.KindErasure] {
			_ = s.listErased(erasures.In(s.notes.Folder)) // what the list lacks, the next start adds
		}
		s.tell(model.News{Kinds: all})
	}
}

// settleAndNumber ends one job's part: the next one gets a transaction number of its own.
func (t *tx) settleAndNumber() error {
	if err := t.settle(); err != nil {
		return err
	}
	if t.w.txn != 0 {
		return tally.Keep(t.b, wire.BucketMeta, wire.MetaTxn, wire.Number(t.w.txn))
	}
	return nil
}

// update runs fn in a bbolt transaction, which it tallies, and gives the disk's errors a kind. Nothing is
// committed to a file that lost its name, and none that lost it meanwhile is said to hold it.
func (s *Store) update(fn func(*disk.Tx) error) error {
	if err := s.toWrite(); err != nil {
		return err
	}
	s.file.RLock()
	defer s.file.RUnlock()
	err := disk.Guard(func() error {
		return s.db.Update(func(b *disk.Tx) error {
			if err := fn(b); err != nil {
				return err
			}
			return errors.Join(s.noteDoubt(b), tally.Renew(b), s.stands())
		})
	})
	if err == nil {
		err = s.stands()
	}
	return disk.Fault(err)
}
