package lock

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"leerbalie/model/fault"
	"leerbalie/store/file"
)

// One that stays, or of whom nothing is known, is waited for half a second; one that is passing, such as a command, for ten, and for each
// that follows anew. Five minutes are the end.
func TestHowLongALockIsWaitedFor(t *testing.T) {
	path := filepath.Join(t.TempDir(), "d.db")
	now := time.Date(2025, 3, 14, 9, 0, 0, 0, time.UTC)
	left := newPatience(path, now).left
	want := func(what string, want time.Duration) {
		t.Helper()
		if got := left(now); got != want {
			t.Errorf("%s: %s, not %s", what, got, want)
		}
	}
	hold := func(who file.Owner) {
		t.Helper()
		_, err := file.Hold(path, who)
		if err != nil {
			t.Fatal(err)
		}
	}
	want("for somebody unknown", 500*time.Millisecond)
	hold(file.Owner{Program: "app", Since: now})
	want("for one who stays", 500*time.Millisecond)
	now = now.Add(400 * time.Millisecond)
	want("for one who stays, later", 100*time.Millisecond)
	hold(file.Owner{Program: "add", Since: now, Passing: true})
	want("for a command", 10*time.Second)
	now = now.Add(9 * time.Second)
	want("for a command, later", time.Second)
	hold(file.Owner{Program: "erase", Since: now, Passing: true})
	want("for the next", 10*time.Second)
	for range 32 {
		now = now.Add(9 * time.Second)
		hold(file.Owner{Program: "add", Since: now, Passing: true})
	}
	want("in all", queueWait-400*time.Millisecond-33*9*time.Second)
}

// A look at the file that meets its name on the way to another file is taken again: see file.Check.
func TestTheNameMovesDuringTheLook(t *testing.T) {
	path := filepath.Join(t.TempDir(), "store.db")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	looks := 0
	db, _, err := Opening{Check: func(path string) error {
		if looks++; looks < 10 {
			return fault.New(fault.Conflict, "store-replaced", "path", path)
		}
		return nil
	}}.Open(path)
	if err != nil || looks != 10 {
		t.Fatalf("after %d looks: %v", looks, err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}
