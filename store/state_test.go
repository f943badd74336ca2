package store_test

import (
	"errors"
	"maps"
	"os"
	"path/filepath"
	"testing"
	"time"

	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/store"
)

// at opens a store on a machine that keeps notes in a folder.
func at(t *testing.T, path, state, machine string) *store.Store {
	t.Helper()
	s, err := store.Open(path, store.Options{Now: time.Now, Program: "test", State: state, Machine: machine})
	must(t, err)
	t.Cleanup(func() { s.Close() })
	return s
}

// work adds a request and gives its number.
func work(t *testing.T, s *store.Store) string {
	t.Helper()
	session, err := enter(t.Context(), s)
	must(t, err)
	r, err := session.Do(t.Context(), desk.AddRequest{Request: desk.Request{Summary: "nog een vraag"}})
	must(t, err)
	return r.Number
}

// remarked is the codes of what opening a store showed.
func remarked(s *store.Store) string {
	out := ""
	for _, r := range s.Remarks() {
		var known *fault.Error
		if errors.As(r, &known) {
			out += known.Msg
		}
	}
	return out
}

func cp(t *testing.T, from, to string) {
	t.Helper()
	body, err := os.ReadFile(from)
	must(t, err)
	must(t, os.WriteFile(to, body, 0o600))
}

// TestClones copies, moves, restores and sets back a store in every way, before anything outside of it has seen it, after a backup,
// and after a note. Where another store of its name can be known, the file goes on under another name, with numbers of its own; where
// it cannot, nothing is asked; and everything that each holds can be brought together.
func TestClones(t *testing.T) {
	const here, there = "here", "there"
	type made struct {
		path  string // what is opened in the end
		where string // on which machine
	}
	ways := map[string]struct {
		make      func(t *testing.T, path, old, backup string) made
		whenNoted string // what opening remarks after a note; "" : nothing
		always    bool   // it has another name whatever was noted
		moved     bool   // the first is gone
	}{
		"copied": {func(t *testing.T, path, _, _ string) made { cp(t, path, path+".q"); return made{path + ".q", here} }, "store-copied", false, false},
		"moved": {func(t *testing.T, path, _, _ string) made {
			must(t, os.Rename(path, path+".q"))
			return made{path + ".q", here}
		}, "", false, true},
		"restored": {func(t *testing.T, path, _, backup string) made {
			must(t, store.Restore(t.Context(), store.Options{}, backup, path+".q"))
			return made{path + ".q", here}
		}, "", true, false},
		"set back": {func(t *testing.T, path, old, _ string) made {
			cp(t, path, path+".kept")
			cp(t, old, path)
			return made{path, here}
		},
			"store-set-back", false, false},
		"copied to another machine": {func(t *testing.T, path, _, _ string) made { cp(t, path, path+".q"); return made{path + ".q", there} }, "", false, false},
	}
	for phase, noted := range map[string]bool{"before anything": false, "after a backup": false, "after a note": true} {
		for name, way := range ways {
			t.Run(name+" "+phase, func(t *testing.T) {
				state := ""
				if noted {
					state = t.TempDir()
				}
				path, s, _ := founded(t)
				must(t, s.Close())
				s = at(t, path, state, here)
				work(t, s)
				first := s.Replica()
				must(t, s.Close())
				old := filepath.Join(t.TempDir(), "old.db")
				cp(t, path, old)
				s = at(t, path, state, here)
				given := map[string]bool{work(t, s): true}
				backup := path + ".backup"
				if phase != "before anything" || name == "restored" {
					must(t, s.Backup(t.Context(), backup, nil))
				}
				must(t, s.Close())

				m := way.make(t, path, old, backup)
				folder := state
				if m.where == there && state != "" {
					folder = t.TempDir()
				}
				q := at(t, m.path, folder, m.where)
				want := way.whenNoted
				if !noted {
					want = ""
				}
				if got := remarked(q); got != want {
					t.Errorf("opening says %q, not %q", got, want)
				}
				if renamed := q.Replica() != first; renamed != (want != "" || way.always) {
					t.Errorf("it has another name: %v", renamed)
				}
				if phase == "after a backup" && name == "set back" {
					r, err := q.Check(t.Context(), backup)
					must(t, err)
					altered(t, r, store.Missing)
				}
				if want == "store-set-back" {
					r, err := q.Check(t.Context())
					must(t, err)
					altered(t, r, store.Missing)
				} else {
					sound(t, q)
				}
				if q.Replica() == first {
					return
				}
				other := path
				if want == "store-set-back" {
					other = path + ".kept"
				}
				o := at(t, other, "", here)
				for range 3 {
					for _, n := range []string{work(t, q), work(t, o)} {
						if given[n] {
							t.Errorf("number %s was given out twice", n)
						}
						given[n] = true
					}
				}
				together(t, q, o)
				sound(t, o)
			})
		}
	}
}

// together gives each of two stores what the other has.
func together(t *testing.T, a, b *store.Store) {
	t.Helper()
	for range 2 {
		for _, p := range [][2]*store.Store{{a, b}, {b, a}} {
			heads, err := p[0].Heads(t.Context())
			must(t, err)
			for stream := range heads {
				batch, err := p[0].Since(t.Context(), stream, 0, 0)
				must(t, err)
				must(t, p[1].Receive(t.Context(), batch))
			}
		}
	}
	x, err := a.Heads(t.Context())
	must(t, err)
	y, err := b.Heads(t.Context())
	must(t, err)
	if !maps.Equal(x, y) {
		t.Errorf("one holds %v, the other %v", x, y)
	}
}

// altered holds a check to problems of one detail alone, and gives the first.
func altered(t *testing.T, r *store.Report, detail string) store.Problem {
	t.Helper()
	if len(r.Problems) == 0 {
		t.Fatal("check finds nothing")
	}
	for _, p := range r.Problems {
		if p.Kind != store.Altered || p.Detail != detail {
			t.Errorf("check finds %+v", p)
		}
	}
	if r.Sound() {
		t.Error("a repair would go on")
	}
	return r.Problems[0]
}

// setBack is a store that was set back to before the last work in it, and the folder in which more was noted of it.
func setBack(t *testing.T) (path, state string) {
	t.Helper()
	state = t.TempDir()
	path, s, _ := founded(t)
	must(t, s.Close())
	old := path + ".old"
	cp(t, path, old)
	s = at(t, path, state, "")
	work(t, s)
	must(t, s.Close())
	cp(t, old, path)
	return path, state
}

// TestAStoreThatIsSetBackGoesOnToSaySo: another name answers what could go wrong with numbers, and not what is missing. Restoring
// a copy of it on purpose does.
func TestAStoreThatIsSetBackGoesOnToSaySo(t *testing.T) {
	path, state := setBack(t)
	for range 3 {
		s := at(t, path, state, "")
		work(t, s)
		r, err := s.Check(t.Context())
		must(t, err)
		if p := altered(t, r, store.Missing); p.Seen.IsZero() || p.Sequence == 0 {
			t.Errorf("check says %+v", p)
		}
		must(t, s.Close())
	}
	s := at(t, path, state, "")
	if len(s.Remarks()) > 0 {
		t.Errorf("it is said again: %v", s.Remarks())
	}
	must(t, s.Backup(t.Context(), path+".backup", nil))
	must(t, s.Close())
	must(t, os.Remove(path))
	must(t, store.Restore(t.Context(), store.Options{}, path+".backup", path))
	s = at(t, path, state, "")
	sound(t, s)
}

// TestABackupInThePlaceOfTheStore: a copy without a key gets a name of its own wherever it is opened to work with. In the place of its
// store it is also one that was set back, where it holds less; elsewhere it holds less as it should.
func TestABackupInThePlaceOfTheStore(t *testing.T) {
	state := t.TempDir()
	path, s, _ := founded(t)
	must(t, s.Close())
	s = at(t, path, state, "")
	must(t, s.Backup(t.Context(), path+".backup", nil))
	work(t, s)
	must(t, s.Close())
	cp(t, path, path+".kept")
	o := store.Options{Now: time.Now, State: state}
	r, err := store.CheckCopy(t.Context(), path+".backup", o)
	must(t, err)
	if len(r.Problems) > 0 {
		t.Errorf("a backup that lies elsewhere lacks %v", r.Problems)
	}
	cp(t, path+".backup", path)
	r, err = store.CheckCopy(t.Context(), path, o)
	must(t, err)
	altered(t, r, store.Missing)
	for _, want := range []string{"store-set-back", ""} {
		s = at(t, path, state, "")
		if got := remarked(s); got != want {
			t.Errorf("opening says %q, not %q", got, want)
		}
		r, err = s.Check(t.Context())
		must(t, err)
		altered(t, r, store.Missing)
		must(t, s.Close())
	}
	cp(t, path+".backup", path+".elsewhere")
	s = at(t, path+".elsewhere", state, "")
	if got := remarked(s); got != "store-was-copy" {
		t.Errorf("opening says %q", got)
	}
	sound(t, s)
	must(t, s.Close())
	cp(t, path+".kept", path) // and whoever puts the right one back has it as it was
	s = at(t, path, state, "")
	sound(t, s)
	if len(s.Remarks()) > 0 {
		t.Errorf("opening says %v", s.Remarks())
	}
}

// TestLookingChangesNothing: whoever only looks over a store that was set back, or copied, leaves the file and the notes as they are.
func TestLookingChangesNothing(t *testing.T) {
	path, state := setBack(t)
	empty := t.TempDir()
	s, err := store.Open(path, store.Options{Now: time.Now, State: empty, Looks: true})
	must(t, err)
	must(t, s.Close())
	if left := folder(t, empty); len(left) > 0 {
		t.Errorf("looking leaves %v", left)
	}
	before, noted := contents(t, path, allBuckets(t, path)), folder(t, state)
	s, err = store.Open(path, store.Options{Now: time.Now, State: state, Looks: true})
	must(t, err)
	r, err := s.Check(t.Context())
	must(t, err)
	altered(t, r, store.Missing)
	must(t, s.Close())
	if !maps.Equal(before, contents(t, path, allBuckets(t, path))) || !maps.Equal(noted, folder(t, state)) {
		t.Error("looking changed something")
	}
}

// folder is the names and contents of the files in a folder.
func folder(t *testing.T, path string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(path)
	must(t, err)
	out := map[string]string{}
	for _, e := range entries {
		body, err := os.ReadFile(filepath.Join(path, e.Name()))
		must(t, err)
		out[e.Name()] = string(body)
	}
	return out
}

// TestANoteIsWrittenForWhatIsNew: a start that writes nothing leaves the note alone, and one after something was written does not.
func TestANoteIsWrittenForWhatIsNew(t *testing.T) {
	path, s, _ := founded(t)
	must(t, s.Close())
	state := filepath.Join(t.TempDir(), "state")
	o := store.Options{Now: time.Now, Program: "test", State: state, Machine: "here"}
	note := func() (name string, at time.Time) {
		t.Helper()
		names, err := filepath.Glob(filepath.Join(state, "*.note"))
		must(t, err)
		if len(names) != 1 {
			t.Fatalf("notes: %v", names)
		}
		long := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
		info, err := os.Stat(names[0])
		must(t, err)
		must(t, os.Chtimes(names[0], long, long))
		return names[0], info.ModTime()
	}
	for _, write := range []bool{false, true, false} {
		s, err := store.Open(path, o)
		must(t, err)
		if write {
			session, err := enter(t.Context(), s)
			must(t, err)
			_, err = session.Do(t.Context(), desk.AddRequest{Request: desk.Request{Summary: "nieuw"}})
			must(t, err)
		}
		before, err := filepath.Glob(filepath.Join(state, "*.note"))
		must(t, err)
		first := len(before) == 0
		must(t, s.Close())
		if _, at := note(); (at.Year() == 2020) == (write || first) {
			t.Errorf("written %v, first %v: the note is of %s", write, first, at)
		}
	}
}
