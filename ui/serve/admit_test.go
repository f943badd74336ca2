package serve

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"encoding/pem"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"charm.land/ssh"
	gossh "golang.org/x/crypto/ssh"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/ui/publickey"
	"leerbalie/ui/text"
)

// newKey is a key that nobody has yet.
func newKey(t *testing.T) gossh.Signer {
	t.Helper()
	_, secret, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	signer, err := gossh.NewSignerFromKey(secret)
	if err != nil {
		t.Fatal(err)
	}
	return signer
}

func printOf(k gossh.Signer) string { return publickey.Of(k.PublicKey()).Fingerprint }

// entry is a server on this computer that lets people in and says who came; it answers every command with that.
type entry struct {
	at   string
	log  safeBuffer
	mu   sync.Mutex
	keys map[string]model.Person // by fingerprint
	left map[string]bool
	copy gossh.Signer // the key of a copy
}

type safeBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (s *safeBuffer) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.Write(p)
}

func (s *safeBuffer) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.String()
}

func (e *entry) whose(_ context.Context, fingerprint string) (model.Person, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	switch p, ok := e.keys[fingerprint]; {
	case e.left[fingerprint]:
		return model.Person{}, fault.New(fault.Refused, "key-left")
	case ok:
		return p, nil
	}
	return model.Person{}, fault.New(fault.NotFound, "key-unknown")
}

// name is who came.
func (e *entry) name(v Visitor) string {
	e.mu.Lock()
	defer e.mu.Unlock()
	switch {
	case v.Copy:
		return "a copy"
	case v.Board:
		return "a board"
	}
	return e.keys[v.Fingerprint].Name
}

func (e *entry) bind(k gossh.Signer, id byte, name string) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.keys[printOf(k)] = model.Person{ID: journal.ID{id}, Name: name}
}

func (e *entry) unbind(k gossh.Signer) {
	e.mu.Lock()
	defer e.mu.Unlock()
	delete(e.keys, printOf(k))
}

func open(t *testing.T) *entry {
	t.Helper()
	e := &entry{keys: map[string]model.Person{}, left: map[string]bool{}}
	log := NewLog(&e.log, time.Now)
	door := &Door{Whose: e.whose, Copy: func(_ context.Context, user string, k gossh.PublicKey) (journal.ID, error) {
		e.mu.Lock()
		defer e.mu.Unlock()
		if e.copy == nil || user != "introduction" || printOf(e.copy) != publickey.Of(k).Fingerprint {
			return journal.ID{}, fault.New(fault.Refused, "sync-stranger")
		}
		return journal.ID{9}, nil
	}, Languages: text.All(), Log: log}
	server := &ssh.Server{
		ServerConfigCallback: door.Config, ConnCallback: door.Conn, HandshakeTimeout: HandshakeTimeout,
		ChannelHandlers: map[string]ssh.ChannelHandler{"session": func(_ *ssh.Server, conn *gossh.ServerConn, asked gossh.NewChannel, ctx ssh.Context) {
			v, _, err := door.Again(ctx, conn)
			if err != nil {
				_ = asked.Reject(gossh.Prohibited, err.Error())
				return
			}
			ch, requests, err := asked.Accept()
			if err != nil {
				return
			}
			for r := range requests {
				_ = r.Reply(r.Type == "exec", nil)
				if r.Type == "exec" {
					_, _ = io.WriteString(ch, e.name(v))
					_, _ = ch.SendRequest("exit-status", false, []byte{0, 0, 0, 0})
					_ = ch.Close()
				}
			}
		}},
	}
	server.AddHostKey(newKey(t))
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	e.at = l.Addr().String()
	go func() { _ = server.Serve(NewCrowd(log).Listen(l)) }()
	t.Cleanup(func() { _ = server.Close() })
	return e
}

// call comes in as a user with keys, and tells what was shown on the way.
func (e *entry) call(t *testing.T, user string, keys ...gossh.Signer) (client *gossh.Client, shown string, err error) {
	t.Helper()
	var b strings.Builder
	client, err = gossh.Dial("tcp", e.at, &gossh.ClientConfig{
		User: user, HostKeyCallback: gossh.InsecureIgnoreHostKey(), BannerCallback: func(m string) error { b.WriteString(m); return nil },
		Auth: []gossh.AuthMethod{gossh.PublicKeys(keys...), gossh.KeyboardInteractive(func(_, instruction string, questions []string, _ []bool) ([]string, error) {
			b.WriteString(instruction)
			return make([]string, len(questions)), nil
		})},
	})
	if err == nil {
		t.Cleanup(func() { _ = client.Close() })
	}
	return client, b.String(), err
}

func asked(t *testing.T, c *gossh.Client) (string, error) {
	t.Helper()
	s, err := c.NewSession()
	if err != nil {
		return "", err
	}
	out, err := s.Output("whoami")
	return string(out), err
}

// TestTheKeyDecidesWhoItIs, whatever user name is given and however many keys an agent offers before it.
func TestTheKeyDecidesWhoItIs(t *testing.T) {
	e := open(t)
	ali, sam := newKey(t), newKey(t)
	e.bind(ali, 1, "Ali")
	e.bind(sam, 2, "Sam")
	many := []gossh.Signer{}
	for range 9 {
		many = append(many, newKey(t))
	}
	for _, c := range []struct {
		user string
		keys []gossh.Signer
		want string
	}{
		{"desk", []gossh.Signer{ali}, "Ali"}, {"Sam", []gossh.Signer{ali}, "Ali"}, {"root", []gossh.Signer{sam}, "Sam"},
		{"desk", append(slices.Clone(many), sam), "Sam"}, {"desk", []gossh.Signer{sam, ali}, "Sam"}, {"", []gossh.Signer{many[0], ali, sam}, "Ali"},
	} {
		client, shown, err := e.call(t, c.user, c.keys...)
		if err != nil || shown != "" {
			t.Errorf("%q with %d keys: %v %q", c.user, len(c.keys), err, shown)
			continue
		}
		if got, err := asked(t, client); err != nil || got != c.want {
			t.Errorf("%q with %d keys is %q %v, want %s", c.user, len(c.keys), got, err, c.want)
		}
	}
	for _, typed := range []string{"Sam", "root", "desk", "Ali", "127.0.0.1"} {
		if strings.Contains(e.log.String(), typed) {
			t.Errorf("the log has %q:\n%s", typed, e.log.String())
		}
	}
}

// TestAStrangerIsToldWhatToDo, in both languages, and comes in by nothing.
func TestAStrangerIsToldWhatToDo(t *testing.T) {
	e := open(t)
	was := newKey(t)
	e.left[printOf(was)] = true
	many := []gossh.Signer{}
	for range 30 {
		many = append(many, newKey(t))
	}
	for name, c := range map[string]struct {
		keys []gossh.Signer
		want []string
	}{
		"none":                   {nil, []string{"alleen binnen met een sleutel", "with a key only"}},
		"one":                    {many[:1], []string{printOf(many[0]), "van niemand", "nobody's"}},
		"ten":                    {many[:10], []string{"10 sleutels", "10 keys"}},
		"left":                   {[]gossh.Signer{was}, []string{"niet meer", "any more"}},
		"more than may be tried": {many, []string{"19 sleutels", "19 keys"}},
	} {
		_, shown, err := e.call(t, "desk", c.keys...)
		if err == nil {
			t.Errorf("%s: let in", name)
		}
		if strings.ContainsFunc(shown, func(r rune) bool { return r > 126 }) {
			t.Errorf("%s: a client without UTF-8 shows this in numbers: %q", name, shown)
		}
		for _, want := range c.want {
			if strings.Count(shown, want) != 1 {
				t.Errorf("%s: %q is not told once: %q", name, want, shown)
			}
		}
	}
	for _, method := range []gossh.AuthMethod{gossh.Password(""), gossh.Password("desk"), gossh.KeyboardInteractive(func(string, string, []string, []bool) ([]string, error) { return nil, nil })} {
		if c, err := gossh.Dial("tcp", e.at, &gossh.ClientConfig{User: "desk", HostKeyCallback: gossh.InsecureIgnoreHostKey(), Auth: []gossh.AuthMethod{method}}); err == nil {
			t.Error("let in without a key")
			_ = c.Close()
		}
	}
}

// TestAKeyThatIsTakenAwayOpensNoOtherSession of a connection that stands.
func TestAKeyThatIsTakenAwayOpensNoOtherSession(t *testing.T) {
	e := open(t)
	ali, other := newKey(t), newKey(t)
	e.bind(ali, 1, "Ali")
	client, _, err := e.call(t, "desk", ali)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := asked(t, client); err != nil || got != "Ali" {
		t.Fatal(got, err)
	}
	e.unbind(ali)
	if got, err := asked(t, client); err == nil {
		t.Errorf("still %s", got)
	}
	e.bind(ali, 2, "Sam") // whose it became is somebody else
	if got, err := asked(t, client); err == nil {
		t.Errorf("now %s", got)
	}
	e.bind(other, 3, "Bo")
	if _, _, err := e.call(t, "desk", other); err != nil {
		t.Error(err)
	}
}

// TestACopyAndABoardAreNoPeople: they come in as what they are, and for that alone.
func TestACopyAndABoardAreNoPeople(t *testing.T) {
	e := open(t)
	laptop, wall := newKey(t), newKey(t)
	e.mu.Lock()
	e.copy = laptop
	e.keys[printOf(wall)] = model.Person{ID: journal.ID{5}, Name: "Wachtkamer", Roles: []model.Role{model.RoleBoard}}
	e.mu.Unlock()
	if _, _, err := e.call(t, "desk", laptop); err == nil {
		t.Error("a copy that does not introduce itself is let in")
	}
	for user, c := range map[string]struct {
		key  gossh.Signer
		want string
	}{"introduction": {laptop, "a copy"}, "desk": {wall, "a board"}} {
		client, _, err := e.call(t, user, c.key)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := asked(t, client); err != nil || got != c.want {
			t.Errorf("%q %v, want %s", got, err, c.want)
		}
	}
	client, _, err := e.call(t, "introduction", laptop)
	if err != nil {
		t.Fatal(err)
	}
	e.mu.Lock()
	e.copy = newKey(t) // the laptop was revoked
	e.mu.Unlock()
	if got, err := asked(t, client); err == nil {
		t.Errorf("still %s", got)
	}
}

// stolen has a public key, and not the private one: it signs with another.
type stolen struct {
	gossh.Signer
	public gossh.PublicKey
}

func (s stolen) PublicKey() gossh.PublicKey { return s.public }

// TestAPublicKeyAloneLetsNobodyIn: it is asked about first, and proven then.
func TestAPublicKeyAloneLetsNobodyIn(t *testing.T) {
	e := open(t)
	ali, mine := newKey(t), newKey(t)
	e.bind(ali, 1, "Ali")
	e.bind(mine, 2, "Bo")
	if _, _, err := e.call(t, "desk", stolen{mine, ali.PublicKey()}); err == nil {
		t.Error("let in")
	}
	if client, _, err := e.call(t, "desk", stolen{newKey(t), ali.PublicKey()}, mine); err == nil { // asked about one, proven by another
		if got, err := asked(t, client); got != "Bo" {
			t.Errorf("%q %v", got, err)
		}
	}
}

// TestOpenSSHShowsTheSentence: the client that people have, with a key of nobody, with one among others, and in a script.
func TestOpenSSHShowsTheSentence(t *testing.T) {
	path, err := exec.LookPath("ssh")
	if err != nil {
		t.Skip("there is no ssh to try with")
	}
	e := open(t)
	folder := t.TempDir()
	file := func(name string, k ed25519.PrivateKey) string {
		block, err := gossh.MarshalPrivateKey(k, "")
		if err != nil {
			t.Fatal(err)
		}
		at := filepath.Join(folder, name)
		if err := os.WriteFile(at, pem.EncodeToMemory(block), 0o600); err != nil {
			t.Fatal(err)
		}
		return at
	}
	var files []string
	var last gossh.Signer
	for i := range 10 {
		_, secret, err := ed25519.GenerateKey(rand.Reader)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, file(string(rune('a'+i)), secret))
		if last, err = gossh.NewSignerFromKey(secret); err != nil {
			t.Fatal(err)
		}
	}
	host, port, _ := net.SplitHostPort(e.at)
	call := func(options ...string) string {
		args := []string{"-F", "none", "-p", port, "-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=" + filepath.Join(folder, "known"), "-o", "IdentitiesOnly=yes", "-o", "IdentityAgent=none", "-o", "ConnectTimeout=10"}
		cmd := exec.CommandContext(t.Context(), path, append(append(args, options...), "desk@"+host, "whoami")...)
		cmd.Env = append(os.Environ(), "HOME="+folder, "SSH_ASKPASS_REQUIRE=never")
		out, _ := cmd.CombinedOutput()
		return string(out)
	}
	if said := call("-i", files[0]); strings.Count(said, "nobody's here") != 1 {
		t.Errorf("%q", said)
	}
	var all []string
	for _, f := range files {
		all = append(all, "-i", f)
	}
	if said := call(all...); strings.Count(said, "10 keys") != 1 {
		t.Errorf("%q", said)
	}
	e.bind(last, 1, "Ali")
	if said := call(all...); !strings.HasSuffix(said, "Ali") || strings.Contains(said, "nobody's") {
		t.Errorf("%q", said)
	}
	if said := call(append(all, "-o", "BatchMode=yes")...); !strings.HasSuffix(said, "Ali") {
		t.Errorf("%q", said)
	}
}
