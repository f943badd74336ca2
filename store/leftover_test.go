package store_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/store"
)

func init() {
	for part, begin := range map[string]func(path string, stop func()) error{
		"backup": func(path string, stop func()) error {
			s, err := store.Open(path, store.Options{Now: time.Now, Program: "child"})
			if err != nil {
				return err
			}
			return s.Backup(context.Background(), outside(path), func(int64, int64) { stop() })
		},
		"export": func(path string, stop func()) error {
			s, err := store.Open(path, store.Options{Now: time.Now, Program: "child"})
			if err != nil {
				return err
			}
			return s.WriteFile(outside(path), false, func(w io.Writer) error {
				_, err := io.WriteString(w, "half")
				stop()
				return err
			})
		},
		"found": func(path string, stop func()) error {
			return store.Found(path, store.Options{Now: time.Now, Program: "child"}, func(*store.Store) error {
				stop()
				return nil
			})
		},
	} {
		parts[part] = func(path string) error {
			return begin(path, func() {
				fmt.Println("half")
				select {} // until it is killed
			})
		}
	}
}

// outside is a file in another folder than the store's.
func outside(path string) string { return filepath.Join(filepath.Dir(path), "outside", "made") }

// killedHalf starts a child that makes a file and kills it half-way.
func killedHalf(t *testing.T, part, path string) {
	t.Helper()
	cmd, out := child(t, part, path)
	if !out.Scan() || out.Text() != "half" {
		t.Fatalf("%s says %q: %s", part, out.Text(), cmd.Stderr)
	}
	must(t, cmd.Process.Kill())
	_ = cmd.Wait()
}

func names(t *testing.T, folder string) (out []string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	must(t, err)
	for _, e := range entries {
		if !e.IsDir() {
			out = append(out, e.Name())
		}
	}
	return out
}

// What is made elsewhere and cut off is gone at the next start, wherever it was; a finished file stays.
func TestNothingHalfMadeIsLeft(t *testing.T) {
	for _, part := range []string{"backup", "export"} {
		t.Run(part, func(t *testing.T) {
			path, s, _ := founded(t)
			folder := filepath.Dir(outside(path))
			must(t, os.Mkdir(folder, 0o700))
			must(t, s.WriteFile(filepath.Join(folder, "whole"), false, func(io.Writer) error { return nil }))
			must(t, s.Close())
			killedHalf(t, part, path)
			if left := names(t, folder); len(left) != 2 {
				t.Fatalf("there is nothing to remove: %v", left)
			}
			// not where the folder is away, such as on a stick
			must(t, os.Rename(folder, folder+"-away"))
			must(t, open(t, path).Close())
			must(t, os.Rename(folder+"-away", folder))
			if left := names(t, folder); len(left) != 2 {
				t.Fatalf("removed from afar: %v", left)
			}
			again := open(t, path)
			defer again.Close()
			if left := names(t, folder); len(left) != 1 || left[0] != "whole" {
				t.Errorf("left are %v", left)
			}
			if owed, err := again.Owed(t.Context()); err != nil || len(owed) > 0 {
				t.Errorf("owed are %v, %v", owed, err)
			}
		})
	}
}

// Where a new store was half made, and none stands there, the next start removes it, whatever starts.
func TestNoStoreHalfMadeIsLeft(t *testing.T) {
	for name, start := range map[string]func(path string) error{
		"opening": func(path string) error {
			if _, err := store.Open(path, store.Options{Now: time.Now}); fault.KindOf(err) != fault.NotFound {
				return errors.Join(errors.New("a store opens"), err)
			}
			return nil
		},
		"making one": func(path string) error { return store.Create(path, time.Now()) },
		"the app":    func(path string) error { store.Sweep(path); return nil },
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "d.db")
			killedHalf(t, "found", path)
			if left := names(t, filepath.Dir(path)); len(left) == 0 || strings.Contains(strings.Join(left, " "), " d.db ") {
				t.Fatalf("half made: %v", left)
			}
			must(t, start(path))
			for _, left := range names(t, filepath.Dir(path)) {
				if left != "d.db" {
					t.Errorf("left is %s", left)
				}
			}
		})
	}
}

// A store that was not filled is not there.
func TestFoundIsWholeOrAbsent(t *testing.T) {
	path := filepath.Join(t.TempDir(), "d.db")
	stopped := errors.New("stopped")
	err := store.Found(path, store.Options{Now: time.Now}, func(*store.Store) error { return stopped })
	if left := names(t, filepath.Dir(path)); !errors.Is(err, stopped) || len(left) > 0 {
		t.Errorf("%v, left are %v", err, left)
	}
	must(t, store.Found(path, store.Options{Now: time.Now}, func(s *store.Store) error {
		_, err := model.Found(t.Context(), s, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"})
		return err
	}))
	s := open(t, path)
	defer s.Close()
	sound(t, s)
	if _, err := enter(t.Context(), s); err != nil {
		t.Error(err)
	}
	if left := names(t, filepath.Dir(path)); len(left) != 2 { // and who has it open
		t.Errorf("left are %v", left)
	}
}

// The list beside a copy is noted while it is made, as the copy is, and crossed out as well: two commits each.
func TestTheListBesideACopyIsNotedToo(t *testing.T) {
	_, s, session := founded(t)
	folder := t.TempDir()
	commits := func(name string) int {
		t.Helper()
		before, err := s.Commits()
		must(t, err)
		must(t, s.Backup(t.Context(), filepath.Join(folder, name), nil))
		after, err := s.Commits()
		must(t, err)
		return after - before
	}
	if n := commits("without.db"); n != 2 {
		t.Errorf("a copy takes %d commits", n)
	}
	jan, err := session.Do(t.Context(), desk.AddResident{Resident: desk.Resident{Name: "Jan"}})
	must(t, err)
	_, err = session.Do(t.Context(), desk.EraseResident{ID: jan.Entity})
	must(t, err)
	if n := commits("with.db"); n != 4 {
		t.Errorf("a copy with a list takes %d commits", n)
	}
	owed, err := s.Owed(t.Context())
	must(t, err)
	if len(owed) != 1 || owed[0].Kind != store.OwesCompact {
		t.Errorf("owed is %v", owed)
	}
}
