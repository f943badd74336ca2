package store

import (
	"errors"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/untouched"
	"leerbalie/store/derive"
	"leerbalie/store/disk"
	"leerbalie/store/file"
	"leerbalie/store/lock"
	"leerbalie/store/self"
	"leerbalie/store/wire"
)

// Look opens a copy of a store, as long as somebody is asked who may put it back: nothing is brought up to date. A copy that Backup
// made stays as it is. In a store where somebody works, or did, tries of a PIN count as they do at every other door, or this one
// would be the way to try them all; in a file that cannot be written none is kept. shut closes it. Errors as for Open.
func Look(path string, o Options) (b model.Backend, shut func() error, err error) {
	if err := file.CheckReadOnly(path); err != nil {
		return nil, nil, err
	}
	s := &Store{path: path, now: time.Now, derives: derive.Present(), keys: o.keys()}
	if err := disk.Guard(func() error { return s.openAs(lock.Opening{ReadOnly: true}) }); err != nil {
		return nil, nil, openError(path, err)
	}
	shut = func() error { return disk.Guard(s.db.Close) }
	copied := false
	err = s.view(func(b *disk.Tx) error {
		meta := b.Bucket(wire.BucketMeta)
		if meta == nil || b.Bucket(wire.BucketRecord) == nil || b.Bucket(wire.BucketSetting) == nil {
			return fault.New(fault.Damaged, "store-foreign", "path", path)
		}
		copied = self.Keyless(meta)
		return nil
	})
	if err != nil {
		return nil, nil, errors.Join(err, shut())
	}
	if copied || file.Check(path) != nil {
		return untouched.Of(s), shut, nil
	}
	if err := shut(); err != nil {
		return nil, nil, err
	}
	if err := disk.Guard(func() error { return s.openAs(lock.Opening{Check: file.Check}) }); err != nil {
		return nil, nil, openError(path, err)
	}
	return s, shut, nil
}
