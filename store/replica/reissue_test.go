package replica_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/store"
	"leerbalie/store/replica"
)

// TestReissue: what is written anew under another name is there as it was, once, with what was taken back still taken back; a number is
// another one. What was seen of the streams before, in notes, is settled with it.
func TestReissue(t *testing.T) {
	dir := t.TempDir()
	path, state := filepath.Join(dir, "d.db"), filepath.Join(dir, "state")
	must(t, store.Create(path, time.Now()))
	s := at(t, path, state, "here")
	me, err := model.Found(t.Context(), s, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"})
	must(t, err)
	session, err := model.Enter(t.Context(), s, me)
	must(t, err)
	do := func(a model.Action) model.Receipt {
		r, err := session.Do(t.Context(), a)
		must(t, err)
		return r
	}
	stays := do(desk.AddRequest{Request: desk.Request{Summary: "blijft"}}).Entity
	stream := journal.Stream{Replica: s.Replica(), Scope: journal.Scope{Class: journal.Desk, Part: session.Site()}}
	heads, err := s.Heads(t.Context())
	must(t, err)
	from := heads[stream] + 1
	moved := do(desk.AddRequest{Request: desk.Request{Summary: "gaat mee"}})
	do(desk.AddMemo{ID: moved.Entity, Text: "gebeld"})
	do(desk.AddMemo{ID: moved.Entity, Text: "vergissing"})
	_, err = session.Undo(t.Context())
	must(t, err)
	do(desk.EditRequest{ID: stays, Alter: func(r *desk.Request) { r.Summary = "blijft en is gewijzigd" }})
	do(desk.EditRequest{ID: stays, Alter: func(r *desk.Request) { r.Summary = "blijft en is twee keer gewijzigd" }})
	must(t, s.Close())
	older := filepath.Join(dir, "older.db")
	cp(t, path, older)

	s = at(t, path, state, "here")
	do2, err := model.Enter(t.Context(), s, me)
	must(t, err)
	_, err = do2.Do(t.Context(), desk.AddMemo{ID: moved.Entity, Text: "later"})
	must(t, err)
	must(t, s.Close())
	s = at(t, path, state, "here")
	_, err = s.GoOnAnew()
	must(t, err)
	must(t, replica.Reissue(t.Context(), s, map[journal.Stream]uint64{stream: from}))
	heads, err = s.Heads(t.Context())
	must(t, err)
	if heads[stream] != from-1 {
		t.Errorf("of the stream before %d changes are left, not %d", heads[stream], from-1)
	}
	for range 2 { // also when it is opened again
		session, err = model.Enter(t.Context(), s, me)
		must(t, err)
		r, err := desk.ReadRequest(t.Context(), session, moved.Entity)
		must(t, err)
		if r.Summary != "gaat mee" || len(r.Memos) != 2 || r.Memos[0].Text != "gebeld" {
			t.Errorf("it came to be %q with %v", r.Summary, r.Memos)
		}
		if r.Number == moved.Number || !strings.HasPrefix(r.Number, "ZW-"+s.Tag()+"-") {
			t.Errorf("number %s is now %s", moved.Number, r.Number)
		}
		if r, err = desk.ReadRequest(t.Context(), session, stays); err != nil || r.Summary != "blijft en is twee keer gewijzigd" {
			t.Errorf("what stays: %q, %v", r.Summary, err)
		}
		report, err := s.Check(t.Context())
		must(t, err)
		for _, p := range report.Problems {
			t.Errorf("%+v", p)
		}
		must(t, s.Close())
		s = at(t, path, state, "here")
	}
	must(t, s.Close())
	cp(t, older, path)
	if s = at(t, path, state, "here"); remarked(s) != "store-set-back" {
		t.Errorf("an older file, under the name before, says %q", remarked(s))
	}
	if err := replica.Reissue(t.Context(), s, map[journal.Stream]uint64{{Replica: s.Replica(), Scope: stream.Scope}: 1}); err == nil {
		t.Error("what it writes now is written anew")
	}
}

func at(t *testing.T, path, state, machine string) *store.Store {
	t.Helper()
	s, err := store.Open(path, store.Options{Now: time.Now, Program: "test", State: state, Machine: machine})
	must(t, err)
	t.Cleanup(func() { s.Close() })
	return s
}

func cp(t *testing.T, from, to string) {
	t.Helper()
	body, err := os.ReadFile(from)
	must(t, err)
	must(t, os.WriteFile(to, body, 0o600))
}

// remarked is what opening a store showed.
func remarked(s *store.Store) (out string) {
	for _, r := range s.Remarks() {
		out += code(r)
	}
	return out
}
