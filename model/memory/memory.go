// Package memory keeps a store in memory, by the plainest means: every list is sorted when it is asked for.
//
// It is the twin of the store on disk. The same conformance suite runs against both, the property tests of merging use
// it as a replica, and the screens' tests use it as a store. It is pure: clock and randomness are handed in.
package memory

import (
	"leerbalie/model/fault"

	"bytes"
	"cmp"
	"context"
	"io"
	"maps"
	"slices"
	"sync"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
)

// Options are what a store in memory is made of.
type Options struct {
	Replica journal.Replica
	Tag     string
	Now     func() time.Time
	Random  io.Reader
	Holder  journal.ID // zero: several people share it
}

// Store is a store in memory. It is safe for use by several goroutines.
type Store struct {
	o        Options
	remarks  []error
	mu       sync.Mutex
	s        *state
	watchers map[int]chan model.News
	next     int
}

var _ model.Backend = (*Store)(nil)

// New makes an empty store.
func New(o Options) *Store {
	return &Store{o: o, s: newState(), watchers: map[int]chan model.News{}}
}

// Replica is the name of this copy.
func (st *Store) Replica() journal.Replica { return st.o.Replica }

// Tag is the two characters that this copy's numbers carry.
func (st *Store) Tag() string { return st.o.Tag }

// Holder is the person whose store it is.
func (st *Store) Holder(context.Context) (journal.ID, error) { return st.o.Holder, nil }

// Remarks are those that a test put there: opening shows nothing, there is no file.
func (st *Store) Remarks() []error { return st.remarks }

// Remark adds a remark.
func (st *Store) Remark(err error) { st.remarks = append(st.remarks, err) }

// IndexWords does nothing: searching reads everything.
func (st *Store) IndexWords(context.Context) error { return nil }

// Backup refuses: there is no file to copy.
func (st *Store) Backup(context.Context, string, func(done, total int64)) error {
	return fault.New(fault.Refused, "no-file")
}

// Compact does nothing: there is no file.
func (st *Store) Compact(context.Context) error { return nil }

// Wiping is never owed: memory has no free places that are read again.
func (st *Store) Wiping(context.Context) (model.Wiping, error) { return model.Wiping{}, nil }

// Read runs fn on the present state.
func (st *Store) Read(ctx context.Context, fn func(model.Tx) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	st.mu.Lock()
	defer st.mu.Unlock()
	return fn(&tx{state: st.s, o: &st.o})
}

// Write runs fn on a copy of the state, which takes the state's place when fn returns nil.
func (st *Store) Write(ctx context.Context, fn func(model.WriteTx) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	st.mu.Lock()
	wall := st.o.Now()
	t := &tx{state: st.s.clone(), o: &st.o, now: st.s.clock.Believe(wall), wall: wall, touched: map[journal.Kind]bool{}}
	err := fn(t)
	if err == nil {
		if t.txn != 0 {
			t.state.txn = t.txn
		}
		st.s = t.state
	}
	if err == nil && t.changes > 0 {
		for _, w := range st.watchers { // under the lock, so that none is closed meanwhile
			offer(w, model.News{Kinds: t.touched})
		}
	}
	st.mu.Unlock()
	return err
}

// offer leaves news for a watcher; what it has not read yet is joined with it.
func offer(w chan model.News, n model.News) {
	for {
		select {
		case w <- n:
			return
		default:
		}
		select {
		case old := <-w:
			kinds := maps.Clone(old.Kinds)
			maps.Copy(kinds, n.Kinds)
			n = model.News{Kinds: kinds}
		default:
		}
	}
}

// Watch tells of commits until stop is called.
func (st *Store) Watch() (<-chan model.News, func()) {
	st.mu.Lock()
	defer st.mu.Unlock()
	id, w := st.next, make(chan model.News, 1)
	st.next++
	st.watchers[id] = w
	return w, func() {
		st.mu.Lock()
		defer st.mu.Unlock()
		if _, ok := st.watchers[id]; ok {
			delete(st.watchers, id)
			close(w)
		}
	}
}

// Receive takes in changes from another replica, as model.Receive does.
func (st *Store) Receive(cs []*journal.Change) error {
	return st.Write(context.Background(), func(w model.WriteTx) error {
		for _, c := range cs {
			mine := *c
			if _, err := journal.Receive(w, &mine); err != nil {
				return err
			}
		}
		return nil
	})
}

// Journal is every change of the store, stream by stream, in order.
func (st *Store) Journal() (out []*journal.Change) {
	st.mu.Lock()
	defer st.mu.Unlock()
	streams := slices.SortedFunc(maps.Keys(st.s.log), compareStreams)
	for _, s := range streams {
		out = append(out, st.s.log[s]...)
	}
	return out
}

func compareStreams(a, b journal.Stream) int {
	return cmp.Or(bytes.Compare(a.Replica[:], b.Replica[:]), cmp.Compare(a.Scope.Class, b.Scope.Class), bytes.Compare(a.Scope.Part[:], b.Scope.Part[:]))
}

// State is every record with its items, by kind and id: what two replicas that hold the same must agree on.
func (st *Store) State() map[string]Entity {
	st.mu.Lock()
	defer st.mu.Unlock()
	out := map[string]Entity{}
	for e, rec := range st.s.records {
		out[string(rune('0'+e.kind))+e.id.String()] = Entity{*normalised(cloneRecord(rec)), st.s.items[e]}
	}
	return out
}

// Entity is a record with its items.
type Entity struct {
	Record journal.Record
	Items  []journal.Item
}

// normalised gives empty lists one form, as the form on disk does.
func normalised(r *journal.Record) *journal.Record {
	for i := range r.Registers {
		r.Registers[i].Live = append([]journal.Version(nil), r.Registers[i].Live...)
		r.Registers[i].Unseen = append([]journal.Stamp(nil), r.Registers[i].Unseen...)
	}
	r.Registers = append([]journal.Register(nil), r.Registers...)
	return r
}
