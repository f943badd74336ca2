package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"os"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/kinds"
	"leerbalie/store/disk"
	"leerbalie/store/erasures"
	"leerbalie/store/tally"
	"leerbalie/store/wire"
)

// Forgotten is what putting a copy back made of the lists of what was erased.
type Forgotten = erasures.Told

// erased are the ids that stand on the store's own erase list.
func (s *Store) erased() (out []journal.ID, err error) {
	prefix := wire.ErasedKey(journal.ID{})[:1]
	err = s.view(func(b *disk.Tx) error {
		for k := range b.Bucket(wire.BucketIndex).Below(prefix) {
			out = append(out, wire.ParseID(k[len(prefix):]))
		}
		return nil
	})
	return out, err
}

// listErased adds what stands on the store's erase list to a list outside of it. A store that erased nobody makes none.
func (s *Store) listErased(path string) error {
	if path == "" {
		return nil
	}
	ids, err := s.erased()
	if err != nil || len(ids) == 0 {
		return err
	}
	return erasures.Keep(path, ids, s.now(), s.owing)
}

// forgetAgain erases what this machine knows to have been erased and the file still holds, because it is a copy of before that. It
// is done before anything can be read. A list that was applied before is not gone through again. One that cannot be read keeps
// nobody from working, and is said.
func (s *Store) forgetAgain() error {
	path, mark, done, err := s.forgot()
	switch {
	case fault.KindOf(err) == fault.Damaged:
		return err
	case err != nil:
		s.remarks = append(s.remarks, disk.Fault(err))
		return nil
	case done:
		return nil
	case mark == nil:
		return s.listErased(path)
	}
	l, err := erasures.Open(path)
	if err != nil {
		s.remarks = append(s.remarks, err)
		return nil
	}
	if l.Bad() > 0 {
		s.remarks = append(s.remarks, fault.New(fault.Invalid, "erase-list-form", "path", path, "line", l.Bad()))
	}
	if _, err := s.eraseListed([]*erasures.List{l}); err != nil {
		return err
	}
	if err := s.listErased(path); err != nil {
		s.remarks = append(s.remarks, disk.Fault(err))
	}
	return s.update(func(b *disk.Tx) error { return tally.Keep(b, wire.BucketMeta, wire.MetaErased, mark) })
}

// forgot tells whether what this machine knows to have been erased is gone from the file, and stands on the list of this machine, which
// is at path. mark is what the file is marked with when it went through the list; nil where there is none yet. Errors: those of reading
// the list.
func (s *Store) forgot() (path string, mark []byte, done bool, err error) {
	if path = erasures.In(s.notes.Folder); path == "" || s.looks {
		return path, nil, true, nil
	}
	body, err := os.ReadFile(path)
	if errors.Is(err, os.ErrNotExist) {
		ids, err := s.erased()
		return path, nil, err == nil && len(ids) == 0, err
	}
	if err != nil {
		return path, nil, false, err
	}
	sum := sha256.Sum256(body)
	err = s.view(func(b *disk.Tx) error {
		done = bytes.Equal(b.Bucket(wire.BucketMeta).Get(wire.MetaErased), sum[:])
		return nil
	})
	return path, sum[:], done, err
}

// listable are the kinds of entity of which a list can name one: residents with their requests, students with what is theirs.
func listable() []journal.Kind {
	out := []journal.Kind{desk.KindResident, desk.KindRequest, model.KindPerson}
	for _, k := range kinds.All().All() {
		if kinds.All().Whose(k) != 0 {
			out = append(out, k)
		}
	}
	return out
}

// eraseListed erases what of the file stands on a list and was not erased from it yet. It tells how much there was.
func (s *Store) eraseListed(lists []*erasures.List) (n int, err error) {
	var found []journal.ID
	err = s.view(func(b *disk.Tx) error {
		for _, kind := range listable() {
			prefix := []byte{byte(kind)}
			for k := range b.Bucket(wire.BucketRecord).Below(prefix) {
				id := wire.ParseID(k[len(prefix):])
				if b.Bucket(wire.BucketIndex).Get(wire.ErasedKey(id)) != nil {
					continue
				}
				for _, l := range lists {
					if l.Has(id) {
						found = append(found, id)
						break
					}
				}
			}
		}
		return nil
	})
	if err != nil || len(found) == 0 {
		return 0, err
	}
	return len(found), s.Write(context.Background(), func(w model.WriteTx) error {
		for _, id := range found {
			err := w.Emit(&journal.Change{Stream: journal.Stream{Scope: journal.Scope{Class: journal.Trust, Part: journal.Organisation()}},
				Kind: journal.KindErasure, Entity: id, Op: journal.OpAdd, Item: journal.ItemErase, Wall: w.Now().UnixMilli(), Schema: journal.SchemaVersion, MinReader: 1})
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// Forgetting is what has to be done with a store that is made from a copy, before anybody can read in it: whoever was erased since, by
// the lists beside the copy and the one in the folder state ("": none is kept), is erased from it, and nothing of that is left in
// the file. told is filled in as it is done. Errors: Invalid for a list that cannot be read.
func Forgetting(ctx context.Context, copied, state string) (told *Forgotten, before func(*Store) error, err error) {
	lists, found, err := erasures.For(copied, state)
	told = &found
	return told, func(s *Store) (err error) {
		if told.Again, err = s.eraseListed(lists); err == nil && told.Again > 0 {
			err = s.Compact(ctx)
		}
		return err
	}, err
}
