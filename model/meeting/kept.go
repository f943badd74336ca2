package meeting

import (
	"sync"

	"leerbalie/model"
	"leerbalie/model/journal"
)

// kept are the meetings that were read here before, each with the mark of the items it was made of. What they say depends on nobody who asks.
type kept struct {
	mu sync.Mutex
	of map[journal.ID]marked
}

type marked struct {
	mark    uint64
	erased  bool
	meeting *Meeting
}

type keptAtSeat struct{}

func keptOf(session *model.Session) *kept {
	return session.KeptAtSeat(keptAtSeat{}, func() any { return &kept{of: map[journal.ID]marked{}} }).(*kept)
}

// read is a meeting, as it was read before where nothing came to it since. It must not be altered.
func (k *kept) read(tx model.Tx, rec *journal.Record) (*Meeting, error) {
	mark, err := tx.ItemsMark(KindMeeting, rec.ID)
	if err != nil {
		return nil, err
	}
	k.mu.Lock()
	was, ok := k.of[rec.ID]
	k.mu.Unlock()
	if ok && was.mark == mark && was.erased == rec.Erased {
		return was.meeting, nil
	}
	items, err := tx.Items(KindMeeting, rec.ID)
	if err != nil {
		return nil, err
	}
	m := Of(rec, items)
	k.mu.Lock()
	k.of[rec.ID] = marked{mark, rec.Erased, &m}
	k.mu.Unlock()
	return &m, nil
}
