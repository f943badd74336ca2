package lock

import (
	"path/filepath"
	"testing"
	"time"

	"leerbalie/store/file"
)

// One that stays, or of whom nothing is known, is waited for half a second; one that is passing, such as a command, for ten, and for each
// that follows anew. A minute is the end.
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
