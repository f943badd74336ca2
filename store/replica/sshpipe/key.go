package sshpipe

import (
	"context"
	"crypto/x509"
	"errors"
	"io"
	"io/fs"
	"os"

	"golang.org/x/crypto/ssh"

	"leerbalie/model/fault"
)

// longestKey is how many bytes of a file are read as a key.
const longestKey = 64 << 10

// Ask asks for the passphrase of the file of a key. Nobody can be asked where it is nil.
type Ask func(ctx context.Context, path string) (string, error)

// readKey reads a private key from a file, and asks for its passphrase where it has one. Errors: NotFound for no file; Invalid for one that
// holds no key, and for another passphrase; Refused where nobody can be asked.
func readKey(ctx context.Context, path string, passphrase Ask) (ssh.Signer, error) {
	body, err := keyFile(path)
	if err != nil {
		return nil, err
	}
	signer, err := ssh.ParsePrivateKey(body)
	var locked *ssh.PassphraseMissingError
	if err == nil {
		return signer, nil
	} else if !errors.As(err, &locked) {
		return nil, fault.New(fault.Invalid, "sync-key-none", "path", path).Because(err)
	}
	if passphrase == nil {
		return nil, fault.New(fault.Refused, "sync-key-locked", "path", path)
	}
	typed, err := passphrase(ctx, path)
	if err != nil {
		return nil, err
	}
	if signer, err = ssh.ParsePrivateKeyWithPassphrase(body, []byte(typed)); errors.Is(err, x509.IncorrectPasswordError) {
		return nil, fault.New(fault.Invalid, "sync-key-wrong", "path", path)
	} else if err != nil {
		return nil, fault.New(fault.Invalid, "sync-key-none", "path", path).Because(err)
	}
	return signer, nil
}

// keyFile reads the file of a key; a terminal, a pipe or a folder is none.
func keyFile(path string) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fault.New(fault.NotFound, "sync-key-missing", "path", path).Because(err)
	case err == nil && (!info.Mode().IsRegular() || info.Size() > longestKey):
		return nil, fault.New(fault.Invalid, "sync-key-none", "path", path)
	case err != nil:
		return nil, err
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, longestKey))
}
