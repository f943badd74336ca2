package sshpipe

import (
	"context"
	"encoding/base64"
	"errors"
	"io"
	"net"
	"os"
	"strings"
	"syscall"
	"time"

	"golang.org/x/crypto/ssh"

	"leerbalie/model/fault"
)

// Subsystem is what a caller asks for.
const Subsystem = "leerbalie-sync"

// introduces begins the user name of a copy whose key the other side does not know yet; what follows shows where it came from.
const introduces = "introduction:"

// longestIntroduction is how many bytes of one are told as a user name.
const longestIntroduction = 64 << 10

// introducing is the user name of a copy that is not known yet; "" for one that has nothing to show.
func introducing(row []byte) string {
	if len(row) == 0 || len(row) > longestIntroduction {
		return ""
	}
	return introduces + base64.RawURLEncoding.EncodeToString(row)
}

// introduction is what a user name shows; nil: nothing.
func introduction(user string) []byte {
	text, ok := strings.CutPrefix(user, introduces)
	if !ok || len(text) > 2*longestIntroduction {
		return nil
	}
	row, err := base64.RawURLEncoding.DecodeString(text)
	if err != nil {
		return nil
	}
	return row
}

// call is one call of another computer.
type call struct {
	at      Address
	wait    Patience
	user    string
	signer  ssh.Signer
	host    func(ssh.PublicKey) error // looks at the key of the host
	dialing func(ctx context.Context, network, address string) (net.Conn, error)
}

// hostAlgorithms are the kinds of host keys, the one that is known first.
func hostAlgorithms(known ssh.PublicKey) []string {
	all := []string{ssh.KeyAlgoED25519, ssh.KeyAlgoECDSA256, ssh.KeyAlgoECDSA384, ssh.KeyAlgoECDSA521, ssh.KeyAlgoRSASHA512, ssh.KeyAlgoRSASHA256}
	if known == nil {
		return all
	}
	first := []string{known.Type()}
	if known.Type() == ssh.KeyAlgoRSA {
		first = []string{ssh.KeyAlgoRSASHA512, ssh.KeyAlgoRSASHA256}
	}
	for _, a := range all {
		if a != first[0] && a != first[len(first)-1] {
			first = append(first, a)
		}
	}
	return first
}

// dial connects to the computer and has both sides show their keys. Errors: NotFound with why nothing answers there; Refused for a host
// that is not the one it was, and for one that does not know the key; Invalid for what is no SSH.
func (c *call) dial(ctx context.Context, known ssh.PublicKey) (*ssh.Client, *line, error) {
	dialing, stop := context.WithTimeout(ctx, c.wait.Connect)
	defer stop()
	conn, err := c.dialing(dialing, "tcp", c.at.dial())
	if err != nil {
		return nil, nil, c.unreached(ctx, err)
	}
	l := &line{Conn: conn, silent: c.wait.Silent}
	greeting, end := context.WithTimeout(ctx, c.wait.Greet)
	defer end()
	hangUp := context.AfterFunc(greeting, func() { _ = conn.Close() })
	var refused error
	met := false
	conf := &ssh.ClientConfig{User: c.user, ClientVersion: "SSH-2.0-Leerbalie", HostKeyAlgorithms: hostAlgorithms(known),
		HostKeyCallback: func(_ string, _ net.Addr, key ssh.PublicKey) error {
			refused = c.host(key)
			met = refused == nil
			return refused
		}}
	if c.signer != nil {
		conf.Auth = []ssh.AuthMethod{ssh.PublicKeys(c.signer)}
	}
	sc, channels, requests, err := ssh.NewClientConn(l, c.at.dial(), conf)
	if !hangUp() && err == nil {
		_ = sc.Close()
		err = context.DeadlineExceeded
	}
	if err == nil {
		return ssh.NewClient(sc, channels, requests), l, nil
	}
	_ = conn.Close()
	switch {
	case ctx.Err() != nil:
		return nil, nil, ctx.Err()
	case refused != nil:
		return nil, nil, refused
	case met && strings.Contains(err.Error(), "unable to authenticate"), met && strings.Contains(err.Error(), "ssh: disconnect"):
		return nil, nil, fault.New(fault.Refused, "sync-unknown", "host", c.at.Host).Because(err)
	case met && (l.dumb.Load() || greeting.Err() != nil):
		return nil, nil, fault.New(fault.NotFound, "sync-stopped", "host", c.at.Host).Because(err)
	case met:
		return nil, nil, fault.New(fault.NotFound, "sync-cut", "host", c.at.Host).Because(err)
	}
	return nil, nil, fault.New(fault.Invalid, "sync-no-ssh", "host", c.at.Host, "port", c.at.Port).Because(err)
}

// unreached says why nothing answers at an address.
func (c *call) unreached(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	code := "sync-unreached"
	var name *net.DNSError
	var slow net.Error
	switch {
	case errors.As(err, &name):
		code = "sync-no-host"
	case errors.Is(err, syscall.ECONNREFUSED):
		code = "sync-closed"
	case errors.As(err, &slow) && slow.Timeout(), errors.Is(err, os.ErrDeadlineExceeded):
		code = "sync-silent"
	}
	return fault.New(fault.NotFound, code, "host", c.at.Host, "port", c.at.Port).Because(err)
}

// ends are the two ends of what a subsystem reads and writes, as one.
type ends struct {
	io.Reader
	io.WriteCloser
	client *ssh.Client
}

// Close ends the whole connection: whoever reads or writes is woken.
func (e *ends) Close() error { return e.client.Close() }

// subsystem asks for the exchange. Errors: Invalid for a computer that serves no Leerbalie.
func (c *call) subsystem(client *ssh.Client) (*ends, error) {
	session, err := client.NewSession()
	if err == nil {
		var in io.WriteCloser
		var out io.Reader
		if in, err = session.StdinPipe(); err == nil {
			if out, err = session.StdoutPipe(); err == nil {
				if err = session.RequestSubsystem(Subsystem); err == nil {
					return &ends{out, in, client}, nil
				}
			}
		}
	}
	return nil, fault.New(fault.Invalid, "sync-no-leerbalie", "host", c.at.Host).Because(err)
}

// hangUp says that nothing follows, and waits until the other side has read the last of it and hangs up as well; not for long: what this
// side has is whole, and an acknowledgement that is lost comes with the next exchange.
func (e *ends) hangUp(wait time.Duration) {
	_ = e.WriteCloser.Close()
	late := time.AfterFunc(wait, func() { _ = e.client.Close() })
	defer late.Stop()
	_, _ = io.Copy(io.Discard, io.LimitReader(e.Reader, 1<<20))
	_ = e.client.Close()
}
