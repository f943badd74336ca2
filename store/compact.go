package store

import (
	"context"
	"errors"
	"os"
	"runtime"

	"leerbalie/model/fault"
	"leerbalie/store/disk"
	"leerbalie/store/file"
	"leerbalie/store/lock"
	"leerbalie/store/tally"
)

// Compact writes everything to a new file, which takes the place of the old one. Erased words may stand in pages that are
// free but not yet overwritten; after this they are nowhere. Nobody can read or write meanwhile. Errors: Full, ReadOnly,
// as when another file has the name; the store is as it was then.
func (s *Store) Compact(ctx context.Context) error {
	if err := s.toWrite(); err != nil {
		return err
	}
	s.file.Lock()
	defer s.file.Unlock()
	if err := s.stands(); err != nil {
		return err
	}
	old, closed := s.db, false
	var dst *disk.DB
	var id os.FileInfo
	var before uint64
	left := 0
	err := file.Replace(s.path, func(tmp string) (err error) {
		if err := ctx.Err(); err != nil {
			return err
		}
		if dst, id, err = (lock.Opening{}).Open(tmp); err != nil {
			return disk.Fault(err)
		}
		dst.NoSync, dst.NoGrowSync = true, true // until all is written: what a killed program leaves of it goes
		if err := disk.Guard(func() error {
			last := old.View(func(b *disk.Tx) error { before = uint64(b.ID()); return nil })
			return errors.Join(last, disk.Compact(dst, old, 1<<20))
		}); err != nil {
			return disk.Fault(err)
		}
		dst.Unseal(old.Seal())
		if err := dst.Update(func(b *disk.Tx) error {
			return errors.Join(tally.RenewAfter(b, before), paid(b, Debt{Kind: OwesCompact}), paid(b, Debt{Kind: OwesAnew}), s.noteDoubt(b))
		}); err != nil {
			return disk.Fault(err)
		}
		if err := dst.Sync(); err != nil {
			return disk.Fault(err)
		}
		dst.NoSync, dst.NoGrowSync = false, false
		if closed = !renamesOpen; closed {
			return errors.Join(dst.Close(), old.Close())
		}
		return nil
	}, func() error {
		left = s.otherNames()
		return s.stands()
	})
	if closed {
		db, id, again := (lock.Opening{Check: file.Check}).Open(s.path)
		if again == nil {
			db.Unseal(old.Seal())
		}
		if again != nil {
			return errors.Join(err, openError(s.path, again))
		}
		s.db, s.id, s.left = db, id, left
		return err
	}
	// The new file was locked before it took the name, so that nobody came in between; the old one goes last.
	if dst != nil && lock.Named(s.path, id) {
		s.db, s.id, s.left = dst, id, left
		return errors.Join(err, old.Close())
	}
	if dst != nil {
		err = errors.Join(err, dst.Close())
	}
	return err
}

// A file is written anew by itself after so many changes by one command, where so many bytes of it are free, and so large a part: then
// every commit after it writes a list of them, and every opening reads it.
const (
	bulkChanges = 10_000
	bulkFree    = 8 << 20
	bulkPart    = 4 // one in so many
)

// tidy writes the file of a command anew after bulk work that left much of it free, before it is closed. One that stays keeps others waiting
// for as long as that takes, and does not. What has another name on the disk as well stays one file. Where there is no room the file stays
// as it is.
func (s *Store) tidy() {
	if !s.asked.Passing || s.wrote.Load() < bulkChanges || s.otherNames() > 0 {
		return
	}
	size := int64(0)
	if err := s.view(func(b *disk.Tx) error { size = b.Size(); return nil }); err != nil {
		return
	}
	if free := int64(freePlaces(s.db)) * int64(s.db.Info().PageSize); free >= bulkFree && free*bulkPart >= size {
		_ = s.Compact(context.Background())
	}
}

// renamesOpen tells whether this system gives a file that is open the name of another that is.
const renamesOpen = runtime.GOOS != "windows"

// otherNames counts the other names of this file on the disk.
func (s *Store) otherNames() int {
	now, err := os.Lstat(s.path)
	if err != nil {
		return 0 // it has none at all
	}
	return file.OtherNames(now)
}

// Stands tells whether the file that is open still has its name. Errors: ReadOnly (store-gone) when it was moved, removed or
// replaced: it can be read and copied then, and nothing is written until it is back.
func (s *Store) Stands() error {
	s.file.RLock()
	defer s.file.RUnlock()
	return s.stands()
}

func (s *Store) stands() error {
	if lock.Named(s.path, s.id) {
		return nil
	}
	return fault.New(fault.ReadOnly, "store-gone", "path", s.path)
}

// view runs fn in a reading transaction of bbolt.
func (s *Store) view(fn func(*disk.Tx) error) error {
	s.file.RLock()
	defer s.file.RUnlock()
	return disk.Guard(func() error { return s.db.View(fn) })
}
