package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"os"
	"path/filepath"

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
type Forgotten struct {
	Lists int    // how many there were
	Last  string // the day of the last erasure on them, as 2026-11-30; "" when none stands on any
	Again int    // how many residents, requests and records of students were in the copy, and were erased once more
}

// erasedList is where this machine keeps what was erased from whatever store, "" when it keeps nothing: what has the name of its
// folder is none.
func erasedList(state string) string {
	if state == "" {
		return ""
	}
	if info, err := os.Stat(state); err == nil && !info.IsDir() {
		return ""
	}
	return filepath.Join(state, erasures.Name)
}

// erased are the ids that stand on the store's own erase list.
func (s *Store) erased() (out []journal.ID, err error) {
	prefix := wire.ErasedKey(journal.ID{})[:1]
	err = s.view(func(b *disk.Tx) error {
		c := b.Bucket(wire.BucketIndex).Cursor()
		for k, _ := c.Seek(prefix); bytes.HasPrefix(k, prefix); k, _ = c.Next() {
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
	path := erasedList(s.notes.Folder)
	if path == "" || s.looks {
		return nil
	}
	body, err := os.ReadFile(path)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return s.listErased(path)
	case err != nil:
		s.remarks = append(s.remarks, diskError(err))
		return nil
	}
	mark := sha256.Sum256(body)
	done := false
	err = s.view(func(b *disk.Tx) error {
		done = bytes.Equal(b.Bucket(wire.BucketMeta).Get(wire.MetaErased), mark[:])
		return nil
	})
	if err != nil || done {
		return err
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
		s.remarks = append(s.remarks, diskError(err))
	}
	return s.update(func(b *disk.Tx) error { return tally.Keep(b, wire.BucketMeta, wire.MetaErased, mark[:]) })
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
			c := b.Bucket(wire.BucketRecord).Cursor()
			for k, _ := c.Seek(prefix); bytes.HasPrefix(k, prefix); k, _ = c.Next() {
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

// listsFor are the lists of what was erased that are at hand for a copy: that of this machine, and those beside the copy.
func listsFor(copied, state string) (out []*erasures.List, told Forgotten, err error) {
	out, err = erasures.Beside(copied)
	if err != nil {
		return nil, told, err
	}
	if path := erasedList(state); path != "" {
		switch l, err := erasures.Sound(path); {
		case errors.Is(err, os.ErrNotExist):
		case err != nil:
			return nil, told, err
		default:
			out = append(out, l)
		}
	}
	told.Lists = len(out)
	for _, l := range out {
		told.Last = max(told.Last, l.Last())
	}
	return out, told, nil
}

// Forgetting is what has to be done with a store that is made from a copy, before anybody can read in it: whoever was erased since, by
// the lists beside the copy and the one in the folder state ("": none is kept), is erased from it, and nothing of that is left in
// the file. told is filled in as it is done. Errors: Invalid for a list that cannot be read.
func Forgetting(ctx context.Context, copied, state string) (told *Forgotten, before func(*Store) error, err error) {
	lists, found, err := listsFor(copied, state)
	told = &found
	return told, func(s *Store) (err error) {
		if told.Again, err = s.eraseListed(lists); err == nil && told.Again > 0 {
			err = s.Compact(ctx)
		}
		return err
	}, err
}
