package store

import (
	"bytes"
	"errors"
	"slices"

	"leerbalie/model/journal"
	"leerbalie/store/derive"
	"leerbalie/store/tally"
	"leerbalie/store/wire"
)

// settle brings what is derived from the touched entities up to date: their records, rows, lists, counts. It is called
// before anything is looked up in them, and at the end.
func (t *tx) settle() error {
	if t.w == nil {
		return nil
	}
	for len(t.w.dirty) > 0 {
		dirty := t.w.dirty
		t.w.dirty, t.w.settled = t.w.settled[:0], nil
		for _, e := range dirty {
			delete(t.w.isDirty, e)
			if err := t.settleEntity(e); err != nil {
				return err
			}
		}
		for _, e := range dirty {
			delete(t.w.items, e)
			if class, _ := t.Kinds().Class(e.kind); class == journal.Desk {
				delete(t.w.records, e)
			}
		}
		t.w.settled = dirty
	}
	return nil
}

// settleEntity keeps the record of an entity, and lets what is derived from it follow.
func (t *tx) settleEntity(e entity) error {
	rec := t.w.records[e]
	if rec == nil {
		return nil
	}
	before, touched := t.w.before[e]
	delete(t.w.before, e)
	now := &t.w.is
	*now = derive.State{Rec: rec, From: t}
	key, value := wire.RecordKey(e.kind, e.id), wire.EncodeRecord(rec)
	var was *derive.State
	old := t.get(wire.BucketRecord, key)
	if old != nil {
		same := bytes.Equal(old, value)
		if same && !touched {
			return nil
		}
		was = &t.w.was
		if *was = (derive.State{Rec: rec, From: t}); touched {
			was.From, was.List = nil, before
		}
		if !same {
			var err error
			if was.Rec, err = wire.DecodeRecord(e.kind, e.id, old); err != nil {
				return err
			}
		}
	}
	if was == nil || was.Rec != rec {
		if err := t.put(wire.BucketRecord, key, value); err != nil {
			return err
		}
	}
	return t.s.derives.Of(e.kind, func(p *derive.Projection) error { return t.follow(p, was, now) })
}

// follow brings one projection from what an entity was to what it is now; was is nil for a new one.
func (t *tx) follow(p *derive.Projection, was, now *derive.State) error {
	switch {
	case p.Entries != nil:
		t.moveEntries(p, was, now)
	case p.Counts != nil:
		t.w.keys = p.Counts(now, t.w.keys[:0])
		for _, key := range t.w.keys {
			t.w.counts[string(key)]++
		}
		if was != nil {
			t.w.keys = p.Counts(was, t.w.keys[:0])
			for _, key := range t.w.keys {
				t.w.counts[string(key)]--
			}
		}
	default:
		if err := p.Follow(t, &t.w.cells, was, now); err != nil {
			return err
		}
	}
	if was != nil && was.Err != nil {
		return was.Err
	}
	return now.Err
}

// moveEntries replaces the entries of an entity's old state by those of the new one; what both have stays as it is.
func (t *tx) moveEntries(p *derive.Projection, was, now *derive.State) {
	held := t.w.held[string(p.Bucket)]
	if held == nil {
		held = map[string][]byte{}
		t.w.held[string(p.Bucket)] = held
	}
	t.w.old, t.w.fresh = t.w.old[:0], p.On(t.b.Seal(), now, t.w.fresh[:0])
	if was != nil {
		t.w.old = p.On(t.b.Seal(), was, t.w.old)
		for _, o := range t.w.old {
			if !slices.ContainsFunc(t.w.fresh, o.Equal) {
				held[string(o.Key)] = nil
			}
		}
	}
	for _, n := range t.w.fresh {
		if slices.ContainsFunc(t.w.old, n.Equal) {
			continue
		}
		key := string(n.Key)
		held[key] = n.Value
		if p.Named {
			at := len(key) - len(journal.ID{})
			prefix, id := key[:at], wire.ParseID(n.Key[at:])
			if !slices.Contains(t.w.named[prefix], id) {
				t.w.named[prefix] = append(t.w.named[prefix], id)
			}
		}
	}
}

// flush settles, and writes the entries held back in the order of their keys: a page that many are put into out of order
// within one transaction moves what it holds for each of them.
func (t *tx) flush() error {
	if err := t.settle(); err != nil || t.w == nil {
		return err
	}
	return t.WriteHeld()
}

// WriteHeld is flush for those of entities that are settled.
func (t *tx) WriteHeld() error {
	for bucket, entries := range t.w.held {
		if err := derive.WriteSorted(t.bucket([]byte(bucket)), entries); err != nil {
			return err
		}
	}
	clear(t.w.named)
	return nil
}

// derived is the value of an entry that a projection keeps, nil when there is none.
func (t *tx) derived(bucket, key []byte) []byte {
	if t.w != nil {
		if v, held := t.w.held[string(bucket)][string(key)]; held {
			return v
		}
	}
	return t.get(bucket, key)
}

// finish writes what the transaction held back.
func (t *tx) finish() error {
	if err := errors.Join(t.flush(), t.w.cells.Flush(t.b), derive.WriteCounts(t.bucket(wire.BucketCount), t.w.counts)); err != nil {
		return err
	}
	if !t.w.replay {
		for s, h := range t.w.heads {
			if err := t.bucket(wire.BucketHead).Put(wire.StreamKey(s), h.Bytes()); err != nil {
				return err
			}
		}
	}
	for site, n := range t.w.counters {
		if err := tally.Keep(t.b, wire.BucketCounter, site[:], wire.Number(n)); err != nil {
			return err
		}
	}
	if t.w.clock != 0 {
		if err := tally.Keep(t.b, wire.BucketMeta, wire.MetaClock, wire.Number(uint64(t.w.clock))); err != nil {
			return err
		}
	}
	if t.w.txn != 0 {
		return tally.Keep(t.b, wire.BucketMeta, wire.MetaTxn, wire.Number(t.w.txn))
	}
	return nil
}
