package store

import (
	"errors"
	"time"

	bolt "go.etcd.io/bbolt"

	"leerbalie/model/fault"
	"leerbalie/store/file"
	"leerbalie/store/wire"
)

// Look opens a copy of a store to read in it alone: nothing is brought up to date, and nothing can be written. shut closes it.
// Errors as for Open.
func Look(path string) (s *Store, shut func() error, err error) {
	if err := file.CheckReadOnly(path); err != nil {
		return nil, nil, err
	}
	s = &Store{path: path, now: time.Now, derives: present()}
	if err := guard(func() error { s.db, err = openBolt(path, true); return err }); err != nil {
		return nil, nil, openError(path, err)
	}
	shut = func() error { return guard(s.db.Close) }
	err = s.view(func(b *bolt.Tx) error {
		meta := b.Bucket(wire.BucketMeta)
		switch {
		case meta == nil || b.Bucket(wire.BucketRecord) == nil || b.Bucket(wire.BucketSetting) == nil:
			return fault.New(fault.Damaged, "store-foreign", "path", path)
		case wire.ParseNumber(meta.Get(wire.MetaFormat)) > wire.FormatVersion:
			return fault.New(fault.Newer, "store-newer", "path", path)
		}
		return nil
	})
	if err != nil {
		return nil, nil, errors.Join(err, shut())
	}
	return s, shut, nil
}
