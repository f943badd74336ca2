package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/crypto/ssh"

	"leerbalie/store"
	"leerbalie/store/replica"
	"leerbalie/store/seal"
	"leerbalie/ui/cli/command"
)

// serves lets a machine's store be called on loopback, by a computer whose key lies in a folder, until the end. It gives the address and the
// fingerprint.
func (m *machine) serves(at, folder string) (address, fingerprint string, end func()) {
	m.t.Helper()
	p := begin()
	p.home.State, p.home.Socket = folder, func(string) string { return "" }
	ctx, stop := context.WithCancel(m.t.Context())
	ready, ended := make(chan [2]string, 1), make(chan error, 1)
	go func() {
		ended <- p.serve(ctx, command.ServeOptions{Store: m.db, Listen: at}, func(address, fingerprint string) error {
			ready <- [2]string{address, fingerprint}
			return nil
		})
	}()
	select {
	case err := <-ended:
		m.t.Fatal(err)
	case is := <-ready:
		address, fingerprint = is[0], is[1]
	}
	return address, fingerprint, func() {
		stop()
		if err := <-ended; err != nil && !errors.Is(err, context.Canceled) {
			m.t.Error(err)
		}
	}
}

// doesNothingElse holds that the key of a copy leads to an exchange, and to no command, terminal, file or other computer.
func (m *machine) doesNothingElse(at string) {
	m.t.Helper()
	o := begin().home.Passing()
	o.Passphrase = seal.Given(m.pass)
	s, err := store.Open(m.db, o)
	if err != nil {
		m.t.Fatal(err)
	}
	defer s.Close()
	key, err := replica.Key(m.t.Context(), s)
	if err != nil {
		m.t.Fatal(err)
	}
	own, err := ssh.NewSignerFromKey(key)
	if err != nil {
		m.t.Fatal(err)
	}
	client, err := ssh.Dial("tcp", at, &ssh.ClientConfig{User: "tine", Auth: []ssh.AuthMethod{ssh.PublicKeys(own)}, HostKeyCallback: ssh.InsecureIgnoreHostKey()})
	if err != nil {
		m.t.Fatal(err)
	}
	defer client.Close()
	for what, try := range map[string]func(*ssh.Session) error{
		"a command":         func(c *ssh.Session) error { return c.Run("group list --json") },
		"a shell":           func(c *ssh.Session) error { return errors.Join(c.Shell(), c.Wait()) },
		"another subsystem": func(c *ssh.Session) error { return errors.Join(c.RequestSubsystem("sftp"), c.Wait()) },
	} {
		session, err := client.NewSession()
		if err != nil {
			m.t.Fatal(err)
		}
		var out bytes.Buffer
		session.Stdout = &out
		if err := try(session); err == nil || out.Len() > 0 {
			m.t.Errorf("the key of a copy leads to %s: %q", what, out.String())
		}
		_ = session.Close()
	}
	if c, err := client.Dial("tcp", at); err == nil {
		_ = c.Close()
		m.t.Error("the key of a copy leads to another computer")
	}
}

// stands is a row of what sync now and sync status give a script.
type stands struct {
	Name, State, Address         string
	At                           *string `json:"exchanged_at"`
	Wrote, Lacks                 int
	Holds                        []struct{ Class string }
	Stuck                        []struct{ Reason string }
	Failed                       *struct{ Reason string }
	Acknowledged, Missing, Known int
	Changes                      int
}

func (m *machine) stands(args ...string) (out []stands) {
	m.t.Helper()
	if err := json.Unmarshal([]byte(m.do(append(args, "--json")...)), &out); err != nil {
		m.t.Fatal(err)
	}
	return out
}

// TestALaptopExchangesWithoutAStick follows the guide with two stores and the whole program: invited with a bundle, it exchanges
// from then on over SSH, in both directions, and both sides are the same in the end.
func TestALaptopExchangesWithoutAStick(t *testing.T) {
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	stick := t.TempDir()
	home := &machine{t: t, db: filepath.Join(t.TempDir(), "home.db"), lang: "nl"}
	laptop := &machine{t: t, db: filepath.Join(t.TempDir(), "laptop.db"), lang: "nl", pass: "een lange zin voor de laptop"}
	home.do("init", "--site", "Zuidwest", "--code", "ZW", "--me", "Sam")
	home.do("group", "add", "2B")
	home.do("person", "add", "Tine de Boer", "--role", "teacher", "--group", "2B")
	home.do("person", "add", "Noor", "--role", "student", "--level", "hbo", "--group", "2B")
	home.do("resident", "add", "Kanariebewoner", "--phone", "0687654321", "--keep", "register")
	home.do("evidence", "add", "Training", "--kind", "course", "--minutes", "60", "--as", "Noor")
	first := home.told("bundle", "take", "--for", "Tine", "-o", stick)
	laptop.code = first.Code
	laptop.do("bundle", "open", first.File)
	var pieces []struct{ ID string }
	if err := json.Unmarshal([]byte(home.do("evidence", "list", "--student", "Noor", "--json", "--as", "Tine")), &pieces); err != nil || len(pieces) != 1 {
		t.Fatalf("%+v %v", pieces, err)
	}
	laptop.do("assess", "give", pieces[0].ID, "C1.1=onvoldoende", "--reason", "rustig gebleven", "--lang", "nl")
	home.do("student", "edit", "Noor", "--school", "Zadkine")

	state := t.TempDir()
	where, fingerprint, end := home.serves("127.0.0.1:0", state)
	address := "ssh://" + where
	if _, said := laptop.run(command.CouldNot, "sync", "add", address, "--name", "Zuidwest"); !strings.Contains(said, "--fingerprint "+fingerprint) {
		t.Errorf("another fingerprint than the computer showed: %s", said)
	}
	laptop.do("sync", "add", address, "--name", "Zuidwest", "--fingerprint", fingerprint)
	if now := laptop.stands("sync", "now"); len(now) != 1 || now[0].Failed != nil || now[0].Acknowledged == 0 || now[0].Missing != 0 || now[0].Changes == 0 {
		t.Errorf("%+v", now)
	}
	laptop.doesNothingElse(where)
	end()
	laptop.refuses("luistert niemand op die poort", "sync", "now")
	held, same := home.digests(), 0
	for scope, digest := range laptop.digests() {
		if same++; held[scope] != digest {
			t.Errorf("%s differs", scope)
		}
	}
	if same < 3 {
		t.Errorf("only %d scopes are compared", same)
	}
	here := laptop.stands("sync", "status")
	if len(here) != 2 || here[0].State != "centre" || here[0].Address != address || here[0].At == nil || here[0].Lacks != 0 || here[0].Wrote == 0 ||
		len(here[0].Stuck) != 1 || here[0].Stuck[0].Reason != "sync-closed" {
		t.Errorf("%+v", here)
	}
	there := home.stands("sync", "status")
	if len(there) != 1 || there[0].State != "admitted" || there[0].Name != "Tine de Boer" || there[0].At == nil || there[0].Wrote == 0 || len(there[0].Holds) < 3 || len(there[0].Stuck) != 0 {
		t.Errorf("%+v", there)
	}

	_, _, end = home.serves(where, t.TempDir())
	laptop.refuses("een andere sleutel dan eerst", "sync", "now")
	end()
	home.do("bundle", "revoke", "Tine")
	_, _, end = home.serves(where, state)
	laptop.refuses("kent de sleutel van deze computer niet", "sync", "now")
	end()
}
