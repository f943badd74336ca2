package main

import (
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"encoding/json"
	"net"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	"golang.org/x/crypto/ssh"

	"leerbalie/model/journal"
	"leerbalie/store"
	"leerbalie/store/replica/sshpipe"
)

// serves lets a machine's store be called on loopback, and gives its address. What serves there is as little as is needed.
func (m *machine) serves(at string, host ssh.Signer) (address string, end func()) {
	m.t.Helper()
	p := begin()
	s, err := store.Open(m.db, p.home.Passing())
	if err != nil {
		m.t.Fatal(err)
	}
	l, err := net.Listen("tcp", at)
	if err != nil {
		m.t.Fatal(err)
	}
	var all sync.WaitGroup
	all.Go(func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			all.Go(func() { answer(s, host, conn) })
		}
	})
	return "ssh://" + l.Addr().String(), func() {
		_ = l.Close()
		all.Wait()
		if err := s.Close(); err != nil {
			m.t.Error(err)
		}
	}
}

func hostKey(t *testing.T) ssh.Signer {
	t.Helper()
	_, key, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	host, err := ssh.NewSignerFromKey(key)
	if err != nil {
		t.Fatal(err)
	}
	return host
}

func answer(s *store.Store, host ssh.Signer, conn net.Conn) {
	defer conn.Close()
	conf := &ssh.ServerConfig{PublicKeyCallback: func(meta ssh.ConnMetadata, key ssh.PublicKey) (*ssh.Permissions, error) {
		p, err := sshpipe.Whose(context.Background(), s, meta.User(), key)
		return &ssh.Permissions{Extensions: map[string]string{"by": string(p.Person[:])}}, err
	}}
	conf.AddHostKey(host)
	sc, channels, requests, err := ssh.NewServerConn(conn, conf)
	if err != nil {
		return
	}
	defer sc.Close()
	go ssh.DiscardRequests(requests)
	for c := range channels {
		ch, asked, err := c.Accept()
		if err != nil {
			return
		}
		for r := range asked {
			if ok := r.Type == "subsystem" && string(r.Payload[4:]) == sshpipe.Subsystem; r.Reply(ok, nil) != nil || !ok {
				continue
			}
			go ssh.DiscardRequests(asked)
			var by journal.ID
			copy(by[:], sc.Permissions.Extensions["by"])
			_, _ = sshpipe.Answer(context.Background(), s, by, ch, nil)
			break
		}
		_ = ch.Close()
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

	host := hostKey(t)
	address, end := home.serves("127.0.0.1:0", host)
	_, said := laptop.run(1, "sync", "add", address, "--name", "Zuidwest")
	fingerprint := regexp.MustCompile(`SHA256:[A-Za-z0-9+/]+`).FindString(said)
	laptop.do("sync", "add", address, "--name", "Zuidwest", "--fingerprint", fingerprint)
	if now := laptop.stands("sync", "now"); len(now) != 1 || now[0].Failed != nil || now[0].Acknowledged == 0 || now[0].Missing != 0 || now[0].Changes == 0 {
		t.Errorf("%+v", now)
	}
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

	where := strings.TrimPrefix(address, "ssh://")
	_, end = home.serves(where, hostKey(t))
	laptop.refuses("een andere sleutel dan eerst", "sync", "now")
	end()
	home.do("bundle", "revoke", "Tine")
	_, end = home.serves(where, host)
	laptop.refuses("kent de sleutel van deze computer niet", "sync", "now")
	end()
}
