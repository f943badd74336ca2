package store

import (
	"context"
	"errors"

	bolt "go.etcd.io/bbolt"

	"leerbalie/store/file"
)

// Compact writes everything to a new file, which takes the place of the old one. Erased words may stand in pages that are
// free but not yet overwritten; after this they are nowhere. Nobody can read or write meanwhile. Errors: Full, ReadOnly;
// the store is as it was then.
func (s *Store) Compact(ctx context.Context) error {
	s.file.Lock()
	defer s.file.Unlock()
	closed := false
	err := file.Replace(s.path, func(tmp string) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		dst, err := openBolt(tmp, false)
		if err != nil {
			return diskError(err)
		}
		err = guard(func() error { return bolt.Compact(dst, s.db, 1<<20) })
		if err = errors.Join(diskError(err), dst.Close()); err != nil {
			return err
		}
		closed = true
		return s.db.Close() // some systems do not rename over an open file
	})
	if closed {
		db, oerr := openBolt(s.path, false)
		if oerr != nil {
			return errors.Join(err, openError(s.path, oerr))
		}
		s.db = db
	}
	return err
}

// view runs fn in a reading transaction of bbolt.
func (s *Store) view(fn func(*bolt.Tx) error) error {
	s.file.RLock()
	defer s.file.RUnlock()
	return guard(func() error { return s.db.View(fn) })
}
