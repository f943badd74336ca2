package main

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"

	"leerbalie/ui/cli/command"
	"leerbalie/ui/serve"
)

// serving serves a store on loopback until the test ends, and gives the address and what is logged.
func serving(t *testing.T, db string) (address string, logged func() string) {
	t.Helper()
	log, err := os.Create(filepath.Join(t.TempDir(), "log"))
	if err != nil {
		t.Fatal(err)
	}
	was := os.Stderr
	os.Stderr = log
	p := begin()
	p.home.State = t.TempDir()
	ctx, stop := context.WithCancel(context.Background())
	ready, ended := make(chan string, 1), make(chan error, 1)
	go func() {
		ended <- p.serve(ctx, command.ServeOptions{Store: db, Listen: "127.0.0.1:0"}, func(address, fingerprint string) error {
			ready <- address
			return nil
		})
	}()
	t.Cleanup(func() {
		stop()
		if err := <-ended; err != nil && !errors.Is(err, context.Canceled) {
			t.Error(err)
		}
		os.Stderr = was
		serve.OnPanic(func(string, []byte) {})
		_ = log.Close()
	})
	select {
	case address = <-ready:
	case err := <-ended:
		ended <- err
		t.Fatal(err)
	}
	return address, func() string { body, _ := os.ReadFile(log.Name()); return string(body) }
}

// over gives a command over SSH.
func over(t *testing.T, c *ssh.Client, in, line string) (status int, out, said string) {
	t.Helper()
	s, err := c.NewSession()
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	var o, e bytes.Buffer
	s.Stdin, s.Stdout, s.Stderr = strings.NewReader(in), &o, &e
	_ = s.Setenv("LEERBALIE_DB", "/kanarie.db")
	_ = s.Setenv("LEERBALIE_PIN_FILE", "/kanarie.pin")
	err = s.Run(line)
	var exit *ssh.ExitError
	if errors.As(err, &exit) {
		status = exit.ExitStatus()
	} else if err != nil {
		t.Fatalf("%s: %v", line, err)
	}
	return status, o.String(), e.String()
}

// everything is each file below a folder, with what is in it.
func everything(t *testing.T, folder string) string {
	t.Helper()
	var b strings.Builder
	if err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			var body []byte
			body, err = os.ReadFile(path)
			b.Write(body)
		}
		b.WriteString(path + "\n")
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestWhatIsServedOverSSH: the whole program serves a store on this disk, to a client of SSH. What is listed works, on streams; whatever names a place
// is refused with 2, and nothing is read or written anywhere; nothing but commands and the app is there; and nothing that was typed is in the log.
func TestWhatIsServedOverSSH(t *testing.T) {
	here := t.TempDir()
	t.Setenv("HOME", filepath.Join(here, "home"))
	for _, folder := range []string{filepath.Join(here, "home", ".ssh"), filepath.Join(here, "work")} {
		if err := os.MkdirAll(folder, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(filepath.Join(here, "work"))
	db := filepath.Join(t.TempDir(), "d.db")
	if status, _, said := commanded(t, db, "init", "--site", "Zuidwest", "--code", "ZW", "--me", "Samira"); status != command.Done {
		t.Fatal(said)
	}
	_, secret, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	signer, err := ssh.NewSignerFromKey(secret)
	if err != nil {
		t.Fatal(err)
	}
	key := filepath.Join(t.TempDir(), "samira.pub")
	if err := os.WriteFile(key, ssh.MarshalAuthorizedKey(signer.PublicKey()), 0o600); err != nil {
		t.Fatal(err)
	}
	if status, _, said := commanded(t, db, "person", "key", "add", "Samira", key); status != command.Done {
		t.Fatal(said)
	}
	if err := os.WriteFile(filepath.Join(here, "kanarie.csv"), []byte("summary\nkanarie\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	address, logged := serving(t, db)
	client, err := ssh.Dial("tcp", address, &ssh.ClientConfig{User: "kanariegebruiker", Auth: []ssh.AuthMethod{ssh.PublicKeys(signer)}, HostKeyCallback: ssh.InsecureIgnoreHostKey(), Timeout: 20 * time.Second})
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	before := everything(t, here)
	for line, want := range map[string]int{
		`request add "kanariewens 'van' Fatima" --lang en`: 0, `request list --json`: 0, `export requests`: 0, `export requests -o -`: 0, `--version`: 0, `person key list --json`: 0,
		`export requests -o ~/.ssh/x`: 2, `export requests -o ../x`: 2, `export requests --output=` + filepath.Join(here, "x"): 2, `report site --format html -o x`: 2, `report site --force`: 2,
		`--db /tmp/x request list`: 2, `request list --db=` + db: 2, `request list --as Samira`: 2, `--demo`: 2, `backup x.db`: 2, `backup ../x.db`: 2, `restore ` + db: 2, `init --site S --code SS --me M`: 2,
		`import requests ../kanarie.csv`: 2, `framework import ../kanarie.csv`: 2, `check --against ` + db: 2, `check --repair`: 2, `bundle take -o x`: 2, `bundle open ../kanarie.csv`: 2, `bundle return ../kanarie.csv`: 2,
		`serve --listen :0`: 2, `man`: 2, `completion bash`: 2, `person key add Samira ` + key: 2, `phrase new`: 2, `passphrase change`: 2, `__complete request ""`: 2, `request list 'x`: 2, `sh -c id`: 2,
		`request show ZW-9999`: 1,
	} {
		if status, out, said := over(t, client, "", line); status != want || status == command.Misused && (out != "" || said == "") {
			t.Errorf("%s: %d %q %q, want %d", line, status, out, said, want)
		}
	}
	if status, _, said := over(t, client, "summary\nkanarie uit invoer\n", "import requests - --map summary=summary"); status != command.Done {
		t.Error(status, said)
	}
	_, out, _ := over(t, client, "", "request list --json --status all")
	var rows []struct{ Summary string }
	if err := json.Unmarshal([]byte(out), &rows); err != nil || len(rows) != 2 {
		t.Errorf("%v %s", err, out)
	}
	if after := everything(t, here); after != before {
		t.Errorf("before\n%s\nafter\n%s", before, after)
	}
	bare, err := client.NewSession() // a terminal that is none
	if err != nil {
		t.Fatal(err)
	}
	var told bytes.Buffer
	bare.Stderr = &told
	var exit *ssh.ExitError
	if err := bare.Shell(); err != nil {
		t.Error(err)
	} else if err := bare.Wait(); !errors.As(err, &exit) || exit.ExitStatus() != command.Misused || !strings.Contains(told.String(), "request list") {
		t.Errorf("%v %q", err, told.String())
	}
	for _, kind := range []string{"direct-tcpip", "auth-agent@openssh.com", "x11"} {
		if ch, _, err := client.OpenChannel(kind, nil); err == nil {
			t.Errorf("%s is open", kind)
			_ = ch.Close()
		}
	}
	if _, err := client.Listen("tcp", "127.0.0.1:0"); err == nil {
		t.Error("ports are forwarded")
	}
	s, err := client.NewSession()
	if err != nil {
		t.Fatal(err)
	}
	if err := s.RequestSubsystem("sftp"); err == nil && s.Wait() == nil {
		t.Error("files are transferred")
	}
	for _, word := range []string{"kanarie", "Samira", "Fatima", "request", here, "127.0.0.1", "panic"} {
		if strings.Contains(logged(), word) {
			t.Errorf("the log has %q:\n%s", word, logged())
		}
	}
	if said := logged(); !strings.Contains(said, " serving key=SHA256:") || !strings.Contains(said, "came-in person=") || !strings.Contains(said, ssh.FingerprintSHA256(signer.PublicKey())) {
		t.Errorf("%s", said)
	}
}
