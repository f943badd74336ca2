package store_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/store"
)

// Some tests need a process of their own, which is killed, has no room, or may die of a bad file. They run this test
// program again with childPart set to the part that it plays and childPath to the file.
const (
	childPart = "STORE_TEST_CHILD"
	childPath = "STORE_TEST_PATH"
)

// parts are what a child can do; each prints a line for whatever the parent has to know, as soon as it is so.
var parts = map[string]func(path string) error{"write": childWrites, "wait": childWaits, "add": childAdds, "erase": childErases}

// play runs as a child when this process was started as one.
func play() {
	part, ok := parts[os.Getenv(childPart)]
	if !ok {
		return
	}
	if err := part(os.Getenv(childPath)); err != nil {
		fmt.Println("failed", err)
		os.Exit(3)
	}
	os.Exit(0)
}

// child starts this program as a child and returns it with a reader of what it prints.
func child(t *testing.T, part, path string) (*exec.Cmd, *bufio.Scanner) {
	t.Helper()
	return childWith(t, part, path, nil)
}

func childWith(t *testing.T, part, path string, in io.Reader) (*exec.Cmd, *bufio.Scanner) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^$")
	cmd.Env = append(os.Environ(), childPart+"="+part, childPath+"="+path)
	cmd.Stdin = in
	cmd.Stderr = new(strings.Builder)
	out, err := cmd.StdoutPipe()
	must(t, err)
	must(t, cmd.Start())
	return cmd, bufio.NewScanner(out)
}

// enter opens a session for the only person of a store.
func enter(ctx context.Context, s *store.Store) (*model.Session, error) {
	me, err := model.Who(ctx, s, "")
	if err != nil {
		return nil, err
	}
	return model.Enter(ctx, s, me)
}

// childWrites works at a desk without end: it prints the number of every request that is durable, and makes the store
// compact, folds words and erases in between.
func childWrites(path string) error {
	ctx := context.Background()
	s, err := store.Open(path, store.Options{Now: time.Now, Program: "child", IndexAfter: time.Millisecond, Passphrase: giving(passphrase)})
	if err != nil {
		return err
	}
	session, err := enter(ctx, s)
	if err != nil {
		return err
	}
	for n := 1; ; n++ {
		jan, err := session.Do(ctx, desk.AddResident{Resident: desk.Resident{Name: fmt.Sprintf("Jan de %d-de", n)}})
		if err != nil {
			return err
		}
		r, err := session.Do(ctx, desk.AddRequest{Request: desk.Request{Summary: "vraag van Jan", Resident: jan.Entity}})
		if err != nil {
			return err
		}
		fmt.Println("added", r.Number)
		if _, err := session.Do(ctx, desk.CloseRequest{ID: r.Entity, Outcome: "referred", Minutes: 10, Note: "verwezen"}); err != nil {
			return err
		}
		fmt.Println("closed", r.Number)
		if n%5 == 0 {
			if _, err := session.Do(ctx, desk.EraseResident{ID: jan.Entity}); err != nil {
				return err
			}
			if err := s.Compact(ctx); err != nil {
				return err
			}
			fmt.Println("erased", r.Number)
		}
	}
}
