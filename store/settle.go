package store

import (
	"bytes"
	"maps"
	"slices"

	"leerbalie/model"
)

// settle brings what is derived from the touched entities up to date: their records, rows, lists, counts. It is called
// before anything is looked up in them, and at the end.
func (t *tx) settle() error {
	if t.w == nil {
		return nil
	}
	for len(t.w.dirty) > 0 {
		dirty := t.w.dirty
		t.w.dirty = nil
		for _, e := range dirty {
			delete(t.w.isDirty, e)
			if err := t.settleEntity(e); err != nil {
				return err
			}
		}
		for _, e := range dirty {
			delete(t.w.items, e)
			if class, _ := t.Kinds().Class(e.kind); class == model.Desk {
				delete(t.w.records, e)
			}
		}
	}
	return nil
}

func (t *tx) settleEntity(e entity) error {
	rec := t.w.records[e]
	if rec == nil {
		return nil
	}
	key := recordKey(e.kind, e.id)
	value := encodeRecord(rec)
	old := t.get(bucketRecord, key)
	if !bytes.Equal(old, value) {
		old = append([]byte(nil), old...)
		if err := t.put(bucketRecord, key, value); err != nil {
			return err
		}
		if e.kind == model.KindResident {
			if err := t.settleResident(rec, old); err != nil {
				return err
			}
		}
	}
	if e.kind == model.KindRequest {
		return t.settleRequest(e, rec)
	}
	return nil
}

func (t *tx) settleRequest(e entity, rec *model.Record) error {
	items, err := t.Items(e.kind, e.id)
	if err != nil {
		return err
	}
	r := model.RequestOf(rec, items)
	row := r.Row()
	old, had, err := t.row(rec.Part, e.id)
	if err != nil {
		return err
	}
	t.w.rows[string(twoIDs(rec.Part, e.id))] = encodeRow(&row)
	var was *model.RequestRow
	if had {
		was = &old
	}
	t.moveKeys(was, &row)
	if !row.Archived {
		t.w.counts[string(countKey(row.Site, row.Status))]++
	}
	if was != nil && !was.Archived {
		t.w.counts[string(countKey(was.Site, was.Status))]--
	}
	return t.reword(was, &row)
}

// moveKeys replaces the index entries of a row's old state by those of the new one.
func (t *tx) moveKeys(was, row *model.RequestRow) {
	if was != nil {
		for _, o := range indexEntries(was) {
			t.w.index[string(o.key)] = nil
		}
	}
	for _, n := range indexEntries(row) {
		t.w.index[string(n.key)] = n.value
		if n.key[0] == 'n' || n.key[0] == 's' {
			prefix := string(n.key[:len(n.key)-len(row.ID)])
			if !slices.Contains(t.w.named[prefix], row.ID) {
				t.w.named[prefix] = append(t.w.named[prefix], row.ID)
			}
		}
	}
}

// flush settles, and writes rows and index entries in the order of their keys: a page that many are put into out of order
// within one transaction moves what it holds for each of them.
func (t *tx) flush() error {
	if err := t.settle(); err != nil || t.w == nil {
		return err
	}
	if err := t.writeSorted(bucketRow, t.w.rows); err != nil {
		return err
	}
	clear(t.w.named)
	return t.writeSorted(bucketIndex, t.w.index)
}

func (t *tx) writeSorted(bucket []byte, entries map[string][]byte) error {
	if len(entries) == 0 {
		return nil
	}
	b := t.bucket(bucket)
	b.FillPercent = 0.9
	c := b.Cursor()
	for _, key := range slices.Sorted(maps.Keys(entries)) {
		value := entries[key]
		k := []byte(key)
		have, old := c.Seek(k)
		var err error
		switch there := bytes.Equal(have, k); {
		case value == nil && there:
			err = b.Delete(k)
		case value != nil && (!there || !bytes.Equal(old, value)):
			err = b.Put(k, value)
		}
		if err != nil {
			return err
		}
	}
	clear(entries)
	return nil
}

// indexed is the value of an index entry, nil when there is none.
func (t *tx) indexed(key []byte) []byte {
	if t.w != nil {
		if v, ok := t.w.index[string(key)]; ok {
			return v
		}
	}
	return t.get(bucketIndex, key)
}

// entry is one key of an index with its value.
type entry struct{ key, value []byte }

// indexEntries is every index entry of a request.
func indexEntries(r *model.RequestRow) []entry {
	out := make([]entry, 0, 6)
	for _, p := range r.Places() {
		out = append(out, entry{queueKey(r.Site, p.View, p.Key), []byte{}})
	}
	if r.Number != "" {
		out = append(out, entry{numberKey(r.Number, r.ID), []byte{}})
	}
	if r.Source != "" {
		out = append(out, entry{sourceKey(r.Site, r.Source, r.ID), []byte{}})
	}
	if !r.Resident.IsZero() {
		out = append(out, entry{ofResidentKey(r.Site, r.Resident, r.ID), []byte{}})
	}
	if !r.Linked.IsZero() {
		out = append(out, entry{linkedKey(r.Site, r.Linked, r.ID), []byte{}})
	}
	return out
}

// residentEntries is every index entry of a resident.
func residentEntries(r *model.Resident) []entry {
	out := []entry{{residentKey(r.Site, r.ID), []byte{}}}
	if !r.MergedInto.IsZero() {
		out = append(out, entry{mergedKey(r.Site, r.MergedInto, r.ID), []byte{}})
	}
	return out
}

func (t *tx) settleResident(rec *model.Record, old []byte) error {
	r := model.ResidentOf(rec)
	var was model.Resident
	if len(old) > 0 {
		before, err := decodeRecord(rec.Kind, rec.ID, old)
		if err != nil {
			return err
		}
		was = model.ResidentOf(before)
	}
	if !was.MergedInto.IsZero() {
		t.w.index[string(mergedKey(rec.Part, was.MergedInto, rec.ID))] = nil
	}
	for _, e := range residentEntries(&r) {
		t.w.index[string(e.key)] = e.value
	}
	if err := t.rewordResident(&was, &r); err != nil || was.Name == r.Name || len(old) == 0 {
		return err
	}
	// requests are found by the resident's name as well
	if err := t.writeSorted(bucketIndex, t.w.index); err != nil {
		return err
	}
	return t.eachBelow(ofResidentKey(rec.Part, rec.ID, model.ID{})[:33], func(id model.ID) error {
		return t.bucket(bucketUnfolded).Put(unfoldedKey(model.KindRequest, rec.Part, id), nil)
	})
}

// finish writes what the transaction held back.
func (t *tx) finish() error {
	if err := t.flush(); err != nil {
		return err
	}
	for key, d := range t.w.counts {
		b := t.bucket(bucketCount)
		if err := b.Put([]byte(key), number(uint64(int64(parseNumber(b.Get([]byte(key))))+d))); err != nil {
			return err
		}
	}
	if !t.w.replay {
		for s, h := range t.w.heads {
			if err := t.bucket(bucketHead).Put(streamKey(s), h.bytes()); err != nil {
				return err
			}
		}
	}
	for site, n := range t.w.counters {
		if err := t.bucket(bucketCounter).Put(site[:], number(n)); err != nil {
			return err
		}
	}
	meta := t.bucket(bucketMeta)
	if t.w.clock != 0 {
		if err := meta.Put(metaClock, number(uint64(t.w.clock))); err != nil {
			return err
		}
	}
	if t.w.txn != 0 {
		return meta.Put(metaTxn, number(t.w.txn))
	}
	return nil
}
