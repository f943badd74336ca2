package publickey

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"encoding/base64"
	"encoding/binary"
	"encoding/pem"
	"errors"
	"math/big"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/crypto/ssh"

	"leerbalie/model/fault"
)

func public(t testing.TB, k any) ssh.PublicKey {
	t.Helper()
	out, err := ssh.NewPublicKey(k)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func line(k ssh.PublicKey) string { return string(ssh.MarshalAuthorizedKey(k)) }

// rsaOf is an RSA public key of a length, of which nobody has the private one.
func rsaOf(bits uint) *rsa.PublicKey {
	n := new(big.Int).Lsh(big.NewInt(1), bits-1)
	return &rsa.PublicKey{N: n.Add(n, big.NewInt(1)), E: 65537}
}

// sk is a key that lives in a stick: its kind, its point and the application.
func sk(kind string, parts ...string) string {
	var b bytes.Buffer
	for _, p := range append([]string{kind}, parts...) {
		_ = binary.Write(&b, binary.BigEndian, uint32(len(p)))
		b.WriteString(p)
	}
	return kind + " " + base64.StdEncoding.EncodeToString(b.Bytes()) + "\n"
}

func TestKeysThatAreRead(t *testing.T) {
	pub, _, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	ec, err := ecdsa.GenerateKey(elliptic.P384(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	ed := public(t, pub)
	blob := base64.StdEncoding.EncodeToString(ed.Marshal())
	putty := beginSSH2 + "\r\nComment: \"Fatima's \\\r\nlaptop: oud\"\r\n" + blob[:40] + "\r\n" + blob[40:] + "\r\n" + endSSH2 + "\r\n"
	wide := utf16.Encode([]rune("\ufeff" + line(ed)))
	windows := make([]byte, 0, 2*len(wide))
	for _, u := range wide {
		windows = binary.LittleEndian.AppendUint16(windows, u)
	}
	want := ssh.FingerprintSHA256(ed)
	for name, file := range map[string]string{
		"a line": line(ed), "no end": strings.TrimSpace(line(ed)), "with a comment": strings.TrimSpace(line(ed)) + " fatima@balie 2\n", "lines of Windows": "\r\n# mijn sleutel\r\n" + strings.TrimSpace(line(ed)) + "\r\n\r\n",
		"a mark at the beginning": "\ufeff" + line(ed), "UTF-16": string(windows), "PuTTY": putty,
	} {
		k, err := Read(strings.NewReader(file))
		if err != nil || k.Fingerprint != want || k.Kind != "ssh-ed25519" {
			t.Errorf("%s: %+v %v", name, k, err)
		}
	}
	for kind, file := range map[string]string{
		"ecdsa-sha2-nistp384":                line(public(t, &ec.PublicKey)),
		"ssh-rsa":                            line(public(t, rsaOf(ShortestRSA))),
		"sk-ssh-ed25519@openssh.com":         sk("sk-ssh-ed25519@openssh.com", string(pub), "ssh:"),
		"sk-ecdsa-sha2-nistp256@openssh.com": "",
	} {
		if file == "" {
			p256, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
			if err != nil {
				t.Fatal(err)
			}
			at, err := p256.PublicKey.ECDH()
			if err != nil {
				t.Fatal(err)
			}
			file = sk(kind, "nistp256", string(at.Bytes()), "ssh:")
		}
		if k, err := Read(strings.NewReader(file)); err != nil || k.Kind != kind {
			t.Errorf("%s: %+v %v", kind, k, err)
		}
	}
}

// TestKeysThatAreRefused, each with a sentence of its own. Of a private key nothing is told.
func TestKeysThatAreRefused(t *testing.T) {
	pub, secret, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	ed := line(public(t, pub))
	block, err := ssh.MarshalPrivateKey(secret, "kanarie")
	if err != nil {
		t.Fatal(err)
	}
	cert := &ssh.Certificate{Key: public(t, pub), CertType: ssh.UserCert}
	signer, err := ssh.NewSignerFromKey(secret)
	if err != nil || cert.SignCert(rand.Reader, signer) != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct{ file, code string }{
		"nothing": {"", "key-none"}, "only remarks": {"# x\n\n", "key-none"}, "words": {"hallo daar\n", "key-none"}, "half": {ed[:40] + "\n", "key-none"}, "a kind that is not in it": {"ssh-rsa" + strings.TrimPrefix(ed, "ssh-ed25519"), "key-none"},
		"two": {ed + ed, "key-more"}, "long": {strings.Repeat("#\n", longest), "key-none"}, "PuTTY without an end": {beginSSH2 + "\nAAAA\n", "key-none"}, "PuTTY and more": {beginSSH2 + "\nAAAA\n" + endSSH2 + "\n" + ed, "key-more"},
		"PuTTY with nothing": {beginSSH2 + "\nAAAA\n" + endSSH2 + "\n", "key-none"},
		"a private key":      {string(pem.EncodeToMemory(block)), "key-private"}, "with a public one": {ed + string(pem.EncodeToMemory(block)), "key-private"}, "PuTTY's private one": {"PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\nkanarie\n", "key-private"},
		"options": {"restrict " + ed, "key-options"}, "a command": {`command="rm -rf /",no-pty ` + ed, "key-options"}, "a certificate": {line(cert), "key-kind"},
		"DSA": {"ssh-dss AAAAB3NzaC1kc3MAAACBAP kanarie\n", "key-kind"}, "short RSA": {line(public(t, rsaOf(2048))), "key-short"},
	} {
		k, err := Read(strings.NewReader(c.file))
		var told *fault.Error
		if !errors.As(err, &told) || told.Msg != c.code {
			t.Errorf("%s: %+v %v, want %s", name, k, err, c.code)
			continue
		}
		for _, a := range told.Args {
			if s, ok := a.Value.(string); ok && (strings.Contains(s, "kanarie") || len(s) > 60) {
				t.Errorf("%s: %v repeats what stood there", name, err)
			}
		}
		if c.code == "key-private" && len(told.Args) > 0 {
			t.Errorf("%s: %v tells of it", name, err)
		}
	}
}

func TestNoSignatureWithSHA1(t *testing.T) {
	for _, a := range Algorithms() {
		if a == ssh.KeyAlgoRSA || a == "ssh-dss" {
			t.Error(a)
		}
	}
}

func FuzzRead(f *testing.F) {
	pub, secret, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		f.Fatal(err)
	}
	block, err := ssh.MarshalPrivateKey(secret, "")
	if err != nil {
		f.Fatal(err)
	}
	ed := public(f, pub)
	f.Add([]byte(line(ed)))
	f.Add([]byte(`no-pty,command="x y" ` + line(ed)))
	f.Add(pem.EncodeToMemory(block))
	f.Add([]byte(beginSSH2 + "\nComment: x\\\n" + base64.StdEncoding.EncodeToString(ed.Marshal()) + "\n" + endSSH2))
	f.Add([]byte(line(public(f, rsaOf(ShortestRSA)))))
	f.Fuzz(func(t *testing.T, body []byte) {
		k, err := Read(bytes.NewReader(body))
		if err != nil {
			var told *fault.Error
			if !errors.As(err, &told) {
				t.Errorf("%v is no sentence", err)
			}
			return
		}
		if bytes.Contains(body, []byte("PRIVATE KEY")) || !strings.HasPrefix(k.Fingerprint, "SHA256:") || k.Kind == "" {
			t.Errorf("%q is the key %+v", body, k)
		}
	})
}
