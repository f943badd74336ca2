package store

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"time"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/store/disk"
	"leerbalie/store/evidence"
	"leerbalie/store/seal"
	"leerbalie/store/self"
	"leerbalie/store/wire"
	"leerbalie/store/witness"
)

// The reasons for another name, as codes of remarks.
const (
	wasCopy   = "store-was-copy"  // a copy that has no key
	isCopied  = "store-copied"    // the store that it is a copy of is still where it was
	isSetBack = "store-set-back"  // the file holds less than was seen of it, or other changes
	elsewhere = "store-elsewhere" // another machine saw more of it
)

// notesOf is where notes are kept, "" in Options being nowhere.
func notesOf(o Options) witness.Notes {
	n := witness.Notes{Folder: o.State, Machine: o.Machine}
	if n.Folder != "" && n.Machine == "" {
		n.Machine = witness.Machine()
	}
	return n
}

// recognise gives a file another name than it has, before anything is written under that one, when there is or was another store of
// that name: two of them would give out the same numbers, and write different changes under the same sequence. A store that was
// moved, and one of which nothing is known here, go on as they are. Of one that was set back, what was seen under its old name
// is remembered: check goes on to say what it lacks. Where somebody can be asked, it is asked before: it may be the wrong file.
func (s *Store) recognise(anew func(why error) error) error {
	if s.notes.Folder != "" {
		s.notes.Tidy(s.Replica())
	}
	reason, args, err := s.another()
	if err != nil || reason == "" {
		return err
	}
	if anew != nil {
		if err := anew(fault.New(fault.Conflict, reason, args...)); err != nil {
			return err
		}
	}
	return s.identifyAnew(reason, args...)
}

// another tells why a file may not be written under the name that it has, and what is said about that; "" where it may.
func (s *Store) another() (reason string, args []any, err error) {
	var copied, less, further bool
	var seen time.Time
	note, proven, known := s.notes.Said(s.Replica())
	err = s.view(func(b *disk.Tx) (err error) {
		copied = self.Keyless(b.Bucket(wire.BucketMeta))
		if known {
			seen = note.At
			less, err = lacks(b, &note.Witness)
			if (err != nil || less || copied || !s.isAt(note.Path)) && !proven() { // where it says what the file says, nothing follows from it
				note, seen, known, less, err = witness.Note{}, time.Time{}, false, false, nil
			}
			if err != nil || less {
				return err
			}
		}
		for _, other := range s.notes.Elsewhere(s.Replica()) {
			if further, err = lacks(b, &other.Witness); err != nil || further {
				seen = other.At
				return err
			}
		}
		return nil
	})
	if err != nil && fault.KindOf(err) != fault.Damaged { // of what is damaged check tells
		return "", nil, err
	}
	switch {
	case less && (s.isAt(note.Path) || !copied && !s.stillAt(note.Path)):
		reason = isSetBack
	case copied:
		reason = wasCopy
	case known && !s.isAt(note.Path) && s.stillAt(note.Path):
		reason = isCopied
	case further:
		reason = elsewhere
	default:
		if path, err := filepath.Abs(s.path); err == nil && path == note.Path {
			s.noted = note.Heads
		}
		return "", nil, nil
	}
	return reason, []any{"path", note.Path, "seen", seen.Local().Format("02-01-2006 15:04")}, nil
}

// lacks tells whether a file holds less than was seen of it, or other changes.
func lacks(b *disk.Tx, w *witness.Witness) (bool, error) {
	found, err := altered(b, w.Heads, w.At)
	return len(found) > 0, err
}

// isAt tells whether this store's file is the one at a path.
func (s *Store) isAt(path string) bool {
	here, err := os.Stat(s.path)
	if err != nil {
		return false
	}
	there, err := os.Stat(path)
	return err == nil && os.SameFile(here, there)
}

// stillAt tells whether another file, at a path, is a store of this one's name as well. One that cannot be looked into now,
// because a program has it open, counts as one.
func (s *Store) stillAt(path string) bool {
	if _, err := os.Stat(path); err != nil {
		return false
	}
	same, mine := false, s.Replica()
	err := reading(path, seal.Keys{Ring: s.keys.Ring}, func(other *Store) error {
		return other.view(func(b *disk.Tx) error {
			meta := b.Bucket(wire.BucketMeta)
			same = meta != nil && !self.Keyless(meta) && bytes.Equal(meta.Get(wire.MetaReplica), mine[:])
			return nil
		})
	})
	return same || fault.KindOf(err) == fault.Busy
}

// note keeps outside of the file what it holds now. It is called after a commit is on disk, so that a note never knows more than
// the file, and writes nothing when the note says so already. That it cannot be kept keeps nobody from working.
func (s *Store) note() {
	path, err := filepath.Abs(s.path)
	if err != nil || s.notes.Folder == "" || s.looks {
		return
	}
	var heads []witness.Head
	var signed []byte
	err = s.view(func(b *disk.Tx) error {
		if heads, err = evidence.PartsOf(b).Heads(); err != nil || slices.Equal(heads, s.noted) {
			return err
		}
		signed, err = witness.Sign(b.Bucket(wire.BucketMeta).Get(wire.MetaKey), s.now(), heads)
		return err
	})
	if err == nil && signed != nil && s.notes.Write(path, signed) == nil {
		s.noted = heads
	}
}

// noteInBackground keeps a note a while after something was written, however much is written.
func (s *Store) noteInBackground(ctx context.Context, after time.Duration) {
	defer s.indexing.Done()
	for {
		select {
		case <-ctx.Done():
			return
		case <-s.noteSoon:
		}
		select {
		case <-ctx.Done():
			return
		case <-time.After(after):
		}
		s.note()
	}
}

// witnessed compares the file with who saw it before: the copy that it was made from, what was noted here of it, and what was
// noted of it before it was set back.
func (c *checker) witnessed() error {
	meta := c.b.Bucket(wire.BucketMeta)
	signed := meta.Get(wire.MetaWitness)
	switch w, err := witness.Read(signed); {
	case signed == nil && self.Keyless(meta):
		c.altered(Problem{Kind: Altered, Where: "witness", Detail: Unsigned})
	case signed == nil:
	case err != nil:
		c.altered(Problem{Kind: Altered, Where: "witness", Detail: Signature})
	default:
		if err := c.compare(w); err != nil {
			return err
		}
	}
	var name journal.Replica
	copy(name[:], meta.Get(wire.MetaReplica))
	// A copy that lies elsewhere holds less than its store, as it should.
	if note, ok := c.s.notes.Read(name); ok && (c.s.isAt(note.Path) || !self.Keyless(meta) && !c.s.stillAt(note.Path)) {
		if err := c.compare(&note.Witness); err != nil {
			return err
		}
	}
	for former := range slices.Chunk(meta.Get(wire.MetaFormer), len(name)) {
		copy(name[:], former)
		if note, ok := c.s.notes.Read(name); ok {
			if err := c.compare(&note.Witness); err != nil {
				return err
			}
		}
	}
	return nil
}

// compare compares the file with what somebody saw of it.
func (c *checker) compare(w *witness.Witness) error {
	found, err := altered(c.b, w.Heads, w.At)
	for _, p := range found {
		c.altered(p)
	}
	if fault.KindOf(err) == fault.Damaged {
		return nil // a problem of the chain
	}
	return err
}
