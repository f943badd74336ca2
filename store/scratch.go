package store

import "leerbalie/model"

// scratch is the shelf on which check applies one entity's changes again: nothing is written to the file. Its changes come
// in order of stamp, so that whatever one replaces came before it.
type scratch struct{ e *replayed }

var _ model.Shelf = (*scratch)(nil)

// Kinds is the list of the kinds of entity.
func (s *scratch) Kinds() *model.Kinds { return model.Catalogue() }

func (s *scratch) Head(st model.Stream) (uint64, error) {
	// every change of this entity that is on disk has been applied, or comes later and replaces, never is replaced
	h, err := parseHead(s.e.c.get(bucketHead, streamKey(st)))
	if err != nil {
		return 0, nil
	}
	return h.seq, nil
}

func (s *scratch) Append(*model.Change) error                         { return nil }
func (s *scratch) Pend(*model.Change) error                           { return nil }
func (s *scratch) Pended(model.Stream, uint64) (*model.Change, error) { return nil, nil }
func (s *scratch) Clock() (model.Logical, error)                      { return 0, nil }
func (s *scratch) SetClock(model.Logical) error                       { return nil }
func (s *scratch) Forget(model.Stream, uint64) error                  { return nil }
func (s *scratch) ForgetPending(model.ID) error                       { return nil }
func (s *scratch) Items(model.Kind, model.ID) ([]model.Item, error)   { return s.e.items, nil }
func (s *scratch) PutRecord(r *model.Record) error                    { s.e.rec = r; return nil }
func (s *scratch) Change(model.Stream, uint64) (*model.Change, error) {
	return nil, model.Fail(model.NotFound, "change-unknown")
}

func (s *scratch) Record(k model.Kind, id model.ID) (*model.Record, error) {
	if k != s.e.kind || id != s.e.id {
		return nil, nil // an erasure looks for what it erases: that is compared by itself
	}
	return s.e.rec, nil
}

func (s *scratch) PutItem(_ model.Kind, _ model.ID, it model.Item) error {
	s.e.items = append(s.e.items, it)
	return nil
}

func (s *scratch) Erased(id model.ID) (bool, error) {
	return s.e.c.get(bucketIndex, erasedKey(id)) != nil, nil
}
