package store_test

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/store"
)

// losses are the ways in which a file loses its name while it is open; each gives how it comes back.
func losses(t *testing.T) map[string]func(path string) (back func()) {
	away := filepath.Join(t.TempDir(), "elsewhere")
	home := func(path string) func() {
		return func() { must(t, os.Rename(away, path)) }
	}
	return map[string]func(path string) func(){
		"moved": func(path string) func() {
			must(t, os.Rename(path, away))
			return home(path)
		},
		"removed": func(path string) func() {
			must(t, os.Link(path, away))
			must(t, os.Remove(path))
			return home(path)
		},
		"replaced": func(path string) func() {
			must(t, os.Rename(path, away))
			must(t, store.Create(path, time.Now()))
			return home(path)
		},
		"a link": func(path string) func() {
			must(t, os.Rename(path, away))
			must(t, os.Symlink(away, path))
			return home(path)
		},
		"its folder moved": func(path string) func() {
			folder := filepath.Dir(path)
			must(t, os.Rename(folder, folder+"-moved"))
			return func() { must(t, os.Rename(folder+"-moved", folder)) }
		},
	}
}

// Nothing is said to be kept that is written to a file without its name. What was kept can still be read and copied, and when the
// file is back all goes on.
func TestAFileThatIsGoneKeepsNothing(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("an open file keeps its name there")
	}
	for name, lose := range losses(t) {
		t.Run(name, func(t *testing.T) {
			path, s, session := founded(t)
			must(t, s.Stands())
			add := func(summary string) error {
				_, err := session.Do(t.Context(), desk.AddRequest{Request: desk.Request{Summary: summary}})
				return err
			}
			must(t, add("ervoor"))
			back := lose(path)
			there, _ := os.ReadFile(path)

			fails(t, fault.ReadOnly, "store-gone", s.Stands())
			fails(t, fault.ReadOnly, "store-gone", add("intussen"))
			fails(t, fault.ReadOnly, "store-gone", s.SetSetting(t.Context(), "x", "y"))
			fails(t, fault.ReadOnly, "store-gone", s.Compact(t.Context()))
			if now, _ := os.ReadFile(path); string(now) != string(there) {
				t.Error("what has the name now was altered")
			}
			if n := waitingOf(t, session); n != 4 {
				t.Errorf("%d requests can be read, of 4", n)
			}
			copied := filepath.Join(t.TempDir(), "copy.db")
			must(t, s.Backup(t.Context(), copied, nil))

			back()
			must(t, s.Stands())
			must(t, add("erna"))
			must(t, s.Compact(t.Context()))
			must(t, s.Close())
			again := open(t, path)
			defer again.Close()
			sound(t, again)
			reader, err := enter(t.Context(), again)
			must(t, err)
			if n := waitingOf(t, reader); n != 5 {
				t.Errorf("%d requests are kept, of 5", n)
			}
		})
	}
}

func waitingOf(t *testing.T, session *model.Session) int {
	t.Helper()
	n, err := desk.ReadCounts(t.Context(), session)
	must(t, err)
	return n.Waiting
}

// A file that is removed while a write goes to the disk is noticed before anybody is told.
func TestAFileThatGoesDuringACommitKeepsNothing(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("an open file keeps its name there")
	}
	path, s, _ := founded(t)
	fails(t, fault.ReadOnly, "store-gone", s.Write(t.Context(), func(w model.WriteTx) error {
		store.AfterCommit(w, func() { must(t, os.Remove(path)) })
		return nil
	}))
}

// Other names of the file are counted, and after it was written anew those of the file from before: they keep what was erased.
func TestOtherNamesAreCounted(t *testing.T) {
	path, s, _ := founded(t)
	want := func(names, left int) {
		t.Helper()
		w, err := s.Wiping(t.Context())
		must(t, err)
		r, err := s.Check(t.Context())
		must(t, err)
		if w.Names != names || w.Left != left || r.Names != names || len(r.Problems) > 0 {
			t.Errorf("%+v, a check tells of %d, and finds %v", w, r.Names, r.Problems)
		}
	}
	want(0, 0)
	if err := os.Link(path, path+".other"); err != nil || runtime.GOOS == "windows" {
		t.Skip("nobody counts names here")
	}
	must(t, os.Link(path, path+".third"))
	want(2, 0)
	must(t, s.Compact(t.Context()))
	want(0, 2)
	must(t, s.Compact(t.Context()))
	want(0, 0)
}
