package exchange

import (
	"cmp"
	"iter"
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/transfer"
	"leerbalie/store/cbor"
	"leerbalie/store/exchange/open311"
	"leerbalie/store/wire"
)

// Requests stand in a store by the moment at which they came in. Where a file has them in another order, every commit would alter pages
// all over the store, which takes twice as long and leaves them half empty. So rows that do not follow those before them are read ahead
// and sorted, as many as fit in these bounds. What is said about rows goes by their place in the file.
const (
	mostOrdered = 1 << 17  // rows
	mostText    = 64 << 20 // bytes of text in them
	// nearby is how much earlier than the one before it a row may be, in milliseconds, without being out of order: what stands near it is
	// altered in the same commits anyway, and where a clock was set back for the winter, an hour comes twice.
	nearby = 2 * 3600 * 1000
)

// reader reads rows in their order in the file.
type reader struct {
	rows   source
	now    time.Time
	room   entry // for one row at a time
	ids    *identities
	latest int64 // of all rows before, in milliseconds
}

// stretch is rows that are read, on their way to batches.
type stretch struct {
	taken            []taken
	refused          []transfer.Refusal
	again            []int // the rows that stood in the file before
	read, text       int
	earliest, latest int64 // of the moments in it, in milliseconds
	mixed            bool  // some row came in before one that stands before it
	err              error // why reading ended; nil for the end of the file or more to come
}

// taken is a row that was read and checked.
type taken struct {
	row   int
	at    int64
	group []model.Action
	asked []string // see entry.asked
	told  []saying
	kept  *kept // what group is made of, where that has to wait
}

// read reads some more rows; true when there are no more. Where they have to wait, as little as can be of each is kept.
func (r *reader) read(s *stretch, n int, wait bool) (end bool) {
	s.taken = slices.Grow(s.taken, n)
	for until := s.read + n; !end && s.read < until; {
		end = r.add(s, wait)
	}
	return end
}

func (r *reader) add(s *stretch, wait bool) (end bool) {
	e := &r.room
	row, err := r.rows.next(e)
	if err != nil {
		refusal, ok := isRowError(err)
		switch {
		case ok:
			s.read++
			s.refused = append(s.refused, refusal)
		case !isEnd(err):
			s.err = err
		}
		return !ok
	}
	s.read++
	if err := e.check(r.now); err != nil {
		s.refused = append(s.refused, transfer.Refusal{Row: row, Err: err})
		return false
	}
	switch again, err := r.ids.judge(e, row); {
	case err != nil:
		s.refused = append(s.refused, transfer.Refusal{Row: row, Err: err})
		return false
	case again:
		s.again = append(s.again, row)
		return false
	}
	t := taken{row: row, at: e.request.Created.UnixMilli(), asked: slices.Clone(e.asked), told: slices.Clone(e.told)}
	if wait {
		t.kept = e.keep()
	} else {
		t.group = e.actions()
	}
	if len(s.taken) == 0 {
		s.earliest, s.latest = t.at, t.at
	}
	s.mixed = s.mixed || t.at < s.latest-nearby
	s.taken, s.text = append(s.taken, t), s.text+len(e.request.Summary)+len(e.request.Details)
	s.earliest, s.latest = min(s.earliest, t.at), max(s.latest, t.at)
	return false
}

// follows tells whether the rows came in one after the other, and none before a moment.
func (s *stretch) follows(latest int64) bool {
	return len(s.taken) == 0 || !s.mixed && s.earliest >= latest-nearby
}

// order sorts the rows by when they came in.
func (s *stretch) order() {
	slices.SortStableFunc(s.taken, func(a, b taken) int { return cmp.Compare(a.at, b.at) })
}

// batches cuts the stretch into what is written in one commit; there is one at least.
func (s *stretch) batches() iter.Seq[batch] {
	return func(yield func(batch) bool) {
		refused, again, left := s.refused, s.again, s.read-len(s.taken)
		for rest := s.taken; ; {
			part := rest[:min(len(rest), batchRows)]
			rest = rest[len(part):]
			b := batch{groups: make([][]model.Action, 0, len(part)), rows: make([]int, 0, len(part)), asked: make([][]string, 0, len(part)),
				told: make([][]saying, 0, len(part)), refused: refused, again: again, read: left + len(part)}
			refused, again, left = nil, nil, 0 // all in the first
			for i := range part {
				t := &part[i]
				if t.kept != nil {
					t.group = t.kept.entry().actions()
				}
				b.groups, b.rows, b.asked, b.told = append(b.groups, t.group), append(b.rows, t.row), append(b.asked, t.asked), append(b.told, t.told)
				*t = taken{}
			}
			if len(rest) == 0 {
				b.err = s.err
			}
			if !yield(b) || len(rest) == 0 {
				return
			}
		}
	}
}

// kept is an entry in a fraction of its room: as it would stand on disk, but for what is told of moments.
type kept struct {
	created, closedAt time.Time
	memos             []open311.Note
	asker             *desk.Resident
	staff             []journal.ID
	referral          string
	renamed           *bool
	rest              []byte
}

// keep keeps what the entry holds.
func (e *entry) keep() *kept {
	b := cbor.Bytes(make([]byte, 0, 256), e.request.ID[:])
	b = cbor.Int(cbor.Bool(cbor.Bool(b, e.closed), e.parked), int64(e.minutes))
	b = cbor.Bytes(cbor.Bool(cbor.Bool(cbor.Bool(cbor.Bool(b, e.dated), e.derived), e.fresh), e.wordless), e.own[:])
	b = appendFields(b, desk.RequestTable(), &e.request)
	b = appendFields(b, desk.ClosingTable(), &e.how)
	return &kept{e.request.Created, e.closedAt, e.memos, e.asker, e.staff, e.referral, e.renamed, slices.Clone(b)}
}

// entry is the entry that was kept. It panics where keep would have written something else.
func (k *kept) entry() *entry {
	r := cbor.Read(k.rest)
	e := &entry{closedAt: k.closedAt, memos: k.memos, asker: k.asker, staff: k.staff, referral: k.referral, renamed: k.renamed}
	copy(e.request.ID[:], r.Bytes())
	e.closed, e.parked, e.minutes = r.Bool(), r.Bool(), int(r.Int())
	e.dated, e.derived, e.fresh, e.wordless = r.Bool(), r.Bool(), r.Bool(), r.Bool()
	copy(e.own[:], r.Bytes())
	readFields(&r, desk.RequestTable(), &e.request)
	readFields(&r, desk.ClosingTable(), &e.how)
	e.request.Created = k.created // with its place on earth
	if err := r.Done(); err != nil {
		panic(err)
	}
	return e
}

// appendFields appends those fields that hold something, each by its place in its table.
func appendFields[E any](b []byte, fields model.Table[E], e *E) []byte {
	for i := range fields {
		if v := fields[i].Get(e); !v.IsNone() {
			b = wire.AppendValue(cbor.Uint(b, uint64(i)), v)
		}
	}
	return cbor.Uint(b, uint64(len(fields)))
}

func readFields[E any](r *cbor.Reader, fields model.Table[E], e *E) {
	for !r.Failed() {
		i := r.Uint(uint64(len(fields)))
		if i == uint64(len(fields)) {
			return
		}
		fields[i].Put(e, wire.ReadValue(r))
	}
}
