package store

import (
	"bytes"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/kinds"
	"leerbalie/store/wire"
)

// scratch is where check applies one entity's changes again: nothing is written to the file. Its changes come
// in order of stamp, so that whatever one replaces came before it.
type scratch struct{ e *replayed }

var _ journal.Storage = (*scratch)(nil)

// Kinds is the list of the kinds of entity.
func (s *scratch) Kinds() *journal.Kinds { return kinds.All() }

func (s *scratch) Head(st journal.Stream) (uint64, error) {
	// every change of this entity that is on disk has been applied, or comes later and replaces, never is replaced
	h, err := wire.ParseHead(s.e.c.get(wire.BucketHead, wire.StreamKey(st)))
	if err != nil {
		return 0, nil
	}
	return h.Seq, nil
}

func (s *scratch) Append(*journal.Change) error                           { return nil }
func (s *scratch) Pend(*journal.Change) error                             { return nil }
func (s *scratch) Pended(journal.Stream, uint64) (*journal.Change, error) { return nil, nil }
func (s *scratch) Clock() (journal.Logical, error)                        { return 0, nil }
func (s *scratch) SetClock(journal.Logical) error                         { return nil }
func (s *scratch) Forget(journal.Stream, uint64) error                    { return nil }
func (s *scratch) ForgetPending(journal.ID) error                         { return nil }
func (s *scratch) Items(journal.Kind, journal.ID) ([]journal.Item, error) { return s.e.items, nil }
func (s *scratch) PutRecord(r *journal.Record) error                      { s.e.rec = r; return nil }
func (s *scratch) EachWaiting(func(*journal.Change) error) error          { return nil }
func (s *scratch) Each(journal.Kind, func(*journal.Record) error) error   { return nil }

// Change is what the journal says of the entity.
func (s *scratch) Change(stream journal.Stream, seq uint64) (*journal.Change, error) {
	body := s.e.c.get(wire.BucketLog, wire.LogKey(stream, seq))
	if body == nil {
		return nil, fault.New(fault.NotFound, "change-unknown")
	}
	c, _, err := wire.OpenChange(stream, seq, body)
	return c, err
}

func (s *scratch) Record(k journal.Kind, id journal.ID) (*journal.Record, error) {
	if k != s.e.kind || id != s.e.id {
		return nil, nil // an erasure looks for what it erases: that is compared by itself
	}
	return s.e.rec, nil
}

func (s *scratch) PutItem(_ journal.Kind, _ journal.ID, it journal.Item) error {
	s.e.items = insertItem(s.e.items, it)
	return nil
}

func (s *scratch) Erased(id journal.ID) (bool, error) {
	return s.e.c.isErased(id), nil
}

// isErased tells whether an entity stands on the erase list, which is short.
func (c *checker) isErased(id journal.ID) bool {
	if c.erased == nil {
		c.erased = map[journal.ID]bool{}
		prefix := wire.ErasedKey(journal.ID{})[:1]
		cur := c.b.Bucket(wire.BucketIndex).Cursor()
		for key, _ := cur.Seek(prefix); bytes.HasPrefix(key, prefix); key, _ = cur.Next() {
			c.erased[wire.ParseID(key[1:])] = true
		}
	}
	return c.erased[id]
}
