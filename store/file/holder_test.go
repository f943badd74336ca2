package file

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestHold(t *testing.T) {
	path := filepath.Join(t.TempDir(), "store.db")
	since := time.Date(2025, 3, 14, 9, 26, 53, 500, time.FixedZone("CET", 3600))
	wantFault(t, Busy(path), "store-busy-unknown")
	release, err := Hold(path, Owner{Program: "leer\x1bbalie\n", Since: since, Passing: true})
	if err != nil {
		t.Fatal(err)
	}
	o, ok := Holder(path)
	if !ok || o.PID != os.Getpid() || o.Program != "leerbalie" || !o.Since.Equal(since.Truncate(time.Second)) || !o.Passing {
		t.Errorf("%+v %v", o, ok)
	}
	wantFault(t, Busy(path), "store-busy")
	release()
	release()
	wantFolder(t, filepath.Dir(path))
}

// Two processes can hold a store one after the other; the first takes only its own note away.
func TestReleaseLeavesTheNoteOfAnother(t *testing.T) {
	path := filepath.Join(t.TempDir(), "store.db")
	first, _ := Hold(path, Owner{Program: "first", Since: time.Unix(1_700_000_000, 0)})
	second, _ := Hold(path, Owner{Program: "second", Since: time.Unix(1_700_000_100, 0)})
	first()
	if o, ok := Holder(path); !ok || o.Program != "second" {
		t.Errorf("%+v %v", o, ok)
	}
	second()
}

func TestNotesThatTellNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "store.db")
	for _, text := range []string{"", "\n\n\n", "x\ny\nz\n", "-4\nleerbalie\n2025-03-14T09:26:53Z\n", "4\nleerbalie\n", strings.Repeat("9", 5000)} {
		if err := os.WriteFile(notePath(path), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if o, ok := Holder(path); ok {
			t.Errorf("%q tells %+v", text, o)
		}
	}
}

func TestHoldFollowsNoLink(t *testing.T) {
	folder := t.TempDir()
	path, other := filepath.Join(folder, "store.db"), filepath.Join(folder, "other")
	if err := os.WriteFile(other, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(other, notePath(path)); err != nil {
		t.Skip("no links here")
	}
	release, err := Hold(path, Owner{Program: "leerbalie", Since: time.Unix(1_700_000_000, 0)})
	if err != nil {
		t.Fatal(err)
	}
	defer release()
	wantText(t, other, "mine")
}
