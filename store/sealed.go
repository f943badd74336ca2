package store

import (
	"context"
	"errors"

	"leerbalie/store/disk"
	"leerbalie/store/seal"
	"leerbalie/store/tally"
	"leerbalie/store/wire"
)

// Sealed tells whether the values of the file are encrypted.
func (s *Store) Sealed() bool {
	s.file.RLock()
	defer s.file.RUnlock()
	return s.db.Seal() != nil
}

// ChangePassphrase has another passphrase open the file than the one before, and writes the file anew, so that what that one opened
// stands nowhere in it any more; copies that were made before still open with it. work is as in Options. Errors: Refused for an old
// passphrase that is wrong, or for a file that is not sealed; Invalid for a new one that is too easy.
func (s *Store) ChangePassphrase(ctx context.Context, old, passphrase string, work int) error {
	s.file.RLock()
	wrapped, _, err := disk.Wrapped(s.db)
	s.file.RUnlock()
	if err == nil {
		wrapped, err = seal.Rewrap(wrapped, old, passphrase, work)
	}
	if err != nil {
		return err
	}
	err = s.update(func(b *disk.Tx) error {
		return errors.Join(tally.Keep(b, wire.BucketMeta, wire.MetaSeal, wrapped), owe(b, Debt{Kind: OwesCompact}))
	})
	if err == nil {
		_ = s.payDebts(ctx) // what cannot be done now is owed, and said where it is looked for
	}
	return err
}

// ChangePassphrase is that of the store at a path, which it opens with the old passphrase; another is chosen when that is right.
func ChangePassphrase(ctx context.Context, path string, o Options, old string, choose func() (string, error)) error {
	o.Passphrase, o.Ring = seal.Given(old), &seal.Ring{}
	if _, err := Keys(o, path); err != nil {
		return err
	}
	passphrase, err := choose()
	if err != nil {
		return err
	}
	s, err := Open(path, o)
	if err != nil {
		return err
	}
	return errors.Join(s.ChangePassphrase(ctx, old, passphrase, o.Work), s.Close())
}

// Keys are the keys that another process needs to open files at paths, sealed ones among them; one asks for them as Open does. A file
// that cannot be opened gives none: who opens it says why.
func Keys(o Options, paths ...string) ([][]byte, error) {
	ring := o.Ring
	if ring == nil {
		ring = &seal.Ring{}
	}
	for _, path := range paths {
		if sealed, err := IsSealed(path); err != nil || !sealed {
			continue
		}
		db, err := seal.Keys{Ring: ring, Ask: o.Passphrase}.Open(path, func() (*disk.DB, error) { return openBolt(path, true) })
		if err != nil {
			return nil, err
		}
		if err := db.Close(); err != nil {
			return nil, err
		}
	}
	return ring.Keys(), nil
}
