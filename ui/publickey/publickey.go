// Package publickey reads the public key of somebody who comes in over the network, as OpenSSH and PuTTY write it, and refuses what is no longer
// strong, or is something else. Of a key only its fingerprint and its kind are kept.
package publickey

import (
	"bytes"
	"crypto/rsa"
	"encoding/base64"
	"io"
	"slices"
	"strings"

	"golang.org/x/crypto/ssh"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"leerbalie/model"
	"leerbalie/model/fault"
)

// ShortestRSA is the fewest bits of an RSA key.
const ShortestRSA = 3072

// longest is how long a file with one public key can be, in bytes.
const longest = 32 << 10

// kinds are the kinds of keys that let somebody in.
var kinds = []string{
	ssh.KeyAlgoED25519, ssh.KeyAlgoSKED25519, ssh.KeyAlgoECDSA256, ssh.KeyAlgoECDSA384, ssh.KeyAlgoECDSA521, ssh.KeyAlgoSKECDSA256, ssh.KeyAlgoRSA,
}

// Algorithms are the signatures with which a key of these kinds proves itself: none of them with SHA-1.
func Algorithms() []string {
	return []string{
		ssh.KeyAlgoED25519, ssh.KeyAlgoSKED25519, ssh.KeyAlgoECDSA256, ssh.KeyAlgoECDSA384, ssh.KeyAlgoECDSA521, ssh.KeyAlgoSKECDSA256,
		ssh.KeyAlgoRSASHA256, ssh.KeyAlgoRSASHA512,
	}
}

// Of is what is kept of a key.
func Of(k ssh.PublicKey) model.PublicKey {
	return model.PublicKey{Fingerprint: ssh.FingerprintSHA256(k), Kind: k.Type()}
}

// Read reads the one public key of a file: a line as ssh-keygen writes it, or what PuTTYgen saves. Errors: Refused for a private key, of
// which nothing is kept or told, for a line with options, and for a kind of key that is not strong; Invalid for what is no key, or more
// than one; those of reading.
func Read(src io.Reader) (model.PublicKey, error) {
	body, err := io.ReadAll(io.LimitReader(src, longest+1))
	defer clear(body)
	if err != nil {
		return model.PublicKey{}, err
	}
	if len(body) > longest {
		return model.PublicKey{}, fault.New(fault.Invalid, "key-none")
	}
	k, err := parse(body)
	if err != nil {
		return model.PublicKey{}, err
	}
	return Of(k), strong(k)
}

// parse finds the key in what a file holds, in whatever encoding Windows wrote it.
func parse(body []byte) (ssh.PublicKey, error) {
	plain, _, err := transform.Bytes(unicode.BOMOverride(transform.Nop), body)
	if err != nil {
		plain = body
	}
	defer clear(plain)
	if private(plain) {
		return nil, fault.New(fault.Refused, "key-private")
	}
	var lines []string
	for line := range strings.Lines(strings.ReplaceAll(string(plain), "\r", "\n")) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			lines = append(lines, line)
		}
	}
	switch {
	case len(lines) == 0:
		return nil, fault.New(fault.Invalid, "key-none")
	case lines[0] == beginSSH2:
		return ofPuTTY(lines[1:])
	case len(lines) > 1:
		return nil, fault.New(fault.Invalid, "key-more")
	}
	if first, _, _ := strings.Cut(lines[0], " "); first == "ssh-dss" {
		return nil, fault.New(fault.Refused, "key-kind", "kind", first)
	}
	k, _, options, _, err := ssh.ParseAuthorizedKey([]byte(lines[0]))
	switch {
	case err != nil:
		return nil, fault.New(fault.Invalid, "key-none")
	case len(options) > 0 || !strings.HasPrefix(lines[0], k.Type()):
		return nil, fault.New(fault.Refused, "key-options")
	}
	return k, nil
}

// private tells whether a private key stands in a file: of OpenSSH, of others in PEM, or of PuTTY.
func private(body []byte) bool {
	return bytes.Contains(body, []byte("PRIVATE KEY")) || bytes.Contains(body, []byte("PuTTY-User-Key-File"))
}

// The lines around a key in the form of RFC 4716, as PuTTYgen saves it.
const (
	beginSSH2 = "---- BEGIN SSH2 PUBLIC KEY ----"
	endSSH2   = "---- END SSH2 PUBLIC KEY ----"
)

func ofPuTTY(lines []string) (ssh.PublicKey, error) {
	end := slices.Index(lines, endSSH2)
	if end < 0 {
		return nil, fault.New(fault.Invalid, "key-none")
	}
	if end < len(lines)-1 {
		return nil, fault.New(fault.Invalid, "key-more")
	}
	text, header := "", false
	for _, line := range lines[:end] {
		if header || strings.Contains(line, ":") {
			header = strings.HasSuffix(line, `\`) // a header goes on
			continue
		}
		text += line
	}
	blob, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		return nil, fault.New(fault.Invalid, "key-none")
	}
	k, err := ssh.ParsePublicKey(blob)
	if err != nil {
		return nil, fault.New(fault.Invalid, "key-none")
	}
	return k, nil
}

// strong refuses kinds of keys that are not among those above. Errors: Refused.
func strong(k ssh.PublicKey) error {
	if !slices.Contains(kinds, k.Type()) {
		return fault.New(fault.Refused, "key-kind", "kind", k.Type())
	}
	if of, ok := k.(ssh.CryptoPublicKey); ok {
		if n, ok := of.CryptoPublicKey().(*rsa.PublicKey); ok && n.N.BitLen() < ShortestRSA {
			return fault.New(fault.Refused, "key-short", "bits", n.N.BitLen(), "least", ShortestRSA)
		}
	}
	return nil
}
