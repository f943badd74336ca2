package store

import (
	"errors"
	"slices"
	"testing"

	"leerbalie/store/derive"
	"leerbalie/store/disk"
)

// OpenWithoutFigures opens a store that keeps all that is derived but figures.
func OpenWithoutFigures(path string, o Options) (*Store, error) {
	d := derive.Present()
	d.Version += 1000
	d.All = slices.DeleteFunc(slices.Clone(d.All), func(p derive.Projection) bool { return p.Figures != nil })
	return open(path, o, d)
}

// UsedBytes is how many bytes of the file's pages hold something, derived anew.
func (s *Store) UsedBytes(b *testing.B) (n int) {
	if err := errors.Join(s.rebuild(nil), s.IndexWords(b.Context())); err != nil {
		b.Fatal(err)
	}
	if err := s.view(func(t *disk.Tx) error {
		return t.ForEach(func(_ []byte, bucket *disk.Bucket) error {
			st := bucket.Stats()
			n += st.BranchAlloc + st.LeafAlloc
			return nil
		})
	}); err != nil {
		b.Fatal(err)
	}
	return n
}
