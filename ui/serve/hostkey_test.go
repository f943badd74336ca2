package serve

import (
	"crypto/rand"
	"crypto/rsa"
	"encoding/pem"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"testing"

	gossh "golang.org/x/crypto/ssh"

	"leerbalie/model/fault"
)

// TestAHostKeyIsMadeOnce, for its owner alone, also where two begin at once.
func TestAHostKeyIsMadeOnce(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "state")
	var all sync.WaitGroup
	prints := make([]string, 8)
	for i := range prints {
		all.Go(func() {
			k, err := HostKey(folder)
			if err != nil {
				t.Error(err)
				return
			}
			prints[i] = Fingerprint(k)
		})
	}
	all.Wait()
	for _, p := range prints {
		if p != prints[0] || !isFingerprint(p) {
			t.Errorf("%q", prints)
		}
	}
	files, err := os.ReadDir(folder)
	if err != nil || len(files) != 1 {
		t.Fatalf("%v %v", files, err)
	}
	info, err := files[0].Info()
	if err != nil || runtime.GOOS != "windows" && info.Mode() != 0o600 {
		t.Errorf("%v %v", info.Mode(), err)
	}
	if k, err := HostKey(folder); err != nil || Fingerprint(k) != prints[0] || k.PublicKey().Type() != gossh.KeyAlgoED25519 {
		t.Error(k, err)
	}
}

// TestAHostKeyThatIsNone is refused, and left as it is.
func TestAHostKeyThatIsNone(t *testing.T) {
	secret, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	block, err := gossh.MarshalPrivateKey(secret, "")
	if err != nil {
		t.Fatal(err)
	}
	for name, body := range map[string]string{"nothing": "", "half": "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA", "RSA": string(pem.EncodeToMemory(block))} {
		folder := t.TempDir()
		path := filepath.Join(folder, hostKeyName)
		if err := os.WriteFile(path, []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := HostKey(folder); !is(err, "host-key-bad") {
			t.Errorf("%s: %v", name, err)
		}
		if kept, err := os.ReadFile(path); err != nil || string(kept) != body {
			t.Errorf("%s was altered", name)
		}
	}
	if runtime.GOOS == "windows" {
		return
	}
	folder := t.TempDir()
	if _, err := HostKey(folder); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(folder, hostKeyName)
	for _, mode := range []os.FileMode{0o640, 0o604, 0o660} {
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
		if _, err := HostKey(folder); !is(err, "host-key-open") {
			t.Errorf("%o: %v", mode, err)
		}
	}
	there := t.TempDir()
	if err := os.Symlink(path, filepath.Join(there, hostKeyName)); err != nil {
		t.Fatal(err)
	}
	if _, err := HostKey(there); !is(err, "host-key-bad") {
		t.Errorf("a link: %v", err)
	}
}

func is(err error, code string) bool {
	var known *fault.Error
	return errors.As(err, &known) && known.Msg == code
}
