package store_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/store"
)

func init() { parts["wipe"] = childWipes }

// childWipes erases the only resident and wipes, and tells what became of it: where the disk has no room, what is owed is said at
// the next start, and nothing else is wrong.
func childWipes(path string) error {
	ctx := context.Background()
	s, err := store.Open(path, store.Options{Now: time.Now, Program: "child"})
	if err != nil {
		return err
	}
	session, err := enter(ctx, s)
	if err != nil {
		return err
	}
	all, err := desk.FindResidents(ctx, session, "", 0)
	if err != nil {
		return err
	}
	switch _, err = session.Do(ctx, desk.EraseResident{ID: all[0].ID}); {
	case fault.KindOf(err) == fault.Full:
		fmt.Println("refused")
		return s.Close()
	case err != nil:
		return err
	}
	fmt.Println("erased")
	switch err = s.Compact(ctx); {
	case fault.KindOf(err) == fault.Full:
		fmt.Println("owed")
		if err := s.Close(); err != nil {
			return err
		}
		return owesStill(ctx, path)
	case err != nil:
		return err
	}
	fmt.Println("wiped")
	return s.Close()
}

// owesStill starts again where there is still no room: everything works, and what is owed is said.
func owesStill(ctx context.Context, path string) error {
	s, err := store.Open(path, store.Options{Now: time.Now, Program: "child"})
	if err != nil {
		return err
	}
	w, err := s.Wiping(ctx)
	if err != nil {
		return err
	}
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	if !w.Owed || w.Done || w.Places == 0 || w.Room <= 0 || w.Room >= info.Size() {
		return fmt.Errorf("of a file of %d bytes it tells %+v", info.Size(), w)
	}
	r, err := s.Check(ctx)
	if err != nil {
		return err
	}
	if len(r.Problems) > 0 || r.Unwiped != w.Places {
		return fmt.Errorf("check finds %v and %d free places of %d", r.Problems, r.Unwiped, w.Places)
	}
	return s.Close()
}

// erasable is the bytes of a store whose only resident is known by the secret, in many places, and how large it is.
func erasable(t *testing.T) []byte {
	t.Helper()
	path, s, session := founded(t)
	jan, err := session.Do(t.Context(), desk.AddResident{Resident: desk.Resident{Name: "Xantippe"}})
	must(t, err)
	for n := range 40 {
		_, err = session.Do(t.Context(), desk.AddRequest{Request: desk.Request{Summary: fmt.Sprint("Vraag van Xantippe ", n), Details: strings.Repeat("Xantippe ", 100), Resident: jan.Entity}},
			desk.AddRequest{Request: desk.Request{Summary: fmt.Sprint("Vraag van een ander ", n), Details: strings.Repeat("nog een woord ", 200)}})
		must(t, err)
	}
	must(t, s.IndexWords(t.Context()))
	must(t, s.Close())
	body, err := os.ReadFile(path)
	must(t, err)
	return body
}

// finished opens a store in which an erasure was stopped, and fails when a word of it stands anywhere after that.
func finished(t *testing.T, path, when string) (w model.Wiping) {
	t.Helper()
	s := open(t, path)
	w, err := s.Wiping(t.Context())
	must(t, err)
	owes(t, s, 0)
	sound(t, s)
	must(t, s.Close())
	if holds(t, path) {
		t.Errorf("%s: the erased name is in the file", when)
	}
	left, err := os.ReadDir(filepath.Dir(path))
	must(t, err)
	for _, f := range left {
		if f.Name() != filepath.Base(path) {
			t.Errorf("%s: %s is left", when, f.Name())
		}
	}
	return w
}

// TestAnErasureThatIsKilledIsFinished kills a process after an erasure, at one moment or another of the wiping that follows.
func TestAnErasureThatIsKilledIsFinished(t *testing.T) {
	whole := erasable(t)
	under := 0 // way
	for round := range *kills {
		path := filepath.Join(t.TempDir(), "balie.db")
		must(t, os.WriteFile(path, whole, 0o600))
		cmd, out := child(t, "wipe", path)
		if !out.Scan() || out.Text() != "erased" {
			t.Fatalf("%s %s", out.Text(), cmd.Stderr)
		}
		ended := make(chan struct{})
		go func() {
			for out.Scan() {
			}
			close(ended)
		}()
		for seen, gone := 0, false; seen < round && !gone; { // the new file has been seen so many times
			names, err := os.ReadDir(filepath.Dir(path))
			must(t, err)
			for _, f := range names {
				if strings.Contains(f.Name(), ".new-") {
					seen++
				}
			}
			select {
			case <-ended:
				gone = true
			default:
			}
		}
		must(t, cmd.Process.Kill())
		<-ended
		if cmd.Wait() != nil {
			under++
		}
		finished(t, path, fmt.Sprint("round ", round))
	}
	if under == 0 {
		t.Error("every process had ended before it was killed")
	}
	t.Logf("%d of %d were killed under way", under, *kills)
}

// TestAnErasureOnAFullDiskIsOwed wipes on a small disk with more and more room, for who may make one: the wiping stops at one write
// after another. What is owed is said until there is room, and is then done at the next start.
func TestAnErasureOnAFullDiskIsOwed(t *testing.T) {
	whole := erasable(t)
	dir := t.TempDir()
	if err := syscall.Mount("none", dir, "tmpfs", 0, "size=16m,mode=0700"); err != nil {
		t.Skip("no right to make a file system:", err)
	}
	t.Cleanup(func() { _ = syscall.Unmount(dir, syscall.MNT_DETACH) })
	path, ballast := filepath.Join(dir, "balie.db"), filepath.Join(dir, "ballast")
	ended := map[string]int{}
	for room := 0; ended["wiped"] == 0; room += len(whole) / 20 {
		must(t, os.WriteFile(path, whole, 0o600))
		must(t, os.WriteFile(ballast, make([]byte, 16<<20-len(whole)-room), 0o600))
		cmd, out := child(t, "wipe", path)
		last := ""
		for out.Scan() {
			last = out.Text()
		}
		if err := cmd.Wait(); err != nil {
			t.Fatalf("room for %d bytes: %s, %v %s", room, last, err, cmd.Stderr)
		}
		must(t, os.Remove(ballast))
		if ended[last]++; last == "refused" {
			continue
		}
		if w := finished(t, path, fmt.Sprintf("room for %d bytes", room)); w.Done != (last == "owed") {
			t.Errorf("room for %d bytes: %s, and then %+v", room, last, w)
		}
	}
	if ended["owed"] < 5 {
		t.Errorf("%v: too few were stopped", ended)
	}
	t.Log(ended)
}
