package visits

import (
	"sync"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
)

// told is what was written of an arrangement: of all of it or, where it is kept, of visits around those that were asked for.
type told struct {
	first, last int64 // of which days it is all
	mark        uint64
	erased      bool
	ended       *Ended
	spoken      map[int64]*said
}

// How many days before and behind those that were asked for are kept, and how many in a question are too many to keep: a year is read once,
// weeks again and again.
const (
	keptAround = 28
	keptMost   = 62
)

// kept are the arrangements whose visits were read here before. What they say depends on nobody who asks.
type kept struct {
	mu sync.Mutex
	of map[journal.ID]*told
}

type keptAtSeat struct{}

func keptOf(session *model.Session) *kept {
	return session.KeptAtSeat(keptAtSeat{}, func() any { return &kept{of: map[journal.ID]*told{}} }).(*kept)
}

// told is what was written of an arrangement about visits from one day up to another, as it was read before where nothing came to it since.
func (k *kept) told(tx model.Tx, r *journal.Record, from, to time.Time) (*told, error) {
	first, last := journal.DayNumber(from), journal.DayNumber(to)
	mark, err := tx.ItemsMark(KindArrangement, r.ID)
	if err != nil {
		return nil, err
	}
	k.mu.Lock()
	t := k.of[r.ID]
	k.mu.Unlock()
	if t != nil && t.mark == mark && t.erased == r.Erased && t.first <= first && last <= t.last {
		return t, nil
	}
	items, err := tx.Items(KindArrangement, r.ID)
	if err != nil {
		return nil, err
	}
	t = &told{first: first - keptAround, last: last + keptAround, mark: mark, erased: r.Erased, ended: endedIn(items)}
	t.spoken = saidOf(about(items, t.first, t.last))
	if last-first <= keptMost {
		k.mu.Lock()
		k.of[r.ID] = t
		k.mu.Unlock()
	}
	return t, nil
}
