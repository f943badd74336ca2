package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/store"
	"leerbalie/store/demo"
	"leerbalie/ui/cli"
	"leerbalie/ui/cli/command"
)

// commanded runs a command with all that main gives it.
func commanded(t *testing.T, db string, args ...string) (code int, out, said string) {
	t.Helper()
	var o, e bytes.Buffer
	code = cli.Run(t.Context(), begin().powers(), command.Caller{
		Args: append(args, "--db", db, "--lang", "en"), In: strings.NewReader(""), Out: &o, Err: &e, Version: command.VersionOf("", nil), Now: time.Now,
	})
	return code, o.String(), e.String()
}

// made is a store that fill filled, and a backup of it.
func made(t *testing.T, fill func(*store.Store) error) (db, backup string) {
	t.Helper()
	dir := t.TempDir()
	db, backup = filepath.Join(dir, "d.db"), filepath.Join(dir, "backup.db")
	err := store.Found(db, begin().home.Unnoted(), func(s *store.Store) error {
		return errors.Join(fill(s), s.Backup(t.Context(), backup, nil))
	})
	if err != nil {
		t.Fatal(err)
	}
	return db, backup
}

// decided is a student about whom somebody decided something.
func decided(t *testing.T, db string) (student, assessor string) {
	t.Helper()
	people := func(role string) (ids []string) {
		_, out, said := commanded(t, db, "person", "list", "--limit", "0", "--role", role, "--json")
		var all []struct{ ID string }
		if err := json.Unmarshal([]byte(out), &all); err != nil || len(all) == 0 {
			t.Fatalf("nobody is %s: %v %s %s", role, err, out, said)
		}
		for _, p := range all {
			ids = append(ids, p.ID)
		}
		return ids
	}
	for _, student := range people("student") {
		for _, assessor := range people("teacher") {
			if code, _, _ := commanded(t, db, "assess", "decide", student, "--met", "--as", assessor); code == 0 {
				return student, assessor
			}
		}
	}
	t.Fatal("nobody decides about anybody")
	return "", ""
}

// attached is a piece of a student's evidence to which somebody put a file that is kept.
func attached(t *testing.T, db, student, who string) string {
	t.Helper()
	var pieces []struct{ ID string }
	if _, out, said := commanded(t, db, "evidence", "list", "--student", student, "--limit", "1", "--json", "--as", who); json.Unmarshal([]byte(out), &pieces) != nil || len(pieces) == 0 {
		t.Fatalf("no evidence: %s %s", out, said)
	}
	file := filepath.Join(t.TempDir(), "verslag.txt")
	if err := os.WriteFile(file, []byte("wat er is gedaan"), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, out, said := commanded(t, db, "evidence", "attach", pieces[0].ID, file, "--keep", "--cleaned", "--as", who); code != 0 {
		t.Fatalf("%s %s", out, said)
	}
	return pieces[0].ID
}

// TestNoOutputReplacesData tries every command that writes a file, with and without --force, on every form in which data can lie there:
// not a byte of it changes, and nothing is left beside it.
func TestNoOutputReplacesData(t *testing.T) {
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	db, _ := made(t, func(s *store.Store) error {
		_, err := demo.Fill(t.Context(), s, time.Now(), 1, nil)
		return err
	})
	small, backup := made(t, func(s *store.Store) error {
		_, err := model.Found(t.Context(), s, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"})
		return err
	})
	student, assessor := decided(t, db)
	var residents []struct{ ID string }
	if _, out, said := commanded(t, db, "resident", "list", "--limit", "1", "--json"); json.Unmarshal([]byte(out), &residents) != nil || len(residents) == 0 {
		t.Fatalf("nobody lives here: %s %s", out, said)
	}
	piece := attached(t, db, student, assessor)
	writing := map[string][]string{ // by the first words of the manual
		"assess decision": {student, "--as", assessor}, "bundle take": {"--for", assessor}, "directory export": nil, "evidence save": {piece, "verslag.txt", "--as", assessor}, "export checkins": nil, "export meetings": nil, "export partners": nil, "export placements": nil, "export promises": nil, "export requests": nil, "export visits": nil, "framework export": {"hbo-social-work"},
		"report calendar": nil, "report community": nil, "report group": nil, "report handover": nil, "report site": nil, "report hands": nil, "report outcomes": nil, "report signals": nil, "report value": nil, "report student": {student, "--as", assessor},
		"resident access": {residents[0].ID},
	}
	_, manual, _ := commanded(t, db, "man")
	takesOutput := regexp.MustCompile(`(?s)^leerbalie ((?:[a-z]+ ?)+).*\\-\\-output`)
	for _, section := range strings.Split(manual, "\n.SS ") {
		if m := takesOutput.FindStringSubmatch(section); m != nil {
			if _, ok := writing[strings.TrimSpace(m[1])]; !ok {
				t.Errorf("%q writes a file and is not tried", m[1])
			}
		}
	}

	folder := t.TempDir()
	at := func(name string) string { return filepath.Join(folder, name) }
	copied := func(from, to string, harm func([]byte) []byte) {
		body, err := os.ReadFile(from)
		if err == nil {
			err = os.WriteFile(to, harm(body), 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	same := func(b []byte) []byte { return b }
	copied(small, at("store.db"), same)
	copied(backup, at("backup.db"), same)
	copied(small, at("torn"), func(b []byte) []byte { clear(b[:8192]); return b })
	copied(small, at("cut"), func(b []byte) []byte { return b[:3000] })
	if code, _, said := commanded(t, db, "bundle", "take", "--for", assessor, "-o", at("a.bundle")); code != 0 {
		t.Fatal(said)
	}
	copied(at("a.bundle"), at("harmed.bundle"), func(b []byte) []byte { b[3] ^= 1; return b })
	copied(backup, at("flipped.csv"), func(b []byte) []byte { b[16] ^= 1; b[4096+16] ^= 1; return b })
	for _, err := range []error{
		os.Symlink(at("store.db"), at("link.csv")), os.Symlink(at("link.csv"), at("link-to-link.csv")), os.Link(at("backup.db"), at("hard.csv")),
		os.Symlink(db, at("in-use.csv")), os.Link(db, at("in-use-hard.csv")),
	} {
		if err != nil {
			t.Skip("no links here")
		}
	}
	targets := []string{"store.db", "a.bundle", "harmed.bundle", "backup.db", "torn", "cut", "flipped.csv", "link.csv", "link-to-link.csv", "hard.csv", "in-use.csv", "in-use-hard.csv"}
	look := func() (out map[string]string) {
		out = map[string]string{}
		entries, err := os.ReadDir(folder)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			if strings.HasPrefix(e.Name(), "in-use") { // what it holds goes on
				out[e.Name()] = e.Type().String()
				continue
			}
			body, err := os.ReadFile(at(e.Name()))
			out[e.Name()] = fmt.Sprint(e.Type(), len(body), err) + string(body)
		}
		return out
	}
	before := look()
	unchanged := func(what string) {
		t.Helper()
		now := look()
		for name := range now {
			if _, ok := before[name]; !ok {
				t.Fatalf("%s leaves %s", what, name)
			}
		}
		for name, was := range before {
			if now[name] != was {
				t.Fatalf("%s changes %s", what, name)
			}
		}
		if is, err := os.Lstat(db); err != nil {
			t.Fatal(err)
		} else if link, err := os.Stat(at("in-use-hard.csv")); err != nil || !os.SameFile(is, link) {
			t.Fatalf("%s replaces the store in use", what)
		}
	}
	for name, args := range writing {
		line := append(strings.Fields(name), args...)
		fresh := filepath.Join(t.TempDir(), "fresh.bundle")
		if code, _, said := commanded(t, db, append(line, "-o", fresh)...); code != 0 {
			t.Errorf("%q works nowhere: %s", line, said)
			continue
		}
		if info, err := os.Stat(fresh); err != nil || info.Size() == 0 {
			t.Errorf("%q writes nothing: %v", line, err)
		}
		for i, target := range targets {
			forces := []string{"--force", "--force=false"}[:2-min(i, 1)] // without it, once is enough
			if name == "bundle take" {
				forces = []string{"--json=false"} // it replaces nothing at all
			}
			for _, force := range forces {
				what := fmt.Sprintf("%q to %s with %s", line, target, force)
				if code, _, said := commanded(t, db, append(line, "-o", at(target), force)...); code != command.CouldNot || said == "" {
					t.Errorf("%s says %q", what, said)
				}
				unchanged(what)
			}
		}
	}
	for _, target := range targets {
		for what, run := range map[string][]string{
			"a copy": {"backup", at(target), "--db", db}, "putting back": {"restore", backup, "--db", at(target)},
			"a new store": {"init", "--site", "S", "--code", "SS", "--me", "M", "--db", at(target)},
		} {
			if code, _, said := commanded(t, run[len(run)-1], run[:len(run)-2]...); code == 0 || said == "" {
				t.Errorf("%s to %s says %q", what, target, said)
			}
			unchanged(what + " to " + target)
		}
	}
}
