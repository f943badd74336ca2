package store

import (
	"bytes"
	"slices"
	"time"

	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
	"leerbalie/store/derive"
	"leerbalie/store/disk"
	"leerbalie/store/wire"
)

// Each visits the records of a kind by id.
func (t *tx) Each(k journal.Kind, visit func(*journal.Record) error) error {
	if err := t.flush(); err != nil {
		return err
	}
	prefix := []byte{byte(k)}
	for key, v := range t.bucket(wire.BucketRecord).Below(prefix) {
		r, err := wire.DecodeRecord(k, wire.ParseID(key[1:]), v)
		if err != nil {
			return err
		}
		if err := visit(r); err != nil {
			return err
		}
	}
	return nil
}

// ItemsMark sums up which items an entity has, by their keys and lengths: far less than reading them.
func (t *tx) ItemsMark(k journal.Kind, id journal.ID) (mark uint64, err error) {
	if err := t.flush(); err != nil {
		return 0, err
	}
	prefix := wire.RecordKey(k, id)
	for key, v := range t.bucket(wire.BucketItem).Below(prefix) {
		at := key[len(prefix):]
		for i := 0; i < len(at); i += 8 {
			mark = (mark ^ wire.ParseNumber(at[i:i+8])) * 1099511628211 // FNV-1a, eight bytes at a time
		}
		mark = (mark ^ uint64(len(v)+1)) * 1099511628211
	}
	return mark, nil
}

// Row is what lists show of a request.
func (t *tx) Row(site, id journal.ID) (desk.RequestRow, bool, error) {
	if err := t.flush(); err != nil {
		return desk.RequestRow{}, false, err
	}
	return t.KeptRow(site, id)
}

// KeptRow is Row without what this transaction holds back.
func (t *tx) KeptRow(site, id journal.ID) (desk.RequestRow, bool, error) {
	b := t.derived(wire.BucketRow, wire.TwoIDs(site, id))
	if b == nil {
		return desk.RequestRow{}, false, nil
	}
	r, err := wire.DecodeRow(site, id, b)
	return r, true, err
}

// Page is a stretch of a list: it reads as many rows as it returns.
func (t *tx) Page(q desk.PageQuery) (p desk.Page, err error) {
	if err := t.flush(); err != nil {
		return p, err
	}
	prefix := wire.QueueKey(q.Site, q.View, "")
	c := t.bucket(wire.BucketIndex).Cursor()
	step := c.Next
	var key []byte
	if q.Back {
		step = c.Prev
		key = seekBefore(c, prefix, q.From)
	} else {
		key, _ = c.Seek(wire.QueueKey(q.Site, q.View, q.From))
	}
	for ; bytes.HasPrefix(key, prefix); key, _ = step() {
		if q.Limit > 0 && len(p.Rows) == q.Limit {
			p.More = true
			break
		}
		row, ok, err := t.KeptRow(q.Site, wire.ParseID(key[len(key)-16:]))
		if err != nil {
			return p, err
		}
		if !ok {
			return p, fault.New(fault.Damaged, "store-index")
		}
		row.Key = string(key[len(prefix):])
		p.Rows = append(p.Rows, row)
	}
	if q.Back {
		for i, j := 0, len(p.Rows)-1; i < j; i, j = i+1, j-1 {
			p.Rows[i], p.Rows[j] = p.Rows[j], p.Rows[i]
		}
	}
	return p, nil
}

// seekBefore puts the cursor on the last key of a prefix that is below from, or on its last key when from is empty.
func seekBefore(c *disk.Cursor, prefix []byte, from string) []byte {
	at := append(bytes.Clone(prefix), from...)
	if from == "" {
		at = append(at, bytes.Repeat([]byte{0xff}, 32)...)
	}
	if key, _ := c.Seek(at); key == nil {
		key, _ = c.Last()
		return key
	}
	key, _ := c.Prev()
	return key
}

// Counts are the sizes of a site's lists.
func (t *tx) Counts(site journal.ID) (c desk.Counts, err error) {
	if err := t.flush(); err != nil {
		return c, err
	}
	get := func(s desk.Status) int {
		key := wire.CountKey(site, s)
		n := int64(wire.ParseNumber(t.get(wire.BucketCount, key)))
		if t.w != nil {
			n += t.w.counts[string(key)]
		}
		return int(n)
	}
	c.Waiting, c.Claimed = get(desk.StatusWaiting), get(desk.StatusClaimed)
	c.Parked, c.Closed = get(desk.StatusParked), get(desk.StatusClosed)
	// the list stands by urgency, then by time: the longest waiting is the first of one of the three urgencies
	prefix := wire.QueueKey(site, desk.ViewWaiting, "")
	cur := t.bucket(wire.BucketIndex).Cursor()
	for rank := byte(0); rank < 3; rank++ {
		at := append(bytes.Clone(prefix), rank)
		if key, _ := cur.Seek(at); bytes.HasPrefix(key, at) {
			ms := int64(wire.ParseNumber(key[len(at):len(at)+8]) ^ 1<<63)
			if created := time.UnixMilli(ms).UTC(); c.Longest.IsZero() || created.Before(c.Longest) {
				c.Longest = created
			}
		}
	}
	return c, nil
}

// ByNumber finds a request by its number; of several the one that came first.
func (t *tx) ByNumber(number string) (journal.ID, error) {
	return t.named(derive.Hidden(t.b.Seal(), wire.NumberKey(number, journal.ID{}), 0))
}

// BySource finds a request by the id it had elsewhere; of several the one that came first.
func (t *tx) BySource(site journal.ID, source string) (journal.ID, error) {
	return t.named(derive.Hidden(t.b.Seal(), wire.SourceKey(site, plain.ID(source), journal.ID{}), 0))
}

// named is the lowest id that an index key consists of after the given beginning, whether or not it is in its bucket yet.
func (t *tx) named(prefix []byte) (id journal.ID, err error) {
	if err := t.settle(); err != nil {
		return id, err
	}
	for key := range t.bucket(wire.BucketIndex).Below(prefix) {
		if len(key) == len(prefix)+len(id) && t.derived(wire.BucketIndex, key) != nil {
			id = wire.ParseID(key[len(prefix):])
			break
		}
	}
	if t.w == nil {
		return id, nil
	}
	for _, held := range t.w.named[string(prefix)] {
		if t.derived(wire.BucketIndex, append(prefix, held[:]...)) != nil && (id.IsZero() || bytes.Compare(held[:], id[:]) < 0) {
			id = held
		}
	}
	return id, nil
}

// RequestsOf are the requests of a resident, or those that this one asks for others, newest first.
func (t *tx) RequestsOf(site, resident journal.ID, asked bool) (out []desk.RequestRow, err error) {
	if err := t.flush(); err != nil {
		return nil, err
	}
	same, err := t.MergedResidents(site, resident)
	if err != nil {
		return nil, err
	}
	same = append(same, resident)
	for _, who := range same {
		err = t.EachBelow(wire.OfResidentKey(site, who, journal.ID{})[:33], func(id journal.ID) error {
			row, ok, err := t.KeptRow(site, id)
			if ok && !row.Archived && (!asked && row.Resident == who || asked && !slices.Contains(same, row.Resident)) {
				out = append(out, row)
			}
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	slices.SortFunc(out, func(a, b desk.RequestRow) int { return bytes.Compare(b.ID[:], a.ID[:]) })
	return out, nil
}

// MergedResidents are the residents that were merged into one.
func (t *tx) MergedResidents(site, resident journal.ID) (out []journal.ID, err error) {
	if err := t.flush(); err != nil {
		return nil, err
	}
	return desk.AllMerged(resident, func(id journal.ID) (direct []journal.ID, err error) {
		err = t.EachBelow(wire.MergedKey(site, id, journal.ID{})[:33], func(id journal.ID) error {
			direct = append(direct, id)
			return nil
		})
		return direct, err
	})
}

// Linked are the requests that were merged into a request, or split from it, newest first.
func (t *tx) Linked(site, request journal.ID) (out []desk.RequestRow, err error) {
	if err := t.flush(); err != nil {
		return nil, err
	}
	err = t.EachBelow(wire.LinkedKey(site, request, journal.ID{})[:33], func(id journal.ID) error {
		row, ok, err := t.KeptRow(site, id)
		if ok && !row.Archived {
			out = append(out, row)
		}
		return err
	})
	slices.Reverse(out)
	return out, err
}

// Joined are the requests that were merged into one. Where a site has none, which is mostly so, that is asked once.
func (t *tx) Joined(site, request journal.ID) (out []journal.ID, err error) {
	if t.w != nil && t.w.merges {
		if err := t.flush(); err != nil {
			return nil, err
		}
		t.w.merges = false
	}
	if t.single == site {
		return nil, nil
	}
	prefix := wire.JoinedKey(site, request, journal.ID{})[:33]
	key, _ := t.bucket(wire.BucketIndex).Cursor().Seek(prefix[:17])
	if !bytes.HasPrefix(key, prefix[:17]) {
		if t.w == nil {
			t.single = site
		}
		return nil, nil
	}
	err = t.EachBelow(prefix, func(id journal.ID) error {
		out = append(out, id)
		return nil
	})
	return out, err
}

// eachBelow visits the ids at the end of the index keys with a prefix, oldest first.
// EachBelow visits the ids at the end of the keys of the index that begin in a way.
func (t *tx) EachBelow(prefix []byte, visit func(journal.ID) error) error {
	for key := range t.bucket(wire.BucketIndex).Below(prefix) {
		if err := visit(wire.ParseID(key[len(prefix):])); err != nil {
			return err
		}
	}
	return nil
}

// ResidentNames visits the name of every resident of the site.
func (t *tx) ResidentNames(site journal.ID, visit func(string) error) error {
	return t.EachResident(site, func(r desk.Resident) error { return visit(r.Name) })
}

// EachResident visits every resident of a site, archived, erased and merged ones among them, newest first.
func (t *tx) EachResident(site journal.ID, visit func(desk.Resident) error) error {
	if err := t.flush(); err != nil {
		return err
	}
	prefix := wire.ResidentKey(site, journal.ID{})[:17]
	c := t.bucket(wire.BucketIndex).Cursor()
	for key := seekBefore(c, prefix, ""); bytes.HasPrefix(key, prefix); key, _ = c.Prev() {
		rec, err := t.Record(desk.KindResident, wire.ParseID(key[17:]))
		if err != nil {
			return err
		}
		if rec == nil {
			return fault.New(fault.Damaged, "store-index")
		}
		if err := visit(desk.ResidentOf(rec)); err != nil {
			return err
		}
	}
	return nil
}
