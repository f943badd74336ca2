package serve

import (
	"errors"
	"net"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"leerbalie/model/fault"
	"leerbalie/ui/cli/command"
)

// Connection is a way to the holder on this machine.
type Connection struct {
	*gossh.Client
	other bool // the holder is of another version
}

// Dial connects to the holder that listens on a socket. Errors: NotFound where nobody does, Newer for one of another version.
func Dial(socket string, program command.Version) (*Connection, error) {
	raw, err := dialSocket(socket)
	if err != nil {
		return nil, err
	}
	_ = raw.SetDeadline(time.Now().Add(handshake))
	version := "SSH-2.0-" + versionOf(program)
	config := &gossh.ClientConfig{
		User: "leerbalie", ClientVersion: version,
		HostKeyCallback: func(string, net.Addr, gossh.PublicKey) error { return nil }, // the system told whose process it is
	}
	config.KeyExchanges, config.Ciphers = quickExchanges, quickCiphers
	conn, channels, requests, err := gossh.NewClientConn(raw, "leerbalie", config)
	if err != nil {
		_ = raw.Close()
		return nil, fault.New(fault.NotFound, "no-holder").Because(err)
	}
	_ = raw.SetDeadline(time.Time{})
	c := &Connection{Client: gossh.NewClient(conn, channels, requests)}
	if string(conn.ServerVersion()) != version {
		return nil, errors.Join(fault.New(fault.Newer, "holder-other"), c.Close())
	}
	return c, nil
}

// handshake is how long two processes on one machine may take to know each other: a holder that is stopped answers nothing.
const handshake = 800 * time.Millisecond

// HandOver asks the holder for the store, and waits until it has let go of it, or a time is over.
func (c *Connection) HandOver(patience time.Duration) error {
	defer c.Close()
	if ok, _, err := c.SendRequest(handOver, true, nil); err != nil || !ok {
		return fault.New(fault.Busy, "holder-stays").Because(err)
	}
	gone := make(chan struct{})
	beside(func() { _ = c.Wait(); close(gone) })
	select {
	case <-gone:
		return nil
	case <-time.After(patience):
		return fault.New(fault.Busy, "holder-stays")
	}
}
