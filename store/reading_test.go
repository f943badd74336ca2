package store_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/store"
	"leerbalie/store/erasures"
)

// below are the files of a folder, with what is in them and when they were last written.
func below(t *testing.T, folder string) map[string]string {
	t.Helper()
	out := map[string]string{}
	must(t, filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		body, err := os.ReadFile(path)
		out[path] = info.ModTime().String() + info.Mode().String() + string(body)
		return err
	}))
	return out
}

func sameContents(t *testing.T, folder string, before map[string]string) {
	t.Helper()
	after := below(t, folder)
	for path := range after {
		if _, was := before[path]; !was {
			t.Errorf("%s was made", path)
		}
	}
	for path, was := range before {
		if after[path] != was {
			t.Errorf("%s was altered", path)
		}
	}
}

func toRead(t *testing.T, path string, o store.Options) *store.Store {
	t.Helper()
	o.Now, o.Reads, o.Passing = time.Now, true, true
	s, err := store.Open(path, o)
	must(t, err)
	return s
}

// asks reads and searches as a command does.
func asks(t *testing.T, s *store.Store, want int) {
	t.Helper()
	session, err := enter(t.Context(), s)
	must(t, err)
	page, err := desk.ReadPage(t.Context(), session, desk.PageQuery{View: desk.ViewAll})
	must(t, err)
	found, err := desk.FindRequests(t.Context(), session, "brief", 0) // words that are not in the index yet among them
	must(t, err)
	if len(page.Rows) != want+3 || len(found) != want {
		t.Errorf("%d rows and %d found, not %d and three that were there", len(page.Rows), len(found), want)
	}
}

// What is opened to be read alters nothing, in its file or beside it, neither in a file that can be written nor in one that cannot; others
// read at the same time.
func TestReadingWritesNothing(t *testing.T) {
	for name, mode := range map[string]fs.FileMode{"a file that can be written": 0o600, "one that cannot": 0o400} {
		t.Run(name, func(t *testing.T) {
			path, s, session := founded(t)
			for range 3 {
				_, err := session.Do(t.Context(), desk.AddRequest{Request: desk.Request{Summary: "brief"}})
				must(t, err)
			}
			must(t, s.Close())
			must(t, os.Chmod(path, mode))
			folder := filepath.Dir(path)
			before := below(t, folder)
			one, two := toRead(t, path, store.Options{}), toRead(t, path, store.Options{})
			if !one.Reads() || !two.Reads() {
				t.Error("it was opened to be written")
			}
			asks(t, one, 3)
			asks(t, two, 3)
			sameContents(t, folder, before)
			must(t, one.Close())
			must(t, two.Close())
			sameContents(t, folder, before)
		})
	}
}

// Who writes in a store that was opened to be read has it opened to write, and what others wrote meanwhile is there; where it cannot be
// written that is the error, and it can still be read.
func TestReadingTurnsToWriting(t *testing.T) {
	path, s, session := founded(t)
	_, err := session.Do(t.Context(), desk.AddRequest{Request: desk.Request{Summary: "brief"}})
	must(t, err)
	must(t, s.Close())
	r := toRead(t, path, store.Options{})
	session, err = enter(t.Context(), r)
	must(t, err)
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			if _, err := session.Do(context.Background(), desk.AddRequest{Request: desk.Request{Summary: "brief"}}); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if r.Reads() {
		t.Error("it wrote in a store that is only read")
	}
	asks(t, r, 5)
	sound(t, r)
	must(t, r.Close())

	must(t, os.Chmod(path, 0o400))
	r = toRead(t, path, store.Options{})
	defer r.Close()
	session, err = enter(t.Context(), r)
	must(t, err)
	_, err = session.Do(t.Context(), desk.AddRequest{Request: desk.Request{Summary: "brief"}})
	fails(t, fault.ReadOnly, "store-read-only", err)
	asks(t, r, 5)
	must(t, r.Backup(t.Context(), filepath.Join(t.TempDir(), "copy.db"), nil))
}

// A reader beside a writer waits for its lock, and a writer for readers, who leave no word of themselves: longer than for somebody unknown.
func TestReadersAndWritersWaitForEachOther(t *testing.T) {
	path, s, _ := founded(t)
	_, err := store.Open(path, store.Options{Now: time.Now, Reads: true, Once: true})
	fails(t, fault.Busy, "store-busy", err)
	must(t, s.Close())
	r := toRead(t, path, store.Options{})
	_, err = store.Open(path, store.Options{Now: time.Now, Once: true})
	fails(t, fault.Busy, "store-busy-unknown", err)
	tries := 0
	w, err := store.Open(path, store.Options{Now: time.Now}.Opened(func() {
		if tries++; tries == 40 { // later than an unknown holder is waited for
			must(t, r.Close())
		}
	}))
	must(t, err)
	defer w.Close()
	if tries < 40 {
		t.Errorf("it was opened beside a reader, after %d tries", tries)
	}
	if held, err := os.ReadFile(path + ".open"); err != nil || !bytes.Contains(held, []byte("\n")) {
		t.Error("the writer left no word of itself", err)
	}
}

// What was set back is told, and takes another name, before anything of it is read.
func TestReadingStillTellsWhatHappenedToTheFile(t *testing.T) {
	state := t.TempDir()
	o := store.Options{Now: time.Now, State: state}
	path, s, _ := founded(t)
	must(t, s.Close())
	old, err := os.ReadFile(path)
	must(t, err)
	s, err = store.Open(path, o)
	must(t, err)
	session, err := enter(t.Context(), s)
	must(t, err)
	_, err = session.Do(t.Context(), desk.AddRequest{Request: desk.Request{Summary: "brief"}})
	must(t, err)
	must(t, s.Close())
	must(t, os.WriteFile(path, old, 0o600))

	var asked error
	o.Reads, o.Anew = true, func(why error) error { asked = why; return why }
	_, err = store.Open(path, o)
	fails(t, fault.Conflict, "store-set-back", err)
	fails(t, fault.Conflict, "store-set-back", asked)
	o.Anew = nil
	r, err := store.Open(path, o)
	must(t, err)
	if len(r.Remarks()) != 1 || r.Reads() {
		t.Errorf("it was read as if nothing had happened: %v", r.Remarks())
	}
	must(t, r.Close())
	r, err = store.Open(path, o)
	must(t, err)
	if len(r.Remarks()) != 0 || !r.Reads() {
		t.Errorf("it is told twice: %v", r.Remarks())
	}
	must(t, r.Close())
}

// What was erased elsewhere, what is owed, and what another version derived: each has to be written before the store is read.
func TestWhatHasToBeWrittenFirstIs(t *testing.T) {
	state := t.TempDir()
	for name, harm := range map[string]func(t *testing.T, path string){
		"owed":            func(t *testing.T, path string) { must(t, store.OweCompact(path)) },
		"another version": func(t *testing.T, path string) { must(t, store.DerivedByAnother(path)) },
		"erased elsewhere": func(t *testing.T, _ string) {
			must(t, erasures.Keep(filepath.Join(state, erasures.Name), []journal.ID{{1}}, time.Now(), func(string) func() { return func() {} }))
		},
	} {
		t.Run(name, func(t *testing.T) {
			path, s, _ := founded(t)
			must(t, s.Close())
			o := store.Options{State: state}
			must(t, toRead(t, path, o).Close())
			harm(t, path)
			first := toRead(t, path, o)
			if first.Reads() {
				t.Error("it was read as it was")
			}
			sound(t, first)
			must(t, first.Close())
			then := toRead(t, path, o)
			defer then.Close()
			if !then.Reads() {
				t.Error("it is written again")
			}
		})
	}
}

// reading counts the rows that are read for a search.
type reading struct {
	*store.Store
	rows *int
}

type readingTx struct {
	model.Tx
	rows *int
}

type readingIndex struct {
	desk.Index
	rows *int
}

func (r reading) Read(ctx context.Context, fn func(model.Tx) error) error {
	return r.Store.Read(ctx, func(tx model.Tx) error { return fn(readingTx{tx, r.rows}) })
}

func (r readingTx) Own() any { return readingIndex{desk.IndexOf(r.Tx), r.rows} }

func (r readingIndex) Search(ctx context.Context, q desk.SearchQuery) ([]desk.RequestRow, error) {
	rows, err := r.Index.Search(ctx, q)
	*r.rows += len(rows)
	return rows, err
}

func (r readingIndex) Page(q desk.PageQuery) (desk.Page, error) {
	p, err := r.Index.Page(q)
	*r.rows += len(p.Rows)
	return p, err
}

// A search stops at its limit: it reads no more where more is found, whether that is open or closed.
func TestSearchStopsAtItsLimit(t *testing.T) {
	ctx := t.Context()
	_, s, session := founded(t)
	add := func(n int, closed bool) {
		groups := make([][]model.Action, n)
		for i := range groups {
			id, err := journal.NewID(time.Now().UnixMilli(), rand.Reader)
			must(t, err)
			if groups[i] = []model.Action{desk.AddRequest{Request: desk.Request{ID: id, Summary: "brief", Channel: "desk"}}}; closed {
				groups[i] = append(groups[i], desk.CloseRequest{ID: id, Outcome: "referred"})
			}
		}
		_, err := session.Try(ctx, groups, false)
		must(t, err)
	}
	rows := 0
	counted, err := model.Enter(ctx, reading{s, &rows}, session.Me().ID)
	must(t, err)
	asked := func(what string, want, most int) {
		t.Helper()
		rows = 0
		f, err := desk.SearchRequests(ctx, counted, desk.SearchQuery{Text: "brief", Filter: desk.Filter{NotClosed: true}, Limit: 10})
		if err != nil || len(f.Rows) != want || rows > most {
			t.Errorf("%s: %d of %d, by reading %d rows: %v", what, len(f.Rows), want, rows, err)
		}
	}
	add(20, false)
	add(500, true) // and newer
	asked("few open ones below a long archive", 10, 3*23+22)
	add(500, false)
	asked("many open ones", 10, 11)
}

// Somebody may come in between where a store turns to writing, and stay: what writes is refused, what reads finds it closed, and nothing is
// said to be damaged. The store ends as any other.
func TestSomebodyComesInBetweenReadingAndWriting(t *testing.T) {
	path, s, _ := founded(t)
	must(t, s.Close())
	var other *store.Store
	comes := false
	r, err := store.Open(path, store.Options{Now: time.Now, Reads: true, Passing: true, Once: true}.Opened(func() {
		if comes && other == nil {
			other, _ = store.Open(path, store.Options{Now: time.Now, Once: true})
		}
	}))
	must(t, err)
	session, err := enter(t.Context(), r)
	must(t, err)
	comes = true
	_, err = session.Do(t.Context(), desk.AddRequest{Request: desk.Request{Summary: "brief"}})
	fails(t, fault.Busy, "store-busy", err)
	if other == nil {
		t.Fatal("nobody came in between")
	}
	if _, err := desk.ReadPage(t.Context(), session, desk.PageQuery{View: desk.ViewAll}); err == nil || fault.KindOf(err) == fault.Damaged {
		t.Errorf("what it read afterwards: %v", err)
	}
	must(t, r.Close())
	sound(t, other)
	must(t, other.Close())
}
