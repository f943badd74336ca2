package store

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"errors"
	"os"
	"testing"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/store/disk"
	"leerbalie/store/seal"
	"leerbalie/store/tally"
	"leerbalie/store/wire"
)

// Opened gives options by which fn runs when the file is open and its lock is not asked for yet.
func (o Options) Opened(fn func()) Options {
	o.opened = fn
	return o
}

// Reads tells whether a store is open to be read alone.
func (s *Store) Reads() bool { return s.reads.Load() }

// OweCompact writes down in a file that it is to be written anew; DerivedByAnother, that another version derived what it holds.
func OweCompact(path string) error {
	return altering(path, func(b *disk.Tx) error { return owe(b, Debt{Kind: OwesCompact}) })
}

func DerivedByAnother(path string) error {
	return altering(path, func(b *disk.Tx) error {
		mark := bytes.Clone(b.Bucket(wire.BucketMeta).Get(wire.MetaDerived))
		mark[0]++
		return tally.Keep(b, wire.BucketMeta, wire.MetaDerived, mark)
	})
}

func altering(path string, fn func(*disk.Tx) error) error {
	db, err := openBolt(path, false)
	if err != nil {
		return err
	}
	return errors.Join(db.Update(func(b *disk.Tx) error { return errors.Join(fn(b), tally.Renew(b)) }), db.Close())
}

// Bulk has a store say that it wrote very much, and FreePages counts what of its file is free.
func (s *Store) Bulk() { s.wrote.Store(bulkChanges) }

func FreePages(path string) (free int, size int64, err error) {
	db, err := openBolt(path, false)
	if err != nil {
		return 0, 0, err
	}
	err = db.View(func(b *disk.Tx) error { size = b.Size(); return nil })
	return freePlaces(db), size, errors.Join(err, db.Close())
}

// OpenBolt opens a file that was looked at already.
func OpenBolt(path string) error {
	db, err := openBolt(path, false)
	if err != nil {
		return err
	}
	return db.Close()
}

// AfterCommit runs fn when a transaction is on disk, before anybody is told.
func AfterCommit(w model.WriteTx, fn func()) { w.(*tx).b.OnCommit(fn) }

// Rebuild derives everything anew, for tests that compare it with what was there.
func (s *Store) Rebuild() error { return s.rebuild(nil) }

// Entries are the keys and values of the journal, its heads and what is derived from it, bucket by bucket; what the words
// of a text are found by lags behind and is left out, and so are counts of nothing.
func (s *Store) Entries(ctx context.Context) (out map[string]string, err error) {
	out = map[string]string{}
	err = s.Read(ctx, func(r model.Tx) error {
		for _, name := range [][]byte{wire.BucketLog, wire.BucketHead, wire.BucketMark, wire.BucketRecord, wire.BucketItem, wire.BucketRow, wire.BucketIndex, wire.BucketCount} {
			if err := r.(*tx).bucket(name).ForEach(func(k, v []byte) error {
				if !bytes.Equal(name, wire.BucketCount) || wire.ParseNumber(v) != 0 {
					out[string(name)+"/"+string(k)] = string(v)
				}
				return nil
			}); err != nil {
				return err
			}
		}
		return nil
	})
	return out, err
}

// Pending counts the changes that wait for others.
func (s *Store) Pending(ctx context.Context) (n int, err error) {
	err = s.Read(ctx, func(r model.Tx) error {
		n = r.(*tx).bucket(wire.BucketPending).Stats().KeyN
		return nil
	})
	return n, err
}

// Commits counts the commits of the store so far.
func (s *Store) Commits() (n int, err error) {
	err = s.view(func(b *disk.Tx) error {
		n = b.ID()
		return nil
	})
	return n, err
}

// Queued counts the writers who wait for a commit.
func (s *Store) Queued() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.queue)
}

// WritePages writes a copy page by page, with what free pages hold, and checks it: what Backup is compared with.
func (s *Store) WritePages(ctx context.Context, path string) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	err = s.view(func(b *disk.Tx) error { _, err := b.WriteTo(f); return err })
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return err
	}
	return verify(ctx, path, seal.Keys{})
}

// keyForTest is the private key of the store.
func (s *Store) keyForTest(t testing.TB) (key ed25519.PrivateKey) {
	t.Helper()
	check(t, s.view(func(b *disk.Tx) error {
		key = bytes.Clone(b.Bucket(wire.BucketMeta).Get(wire.MetaKey))
		return nil
	}))
	return key
}

// Forge does to a file that is not open what somebody can who knows all of its form: it puts other bytes, as many, into the payload of
// the first change that holds some, works out every hash, mark and head after it again, and has what is derived made anew. It tells
// which change that was.
func Forge(path, old, new string) (stream journal.Stream, seq uint64, err error) {
	db, err := openBolt(path, false)
	if err != nil {
		return stream, 0, err
	}
	err = db.Update(func(b *disk.Tx) error {
		var at wire.Head
		var of []byte
		log := b.Bucket(wire.BucketLog)
		type change struct{ key, value []byte }
		var all []change
		if err := log.ForEach(func(k, v []byte) error {
			all = append(all, change{bytes.Clone(k), bytes.Clone(v)})
			return nil
		}); err != nil {
			return err
		}
		for _, c := range all {
			if !bytes.Equal(of, c.key[:wire.StreamLen]) {
				of, at = c.key[:wire.StreamLen], wire.Head{}
			}
			w, err := wire.DecodeChange(c.value)
			if err != nil {
				return err
			}
			if seq == 0 && bytes.Contains(w.Payload, []byte(old)) {
				w.Payload = bytes.Replace(w.Payload, []byte(old), []byte(new), 1)
				stream, seq = wire.ParseStream(of), at.Seq+1
				if err := log.Put(c.key, wire.EncodeChange(&w)); err != nil {
					return err
				}
			}
			if at, err = at.Next(of, &w); err != nil {
				return err
			}
			if at.Seq%wire.MarkEvery == 0 {
				if err := b.Bucket(wire.BucketMark).Put(c.key, bytes.Clone(at.Hash[:])); err != nil {
					return err
				}
			}
			if err := b.Bucket(wire.BucketHead).Put(of, at.Bytes()); err != nil {
				return err
			}
		}
		return b.Bucket(wire.BucketMeta).Put(wire.MetaDerived, wire.Number(0))
	})
	return stream, seq, errors.Join(err, db.Close())
}

// Owe writes work down.
func (s *Store) Owe(d Debt) error { return s.update(func(b *disk.Tx) error { return owe(b, d) }) }

// IdentifyAnew gives a store another name, for a reason.
func (s *Store) IdentifyAnew(reason string) error { return s.identifyAnew(reason) }

// EachOpened visits every entry of the file as it is when it is opened, by bucket.
func (s *Store) EachOpened(visit func(bucket string, key, value []byte)) error {
	return s.view(func(b *disk.Tx) error {
		return b.ForEach(func(name []byte, bucket *disk.Bucket) error {
			return bucket.ForEach(func(k, v []byte) error { visit(string(name), k, v); return nil })
		})
	})
}
