package store

import (
	"bytes"
	"math"
	"slices"
	"strconv"
	"strings"

	bolt "go.etcd.io/bbolt"

	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/store/cbor"
)

// lastChanges is the last sequence number that the journal holds of each of its streams, by the journal alone.
func lastChanges(b *bolt.Tx) map[journal.Stream]uint64 {
	out := map[journal.Stream]uint64{}
	cur := b.Bucket(bucketLog).Cursor()
	for key, _ := cur.First(); key != nil; {
		if len(key) != logKeyLen {
			key, _ = cur.Next()
			continue
		}
		s := parseStream(key)
		beyond, _ := cur.Seek(append(streamKey(s), bytes.Repeat([]byte{0xff}, logKeyLen+1-streamLen)...))
		last, _ := cur.Prev()
		if beyond == nil {
			last, _ = cur.Last()
		}
		for len(last) != logKeyLen { // such a key is a problem of the chain
			last, _ = cur.Prev()
		}
		out[s] = parseNumber(last[streamLen:])
		if key = nil; beyond != nil {
			key, _ = cur.Seek(beyond)
		}
	}
	return out
}

// evidence looks for whatever refers to changes that the journal does not hold: then changes are gone that were there. What
// is made from the journal can be made anew from what is left of it, but it would no longer tell that something is missing:
// so these are problems that a repair refuses to touch.
func (c *checker) evidence() error {
	e := &evidence{c: c, last: lastChanges(c.b), lacks: map[journal.Stream]uint64{}}
	if err := e.heads(); err != nil {
		return err
	}
	if err := e.entities(); err != nil {
		return err
	}
	for s := range e.lacks {
		c.altered(Problem{Kind: Altered, Where: streamName(streamKey(s)), Detail: Missing, Sequence: e.last[s] + 1})
	}
	slices.SortFunc(c.r.Problems, func(a, b Problem) int { return strings.Compare(a.Where, b.Where) })
	return e.counters()
}

// evidence is a search for what refers to changes that are gone.
type evidence struct {
	c     *checker
	last  map[journal.Stream]uint64
	lacks map[journal.Stream]uint64 // the last change that something refers to, of streams that end before it

	latest journal.Logical // of the moments that items name
}

func (e *evidence) refers(s journal.Stream, seq uint64) {
	if seq > e.last[s] {
		e.lacks[s] = max(e.lacks[s], seq)
	}
}

// heads looks at what says of itself that a stream went on.
func (e *evidence) heads() error {
	err := e.c.b.Bucket(bucketHead).ForEach(func(k, v []byte) error {
		if h, err := parseHead(v); err == nil && len(k) == streamLen {
			e.refers(parseStream(k), h.seq)
		}
		return nil // one that cannot be read is a problem of the chain
	})
	if err != nil {
		return err
	}
	return e.c.b.Bucket(bucketMark).ForEach(func(k, _ []byte) error {
		if len(k) == logKeyLen {
			e.refers(parseStream(k), parseNumber(k[streamLen:]))
		}
		return nil
	})
}

// entities looks at every item, and at the versions of every record.
func (e *evidence) entities() error {
	items, records := e.c.b.Bucket(bucketItem).Cursor(), e.c.b.Bucket(bucketRecord).Cursor()
	item, _ := items.First()
	record, value := records.First()
	for n := 0; item != nil || record != nil; n++ {
		if n%1024 == 0 && e.c.ctx.Err() != nil {
			return e.c.ctx.Err()
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
				s := parseStamp(item[17:])
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
func (e *evidence) record(name, value []byte) journal.Scope {
	at, err := scopeOf(value)
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
		s := readStamp(&r)
		whole = whole && s.Seq <= e.last[journal.Stream{Replica: s.Replica, Scope: at}]
		if r.Failed() {
			return at
		}
	}
	if whole {
		return at
	}
	rec, err := decodeRecord(journal.Kind(name[0]), parseID(name[1:]), value)
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
func (e *evidence) stamp(name []byte, at journal.Scope, s journal.Stamp) {
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

func (e *evidence) holds(stream journal.Stream, name []byte, s journal.Stamp) bool {
	ch, _, err := openChange(stream, s.Seq, e.c.get(bucketLog, logKey(stream, s.Seq)))
	return err == nil && ch.Entity == parseID(name[1:]) && ch.Time == s.Time
}

// counters looks at what counts on with each change, or with each request. Where that is ahead of what lists show, the journal
// is read for the truth of it.
func (e *evidence) counters() error {
	b := e.c.b
	given := map[journal.ID]uint64{} // the last number that was given out at a site
	err := b.Bucket(bucketRow).ForEach(func(k, v []byte) error {
		if r := cbor.Read(v); len(k) == 32 {
			r.AtLeast(1)
			given[parseID(k)] = max(given[parseID(k)], countOf(r.Text()))
		}
		return nil
	})
	if err != nil {
		return err
	}
	ahead := false
	counters := map[journal.ID]uint64{}
	err = b.Bucket(bucketCounter).ForEach(func(k, v []byte) error {
		site := parseID(k)
		counters[site] = parseNumber(v)
		ahead = ahead || counters[site] > given[site]
		return nil
	})
	if err != nil {
		return err
	}
	if len(e.last) == 0 && parseNumber(e.c.get(bucketMeta, metaTxn)) > 0 {
		e.c.altered(Problem{Kind: Altered, Where: "txn", Detail: Missing})
	}
	clock := journal.Logical(parseNumber(e.c.get(bucketMeta, metaClock)))
	if clock <= e.latest && !ahead {
		return nil
	}
	var latest journal.Logical
	cur := b.Bucket(bucketLog).Cursor()
	for key, v := cur.First(); key != nil; key, v = cur.Next() {
		if e.c.ctx.Err() != nil {
			return e.c.ctx.Err()
		}
		if len(key) != logKeyLen {
			continue
		}
		ch, _, err := openChange(parseStream(key), parseNumber(key[streamLen:]), v)
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
	if clock > latest {
		e.c.altered(Problem{Kind: Altered, Where: "clock", Detail: Missing})
	}
	for site, n := range counters {
		if n > given[site] {
			e.c.altered(Problem{Kind: Altered, Where: "counter " + site.String(), Detail: Missing, Sequence: n})
		}
	}
	return nil
}

// countOf is the count at the end of a request's number.
func countOf(number string) uint64 {
	n, err := strconv.ParseUint(number[strings.LastIndexByte(number, '-')+1:], 10, 64)
	if err != nil {
		return 0
	}
	return n
}
