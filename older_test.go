//go:build unix

package main_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/store"
	"leerbalie/store/wire"
	"leerbalie/ui/uitest/terminal"
)

// TestAnOlderProgramRefusesANewerStore meets the real program with a store, a sealed one and a copy of a format that it does not know: every
// command and the app say in one sentence that it has to be updated, end with 1, ask for nothing, and alter and make nothing.
func TestAnOlderProgramRefusesANewerStore(t *testing.T) {
	program := terminal.Build(t)
	folder := t.TempDir()
	at := func(name string) string { return filepath.Join(folder, name) }
	newer := func(path string) {
		db, err := bolt.Open(path, 0o600, nil)
		ok(t, err)
		ok(t, db.Update(func(b *bolt.Tx) error {
			return b.Bucket(wire.BucketMeta).Put(wire.MetaFormat, wire.Number(wire.FormatSealed+1))
		}))
		ok(t, db.Close())
	}
	begin := func(s *store.Store) error {
		_, err := model.Found(t.Context(), s, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"})
		return err
	}
	o := store.Options{Now: time.Now, Program: "test"}
	ok(t, store.Found(at("newer.db"), o, begin))
	ok(t, store.Found(at("own.db"), o, begin))
	s, err := store.Open(at("newer.db"), o)
	ok(t, err)
	ok(t, s.Backup(t.Context(), at("copy.db"), nil))
	ok(t, s.Close())
	ok(t, store.FoundSealed(at("sealed.db"), o, "vijf woorden over een fiets", begin))
	for _, name := range []string{"newer.db", "copy.db", "sealed.db"} {
		newer(at(name))
	}
	look := func() map[string]string {
		out := map[string]string{}
		entries, err := os.ReadDir(folder)
		ok(t, err)
		for _, e := range entries {
			out[e.Name()] = read(t, at(e.Name()))
		}
		return out
	}
	before := look()
	state := t.TempDir()
	env := []string{"XDG_STATE_HOME=" + state, "XDG_DATA_HOME=" + t.TempDir(), "XDG_CONFIG_HOME=" + t.TempDir()}
	said := map[string]string{"en": "was made by a newer version. Update Leerbalie. Nothing was changed.", "nl": "is gemaakt met een nieuwere versie. Werk Leerbalie bij. Er is niets veranderd."}
	unchanged := func(what string) {
		t.Helper()
		now := look()
		for name := range now {
			if _, was := before[name]; !was {
				t.Errorf("%s makes %s", what, name)
				ok(t, os.RemoveAll(at(name)))
			}
		}
		for name, was := range before {
			if now[name] != was {
				t.Fatalf("%s alters %s", what, name)
			}
		}
	}
	for _, name := range []string{"newer.db", "sealed.db", "copy.db"} {
		for _, args := range [][]string{
			{"request", "list"}, {"request", "list", "--json"}, {"request", "add", "Nog een"}, {"person", "list"}, {"check"}, {"check", "--json"}, {"check", "--repair"},
			{"backup", at("made.db")}, {"export", "requests", "-o", at("made.csv")}, {"report", "site"}, {"phrase", "new"}, {"clock", "--right"},
		} {
			for lang, sentence := range said {
				line := append(args[:len(args):len(args)], "--db", at(name), "--lang", lang)
				if out, status := terminal.RunWith(t, env, program, line...); status != 1 || !strings.Contains(out, at(name)+" "+sentence) || strings.Count(out, "\n") != 1 {
					t.Errorf("%q on %s: %d %q", args, name, status, out)
				}
				unchanged(strings.Join(line, " "))
			}
		}
		for lang, sentence := range said {
			x := terminal.Start(t, 240, 24, env, program, "--db", at(name), "--lang", lang)
			if status, out := x.Status(), x.Ends(); status != 1 || !strings.Contains(out, sentence) {
				t.Errorf("the app on %s: %d %q", name, status, out)
			}
			unchanged("the app on " + name)
			for _, line := range [][]string{{"restore", at(name), "--db", at("made.db")}, {"check", "--against", at(name), "--db", at("own.db")}} {
				if out, status := terminal.RunWith(t, env, program, append(line, "--lang", lang)...); status != 1 || !strings.Contains(out, at(name)+" "+sentence) {
					t.Errorf("%q: %d %q", line, status, out)
				}
				unchanged(strings.Join(line, " "))
			}
		}
	}
	if _, err := os.Stat(filepath.Join(state, "leerbalie")); err == nil {
		for _, name := range []string{"newer.db", "sealed.db"} {
			notes, err := filepath.Glob(filepath.Join(state, "leerbalie", "*"))
			ok(t, err)
			for _, note := range notes {
				if info, err := os.Stat(note); err == nil && info.Mode().IsRegular() && strings.Contains(read(t, note), at(name)) {
					t.Errorf("%s notes %s", note, name)
				}
			}
		}
	}
}

// TestAnOlderProgramShowsWhatANewerDid: what a newer program did in a store of the same format is kept; the real program shows what it is
// about, says what it does not know, and refuses to alter it with one sentence and status 1, while all else goes on.
func TestAnOlderProgramShowsWhatANewerDid(t *testing.T) {
	program := terminal.Build(t)
	path := filepath.Join(t.TempDir(), "d.db")
	ok(t, store.Found(path, store.Options{Now: time.Now, Program: "test"}, func(s *store.Store) error {
		me, err := model.Found(t.Context(), s, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"})
		ok(t, err)
		session, err := model.Enter(t.Context(), s, me)
		ok(t, err)
		made, err := session.Do(t.Context(), desk.AddRequest{Request: desk.Request{Summary: "van een nieuwere", Urgency: model.UrgencyToday}})
		ok(t, err)
		_, err = session.Do(t.Context(), desk.AddRequest{Request: desk.Request{Summary: "gewoon"}})
		ok(t, err)
		c := &journal.Change{
			Stream: journal.Stream{Replica: journal.Replica{7}, Scope: journal.Scope{Class: journal.Desk, Part: session.Site()}}, Seq: 1,
			Time: journal.Logical(time.Now().UnixMilli()+1) << 16, Kind: desk.KindRequest, Entity: made.Entity, Op: journal.OpSet,
			Schema: journal.SchemaVersion + 1, MinReader: journal.SchemaVersion + 1, Writes: []journal.Write{{Field: desk.RequestTheme, Value: journal.Text("wonen")}},
		}
		return s.Receive(t.Context(), []store.Sealed{{Stream: c.Stream, Seq: 1, Bytes: wire.EncodeChange(wire.Seal(c, []byte("salt")))}})
	}))
	env := []string{"XDG_STATE_HOME=" + t.TempDir()}
	run := func(want int, args ...string) string {
		t.Helper()
		out, status := terminal.RunWith(t, env, program, append(args, "--db", path)...)
		if status != want {
			t.Errorf("%q: %d %s", args, status, out)
		}
		return out
	}
	digest := func() string {
		t.Helper()
		var v struct{ Digest string }
		ok(t, json.Unmarshal([]byte(run(0, "check", "--json")), &v))
		return v.Digest
	}
	was := digest()
	if out := run(0, "request", "show", "ZW-0001", "--lang=en"); !strings.Contains(out, "van een nieuwere") || !strings.Contains(out, "this version does not know") || !strings.Contains(out, "Update Leerbalie to change it.") {
		t.Errorf("it is shown as %s", out)
	}
	if out := run(0, "request", "show", "ZW-0001", "--json"); !strings.Contains(out, `"read_only": true`) {
		t.Errorf("it is told as %s", out)
	}
	for lang, sentence := range map[string]string{"en": "This was made by a newer version. Update Leerbalie to change it.", "nl": "Dit is gemaakt met een nieuwere versie. Werk Leerbalie bij om het te veranderen."} {
		for _, args := range [][]string{{"request", "claim", "ZW-0001"}, {"request", "memo", "ZW-0001", "Gebeld"}, {"request", "time", "ZW-0001", "10"}, {"request", "close", "ZW-0001", "--outcome", "resolved"}} {
			if out := run(1, append(args, "--lang", lang)...); !strings.Contains(out, sentence) {
				t.Errorf("%q: %s", args, out)
			}
		}
	}
	if now := digest(); now != was {
		t.Error("what was refused altered something")
	}
	x := terminal.Start(t, 120, 40, env, program, "--db", path, "--lang", "en")
	x.Shows("ZW-0001", "ZW-0002")
	x.Press("k", "k") // the first stands on top
	x.Shows("Update Leerbalie to change it")
	x.Press("c")
	x.Shows("version. Update Leerbalie to change it") // on one line, at the bottom
	x.Shows("Update Leerbalie to change it")
	x.Press("q")
	x.Ends()
	if now := digest(); now != was {
		t.Error("the app altered something")
	}
	run(0, "request", "claim", "ZW-0002")
	copied := filepath.Join(t.TempDir(), "copy.db")
	run(0, "backup", copied)
	if out, status := terminal.RunWith(t, env, program, "check", "--db", copied); status != 0 {
		t.Errorf("the copy: %s", out)
	}
}

func ok(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
