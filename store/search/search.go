package search

import (
	"context"
	"iter"

	"leerbalie/store/disk"
)

// Search is a query over an index that lags behind: texts that are not indexed are read instead of looked up.
type Search struct {
	Query

	// Recent are the newest texts, newest first, all of which are read without the index; nil for none. It must leave
	// no gap: whatever is newer than the last of them is among them, or in Unindexed.
	Recent iter.Seq[ID]

	// Unindexed are the texts made or edited since they were last indexed, newest first; nothing else may differ from
	// what the index holds. No more of them are asked for than it takes; nil for none.
	Unindexed iter.Seq[ID]

	// Match tells whether a text as it stands now is found; it is asked about every text before that is returned, and
	// so about those of Recent and Unindexed too. nil takes what the index says, and leaves Recent and Unindexed out.
	Match func(ID) (bool, error)

	Limit int // how many to return; 0 for all
}

// Run returns the ids found, newest first, each once. Errors: ErrDamaged, ctx's and Match's.
func (s Search) Run(ctx context.Context, b *disk.Bucket) ([]ID, error) {
	r := run{search: s, ctx: ctx}
	if s.Match != nil && s.Recent != nil {
		if err := r.recent(); err != nil || r.full() {
			return r.found, err
		}
	}
	wait, stop := iter.Pull(r.waiting())
	defer stop()
	waiting, more := wait()
	index := newScans(b, r.search.Query)
	id, ok, err := index.next(ctx)
	for !r.full() {
		if err != nil {
			return r.found, err
		}
		switch {
		case more && (!ok || compareIDs(waiting, id) >= 0):
			if err := r.take(waiting); err != nil {
				return r.found, err
			}
			waiting, more = wait()
		case ok:
			if err := r.take(id); err != nil {
				return r.found, err
			}
			if !r.full() {
				id, ok, err = index.next(ctx)
			}
		default:
			return r.found, nil
		}
	}
	return r.found, nil
}

// run is a search under way.
type run struct {
	search Search
	ctx    context.Context
	found  []ID
	last   ID // the last id that was looked at; whatever follows is older
	looked int
}

func (r *run) full() bool { return r.search.Limit > 0 && len(r.found) >= r.search.Limit }

// recent reads the newest texts, with those that are not indexed among them, and moves the query below them.
func (r *run) recent() error {
	wait, stop := iter.Pull(r.waiting())
	defer stop()
	waiting, more := wait()
	var failed error
	for id := range r.search.Recent {
		if r.search.Before != (ID{}) && compareIDs(id, r.search.Before) >= 0 {
			continue
		}
		for more && compareIDs(waiting, id) > 0 {
			if failed = r.take(waiting); failed != nil || r.full() {
				return failed
			}
			waiting, more = wait()
		}
		if failed = r.take(id); failed != nil || r.full() {
			return failed
		}
	}
	if r.last != (ID{}) {
		r.search.Before = r.last
	}
	return nil
}

// waiting are the texts that are not indexed that the query may return, newest first.
func (r *run) waiting() iter.Seq[ID] {
	return func(yield func(ID) bool) {
		if r.search.Match == nil || r.search.Unindexed == nil {
			return
		}
		for id := range r.search.Unindexed {
			if before := r.search.Before; before != (ID{}) && compareIDs(id, before) >= 0 {
				continue
			}
			if !yield(id) {
				return
			}
		}
	}
}

// take looks at one text, once.
func (r *run) take(id ID) error {
	if r.looked > 0 && id == r.last {
		return nil
	}
	if r.looked%64 == 0 {
		if err := r.ctx.Err(); err != nil {
			return err
		}
	}
	r.last = id
	r.looked++
	if r.search.Match != nil {
		if ok, err := r.search.Match(id); err != nil || !ok {
			return err
		}
	}
	r.found = append(r.found, id)
	return nil
}
