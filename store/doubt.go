package store

import (
	"leerbalie/store/disk"
	"leerbalie/store/tally"
	"leerbalie/store/wire"
)

// noteDoubt writes down that the last write may be missing, together with the first thing that is written since: that makes both
// of the first pages whole again, and without the note nobody would know any more.
func (s *Store) noteDoubt(b *disk.Tx) error {
	if !s.doubt.Load() || b.Bucket(wire.BucketMeta).Get(wire.MetaDoubt) != nil {
		return nil
	}
	return tally.Keep(b, wire.BucketMeta, wire.MetaDoubt, wire.Number(uint64(s.now().UnixMilli())))
}

// doubtful tells whether the last write may be missing.
func (s *Store) doubtful(b *disk.Tx) bool {
	return s.doubt.Load() || b.Bucket(wire.BucketMeta).Get(wire.MetaDoubt) != nil
}
