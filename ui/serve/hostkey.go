package serve

import (
	"bytes"
	"crypto/ed25519"
	"crypto/rand"
	"encoding/pem"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"

	gossh "golang.org/x/crypto/ssh"

	"leerbalie/model/fault"
)

// Signer and PublicKey are keys as SSH has them.
type (
	Signer    = gossh.Signer
	PublicKey = gossh.PublicKey
)

// hostKeyName is the file with the key by which clients know this computer again.
const hostKeyName = "host_ed25519"

// HostKey is the key by which clients know this computer again: made once, in a folder of whoever serves, and never altered. Errors:
// Refused where others can read it; Damaged where it is no such key; those of the disk.
func HostKey(folder string) (gossh.Signer, error) {
	path := filepath.Join(folder, hostKeyName)
	signer, err := readHostKey(path)
	if !errors.Is(err, fs.ErrNotExist) {
		return signer, err
	}
	if err := makeHostKey(folder, path); err != nil && !errors.Is(err, fs.ErrExist) {
		return nil, err
	}
	return readHostKey(path)
}

func readHostKey(path string) (gossh.Signer, error) {
	info, err := os.Lstat(path)
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, fault.New(fault.Damaged, "host-key-bad", "path", path)
	case runtime.GOOS != "windows" && info.Mode().Perm()&0o077 != 0:
		return nil, fault.New(fault.Refused, "host-key-open", "path", path)
	}
	body, err := os.ReadFile(path)
	defer clear(body)
	if err != nil {
		return nil, err
	}
	signer, err := gossh.ParsePrivateKey(body)
	if err != nil || signer.PublicKey().Type() != gossh.KeyAlgoED25519 {
		return nil, fault.New(fault.Damaged, "host-key-bad", "path", path)
	}
	return signer, nil
}

// makeHostKey writes a new key, whole or not at all. Errors: fs.ErrExist where there is one by now; those of the disk.
func makeHostKey(folder, path string) error {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	_, secret, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return err
	}
	block, err := gossh.MarshalPrivateKey(secret, "leerbalie")
	if err != nil {
		return err
	}
	body := pem.EncodeToMemory(block)
	defer clear(body)
	file, err := os.CreateTemp(folder, hostKeyName+".*") // 0600
	if err != nil {
		return err
	}
	defer os.Remove(file.Name())
	_, err = file.ReadFrom(bytes.NewReader(body))
	if err = errors.Join(err, file.Sync(), file.Close()); err != nil {
		return err
	}
	if err := os.Link(file.Name(), path); err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	if _, err := os.Lstat(path); err == nil { // a disk without hard links
		return fs.ErrExist
	}
	return os.Rename(file.Name(), path)
}

// Fingerprint is how people compare a host key, as OpenSSH shows it.
func Fingerprint(key gossh.Signer) string { return gossh.FingerprintSHA256(key.PublicKey()) }
