package store_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"leerbalie/model/fault"
	"leerbalie/store"
)

// TestAnotherNameIsAsked where somebody can be: of a store that goes on as it is nothing is asked, and whoever says no gets nothing done.
func TestAnotherNameIsAsked(t *testing.T) {
	path, s, _ := founded(t)
	must(t, s.Close())
	state := t.TempDir()
	asked := ""
	open := func(path string, says error) *store.Store {
		asked = ""
		s, err := store.Open(path, store.Options{Now: time.Now, Program: "test", State: state, Machine: "here", Anew: func(why error) error {
			var known *fault.Error
			if errors.As(why, &known) {
				asked += known.Msg
			}
			return says
		}})
		if says != nil && asked != "" {
			if !errors.Is(err, says) {
				t.Fatalf("it is opened all the same: %v", err)
			}
			return nil
		}
		must(t, err)
		return s
	}
	no := errors.New("no")
	s = open(path, no)
	first := s.Replica()
	work(t, s)
	must(t, s.Close())
	s = open(path, no) // as it was
	must(t, s.Close())
	if asked != "" {
		t.Fatalf("asked without cause: %s", asked)
	}
	copied := filepath.Join(t.TempDir(), "copy.db")
	cp(t, path, copied)
	if open(copied, no); asked != "store-copied" {
		t.Errorf("of a copy is asked %q", asked)
	}
	must(t, os.Rename(path, path+".away"))
	s = open(path+".away", no) // moved
	if asked != "" || s.Replica() != first {
		t.Errorf("of what was moved is asked %q", asked)
	}
	must(t, s.Close())
	if s = open(copied, nil); asked != "store-copied" || s.Replica() == first {
		t.Errorf("asked %q, and named %s", asked, s.Replica())
	}
	must(t, s.Close())
	s = open(copied, no) // it has a name of its own now
	must(t, s.Close())
	if asked != "" {
		t.Errorf("asked again: %s", asked)
	}
}
