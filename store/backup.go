package store

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"time"

	"leerbalie/model/fault"
	"leerbalie/store/copying"
	"leerbalie/store/derive"
	"leerbalie/store/disk"
	"leerbalie/store/erasures"
	"leerbalie/store/evidence"
	"leerbalie/store/file"
	"leerbalie/store/lock"
	"leerbalie/store/replica/introduce"
	"leerbalie/store/seal"
	"leerbalie/store/self"
	"leerbalie/store/tally"
	"leerbalie/store/wire"
)

// Backup writes a consistent copy while the store stays in use, opens the copy and checks it. The copy takes its name
// only when it is whole on disk and sound. It holds no key, so that nobody who has it can write as this store, and nothing
// of what was removed: see copied. Errors: Conflict when there is a file already; Full; Damaged when the copy, and so this
// store, is not sound.
func (s *Store) Backup(ctx context.Context, path string, progress func(done, total int64)) error {
	return file.CreateOwing(path, s.owing, func(tmp string) error {
		if err := s.writeTo(ctx, tmp, progress); err != nil {
			return err
		}
		if err := verify(ctx, tmp, s.keys); err != nil {
			return err
		}
		return disk.Fault(s.listErased(path + erasures.Ending))
	})
}

func (s *Store) writeTo(ctx context.Context, tmp string, progress func(done, total int64)) error {
	now := s.now()
	return s.view(func(b *disk.Tx) error {
		return copyTo(ctx, b, tmp, progress, func(to *disk.Tx) error {
			err := tally.Keep(to, wire.BucketMeta, wire.MetaCopied, wire.Number(uint64(max(now.UnixMilli(), 0))))
			return errors.Join(err, s.noteDoubt(to), testify(to, b.Bucket(wire.BucketMeta).Get(wire.MetaKey), now))
		})
	})
}

// copied tells whether an entry of a store goes into a copy of it. The keys do not: who has a copy must not be able to write
// in this store's name, nor to read what is sealed for it. Nor does what this file still has to do, and what was seen of it before it was set back, which are no matters of another's. Settings, drafts and PINs do:
// whoever puts a copy in the place of a broken store wants them back.
func copied(bucket, key []byte) bool {
	own := bytes.Equal(bucket, wire.BucketMeta) && slices.ContainsFunc([][]byte{wire.MetaKey, wire.MetaOwnKey, wire.MetaFormer, wire.MetaAnew},
		func(name []byte) bool { return bytes.Equal(key, name) })
	return !bytes.Equal(bucket, wire.BucketOwed) && !own
}

// copyTo writes what goes into a copy, as a transaction sees it, to an empty file. end writes what else belongs into it. progress,
// which may be nil, is told how many bytes are done.
func copyTo(ctx context.Context, from *disk.Tx, path string, progress func(done, total int64), end func(*disk.Tx) error) error {
	db, err := openBolt(path, false)
	if err != nil {
		return disk.Fault(err)
	}
	err = disk.Guard(func() error {
		db.Unseal(from.Seal())
		return copying.Copy(ctx, from, db, copied, progress, func(to *disk.Tx) error { return errors.Join(end(to), tally.Copy(from, to)) })
	})
	return disk.Fault(errors.Join(err, db.Close()))
}

// verify checks all of a copy. That the last write before it may be missing keeps nobody from having it: the copy says so itself.
// Errors: Damaged when it is not sound.
func verify(ctx context.Context, path string, keys seal.Keys) error {
	r, err := CheckCopy(ctx, path, Options{Ring: keys.Ring, Passphrase: keys.Ask})
	if err != nil {
		return err
	}
	for _, p := range r.Problems {
		if p.Kind == "doubt" || p.Kind == "trust" { // which is as it was written
			continue
		}
		return fault.New(fault.Damaged, "backup-unsound", "path", path, "where", p.Where, "detail", p.Detail)
	}
	return nil
}

// CheckCopy is Check for a file that is only read, and stays as it is: of one that another version derived the journal
// alone, since the rest is made anew when it is opened.
func CheckCopy(ctx context.Context, path string, o Options, against ...string) (r *Report, err error) {
	err = reading(path, o.keys(), func(s *Store) error {
		s.notes = notesOf(o)
		if r, err = s.Check(ctx, against...); err != nil {
			return err
		}
		return s.view(func(b *disk.Tx) error {
			if !s.derives.Made(b) {
				r.Problems = slices.DeleteFunc(r.Problems, func(p Problem) bool { return p.Kind == "derived" })
			}
			return nil
		})
	})
	return r, err
}

// IsCopy tells whether a file is a copy that Backup made and nobody has opened to work with since; of a sealed one, that takes no key.
// Errors: those of opening it.
func IsCopy(path string) (is bool, err error) {
	err = unopened(path, func(b *disk.Tx) {
		meta := b.Bucket(wire.BucketMeta)
		is = meta != nil && self.Keyless(meta)
	})
	return is, err
}

// IsSealed tells whether a file is a sealed store, or a copy of one. Errors: those of opening it.
func IsSealed(path string) (is bool, err error) {
	err = unopened(path, func(b *disk.Tx) {
		meta := b.Bucket(wire.BucketMeta)
		is = meta != nil && meta.Get(wire.MetaSeal) != nil
	})
	return is, err
}

// unopened looks into a file as it stands on disk.
func unopened(path string, fn func(*disk.Tx)) error {
	if err := file.CheckReadOnly(path); err != nil {
		return err
	}
	return disk.Guard(func() error {
		db, err := openBolt(path, true)
		if err != nil {
			return openError(path, err)
		}
		return errors.Join(db.View(func(b *disk.Tx) error { fn(b); return nil }), db.Close())
	})
}

// reading opens a file for reading only.
func reading(path string, keys seal.Keys, fn func(*Store) error) error {
	if err := file.CheckReadOnly(path); err != nil {
		return err
	}
	return disk.Guard(func() error {
		s := &Store{path: path, derives: derive.Present(), keys: keys}
		if err := s.openAs(lock.Opening{ReadOnly: true}); err != nil {
			return openError(path, err)
		}
		s.doubt.Store(file.Doubtful(path))
		return errors.Join(fn(s), s.db.Close())
	})
}

// Restore makes a new store from a backup, after checking the backup. What is sealed stays so. The new store gets a name of its own: had it gone
// on under the old one, two copies would write different changes under the same numbers, and others would have to drop
// one of them. before, if any, is what is done with the new store before it takes its name and anybody can read in it. Errors:
// Conflict when there is a file at path already; Damaged or Newer for a backup that is not sound; those of before.
func Restore(ctx context.Context, o Options, backup, path string, before ...func(*Store) error) error {
	if o.Ring == nil {
		o.Ring = &seal.Ring{} // or one would be asked for each time that a file is opened
	}
	if err := verify(ctx, backup, o.keys()); err != nil {
		return err
	}
	return reading(backup, o.keys(), func(from *Store) error {
		return from.view(func(b *disk.Tx) error {
			return file.Create(path, func(tmp string) error {
				if err := copyTo(ctx, b, tmp, nil, func(to *disk.Tx) error {
					return self.Rename(to, evidence.PartsOf(to), introduce.Restored, time.Now())
				}); err != nil || len(before) == 0 {
					return err
				}
				s, err := Open(tmp, Options{Now: time.Now, Program: "restore", Ring: o.Ring})
				if err != nil {
					return err
				}
				for _, do := range before {
					if err == nil {
						err = do(s)
					}
				}
				return errors.Join(err, s.Close())
			})
		})
	})
}
