package store_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/store"
)

// childWaits opens a store and stops when the file is open, before it asks for the lock. On a line from its parent it goes on, adds a
// request and says which.
func childWaits(path string) error {
	in, first := bufio.NewScanner(os.Stdin), true
	s, err := store.Open(path, store.Options{Now: time.Now, Program: "late", Passing: true}.Opened(func() {
		if first {
			first = false
			fmt.Println("opened")
			in.Scan()
		}
	}))
	if err != nil {
		return err
	}
	ctx := context.Background()
	session, err := enter(ctx, s)
	if err != nil {
		return err
	}
	r, err := session.Do(ctx, desk.AddRequest{Request: desk.Request{Summary: "te laat gekomen"}})
	if err != nil {
		return err
	}
	fmt.Println("added", r.Number)
	return s.Close()
}

// waiting starts a child that has the file open and no lock; goOn lets it go on and gives the number of what it added.
func waiting(t *testing.T, path string) (goOn func() string) {
	t.Helper()
	r, w := io.Pipe()
	cmd, out := childWith(t, "wait", path, r)
	if !out.Scan() || out.Text() != "opened" {
		t.Fatalf("the waiting process says %q", out.Text())
	}
	return func() string {
		_, err := fmt.Fprintln(w)
		must(t, errors.Join(err, w.Close()))
		said := ""
		for out.Scan() {
			said = out.Text()
		}
		if err := cmd.Wait(); err != nil {
			t.Fatalf("%v: %s %s", err, said, cmd.Stderr)
		}
		var number string
		if _, err := fmt.Sscanf(said, "added %s", &number); err != nil {
			t.Fatalf("the waiting process says %q", said)
		}
		return number
	}
}

// Whoever waits for a lock while the file loses its name to another one writes to the file that has the name.
func TestWhoWaitedWritesToTheFileThatHasTheName(t *testing.T) {
	for name, change := range map[string]func(t *testing.T, path string, s *store.Store){
		"compacted": func(t *testing.T, path string, s *store.Store) { must(t, s.Compact(t.Context())) },
		"compacted twice": func(t *testing.T, path string, s *store.Store) {
			must(t, s.Compact(t.Context()))
			must(t, s.Compact(t.Context()))
		},
		"put back from a copy": func(t *testing.T, path string, s *store.Store) {
			copied := filepath.Join(t.TempDir(), "copy.db")
			must(t, s.Backup(t.Context(), copied, nil))
			must(t, os.Rename(path, path+".old"))
			must(t, store.Restore(t.Context(), store.Options{}, copied, path))
		},
	} {
		t.Run(name, func(t *testing.T) {
			path, s, _ := founded(t)
			goOn := waiting(t, path)
			change(t, path, s)
			must(t, s.Close())
			number := goOn()
			again := open(t, path)
			defer again.Close()
			session, err := enter(t.Context(), again)
			must(t, err)
			r, err := desk.ReadRequestByNumber(t.Context(), session, number)
			if err != nil || r.Summary != "te laat gekomen" {
				t.Fatalf("%s was said to be kept: %v", number, err)
			}
			sound(t, again)
		})
	}
}

// A file that is gone when its lock is had is not made anew.
func TestWhoWaitedMakesNoFile(t *testing.T) {
	path, s, _ := founded(t)
	must(t, s.Close())
	_, err := store.Open(path, store.Options{Now: time.Now}.Opened(func() { _ = os.Remove(path) }))
	fails(t, fault.NotFound, "store-missing", err)
	if err := store.OpenBolt(path); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a file that went after the look at it: %v", err)
	}
	if left, _ := os.ReadDir(filepath.Dir(path)); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// childAdds adds a request and says which: a command among others.
func childAdds(path string) error {
	ctx := context.Background()
	s, err := store.Open(path, store.Options{Now: time.Now, Program: "add", Passing: true})
	if err != nil {
		return err
	}
	session, err := enter(ctx, s)
	if err != nil {
		return err
	}
	r, err := session.Do(ctx, desk.AddRequest{Request: desk.Request{Summary: "tegelijk"}})
	if err != nil {
		return err
	}
	fmt.Println("added", r.Number)
	return s.Close()
}

// childErases adds a resident and erases them, and makes the store compact: an erasure among others.
func childErases(path string) error {
	ctx := context.Background()
	s, err := store.Open(path, store.Options{Now: time.Now, Program: "erase", Passing: true})
	if err != nil {
		return err
	}
	session, err := enter(ctx, s)
	if err != nil {
		return err
	}
	jan, err := session.Do(ctx, desk.AddResident{Resident: desk.Resident{Name: "Jan de Vries"}})
	if err != nil {
		return err
	}
	if _, err := session.Do(ctx, desk.EraseResident{ID: jan.Entity}); err != nil {
		return err
	}
	if err := s.Compact(ctx); err != nil {
		return err
	}
	return s.Close()
}

// Commands that run at the same time queue for the store, erasures that replace its file among them: none is refused, and all that
// was said to be kept is there.
func TestCommandsQueueAndNothingIsLost(t *testing.T) {
	path, s, _ := founded(t)
	must(t, s.Close())
	const adding, times = 8, 4
	var mu sync.Mutex
	var added []string
	var all sync.WaitGroup
	run := func(part string) {
		cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^$")
		cmd.Env = append(os.Environ(), childPart+"="+part, childPath+"="+path)
		out, err := cmd.Output()
		mu.Lock()
		defer mu.Unlock()
		var number string
		if _, bad := fmt.Sscanf(string(out), "added %s", &number); bad == nil && err == nil {
			added = append(added, number)
		} else if err != nil || part == "add" {
			t.Errorf("%s: %v: %s", part, err, out)
		}
	}
	for range adding {
		all.Go(func() {
			for range times {
				run("add")
			}
		})
	}
	for range 2 {
		all.Go(func() {
			for range times {
				run("erase")
			}
		})
	}
	all.Wait()
	again := open(t, path)
	defer again.Close()
	sound(t, again)
	session, err := enter(t.Context(), again)
	must(t, err)
	once := map[string]bool{}
	for _, number := range added {
		if r, err := desk.ReadRequestByNumber(t.Context(), session, number); err != nil || r.Summary != "tegelijk" || once[number] {
			t.Errorf("%s was said to be kept: %v", number, err)
		}
		once[number] = true
	}
	if len(added) != adding*times {
		t.Errorf("%d of %d were kept", len(added), adding*times)
	}
}
