package store

import (
	"context"
	"errors"
	"fmt"

	"leerbalie/model/fault"
	"leerbalie/store/disk"
	"leerbalie/store/file"
	"leerbalie/store/tally"
	"leerbalie/store/wire"
)

// migration brings a file from the version before it to its own. Once released, its code is frozen.
type migration struct {
	version uint64
	run     func(*disk.Tx) error
}

// migrations lists every step since the first version, in order; a step is only ever added at the end.
func migrations() []migration { return nil }

// migrate brings an older file up to date, each step committed with the version it reaches, after copying the file to
// path.vN. A file from a later version was refused when it was opened. Errors: Damaged for one that is no store.
func (s *Store) migrate(path string, steps []migration) error {
	var have uint64
	err := s.view(func(b *disk.Tx) error {
		meta := b.Bucket(wire.BucketMeta)
		if meta == nil || len(meta.Get(wire.MetaFormat)) != 8 {
			return fault.New(fault.Damaged, "store-foreign", "path", path)
		}
		have = wire.ParseNumber(meta.Get(wire.MetaFormat))
		return nil
	})
	if err != nil {
		return err
	}
	latest := uint64(wire.FormatVersion)
	if n := len(steps); n > 0 {
		latest = steps[n-1].version
	}
	if have < latest {
		if err := s.keepCopy(fmt.Sprintf("%s.v%d", path, have)); err != nil {
			return err
		}
	}
	for _, step := range steps {
		if step.version <= have {
			continue
		}
		err := s.update(func(b *disk.Tx) error {
			if err := step.run(b); err != nil {
				return err
			}
			return tally.Keep(b, wire.BucketMeta, wire.MetaFormat, wire.Number(step.version))
		})
		if err != nil {
			return err
		}
	}
	return s.deriveAnew()
}

// deriveAnew derives everything anew when another version did it last, or when that was cut off: an older version may have kept
// changes that it could not read, and keeps less, or otherwise. What a newer one derived goes as well, rather than the file
// being refused: this one would not keep it true while it writes, and the newer one, which finds the number of this one then,
// makes it again. All of it comes from the journal, which is looked over first: with one that cannot be read, what is
// derived may be the best there is. Errors: Damaged then.
func (s *Store) deriveAnew() error {
	same := false
	sound := &Report{}
	err := s.view(func(b *disk.Tx) error {
		if same = s.derives.Made(b); same {
			return nil
		}
		c := newChecker(context.Background(), s, b, sound)
		return errors.Join(c.chain(), c.evidence())
	})
	if err != nil || same {
		return err
	}
	if !sound.Sound() {
		return fault.New(fault.Damaged, "repair-chain", "path", s.path)
	}
	return s.rebuild(nil)
}

// keepCopy writes a consistent copy of the file, which takes its name when it is whole on disk. A copy that exists is left
// alone.
func (s *Store) keepCopy(path string) error {
	err := file.Create(path, func(tmp string) error { return s.writeTo(context.Background(), tmp, nil) })
	if fault.KindOf(err) == fault.Conflict {
		return nil
	}
	return err
}

// tallied tallies a file that a program left that keeps no sums, and one whose mark is lost as one that is not to be trusted.
func (s *Store) tallied(lost bool) error {
	is := false
	err := s.view(func(b *disk.Tx) error { is = tally.Is(b.Bucket(wire.BucketMeta)); return nil })
	if err != nil || is {
		return err
	}
	return s.update(func(b *disk.Tx) error {
		if err := tally.Anew(b); err != nil || !lost {
			return err
		}
		return tally.Distrust(b)
	})
}
