package store_test

import (
	"context"
	"fmt"
	"os"
	"os/signal"
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

func init() { parts["fill"] = childFills }

// childFills writes until no file may grow any more, sees that the failed action left nothing, and goes on when it may.
func childFills(path string) error {
	signal.Ignore(syscall.SIGXFSZ)
	ctx := context.Background()
	s, err := store.Open(path, store.Options{Now: time.Now, Program: "child"})
	if err != nil {
		return err
	}
	session, err := enter(ctx, s)
	if err != nil {
		return err
	}
	var was syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &was); err != nil {
		return err
	}
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: uint64(info.Size()), Max: was.Max}); err != nil {
		return err
	}
	if err := filled(ctx, s, session); err != nil {
		return err
	}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &was); err != nil {
		return err
	}
	return goesOn(ctx, s, session)
}

// filled writes until there is no room, and looks at what that did.
func filled(ctx context.Context, s *store.Store, session *model.Session) error {
	long := strings.Repeat("een lange vraag ", 2000)
	for kept := 0; ; kept++ {
		before, err := desk.ReadCounts(ctx, session)
		if err != nil {
			return err
		}
		_, err = session.Do(ctx, desk.AddRequest{Request: desk.Request{Summary: "vraag", Details: long}})
		if err == nil {
			continue
		}
		if fault.KindOf(err) != fault.Full {
			return fmt.Errorf("without room: %w", err)
		}
		_, err = session.Do(ctx, desk.AddRequest{Request: desk.Request{Summary: "vraag", Details: long}})
		if err == nil {
			continue // it found room after all: what failed had grown the file before it met the end
		}
		if fault.KindOf(err) != fault.Full {
			return fmt.Errorf("without room, again: %w", err)
		}
		if err := s.Compact(ctx); err != nil && fault.KindOf(err) != fault.Full {
			return fmt.Errorf("compact without room: %w", err)
		}
		if err := s.Backup(ctx, s.Path()+".copy", nil); err != nil && fault.KindOf(err) != fault.Full {
			return fmt.Errorf("backup without room: %w", err)
		}
		_ = os.Remove(s.Path() + ".copy")
		after, err := desk.ReadCounts(ctx, session)
		if err != nil {
			return err
		}
		if after != before {
			return fmt.Errorf("what failed left something: %+v, %+v", before, after)
		}
		fmt.Println("kept", kept)
		return whole(ctx, s)
	}
}

func goesOn(ctx context.Context, s *store.Store, session *model.Session) error {
	for range 5 {
		if _, err := session.Do(ctx, desk.AddRequest{Request: desk.Request{Summary: "weer een vraag"}}); err != nil {
			return fmt.Errorf("with room again: %w", err)
		}
	}
	if err := whole(ctx, s); err != nil {
		return err
	}
	return s.Close()
}

func whole(ctx context.Context, s *store.Store) error {
	r, err := s.Check(ctx)
	if err == nil && len(r.Problems) > 0 {
		err = fmt.Errorf("check finds %v", r.Problems)
	}
	return err
}

// TestFullDisk lets a store meet a limit on the size of files: the action fails with a sentence, the store is as it was,
// and goes on when there is room.
func TestFullDisk(t *testing.T) {
	path, s, _ := founded(t)
	must(t, s.Close())
	cmd, out := child(t, "fill", path)
	var told []string
	for out.Scan() {
		told = append(told, out.Text())
	}
	if err := cmd.Wait(); err != nil {
		t.Fatalf("%v: %v\n%.2000s", err, told, cmd.Stderr)
	}
	after := open(t, path)
	defer after.Close()
	sound(t, after)
	t.Log(told)
}

// TestFullFileSystem is the same on a small disk of its own, for who may make one.
func TestFullFileSystem(t *testing.T) {
	dir := t.TempDir()
	if err := syscall.Mount("none", dir, "tmpfs", 0, "size=4m,mode=0700"); err != nil {
		t.Skip("no right to make a file system:", err)
	}
	t.Cleanup(func() { _ = syscall.Unmount(dir, syscall.MNT_DETACH) })
	path := filepath.Join(dir, "d.db")
	must(t, store.Create(path, time.Now()))
	s := open(t, path)
	defer s.Close()
	me, err := model.Found(t.Context(), s, model.Founding{Site: "Zuidwest", Me: "Sam"})
	must(t, err)
	session, err := model.Enter(t.Context(), s, me)
	must(t, err)
	ballast := filepath.Join(dir, "ballast")
	must(t, os.WriteFile(ballast, make([]byte, 2<<20), 0o600))
	must(t, filled(t.Context(), s, session))
	must(t, os.Remove(ballast))
	must(t, goesOn(t.Context(), s, session))
	again := open(t, path)
	sound(t, again)
	must(t, again.Close())
}
