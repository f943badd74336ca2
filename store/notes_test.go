package store_test

import (
	"os"
	"path/filepath"
	"testing"
	"testing/synctest"
	"time"

	"leerbalie/store"
)

// TestNotesHarmNobody: notes that cannot be read or written are none.
func TestNotesHarmNobody(t *testing.T) {
	path, s, _ := founded(t)
	must(t, s.Close())
	state := t.TempDir()
	s = at(t, path, state, "")
	must(t, s.Close())
	for name := range folder(t, state) {
		must(t, os.WriteFile(filepath.Join(state, name), []byte("{broken"), 0o600))
	}
	s = at(t, path, state, "")
	name := s.Replica()
	work(t, s)
	sound(t, s)
	must(t, s.Close())
	blocked := filepath.Join(t.TempDir(), "file")
	must(t, os.WriteFile(blocked, nil, 0o600))
	s = at(t, path, blocked, "") // no folder at all
	work(t, s)
	sound(t, s)
	must(t, s.Close())
	if s.Replica() != name || len(s.Remarks()) > 0 {
		t.Errorf("it goes on under another name: %v", s.Remarks())
	}
}

// TestAnUnsignedNoteIsNone: only what a store signed is a reason to take it for one that was set back, moved or copied.
func TestAnUnsignedNoteIsNone(t *testing.T) {
	for _, signed := range []bool{true, false} {
		state, old := t.TempDir(), filepath.Join(t.TempDir(), "old.db")
		path, s, _ := founded(t)
		name := s.Replica()
		must(t, s.Close())
		must(t, at(t, path, state, "").Close())
		cp(t, path, old)
		s = at(t, path, state, "")
		work(t, s)
		must(t, s.Close())
		if !signed {
			spoil(t, state)
		}
		copied := filepath.Join(t.TempDir(), "copied.db")
		cp(t, path, copied)
		s = at(t, copied, state, "")
		if went := s.Replica() == name; went == signed {
			t.Errorf("signed %v: a copy beside it goes on under its name: %v (%v)", signed, went, s.Remarks())
		}
		must(t, s.Close())
		if !signed { // the copy wrote another note
			continue
		}
		cp(t, old, path)
		if s = at(t, path, state, ""); s.Replica() == name || remarked(s) != "store-set-back" {
			t.Errorf("what was set back goes on under its name: %v", s.Remarks())
		}
	}
}

// TestAForgedNoteSetsNothingBack: a note that says more than the file holds, and is not signed, is none.
func TestAForgedNoteSetsNothingBack(t *testing.T) {
	state, old := t.TempDir(), filepath.Join(t.TempDir(), "old.db")
	path, s, _ := founded(t)
	name := s.Replica()
	must(t, s.Close())
	cp(t, path, old)
	s = at(t, path, state, "")
	work(t, s)
	must(t, s.Close())
	spoil(t, state)
	cp(t, old, path)
	if s = at(t, path, state, ""); s.Replica() != name || len(s.Remarks()) > 0 {
		t.Errorf("a note that the store never signed gives it another name: %v", s.Remarks())
	}
}

// spoil alters the signature of every note in a folder.
func spoil(t *testing.T, state string) {
	t.Helper()
	for note, body := range folder(t, state) {
		end, other := len(body)-len(`===="}`)-8, byte('A')
		if body[end] == other {
			other = 'B'
		}
		must(t, os.WriteFile(filepath.Join(state, note), []byte(body[:end]+string(other)+body[end+1:]), 0o600))
	}
}

// TestTheOldPlaceIsLookedAt: a store is no copy when what lies at its old place is the same file by another name, or another store.
func TestTheOldPlaceIsLookedAt(t *testing.T) {
	state := t.TempDir()
	path, s, _ := founded(t)
	name := s.Replica()
	must(t, s.Close())
	must(t, at(t, path, state, "").Close())
	link := filepath.Join(t.TempDir(), "folder")
	must(t, os.Symlink(filepath.Dir(path), link))
	s = at(t, filepath.Join(link, filepath.Base(path)), state, "")
	if s.Replica() != name {
		t.Error("the same file by another name is taken for a copy")
	}
	must(t, s.Close())
	moved := filepath.Join(t.TempDir(), "moved.db")
	must(t, os.Rename(path, moved))
	must(t, store.Create(path, time.Now()))
	s = at(t, moved, state, "")
	if s.Replica() != name {
		t.Error("a store that was moved is taken for a copy, because a new one has its place")
	}
	must(t, s.Close())
	again := filepath.Join(t.TempDir(), "again.db")
	cp(t, moved, again)
	held := at(t, moved, state, "") // a program has the first one open
	if s = at(t, again, state, ""); s.Replica() == name || held.Replica() != name || remarked(s) != "store-copied" {
		t.Errorf("a copy of a store that is in use goes on under its name: %v", s.Remarks())
	}
}

// TestAnotherMachineKnowsMore: two machines share a folder of notes. Where one wrote further, the other has a copy.
func TestAnotherMachineKnowsMore(t *testing.T) {
	state := t.TempDir()
	path, s, _ := founded(t)
	must(t, s.Close())
	other := filepath.Join(t.TempDir(), "other.db")
	cp(t, path, other)
	s = at(t, path, state, "a")
	name := s.Replica()
	must(t, s.Close())
	s = at(t, other, state, "b")
	if s.Replica() != name {
		t.Error("another machine that knows no more is a reason for another name")
	}
	must(t, s.Close())
	s = at(t, path, state, "a")
	work(t, s)
	must(t, s.Close())
	s = at(t, other, state, "b")
	if s.Replica() == name || remarked(s) != "store-elsewhere" {
		t.Errorf("both go on under one name: %v", s.Remarks())
	}
	sound(t, s)
}

// TestNotesAreKeptWhileItIsOpen: a program that never ends well has left a note as well, some time after what it wrote.
func TestNotesAreKeptWhileItIsOpen(t *testing.T) {
	path, s, _ := founded(t)
	must(t, s.Close())
	synctest.Test(t, func(t *testing.T) {
		state := t.TempDir()
		s, err := store.Open(path, store.Options{Now: time.Now, State: state, NoteAfter: time.Minute})
		must(t, err)
		defer s.Close()
		work(t, s)
		time.Sleep(59 * time.Second) // of the bubble's clock
		synctest.Wait()
		if n := len(folder(t, state)); n != 0 {
			t.Errorf("%d notes at once: every write would wait for one", n)
		}
		time.Sleep(2 * time.Second)
		synctest.Wait()
		if n := len(folder(t, state)); n != 1 {
			t.Errorf("there are %d notes", n)
		}
	})
}
