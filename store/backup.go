package store

import (
	"context"
	"errors"
	"io"
	"os"
	"slices"

	bolt "go.etcd.io/bbolt"

	"leerbalie/model/fault"
	"leerbalie/store/file"
)

// Backup writes a consistent copy while the store stays in use, opens the copy and checks it. The copy takes its name
// only when it is whole on disk and sound. Errors: Conflict when there is a file already; Full; Damaged when the copy,
// and so this store, is not sound.
func (s *Store) Backup(ctx context.Context, path string, progress func(done, total int64)) error {
	return file.Create(path, func(tmp string) error {
		if err := s.writeTo(ctx, tmp, progress); err != nil {
			return err
		}
		return verify(ctx, tmp)
	})
}

func (s *Store) writeTo(ctx context.Context, tmp string, progress func(done, total int64)) error {
	f, err := os.OpenFile(tmp, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return diskError(err)
	}
	err = s.view(func(b *bolt.Tx) error {
		_, err := b.WriteTo(&counted{ctx: ctx, w: f, total: b.Size(), tell: progress})
		return err
	})
	if err == nil {
		err = f.Sync()
	}
	return diskError(errors.Join(err, f.Close()))
}

// counted tells how far a copy is, and stops when the context ends.
type counted struct {
	ctx         context.Context
	w           io.Writer
	done, total int64
	tell        func(done, total int64)
}

func (c *counted) Write(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := c.w.Write(p)
	c.done += int64(n)
	if c.tell != nil {
		c.tell(c.done, c.total)
	}
	return n, err
}

// verify opens a copy for reading only and checks all of it: of one that another version derived the journal alone, since the
// rest is made anew when it is opened.
func verify(ctx context.Context, path string) error {
	return guard(func() error {
		db, err := openBolt(path, true)
		if err != nil {
			return openError(path, err)
		}
		s := &Store{path: path, db: db, derives: present()}
		r, err := s.Check(ctx)
		same := false
		if err == nil {
			err = s.view(func(b *bolt.Tx) error { same = s.derives.made(b); return nil })
		}
		if err == nil && !same {
			r.Problems = slices.DeleteFunc(r.Problems, func(p Problem) bool { return p.Kind == "derived" })
		}
		if err == nil && len(r.Problems) > 0 {
			p := r.Problems[0]
			err = fault.New(fault.Damaged, "backup-unsound", "path", path, "where", p.Where, "detail", p.Detail)
		}
		return errors.Join(err, db.Close())
	})
}

// Restore makes a new store from a backup, after checking the backup. The new store gets a name of its own: had it gone
// on under the old one, two copies would write different changes under the same numbers, and others would have to drop
// one of them. Errors: Conflict when there is a file at path already; Damaged or Newer for a backup that is not sound.
func Restore(ctx context.Context, backup, path string) error {
	if err := file.CheckReadOnly(backup); err != nil {
		return err
	}
	if err := verify(ctx, backup); err != nil {
		return err
	}
	return file.Create(path, func(tmp string) error {
		if err := copyFile(ctx, backup, tmp); err != nil {
			return err
		}
		db, err := openBolt(tmp, false)
		if err != nil {
			return openError(path, err)
		}
		err = db.Update(func(b *bolt.Tx) error {
			if v := parseNumber(b.Bucket(bucketMeta).Get(metaFormat)); v > formatVersion {
				return fault.New(fault.Newer, "store-newer", "path", backup)
			}
			return identify(b)
		})
		return errors.Join(diskError(err), db.Close())
	})
}

func copyFile(ctx context.Context, from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return diskError(err)
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return diskError(err)
	}
	_, err = io.Copy(&counted{ctx: ctx, w: out}, in)
	if err == nil {
		err = out.Sync()
	}
	return diskError(errors.Join(err, out.Close()))
}
