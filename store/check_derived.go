package store

import (
	"bytes"
	"encoding/hex"
	"errors"

	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/store/derive"
	"leerbalie/store/disk"
	"leerbalie/store/self"
	"leerbalie/store/wire"
)

// part is a stretch of the items, from one entity up to another; nil is the beginning or the end. Both are of the file's pages,
// and good as long as its transaction.
type part struct{ from, to []byte }

// partItems is about how many items a part has.
const partItems = 8000

// parts cuts the items where entities begin.
func (c *checker) parts() (out []part) {
	var from, entity []byte
	n := 0
	cur := c.b.Bucket(wire.BucketItem).Cursor()
	for key, _ := cur.First(); key != nil; key, _ = cur.Next() {
		if len(key) >= 17 && !bytes.Equal(key[:17], entity) {
			entity = key[:17]
			if n >= partItems {
				out = append(out, part{from, entity})
				from, n = entity, 0
			}
		}
		n++
	}
	return append(out, part{from: from})
}

// entities works out every entity of a part again from its changes in the journal, and compares what is kept of it: the
// record, the items, and what every projection keeps of it. Items name their changes one to one, so that no change can be missing.
func (c *checker) entities(p part) error {
	var room []journal.Item // for those of one entity
	items := c.b.Bucket(wire.BucketItem).Cursor()
	key, body := items.First()
	if p.from != nil {
		key, body = items.Seek(p.from)
	}
	for key != nil && (p.to == nil || bytes.Compare(key, p.to) < 0) {
		if len(key) != 17+24 {
			c.problem("derived", "item "+hex.EncodeToString(key), "unreadable")
			key, body = items.Next()
			continue
		}
		if c.r.Entities++; c.r.Entities%256 == 0 && c.ctx.Err() != nil {
			return c.ctx.Err()
		}
		name := bytes.Clone(key[:17])
		e := &replayed{kind: journal.Kind(name[0]), id: wire.ParseID(name[1:]), c: c, items: room[:0]}
		stored := c.record.Get(c.b, wire.BucketRecord, name)
		c.records++
		e.part(stored)
		for ; bytes.HasPrefix(key, name); key, body = items.Next() {
			e.change(wire.ParseStamp(key[17:]), body)
		}
		if err := e.compare(stored); err != nil {
			return err
		}
		room = e.items
	}
	return nil
}

// totals compares how much there is with how much there should be: what is there and was not asked for is too much.
func (c *checker) totals() error {
	if c.seen != c.r.Changes {
		c.problem("derived", "item", "missing")
	}
	if journal.Logical(wire.ParseNumber(c.get(wire.BucketMeta, wire.MetaClock))) != c.latest {
		c.problem("derived", "clock", "differs") // what is written next would come before what is there, or far too late
	}
	if !self.Sound(c.b.Bucket(wire.BucketMeta)) {
		c.problem("file", "replica", "differs") // what is written next would be somebody else's
	}
	c.total("record", c.b.Bucket(wire.BucketRecord).Stats().KeyN, c.records)
	there := map[string]int{}
	for i := range c.s.derives.All {
		if p := &c.s.derives.All[i]; p.Entries != nil {
			there[string(p.Bucket)] += c.entries[p] // what no entity has may still be there
		}
	}
	for bucket, n := range there {
		c.total(bucket, c.b.Bucket([]byte(bucket)).Stats().KeyN, n)
	}
	c.sameWords()
	c.counters()
	c.trust()
	err := c.cells.Compare(c.b, func(where, detail string) { c.problem("derived", where, detail) })
	err = errors.Join(err, c.b.Bucket(wire.BucketCount).ForEach(func(k, v []byte) error {
		if wire.ParseNumber(v) != c.counts[string(k)] {
			c.problem("derived", "count", "differs")
		}
		delete(c.counts, string(k))
		return nil
	}))
	for k, n := range c.counts {
		if n > 0 {
			c.problem("derived", "count "+hex.EncodeToString([]byte(k)), "missing")
		}
	}
	return err
}

func (c *checker) total(bucket string, have, want int) {
	if have > want {
		c.problem("derived", bucket, "extra")
	}
}

// replayed is one entity, worked out again in memory.
type replayed struct {
	c     *checker
	kind  journal.Kind
	id    journal.ID
	scope journal.Scope
	rec   *journal.Record
	items []journal.Item
	lost  bool // changes are missing: no use comparing
}

func (e *replayed) where() string { return "record " + e.id.String() }

func (e *replayed) part(stored []byte) {
	if s, err := wire.ScopeOf(stored); err == nil {
		e.scope = s
	}
}

// change applies one change that an item names, and compares the item.
func (e *replayed) change(s journal.Stamp, body []byte) {
	stream := journal.Stream{Replica: s.Replica, Scope: e.scope}
	value := e.c.log.Get(e.c.b, wire.BucketLog, wire.LogKey(stream, s.Seq))
	if value == nil {
		e.c.problem("derived", e.where(), "extra")
		e.lost = true
		return
	}
	e.c.seen++
	e.c.latest = max(e.c.latest, s.Time)
	ch := &e.c.change
	w, err := wire.DecodeChange(value)
	if err == nil {
		err = wire.ReadInto(ch, stream, s.Seq, &w)
	}
	if err != nil || ch.Stamp() != s || ch.Entity != e.id || ch.Kind != e.kind {
		e.c.problem("derived", e.where(), "differs")
		e.lost = true
		return
	}
	sh := &scratch{e: e}
	if err := journal.Apply(sh, ch); err != nil {
		e.c.problem("derived", e.where(), "unreadable")
		e.lost = true
		return
	}
	e.c.form = wire.AppendItem(e.c.form[:0], &e.items[len(e.items)-1])
	if !same(body, e.c.form, knownItem) {
		e.c.problem("derived", e.where(), "differs")
	}
}

// compare compares what came of the changes with what is kept.
func (e *replayed) compare(stored []byte) error {
	if stored == nil {
		e.c.problem("derived", e.where(), "missing")
	}
	if e.lost || e.rec == nil {
		return nil
	}
	e.c.form = wire.AppendRecord(e.c.form[:0], e.rec)
	if stored != nil && !same(stored, e.c.form, knownRecord) {
		e.c.problem("derived", e.where(), "differs")
	}
	now := &e.c.now
	*now = derive.State{Rec: e.rec, List: e.items}
	if e.kind == desk.KindRequest {
		if err := e.c.issued.Note(e.c.t, e.rec); err != nil && fault.KindOf(err) != fault.Damaged {
			return err // what is damaged is a problem where it stands
		}
	}
	return e.c.s.derives.Of(e.kind, func(p *derive.Projection) error {
		switch {
		case p.Entries != nil:
			e.c.wanted = p.On(e.c.b.Seal(), now, e.c.wanted[:0])
			for i, want := range e.c.wanted {
				e.c.entry(p, i, want)
			}
		case p.Counts != nil:
			for _, key := range p.Counts(now, nil) {
				e.c.counts[string(key)]++
			}
		case p.Figures != nil:
			return p.Figures.Recount(e.c.t, &e.c.cells, now)
		default:
			return e.c.expectWords(p.Words, now)
		}
		return nil
	})
}

// place is one of the entries that a projection keeps of each entity: those of all entities stand in the order of these, mostly.
type place struct {
	p *derive.Projection
	i int
}

// entry checks that a projection keeps an entry.
func (c *checker) entry(p *derive.Projection, i int, want derive.Entry) {
	at := place{p, i}
	if c.kept[at] == nil {
		c.kept[at] = &disk.Near{}
	}
	have := c.kept[at].Get(c.b, p.Bucket, want.Key)
	switch {
	case have == nil:
		c.problem("derived", p.Name+" "+hex.EncodeToString(want.Key), "missing")
		return
	case !same(have, want.Value, p.Known):
		c.problem("derived", p.Name+" "+hex.EncodeToString(want.Key), "differs")
	}
	c.entries[p]++
}

// same tells whether a value is as it should be, but for what a later version added at the ends of its arrays; known leaves that
// out, and is nil for values that have no such end.
func same(have, want []byte, known func([]byte) []byte) bool {
	return bytes.Equal(have, want) || known != nil && bytes.Equal(known(have), want)
}

func knownRecord(value []byte) []byte {
	rec, err := wire.DecodeRecord(0, journal.ID{}, value)
	if err != nil {
		return value
	}
	return wire.EncodeRecord(rec)
}

func knownItem(value []byte) []byte {
	it, err := wire.DecodeItem(journal.Stamp{}, value)
	if err != nil {
		return value
	}
	return wire.EncodeItem(&it)
}
