package store

import (
	"bytes"
	"crypto/rand"
	"errors"
	"time"

	"leerbalie/model"
	"leerbalie/model/conflict"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/kinds"
	"leerbalie/model/learning"
	"leerbalie/store/derive"
	"leerbalie/store/disk"
	"leerbalie/store/tally"
	"leerbalie/store/wire"
)

// tx is a transaction as the model sees it. The writing part is nil in one that reads.
type tx struct {
	s    *Store
	b    *disk.Tx
	w    *writing
	open disk.Cursors
	// names are those of residents that were looked up before; nil, where they may change meanwhile
	names  map[journal.ID]string
	single journal.ID     // a site of which no request is merged into another, in one that reads
	items  []journal.Item // room in which items are read, before they are known to be so many
}

var (
	_ model.WriteTx       = (*tx)(nil)
	_ desk.Index          = (*tx)(nil)
	_ conflict.Index      = (*tx)(nil)
	_ learning.NameSource = (*tx)(nil)
)

type entity struct {
	kind journal.Kind
	id   journal.ID
}

// writing is what a transaction that writes holds back: records and counts are written once, lists and indexes follow
// when somebody is about to read them, or at the end.
type writing struct {
	now        time.Time // as it is believed
	wall       time.Time // as the clock says
	trusted    bool      // somebody says that it is right
	txn        uint64
	clock      journal.Logical
	latest     journal.Logical // of the changes that a rebuild replayed
	changes    int             // counts whatever was put into the file, so that a failed part of a commit is never kept
	heads      map[journal.Stream]wire.Head
	merges     bool // a merge of requests, or something that takes one back, is not settled yet
	forgot     bool // a payload in the journal was replaced by its digest
	replay     bool // heads are counted, not written: a rebuild
	records    map[entity]*journal.Record
	items      map[entity][]journal.Item // complete lists of entities that this transaction touches
	before     map[entity][]journal.Item // what those lists were when they were last settled, of entities whose items changed since
	dirty      []entity                  // touched since the last settling, in order
	settled    []entity                  // room for those of the next one
	is, was    derive.State              // the entity that is being settled, as it is and as it was
	isDirty    map[entity]bool
	counts     map[string]int64
	cells      derive.Cells                 // figures that are not in the file yet
	counters   map[journal.ID]uint64        // the last number given out at a site
	held       map[string]map[string][]byte // by bucket, the entries that are not in it yet; nil: to be deleted
	old, fresh []derive.Entry               // room for the entries of one entity
	keys       [][]byte                     // room for what it counts under
	random     []byte                       // of which nothing has been used as a salt yet
	named      map[string][]journal.ID      // the ids at the end of entries of index that requests are looked up by
	kinds      map[journal.Kind]bool
	sealed     map[*journal.Change]*wire.Change // changes from elsewhere, in the form in which they came
}

func newWriting(wall time.Time) *writing {
	return &writing{now: wall, wall: wall, heads: map[journal.Stream]wire.Head{}, records: map[entity]*journal.Record{}, items: map[entity][]journal.Item{},
		isDirty: map[entity]bool{}, counts: map[string]int64{}, counters: map[journal.ID]uint64{}, before: map[entity][]journal.Item{},
		held: map[string]map[string][]byte{}, named: map[string][]journal.ID{}, kinds: map[journal.Kind]bool{},
		sealed: map[*journal.Change]*wire.Change{}}
}

func (t *tx) bucket(name []byte) *disk.Bucket { return t.b.Bucket(name) }

func (t *tx) get(bucket, key []byte) []byte { return t.open.Get(t.b, bucket, key) }

// Now is the wall clock at the start of the transaction, as far as it is believed.
func (t *tx) Now() time.Time { return t.w.now }

// Wall is what the clock said.
func (t *tx) Wall() time.Time { return t.w.wall }

// TrustClock takes the wall clock as it is: somebody says that it is right.
func (t *tx) TrustClock() { t.w.now, t.w.trusted = t.w.wall, true }

// NewID makes an id for a moment.
func (t *tx) NewID(at time.Time) (journal.ID, error) {
	return journal.NewID(at.UnixMilli(), rand.Reader)
}

// Replica is the name of this copy of the store.
func (t *tx) Replica() journal.Replica { return t.s.Replica() }

// Own is this transaction.
func (t *tx) Own() any { return t }

// Kinds is the list of the kinds of entity.
func (t *tx) Kinds() *journal.Kinds { return kinds.All() }

// Followers are told what happens in a transaction.
func (t *tx) Followers() []model.Follower { return kinds.Followers() }

// Tag is the two characters that this copy's numbers carry.
func (t *tx) Tag() string { return t.s.Tag() }

// Changes counts what was written in this transaction: changes, and numbers given out.
func (t *tx) Changes() int { return t.w.changes }

// Txn is the local number of this transaction.
func (t *tx) Txn() (uint64, error) {
	if t.w.txn == 0 {
		t.w.txn = wire.ParseNumber(t.get(wire.BucketMeta, wire.MetaTxn)) + 1
	}
	return t.w.txn, nil
}

// NextNumber counts the numbers given out at a site.
func (t *tx) NextNumber(site journal.ID) (uint64, error) {
	n, ok := t.w.counters[site]
	if !ok {
		n = wire.ParseNumber(t.get(wire.BucketCounter, site[:]))
	}
	t.w.counters[site] = n + 1
	t.w.changes++
	return n + 1, nil
}

// Record is the state of an entity.
func (t *tx) Record(k journal.Kind, id journal.ID) (*journal.Record, error) {
	if t.w != nil {
		if r, ok := t.w.records[entity{k, id}]; ok {
			return r, nil
		}
	}
	b := t.get(wire.BucketRecord, wire.RecordKey(k, id))
	var r *journal.Record
	if b != nil {
		var err error
		if r, err = wire.DecodeRecord(k, id, b); err != nil {
			return nil, err
		}
	}
	if t.w != nil {
		t.w.records[entity{k, id}] = r
	}
	return r, nil
}

// PutRecord keeps the state of an entity.
func (t *tx) PutRecord(r *journal.Record) error {
	e := entity{r.Kind, r.ID}
	t.w.records[e] = r
	t.touch(e)
	return nil
}

func (t *tx) touch(e entity) {
	if !t.w.isDirty[e] {
		t.w.isDirty[e] = true
		t.w.dirty = append(t.w.dirty, e)
		t.w.kinds[e.kind] = true
	}
}

// Items are an entity's items in ascending order of stamp.
func (t *tx) Items(k journal.Kind, id journal.ID) ([]journal.Item, error) {
	e := entity{k, id}
	if t.w != nil {
		if items, ok := t.w.items[e]; ok {
			return items, nil
		}
		if r, ok := t.w.records[e]; ok && r == nil {
			return nil, nil
		}
	}
	out := t.items[:0]
	prefix := wire.RecordKey(k, id)
	for key, v := range t.bucket(wire.BucketItem).Below(prefix) {
		it, err := wire.DecodeItem(wire.ParseStamp(key[len(prefix):]), v)
		if err != nil {
			return nil, err
		}
		out = append(out, it)
	}
	t.items, out = out, append([]journal.Item(nil), out...)
	if t.w != nil {
		t.w.items[e] = out
	}
	return out, nil
}

// PutItem adds an item, or replaces the one with its stamp.
func (t *tx) PutItem(k journal.Kind, id journal.ID, it journal.Item) error {
	items, err := t.Items(k, id)
	if err != nil {
		return err
	}
	e := entity{k, id}
	if _, known := t.w.before[e]; !known {
		t.w.before[e] = items
	}
	t.w.items[e] = insertItem(items, it)
	t.w.merges = t.w.merges || k == desk.KindRequest && desk.Regroups(it.Kind)
	t.touch(e)
	return t.put(wire.BucketItem, wire.ItemKey(k, id, it.Stamp), wire.EncodeItem(&it))
}

// put writes to a bucket whose keys mostly ascend, so that its pages can be filled well.
func (t *tx) put(bucket, key, value []byte) error {
	b := t.bucket(bucket)
	b.Fill(0.9)
	return b.Put(key, value)
}

// Erased tells whether an entity stands on the erase list, or has come onto it since that was settled.
func (t *tx) Erased(id journal.ID) (bool, error) {
	return t.w.records[entity{journal.KindErasure, id}] != nil || t.derived(wire.BucketIndex, wire.ErasedKey(id)) != nil, nil
}

// Head is the last sequence number of a stream.
func (t *tx) Head(s journal.Stream) (uint64, error) {
	h, err := t.head(s)
	return h.Seq, err
}

func (t *tx) head(s journal.Stream) (wire.Head, error) {
	if h, ok := t.w.heads[s]; ok {
		return h, nil
	}
	if t.w.replay {
		return wire.Head{}, nil
	}
	b := t.get(wire.BucketHead, wire.StreamKey(s))
	if b == nil {
		return wire.Head{}, nil
	}
	h, err := wire.ParseHead(b)
	if err == nil {
		t.w.heads[s] = h
	}
	return h, err
}

// Clock is the last moment of the logical clock.
func (t *tx) Clock() (journal.Logical, error) {
	if t.w != nil && t.w.clock != 0 {
		return t.w.clock, nil
	}
	last := journal.Logical(wire.ParseNumber(t.get(wire.BucketMeta, wire.MetaClock)))
	if t.w != nil {
		t.w.clock = last
	}
	return last, nil
}

// SetClock keeps a later moment.
func (t *tx) SetClock(l journal.Logical) error {
	t.w.clock = l
	return nil
}

// Emit gives a new change of this replica its place in its stream, and applies it.
func (t *tx) Emit(c *journal.Change) error {
	c.Stream.Replica = t.s.Replica()
	h, err := t.head(c.Stream)
	if err != nil {
		return err
	}
	if err := t.notBack(c.Stream, h); err != nil {
		return err
	}
	clock, err := t.Clock()
	if err != nil {
		return err
	}
	c.Seq, c.Time = h.Seq+1, clock.Next(t.w.wall)
	switch {
	case t.w.trusted:
		c.Time = clock.Jump(t.w.wall)
	case clock.Doubt(t.w.wall) == journal.FarAhead:
		c.Wall = t.w.wall.UnixMilli()
	}
	if c.Txn, err = t.Txn(); err != nil {
		return err
	}
	if err := c.Validate(t.Kinds()); err != nil {
		return err
	}
	t.w.clock = c.Time
	if err := t.Append(c); err != nil {
		return err
	}
	return journal.Apply(t, c)
}

// Append adds a change to the journal and to its stream's chain: one from elsewhere in the form in which it came.
func (t *tx) Append(c *journal.Change) error {
	w, err := t.sealed(c)
	if err != nil {
		return err
	}
	return t.append(c.Stream, w)
}

func (t *tx) sealed(c *journal.Change) (*wire.Change, error) {
	if w, ok := t.w.sealed[c]; ok {
		delete(t.w.sealed, c)
		return w, nil
	}
	const size = 16
	if len(t.w.random) == 0 {
		t.w.random = make([]byte, 16*size)
		if _, err := rand.Read(t.w.random); err != nil {
			return nil, fault.New(fault.Internal, "random-source").Because(err)
		}
	}
	salt := t.w.random[:size:size]
	t.w.random = t.w.random[size:]
	return wire.Seal(c, salt), nil
}

func (t *tx) append(s journal.Stream, w *wire.Change) error {
	h, err := t.head(s)
	if err != nil {
		return err
	}
	key := wire.LogKey(s, h.Seq+1)
	if h, err = h.Next(key[:wire.StreamLen], w); err != nil {
		return err
	}
	t.w.heads[s] = h
	t.w.changes++
	if h.Seq%wire.MarkEvery == 0 {
		hash := h.Hash // which the bucket keeps
		if err := t.put(wire.BucketMark, key, hash[:]); err != nil {
			return err
		}
	}
	return t.put(wire.BucketLog, key, wire.EncodeChange(w))
}

// Change is a change in the journal.
func (t *tx) Change(s journal.Stream, seq uint64) (*journal.Change, error) {
	b := t.get(wire.BucketLog, wire.LogKey(s, seq))
	if b == nil {
		return nil, fault.New(fault.NotFound, "change-unknown")
	}
	c, _, err := wire.OpenChange(s, seq, b)
	return c, err
}

// Forget replaces the payload of a change by its digest.
func (t *tx) Forget(s journal.Stream, seq uint64) error {
	return t.forget(wire.BucketLog, wire.LogKey(s, seq))
}

// forget does so where a change stands: in the journal, or in what waits.
func (t *tx) forget(bucket, key []byte) error {
	value, h := t.bucket(bucket).Get(key), wire.Held{}
	if bytes.Equal(bucket, wire.BucketHeld) {
		var err error
		if h, err = wire.DecodeHeld(value); err != nil {
			return err
		}
		value = h.Change
	}
	w, err := wire.DecodeChange(value)
	if err != nil {
		return err
	}
	if w.Payload == nil {
		return nil
	}
	if err := w.Forget(); err != nil {
		return err
	}
	t.w.forgot = true
	t.w.changes++
	if value = wire.EncodeChange(&w); h.Change != nil {
		h.Change = value
		value = wire.EncodeHeld(&h)
	}
	return errors.Join(tally.Keep(t.b, bucket, key, value), owe(t.b, Debt{Kind: OwesCompact}))
}
