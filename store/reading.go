package store

import (
	"errors"
	"os"

	"leerbalie/model/fault"
	"leerbalie/store/disk"
	"leerbalie/store/file"
	"leerbalie/store/lock"
	"leerbalie/store/tally"
	"leerbalie/store/wire"
)

// openToRead opens the file for reading alone. bbolt does not read its list of free places then, which grows with what was ever removed,
// and others may read at the same time. False: something has to be written first, and the file is closed again.
func (s *Store) openToRead() (bool, error) {
	if err := disk.Guard(func() error { return s.openAs(s.toRead()) }); err != nil {
		if fault.KindOf(err) == fault.NotFound {
			return false, nil // as any other that is not there
		}
		return false, openError(s.path, err)
	}
	s.doubt.Store(file.Doubtful(s.path))
	s.reads.Store(true)
	fit, err := s.fitToRead()
	if fit && err == nil {
		return true, nil
	}
	s.reads.Store(false)
	return false, disk.Guard(s.db.Close) // what is wrong with it is found, and said, when it is opened to write
}

func (s *Store) toRead() lock.Opening {
	return lock.Opening{ReadOnly: true, Check: file.CheckReadOnly, Opened: s.asked.opened, Once: s.asked.Once}
}

// fitToRead tells whether nothing has to be written before the file can be read: see begin, forgetAgain and payDebts.
func (s *Store) fitToRead() (fit bool, err error) {
	err = s.view(func(b *disk.Tx) error {
		for _, name := range wire.Buckets() {
			if b.Bucket(name) == nil {
				return nil
			}
		}
		meta := b.Bucket(wire.BucketMeta)
		format := meta.Get(wire.MetaFormat)
		if len(format) != 8 || wire.ParseNumber(format) < wire.FormatVersion || len(meta.Get(wire.MetaReplica)) != len(s.Replica()) {
			return nil
		}
		owed, _ := b.Bucket(wire.BucketOwed).Cursor().First()
		fit = owed == nil && s.derives.Made(b) && tally.Is(meta)
		s.know(meta)
		return nil
	})
	if err != nil || !fit {
		return false, err
	}
	_, _, forgot, err := s.forgot()
	if err != nil || !forgot {
		return false, err
	}
	reason, _, err := s.another()
	return reason == "", err
}

// toWrite opens anew, to write, what was opened for reading: as Open does, with what that does before anybody writes. A transaction that
// reads must not call it. Errors: those of Open; the store is read on then.
func (s *Store) toWrite() error {
	if !s.reads.Load() {
		return nil
	}
	s.turning.Lock()
	defer s.turning.Unlock()
	if !s.reads.Load() {
		return nil
	}
	s.file.Lock()
	defer s.file.Unlock()
	id := s.id
	if err := disk.Guard(s.db.Close); err != nil {
		return err
	}
	o := s.asked
	o.Reads, o.IndexAfter, o.NoteAfter, o.Ring = false, 0, 0, s.keys.Ring
	to, err := open(s.path, o, s.derives)
	if err == nil && !os.SameFile(id, to.id) && to.Replica() != s.Replica() { // what was read came from another store
		err = errors.Join(fault.New(fault.Conflict, "store-replaced", "path", s.path), to.Close())
	}
	if err != nil {
		return errors.Join(err, disk.Guard(func() error { return s.openAs(s.toRead()) }))
	}
	s.db, s.id, s.left, s.release, s.wiped, s.noted = to.db, to.id, to.left, to.release, to.wiped, to.noted
	s.remarks = append(s.remarks, to.remarks...)
	s.doubt.Store(to.doubt.Load())
	s.who.Store(to.who.Load())
	to.stop()
	s.start(s.asked)
	s.reads.Store(false)
	return nil
}
