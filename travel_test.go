package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"leerbalie/store"
	"leerbalie/store/seal"
	"leerbalie/ui/cli"
	"leerbalie/ui/cli/command"
)

// machine is a computer of somebody's, with folders of its own.
type machine struct {
	t          *testing.T
	db, lang   string
	code, pass string
}

func (m *machine) run(want int, args ...string) (out, said string) {
	m.t.Helper()
	var o, e bytes.Buffer
	powers := begin().powers()
	given := func(text string) func() (string, error) { return func() (string, error) { return text, nil } }
	c := command.Caller{Args: append(args, "--db", m.db, "--lang", m.lang), In: strings.NewReader(""), Out: &o, Err: &e, Version: command.VersionOf("", nil), Now: time.Now}
	if m.pass != "" {
		c.Secrets.Passphrase = given(m.pass)
	}
	if m.code != "" {
		c.Secrets.Code = given(m.code)
	}
	if got := cli.Run(m.t.Context(), powers, c); got != want {
		m.t.Fatalf("%q ends with %d: %s%s", args, got, o.String(), e.String())
	}
	return o.String(), e.String()
}

func (m *machine) do(args ...string) string {
	m.t.Helper()
	out, _ := m.run(command.Done, args...)
	return out
}

func (m *machine) refuses(says string, args ...string) {
	m.t.Helper()
	if _, said := m.run(command.CouldNot, args...); !strings.Contains(said, says) {
		m.t.Errorf("%q: no word of %q in %s", args, says, said)
	}
}

// digests are the hashes over what a store holds, by scope; it has to be sound.
func (m *machine) digests() map[string]string {
	m.t.Helper()
	p := begin()
	o := p.home.Passing()
	o.Passphrase = seal.Given(m.pass)
	s, err := store.Open(m.db, o)
	if err != nil {
		m.t.Fatal(err)
	}
	defer s.Close()
	r, err := s.Check(m.t.Context())
	if err != nil || !r.Sound() {
		m.t.Fatalf("%+v %v", r.Problems, err)
	}
	return r.Digests.Scopes
}

type travelled struct {
	File, Code                                                    string
	Changes, Judgements, Residents, Evidence, Acknowledged, Known int
}

func (m *machine) told(args ...string) (t travelled) {
	m.t.Helper()
	if err := json.Unmarshal([]byte(m.do(append(args, "--json")...)), &t); err != nil {
		m.t.Fatal(err)
	}
	return t
}

// TestAClassGoesAlongAndComesBack follows the guide with two stores, a stick, and the whole program, in each language: no byte of a resident
// on the stick or the laptop, and both sides the same in the end.
func TestAClassGoesAlongAndComesBack(t *testing.T) {
	says := map[string][4]string{
		"nl": {"geen eerste bundel", "beschadigd", "verzegeld voor Tine de Boer", "al gegevens"},
		"en": {"no first bundle", "damaged", "sealed for Tine de Boer", "data here already"},
	}
	for lang, say := range says {
		t.Run(lang, func(t *testing.T) {
			t.Setenv("XDG_STATE_HOME", t.TempDir())
			stick := t.TempDir()
			home := &machine{t: t, db: filepath.Join(t.TempDir(), "home.db"), lang: lang}
			laptop := &machine{t: t, db: filepath.Join(t.TempDir(), "laptop.db"), lang: lang, pass: "een lange zin voor de laptop"}
			home.do("init", "--site", "Zuidwest", "--code", "ZW", "--me", "Sam")
			home.do("group", "add", "2B")
			home.do("person", "add", "Tine de Boer", "--role", "teacher", "--group", "2B")
			home.do("person", "add", "Noor", "--role", "student", "--level", "hbo", "--group", "2B")
			home.do("resident", "add", "Kanariebewoner", "--phone", "0687654321", "--keep", "register")
			home.do("request", "add", "Kanarievraag", "--resident", "Kanariebewoner", "--theme", "poverty", "--channel", "desk")
			home.do("evidence", "add", "Training", "--kind", "course", "--minutes", "60", "--as", "Noor")
			first := home.told("bundle", "take", "--for", "Tine", "-o", stick)
			if first.Code == "" || first.Residents != 0 || first.Evidence != 1 {
				t.Errorf("%+v", first)
			}
			laptop.code = first.Code
			laptop.do("bundle", "open", first.File)
			laptop.refuses(say[3], "bundle", "open", first.File)
			var pieces []struct{ ID string }
			if err := json.Unmarshal([]byte(laptop.do("evidence", "list", "--student", "Noor", "--json")), &pieces); err != nil || len(pieces) != 1 {
				t.Fatalf("%+v %v", pieces, err)
			}
			laptop.do("assess", "give", pieces[0].ID, "C1.1=onvoldoende", "--reason", "rustig gebleven", "--lang", "nl")
			back := laptop.told("bundle", "take", "-o", stick)
			home.do("student", "edit", "Noor", "--school", "Zadkine")
			if came := home.told("bundle", "return", back.File); came.Judgements != 1 || came.Acknowledged == 0 {
				t.Errorf("%+v", came)
			}
			if again := home.told("bundle", "return", back.File); again.Changes != 0 || again.Known == 0 {
				t.Errorf("%+v", again)
			}
			there := home.told("bundle", "take", "--for", "Tine", "-o", stick)
			if there.Code != "" {
				t.Error("a laptop that has its key is given a code")
			}
			if got := laptop.told("bundle", "return", there.File); got.Changes == 0 || got.Acknowledged == 0 {
				t.Errorf("%+v", got)
			}
			home.refuses(say[2], "bundle", "return", there.File)
			other := &machine{t: t, db: filepath.Join(t.TempDir(), "other.db"), lang: lang, code: first.Code, pass: laptop.pass}
			other.refuses(say[0], "bundle", "open", there.File)
			body, err := os.ReadFile(there.File)
			if err != nil {
				t.Fatal(err)
			}
			body[len(body)/2] ^= 1
			harmed := filepath.Join(t.TempDir(), "harmed.bundle")
			if err := os.WriteFile(harmed, body, 0o600); err != nil {
				t.Fatal(err)
			}
			laptop.refuses(say[1], "bundle", "return", harmed)
			last := laptop.told("bundle", "take", "-o", stick)
			home.do("bundle", "return", last.File)
			held, same := home.digests(), 0
			for scope, digest := range laptop.digests() {
				if same++; held[scope] != digest {
					t.Errorf("%s differs", scope)
				}
			}
			if same < 3 {
				t.Errorf("only %d scopes are compared", same)
			}
			seen := 0
			for _, dir := range []string{stick, filepath.Dir(laptop.db)} {
				entries, err := os.ReadDir(dir)
				if err != nil {
					t.Fatal(err)
				}
				for _, e := range entries {
					body, err := os.ReadFile(filepath.Join(dir, e.Name()))
					if err != nil {
						t.Fatal(err)
					}
					seen += len(body)
					for _, word := range []string{"Kanarie", "0687654321", "Tine", "Noor", "rustig"} {
						if bytes.Contains(body, []byte(word)) {
							t.Errorf("%s holds %q", e.Name(), word)
						}
					}
				}
			}
			if seen < 10_000 {
				t.Errorf("only %d bytes were looked at", seen)
			}
		})
	}
}
