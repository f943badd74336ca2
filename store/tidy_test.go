package store_test

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/store"
)

// leaveFree writes much and removes it again.
func leaveFree(t *testing.T, s *store.Store, session *model.Session, megabytes int) {
	t.Helper()
	text := strings.Repeat("x", 1<<18)
	for i := range 4 * megabytes {
		must(t, session.SaveDraft(t.Context(), model.Draft{Key: fmt.Sprint(i), Text: text}))
	}
	for i := range 4 * megabytes {
		must(t, session.DropDraft(t.Context(), fmt.Sprint(i)))
	}
}

// A command writes the file anew after bulk work that left much of it free; not after little work, nor where little is free, nor while
// others could be waiting for a process that stays, nor where the file has another name too.
func TestACommandLeavesFewFreePlaces(t *testing.T) {
	for _, c := range []struct {
		name            string
		megabytes       int
		bulk, stays, is bool
		linked          bool
	}{
		{name: "bulk work", megabytes: 12, bulk: true, is: true},
		{name: "little work", megabytes: 12},
		{name: "little free", megabytes: 4, bulk: true},
		{name: "one that stays", megabytes: 12, bulk: true, stays: true},
		{name: "two names", megabytes: 12, bulk: true, linked: true},
	} {
		t.Run(c.name, func(t *testing.T) {
			path, s, _ := founded(t)
			must(t, s.Close())
			s, err := store.Open(path, store.Options{Now: time.Now, Passing: !c.stays})
			must(t, err)
			session, err := enter(t.Context(), s)
			must(t, err)
			leaveFree(t, s, session, c.megabytes)
			if c.linked {
				must(t, os.Link(path, path+".other"))
			}
			if c.bulk {
				s.Bulk()
			}
			must(t, s.Close())
			free, size, err := store.FreePages(path)
			must(t, err)
			if is := size < int64(c.megabytes)<<20; is != c.is {
				t.Errorf("written anew: %v, with %d free of %d bytes", is, free, size)
			}
			again := open(t, path)
			defer again.Close()
			sound(t, again)
		})
	}
}

// A file of which nothing is free stays as it is after bulk work.
func TestABulkOfNothingFreeStays(t *testing.T) {
	path, s, _ := founded(t)
	must(t, s.Close())
	s, err := store.Open(path, store.Options{Now: time.Now, Passing: true})
	must(t, err)
	before, err := os.Stat(path)
	must(t, err)
	s.Bulk()
	must(t, s.Close())
	after, err := os.Stat(path)
	if err != nil || !os.SameFile(before, after) {
		t.Error("it was written anew for nothing", err)
	}
}
