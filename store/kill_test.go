package store_test

import (
	"flag"
	"math/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/store"
)

// kills is how many times a writing process is killed; .ci asks for some hundreds.
var kills = flag.Int("kills", 12, "how many times a process that writes is killed")

// TestKilledProcessesLoseNothing kills a process while it writes, again and again, at a moment that nobody chose: after
// some of what it said was durable, or before it said anything. Whatever it said holds, check finds nothing, and no file
// is left behind.
func TestKilledProcessesLoseNothing(t *testing.T) {
	path, s, _ := founded(t)
	must(t, s.Close())
	killed(t, path, *kills)
}

// TestKilledProcessesLoseNothingOfASealedStore either.
func TestKilledProcessesLoseNothingOfASealedStore(t *testing.T) {
	path := filepath.Join(t.TempDir(), "d.db")
	must(t, store.FoundSealed(path, sealing(time.Now), passphrase, func(s *store.Store) error {
		_, err := model.Found(t.Context(), s, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"})
		return err
	}))
	killed(t, path, max(*kills/2, 1))
}

func killed(t *testing.T, path string, kills int) {
	t.Helper()
	said := map[string]string{} // number → the last that was said of it
	for round := range kills {
		cmd, out := child(t, "write", path)
		until := rand.Intn(40) - 5 // below zero: before it has said anything
		for n := 0; n < until && out.Scan(); n++ {
			heard(t, said, out.Text())
		}
		must(t, cmd.Process.Kill())
		for out.Scan() { // what it had said by then
			heard(t, said, out.Text())
		}
		_ = cmd.Wait()

		s := open(t, path)
		sound(t, s)
		session, err := enter(t.Context(), s)
		must(t, err)
		for number, state := range said {
			r, err := desk.ReadRequestByNumber(t.Context(), session, number)
			if err != nil {
				t.Fatalf("round %d: %s was said to be kept: %v", round, number, err)
			}
			if state != "added" && (r.Status != desk.StatusClosed || r.Minutes != 10) {
				t.Fatalf("round %d: %s was closed and is %s", round, number, r.Status)
			}
			if state == "erased" && r.Summary != "" {
				t.Fatalf("round %d: %s was erased and says %q", round, number, r.Summary)
			}
		}
		must(t, s.Close())
		left, err := os.ReadDir(filepath.Dir(path))
		must(t, err)
		for _, f := range left {
			if f.Name() != filepath.Base(path) {
				t.Fatalf("round %d leaves %s", round, f.Name())
			}
		}
	}
	t.Logf("%d requests kept over %d kills", len(said), kills)
}

func heard(t *testing.T, said map[string]string, line string) {
	t.Helper()
	what, number, ok := strings.Cut(line, " ")
	if !ok || what == "failed" {
		t.Fatalf("the writing process says: %s", line)
	}
	said[number] = what
}
