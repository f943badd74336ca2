package file

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"leerbalie/model/fault"
)

func writeText(text string) func(string) error {
	return func(tmp string) error { return os.WriteFile(tmp, []byte(text), 0o644) }
}

// wantFolder holds a folder to its names: nothing may be left beside what was made.
func wantFolder(t *testing.T, folder string, want ...string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != len(want) {
		t.Errorf("the folder holds %v, want %v", entries, want)
		return
	}
	for i, e := range entries {
		if e.Name() != want[i] {
			t.Errorf("the folder holds %v, want %v", entries, want)
		}
	}
}

func wantText(t *testing.T, path, want string) {
	t.Helper()
	if got, err := os.ReadFile(path); err != nil || string(got) != want {
		t.Errorf("%s holds %q, %v", path, got, err)
	}
}

func TestCreate(t *testing.T) {
	path := filepath.Join(t.TempDir(), "made", "store.db")
	wantFault(t, Create(path, writeText("one")), "")
	wantText(t, path, "one")
	if info, err := os.Stat(path); err != nil || info.Mode().Perm()&0o077 != 0 {
		t.Errorf("others may read it: %v %v", info.Mode(), err)
	}
	wantFault(t, Create(path, writeText("two")), "store-exists")
	wantText(t, path, "one")
	wantFolder(t, filepath.Dir(path), "store.db")
}

func TestCreateNeverOverwrites(t *testing.T) {
	for name, place := range map[string]func(path string) error{
		"a file":          func(path string) error { return os.WriteFile(path, []byte("other"), 0o600) },
		"a dangling link": func(path string) error { return os.Symlink("nowhere", path) },
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "store.db")
			err := Create(path, func(tmp string) error {
				return errors.Join(place(path), writeText("one")(tmp)) // another was faster
			})
			wantFault(t, err, "store-exists")
			wantFolder(t, filepath.Dir(path), "store.db")
			wantFault(t, Create(path, writeText("two")), "store-exists")
		})
	}
}

func TestMoveByLink(t *testing.T) {
	folder := t.TempDir()
	from, to := filepath.Join(folder, "from"), filepath.Join(folder, "to")
	if err := errors.Join(writeText("one")(from), moveByLink(from, to)); err != nil {
		t.Fatal(err)
	}
	wantFolder(t, folder, "to")
	if err := errors.Join(writeText("two")(from)); err != nil {
		t.Fatal(err)
	}
	if err := moveByLink(from, to); !errors.Is(err, os.ErrExist) {
		t.Errorf("moved over another: %v", err)
	}
	wantText(t, to, "one")
}

func TestFailedBuildLeavesNothing(t *testing.T) {
	folder := t.TempDir()
	wrong := errors.New("no more paper")
	err := Create(filepath.Join(folder, "store.db"), func(tmp string) error {
		return errors.Join(writeText("half")(tmp), wrong)
	})
	if !errors.Is(err, wrong) {
		t.Errorf("got %v", err)
	}
	wantFolder(t, folder)
}

func TestReplace(t *testing.T) {
	path := filepath.Join(t.TempDir(), "store.db")
	mine, other := func() error { return nil }, func() error { return fault.New(fault.Conflict, "other") }
	wantFault(t, Replace(path, writeText("one"), mine), "")
	wantFault(t, Replace(path, writeText("two"), mine), "")
	wantFault(t, Replace(path, writeText("three"), other), "other")
	wantText(t, path, "two")
	wantFolder(t, filepath.Dir(path), "store.db")
}
