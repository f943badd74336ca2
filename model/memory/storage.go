package memory

import (
	"slices"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/conflict"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/kinds"
	"leerbalie/model/learning"
)

// tx is a transaction: on a copy of the state when it writes.
type tx struct {
	*state
	o       *Options
	now     time.Time // as it is believed
	wall    time.Time // as the clock says
	trusted bool      // somebody says that it is right
	txn     uint64
	changes int
	touched map[journal.Kind]bool
}

var (
	_ model.WriteTx       = (*tx)(nil)
	_ desk.Index          = (*tx)(nil)
	_ learning.NameSource = (*tx)(nil)
	_ conflict.Index      = (*tx)(nil)
)

func (t *tx) Head(s journal.Stream) (uint64, error) { return uint64(len(t.log[s])), nil }
func (t *tx) Clock() (journal.Logical, error)       { return t.clock, nil }
func (t *tx) SetClock(l journal.Logical) error      { t.clock = l; return nil }
func (t *tx) Changes() int                          { return t.changes }
func (t *tx) Now() time.Time                        { return t.now }
func (t *tx) Wall() time.Time                       { return t.wall }
func (t *tx) TrustClock()                           { t.now, t.trusted = t.wall, true }
func (t *tx) Own() any                              { return t }
func (t *tx) Kinds() *journal.Kinds                 { return kinds.All() }
func (t *tx) Followers() []model.Follower           { return kinds.Followers() }
func (t *tx) Replica() journal.Replica              { return t.o.Replica }
func (t *tx) Tag() string                           { return t.o.Tag }
func (t *tx) NewID(at time.Time) (journal.ID, error) {
	return journal.NewID(at.UnixMilli(), t.o.Random)
}
func (t *tx) Erased(id journal.ID) (bool, error) {
	return len(t.items[entity{journal.KindErasure, id}]) > 0, nil
}
func (t *tx) PutRecord(r *journal.Record) error {
	t.records[entity{r.Kind, r.ID}] = r
	t.touched[r.Kind] = true
	return nil
}
func (t *tx) Items(k journal.Kind, id journal.ID) ([]journal.Item, error) {
	return t.items[entity{k, id}], nil
}

// ItemsMark sums up which items there are.
func (t *tx) ItemsMark(k journal.Kind, id journal.ID) (mark uint64, err error) {
	for _, it := range t.items[entity{k, id}] {
		mark = mark*1099511628211 + uint64(it.Stamp.Time) + it.Stamp.Seq<<1 + uint64(len(it.Fields)) + 1
	}
	return mark, nil
}

func (t *tx) Record(k journal.Kind, id journal.ID) (*journal.Record, error) {
	return cloneRecord(t.records[entity{k, id}]), nil
}

func (t *tx) Append(c *journal.Change) error {
	t.changes++
	t.log[c.Stream] = append(slices.Clip(t.log[c.Stream]), c)
	return nil
}

func (t *tx) Pend(c *journal.Change) error {
	t.changes++
	t.pending[place{c.Stream, c.Seq}] = c
	return nil
}

func (t *tx) Pended(s journal.Stream, seq uint64) (*journal.Change, error) {
	c := t.pending[place{s, seq}]
	delete(t.pending, place{s, seq})
	return c, nil
}

func (t *tx) PutItem(k journal.Kind, id journal.ID, it journal.Item) error {
	e := entity{k, id}
	items := slices.Clone(t.items[e])
	i, found := slices.BinarySearchFunc(items, it.Stamp, func(have journal.Item, s journal.Stamp) int { return have.Stamp.Compare(s) })
	if found {
		items[i] = it
	} else {
		items = slices.Insert(items, i, it)
	}
	t.items[e] = items
	t.merges = t.merges || it.Kind == desk.ItemMerge
	return nil
}

func (t *tx) Change(s journal.Stream, seq uint64) (*journal.Change, error) {
	if log := t.log[s]; seq >= 1 && seq <= uint64(len(log)) {
		return log[seq-1], nil
	}
	return nil, fault.New(fault.NotFound, "change-unknown")
}

func (t *tx) Forget(s journal.Stream, seq uint64) error {
	c, err := t.Change(s, seq)
	if err != nil {
		return err
	}
	log := slices.Clone(t.log[s])
	log[seq-1] = forgotten(c)
	t.log[s] = log
	return nil
}

func (t *tx) ForgetPending(id journal.ID) error {
	for p, c := range t.pending {
		if c.Entity == id && c.Takes(t.Kinds()) {
			t.pending[p] = forgotten(c)
		}
	}
	for k, d := range t.drafts {
		if d.About == id || k.owner == id {
			delete(t.drafts, k)
		}
	}
	for k := range t.setting {
		if strings.HasSuffix(k, "/"+id.String()) {
			delete(t.setting, k)
		}
	}
	if kept := t.setting[model.EntranceSetting]; kept != "" {
		t.setting[model.EntranceSetting] = model.WithoutEntrancesOf(kept, id)
	}
	return nil
}

func (t *tx) EachWaiting(visit func(*journal.Change) error) error {
	for _, c := range t.pending {
		if err := visit(c); err != nil {
			return err
		}
	}
	return nil
}

func forgotten(c *journal.Change) *journal.Change {
	bare := *c
	bare.Writes, bare.Erased = nil, true
	return &bare
}

func (t *tx) Txn() (uint64, error) {
	if t.txn == 0 {
		t.txn = t.state.txn + 1
	}
	return t.txn, nil
}

func (t *tx) Setting(key string) (string, error) { return t.setting[key], nil }

func (t *tx) KeepSetting(key, value string) error {
	t.setting[key] = value
	return nil
}

func (t *tx) NextNumber(site journal.ID) (uint64, error) {
	t.changes++
	t.counter[site]++
	return t.counter[site], nil
}

// Emit gives a new change its place and applies it.
func (t *tx) Emit(c *journal.Change) error {
	c.Stream.Replica = t.o.Replica
	c.Seq = uint64(len(t.log[c.Stream])) + 1
	if c.Time = t.clock.Next(t.wall); t.trusted {
		c.Time = t.clock.Jump(t.wall)
	} else if t.clock.Doubt(t.wall) == journal.FarAhead {
		c.Wall = t.wall.UnixMilli()
	}
	c.Txn, _ = t.Txn()
	if err := c.Validate(t.Kinds()); err != nil {
		return err
	}
	t.clock = c.Time
	if err := t.Append(c); err != nil {
		return err
	}
	return journal.Apply(t, c)
}
