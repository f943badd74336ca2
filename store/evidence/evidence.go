// Package evidence finds that changes are gone from a journal, or are others than they were, where the journal itself no longer tells:
// by whatever refers to them, and by who saw them before.
package evidence

import (
	"bytes"
	"context"
	"math"
	"slices"
	"strconv"
	"strings"

	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/store/cbor"
	"leerbalie/store/disk"
	"leerbalie/store/wire"
)

// Parts are the buckets of a store that tell of its changes, as drawn in schema.go.
type Parts struct {
	Log, Head, Mark, Record, Item, Row, Counter *disk.Bucket
	Away                                        *disk.Bucket // nil: of a version that had none

	Clock journal.Logical // the last moment of the logical clock
	Txn   uint64          // the last transaction
}

// PartsOf are those of what a transaction sees.
func PartsOf(b *disk.Tx) Parts {
	meta := b.Bucket(wire.BucketMeta)
	return Parts{Log: b.Bucket(wire.BucketLog), Head: b.Bucket(wire.BucketHead), Mark: b.Bucket(wire.BucketMark), Record: b.Bucket(wire.BucketRecord),
		Item: b.Bucket(wire.BucketItem), Row: b.Bucket(wire.BucketRow), Counter: b.Bucket(wire.BucketCounter), Away: b.Bucket(wire.BucketAway),
		Clock: journal.Logical(wire.ParseNumber(meta.Get(wire.MetaClock))), Txn: wire.ParseNumber(meta.Get(wire.MetaTxn))}
}

// Gone is what something in a store refers to and the journal does not hold.
type Gone struct {
	Stream   journal.Stream // zero: not known, and Where tells what refers to it
	Where    string
	Sequence uint64 // the first change that is missing, or the last number given out; 0: not known
}

// Last is the last sequence number that the journal holds of each of its streams, by the journal alone.
func (p Parts) Last() map[journal.Stream]uint64 {
	out := map[journal.Stream]uint64{}
	cur := p.Log.Cursor()
	for key, _ := cur.First(); key != nil; {
		if len(key) != wire.LogKeyLen {
			key, _ = cur.Next()
			continue
		}
		s := wire.ParseStream(key)
		beyond, _ := cur.Seek(append(wire.StreamKey(s), bytes.Repeat([]byte{0xff}, wire.LogKeyLen+1-wire.StreamLen)...))
		last, _ := cur.Prev()
		if beyond == nil {
			last, _ = cur.Last()
		}
		for last != nil && len(last) != wire.LogKeyLen { // such a key is a problem of the chain
			last, _ = cur.Prev()
		}
		if last == nil {
			break // pages that do not follow each other, of which check tells
		}
		out[s] = wire.ParseNumber(last[wire.StreamLen:])
		if key = nil; beyond != nil {
			key, _ = cur.Seek(beyond)
		}
	}
	return out
}

// Find looks for whatever refers to changes that the journal does not hold: then changes are gone that were there. What is made from
// the journal can be made anew from what is left of it, but would no longer tell that something is missing. What cannot be read
// is passed over: it is a problem of its own.
func Find(ctx context.Context, p Parts) ([]Gone, error) {
	e := &search{Parts: p, ctx: ctx, last: p.Last(), lacks: map[journal.Stream]uint64{}}
	if err := e.heads(); err != nil {
		return nil, err
	}
	if err := e.entities(); err != nil {
		return nil, err
	}
	var out []Gone
	for s := range e.lacks {
		out = append(out, Gone{Stream: s, Sequence: e.last[s] + 1})
	}
	slices.SortFunc(out, func(a, b Gone) int { return bytes.Compare(wire.StreamKey(a.Stream), wire.StreamKey(b.Stream)) })
	more, err := e.counters()
	return append(out, more...), err
}

// search is a search for what refers to changes that are gone.
type search struct {
	Parts
	ctx   context.Context
	last  map[journal.Stream]uint64
	lacks map[journal.Stream]uint64 // the last change that something refers to, of streams that end before it

	latest journal.Logical // of the moments that items name
}

func (e *search) refers(s journal.Stream, seq uint64) {
	if seq > e.last[s] {
		e.lacks[s] = max(e.lacks[s], seq)
	}
}

// heads looks at what says of itself that a stream went on.
func (e *search) heads() error {
	err := e.Head.ForEach(func(k, v []byte) error {
		if h, err := wire.ParseHead(v); err == nil && len(k) == wire.StreamLen {
			e.refers(wire.ParseStream(k), h.Seq)
		}
		return nil // one that cannot be read is a problem of the chain
	})
	if err != nil {
		return err
	}
	return e.Mark.ForEach(func(k, _ []byte) error {
		if len(k) == wire.LogKeyLen {
			e.refers(wire.ParseStream(k), wire.ParseNumber(k[wire.StreamLen:]))
		}
		return nil
	})
}

// entities looks at every item, and at the versions of every record.
func (e *search) entities() error {
	items, records := e.Item.Cursor(), e.Record.Cursor()
	item, _ := items.First()
	record, value := records.First()
	for n := 0; item != nil || record != nil; n++ {
		if n%1024 == 0 && e.ctx.Err() != nil {
			return e.ctx.Err()
		}
		name := record
		if record == nil || item != nil && bytes.Compare(item, record) < 0 {
			name = item[:min(len(item), 17)] // of an entity without a record
		}
		var at journal.Scope
		ours := bytes.Equal(name, record)
		if ours && len(name) == 17 {
			at = e.record(name, value)
		}
		for ; item != nil && bytes.HasPrefix(item, name); item, _ = items.Next() {
			if len(item) == 17+24 {
				s := wire.ParseStamp(item[17:])
				e.latest = max(e.latest, s.Time)
				e.stamp(name, at, s)
			}
		}
		if ours {
			record, value = records.Next()
		}
	}
	return nil
}

// record looks at the versions of a record, and tells where it lives.
func (e *search) record(name, value []byte) journal.Scope {
	at, err := wire.ScopeOf(value)
	if err != nil {
		return at // a problem of what is derived
	}
	r := cbor.Read(value)
	r.AtLeast(6)
	r.Uint(math.MaxUint8)
	r.Bytes()
	r.Uint(math.MaxUint16)
	r.Bool()
	whole := true
	for range r.Array() {
		s := wire.ReadStamp(&r)
		whole = whole && s.Seq <= e.last[journal.Stream{Replica: s.Replica, Scope: at}]
		if r.Failed() {
			return at
		}
	}
	if whole {
		return at
	}
	rec, err := wire.DecodeRecord(journal.Kind(name[0]), wire.ParseID(name[1:]), value)
	if err != nil {
		return at
	}
	for i := range rec.Registers { // versions that have been replaced before they arrived are named as well
		for _, v := range rec.Registers[i].Live {
			e.stamp(name, at, v.Stamp)
		}
	}
	return at
}

// stamp looks at a change that an entity refers to. Where the entity lives may be unknown, or be damaged: the change is looked
// for in every stream of its replica before it is missed.
func (e *search) stamp(name []byte, at journal.Scope, s journal.Stamp) {
	own := journal.Stream{Replica: s.Replica, Scope: at}
	if s.Seq <= e.last[own] {
		return
	}
	for stream := range e.last {
		if stream.Replica == s.Replica && e.holds(stream, name, s) {
			return
		}
	}
	e.refers(own, s.Seq)
}

func (e *search) holds(stream journal.Stream, name []byte, s journal.Stamp) bool {
	ch, _, err := wire.OpenChange(stream, s.Seq, e.Log.Get(wire.LogKey(stream, s.Seq)))
	return err == nil && ch.Entity == wire.ParseID(name[1:]) && ch.Time == s.Time
}

// counters looks at what counts on with each change, or with each request. Where that is ahead of what lists show, the journal
// is read for the truth of it.
func (e *search) counters() (out []Gone, err error) {
	given := map[journal.ID]uint64{} // the last number that was given out at a site
	err = e.Row.ForEach(func(k, v []byte) error {
		if r := cbor.Read(v); len(k) == 32 {
			r.AtLeast(1)
			given[wire.ParseID(k)] = max(given[wire.ParseID(k)], countOf(r.Text()))
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	ahead := false
	counters := map[journal.ID]uint64{}
	err = e.Counter.ForEach(func(k, v []byte) error {
		site := wire.ParseID(k)
		counters[site] = wire.ParseNumber(v)
		ahead = ahead || counters[site] > given[site]
		return nil
	})
	if err != nil {
		return nil, err
	}
	if len(e.last) == 0 && e.Txn > 0 {
		out = append(out, Gone{Where: "txn"})
	}
	latest, err := e.putAway()
	if err != nil {
		return nil, err
	}
	if e.latest = max(e.latest, latest); e.Clock <= e.latest && !ahead {
		return out, nil
	}
	cur := e.Log.Cursor()
	for key, v := cur.First(); key != nil; key, v = cur.Next() {
		if e.ctx.Err() != nil {
			return nil, e.ctx.Err()
		}
		if len(key) != wire.LogKeyLen {
			continue
		}
		ch, _, err := wire.OpenChange(wire.ParseStream(key), wire.ParseNumber(key[wire.StreamLen:]), v)
		if err != nil {
			continue // a problem of the chain
		}
		latest = max(latest, ch.Time)
		if ch.Kind != desk.KindRequest {
			continue
		}
		for _, w := range ch.Writes {
			if w.Field == desk.RequestNumber {
				given[ch.Stream.Scope.Part] = max(given[ch.Stream.Scope.Part], countOf(w.Value.Text()))
			}
		}
	}
	if e.Clock > latest {
		out = append(out, Gone{Where: "clock"})
	}
	for site, n := range counters {
		if n > given[site] {
			out = append(out, Gone{Where: "counter " + site.String(), Sequence: n})
		}
	}
	return out, nil
}

// putAway is the last moment of the clock at which something was put away.
func (e *search) putAway() (latest journal.Logical, err error) {
	if e.Away == nil {
		return 0, nil
	}
	err = e.Away.ForEach(func(k, _ []byte) error {
		if len(k) == wire.StreamLen {
			_, clock := e.away(wire.ParseStream(k))
			latest = max(latest, clock)
		}
		return nil
	})
	return latest, err
}

// countOf is the count at the end of a request's number.
func countOf(number string) uint64 {
	n, err := strconv.ParseUint(number[strings.LastIndexByte(number, '-')+1:], 10, 64)
	if err != nil {
		return 0
	}
	return n
}
