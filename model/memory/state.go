package memory

import (
	"maps"
	"slices"

	"leerbalie/model"
	"leerbalie/model/journal"
)

type entity struct {
	kind journal.Kind
	id   journal.ID
}

type place struct {
	stream journal.Stream
	seq    uint64
}

// state is all that a store holds. What the maps point to is never altered in place, so that a shallow copy is a copy.
type state struct {
	clock   journal.Logical
	txn     uint64
	log     map[journal.Stream][]*journal.Change
	pending map[place]*journal.Change
	records map[entity]*journal.Record
	items   map[entity][]journal.Item
	counter map[journal.ID]uint64
	drafts  map[draftKey]model.Draft
	setting map[string]string
	merges  bool // one request was merged into another, at some time
}

type draftKey struct {
	owner journal.ID
	key   string
}

func newState() *state {
	return &state{
		log: map[journal.Stream][]*journal.Change{}, pending: map[place]*journal.Change{}, records: map[entity]*journal.Record{},
		items: map[entity][]journal.Item{}, counter: map[journal.ID]uint64{}, drafts: map[draftKey]model.Draft{}, setting: map[string]string{},
	}
}

func (s *state) clone() *state {
	c := *s
	c.log, c.pending, c.records, c.items = maps.Clone(s.log), maps.Clone(s.pending), maps.Clone(s.records), maps.Clone(s.items)
	c.counter, c.drafts, c.setting = maps.Clone(s.counter), maps.Clone(s.drafts), maps.Clone(s.setting)
	return &c
}

func cloneRecord(r *journal.Record) *journal.Record {
	if r == nil {
		return nil
	}
	c := *r
	c.Registers = slices.Clone(r.Registers)
	for i := range c.Registers {
		c.Registers[i].Live = slices.Clone(c.Registers[i].Live)
		c.Registers[i].Unseen = slices.Clone(c.Registers[i].Unseen)
	}
	return &c
}
