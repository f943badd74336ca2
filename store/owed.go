package store

import (
	"context"
	"io"
	"path/filepath"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/store/disk"
	"leerbalie/store/erasures"
	"leerbalie/store/file"
	"leerbalie/store/tally"
	"leerbalie/store/wire"
	"leerbalie/store/witness"
)

// Debt is work that was written down before it began, in the same transaction as what it follows from, and is crossed out when it
// is done. Whatever stops the program in between, the next Open finds it and does it.
type Debt struct {
	Kind DebtKind
	What string // which file; "" for the store itself
}

// DebtKind says what is to be done.
type DebtKind byte

// The kinds of work that can be owed. Letters are on disk and never reused.
const (
	// OwesCompact is owed after an erasure: free places of the file may still hold the words.
	OwesCompact DebtKind = 'c'
	// OwesAnew is owed after another name: free places of the file may still hold the key of the one before. Nobody was erased.
	OwesAnew DebtKind = 'n'
	// OwesRemoval is owed for a file that is being written: it goes if it was never finished.
	OwesRemoval DebtKind = 'f'
)

func (d Debt) key() []byte { return append([]byte{byte(d.Kind)}, d.What...) }

// owe writes work down, also in a file that an older version made and that is being brought up to date.
func owe(b *disk.Tx, d Debt) error {
	if _, err := b.CreateBucketIfNotExists(wire.BucketOwed); err != nil {
		return err
	}
	return tally.Keep(b, wire.BucketOwed, d.key(), []byte{})
}

// paid crosses work out.
func paid(b *disk.Tx, d Debt) error { return tally.Drop(b, wire.BucketOwed, d.key()) }

// owes tells whether work is written down; a file of before there was a list of it owes nothing.
func owes(b *disk.Tx, d Debt) bool {
	list := b.Bucket(wire.BucketOwed)
	return list != nil && list.Get(d.key()) != nil
}

// Owed is the work that is still to be done.
func (s *Store) Owed(context.Context) (out []Debt, err error) {
	err = s.view(func(b *disk.Tx) error {
		return b.Bucket(wire.BucketOwed).ForEach(func(k, _ []byte) error {
			out = append(out, Debt{DebtKind(k[0]), string(k[1:])})
			return nil
		})
	})
	return out, err
}

// Wiping tells whether words of who was erased can still stand in free places of the file, and how much room it takes to write
// the file anew without them.
func (s *Store) Wiping(context.Context) (w model.Wiping, err error) {
	w.Done = s.wiped
	s.file.RLock()
	w.Names, w.Left = s.otherNames(), s.left
	s.file.RUnlock()
	err = s.view(func(b *disk.Tx) error {
		w.Owed = owes(b, Debt{Kind: OwesCompact})
		return nil
	})
	if err != nil || !w.Owed {
		return w, err
	}
	s.file.RLock()
	defer s.file.RUnlock()
	err = disk.Guard(func() error {
		writer, err := s.db.Begin(true) // which counts the free places
		if err != nil {
			return disk.Fault(err)
		}
		size := writer.Size()
		err = writer.Rollback()
		w.Places = freePlaces(s.db)
		w.Room = size - int64(w.Places)*int64(s.db.Info().PageSize)
		return err
	})
	return w, err
}

// freePlaces is how many pages of a file hold nothing that counts, as of the last transaction that could write.
func freePlaces(db *disk.DB) int {
	stats := db.Stats()
	return stats.FreePageN + stats.PendingPageN
}

// WriteFile makes a file that is no store, such as an export, of what write writes: see file.Write. It replaces no list of erasures and
// no note of what was seen of a store either, which would bring somebody back, or hide what was altered. What a killed program leaves
// of it goes at the next Open. s is nil where no store is open; nobody notes it then.
func (s *Store) WriteFile(path string, over bool, write func(io.Writer) error) error {
	if s == nil {
		return file.Write(path, over, nil, spared, write)
	}
	return file.Write(path, over, s.owing, spared, write)
}

// spared refuses what is kept outside of stores to be known later, by what is in it. What is not there is none of it.
func spared(path string) error {
	list, err := erasures.IsList(path)
	if err == nil && (list || witness.IsNote(path)) {
		err = fault.New(fault.Refused, "output-is-kept", "path", path)
	}
	return err
}

// owing notes a file that is being made. A disk that is full, or a store whose file is gone, is no reason to make no copy: it is
// not noted then.
func (s *Store) owing(tmp string) (paidOff func()) {
	whole, err := filepath.Abs(tmp)
	if err != nil {
		return func() {}
	}
	d := Debt{Kind: OwesRemoval, What: whole}
	if s.update(func(b *disk.Tx) error { return owe(b, d) }) != nil {
		return func() {}
	}
	return func() {
		_ = s.update(func(b *disk.Tx) error { return paid(b, d) }) // or else at the next Open
	}
}

// payDebts does what is owed, when a store is opened. What cannot be done now, for want of room or because a disk is not there,
// stays owed and keeps nobody from working.
func (s *Store) payDebts(ctx context.Context) error {
	debts, err := s.Owed(ctx)
	if err != nil {
		return err
	}
	for _, d := range debts {
		switch d.Kind {
		case OwesCompact, OwesAnew:
			if err = s.Compact(ctx); d.Kind == OwesCompact {
				s.wiped = err == nil
			}
		case OwesRemoval:
			if err = file.RemoveUnfinished(d.What); err == nil {
				err = s.update(func(b *disk.Tx) error { return paid(b, d) })
			}
		}
		if fault.KindOf(err) == fault.Damaged {
			return err
		}
	}
	return nil
}
