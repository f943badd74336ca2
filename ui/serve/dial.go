package serve

import (
	"errors"
	"net"
	"sync"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"leerbalie/model/fault"
	"leerbalie/ui/cli/command"
)

// Connection is a way to the holder on this machine.
type Connection struct {
	*gossh.Client
}

// Dial connects to the holder that listens on a socket. Errors: NotFound where nobody does, Busy for one that
// says nothing, Newer for one of another version.
func Dial(socket string, program command.Version) (*Connection, error) {
	raw, err := dialSocket(socket)
	if err != nil {
		return nil, err
	}
	_ = raw.SetDeadline(time.Now().Add(firstWord))
	version := "SSH-2.0-" + versionOf(program)
	config := &gossh.ClientConfig{
		User: "leerbalie", ClientVersion: version,
		HostKeyCallback: func(string, net.Addr, gossh.PublicKey) error { return nil }, // the system told whose process it is
	}
	config.KeyExchanges, config.Ciphers = quickExchanges, quickCiphers
	conn, channels, requests, err := gossh.NewClientConn(&heard{Conn: raw}, "leerbalie", config)
	if err != nil {
		_ = raw.Close()
		var late net.Error
		if errors.As(err, &late) && late.Timeout() {
			return nil, fault.New(fault.Busy, "holder-silent").Because(err)
		}
		return nil, fault.New(fault.NotFound, "no-holder").Because(err)
	}
	_ = raw.SetDeadline(time.Time{})
	c := &Connection{Client: gossh.NewClient(conn, channels, requests)}
	if string(conn.ServerVersion()) != version {
		return nil, errors.Join(fault.New(fault.Newer, "holder-other"), c.Close())
	}
	return c, nil
}

// firstWord is how long a holder on this machine may take to say anything: one that is stopped never does. handshake is how long the rest
// may take, on a machine that is busy.
const (
	firstWord = 800 * time.Millisecond
	handshake = 10 * time.Second
)

// heard is a connection that waits longer once the other end said something.
type heard struct {
	net.Conn
	once sync.Once
}

// Read reads what the other end says.
func (h *heard) Read(p []byte) (int, error) {
	n, err := h.Conn.Read(p)
	if n > 0 {
		h.once.Do(func() { _ = h.SetDeadline(time.Now().Add(handshake)) })
	}
	return n, err
}

// HandOver asks the holder for the store, and waits until it has let go of it, or a time is over. serving says that this process wants it
// to serve others. Errors: Conflict where the holder is there to serve as well, Busy where it does not let go.
func (c *Connection) HandOver(serving bool, patience time.Duration) error {
	defer c.Close()
	why := ""
	if serving {
		why = forServing
	}
	ok, _, err := c.SendRequest(handOver, true, []byte(why))
	if err != nil {
		return fault.New(fault.Busy, "holder-stays").Because(err)
	}
	if !ok {
		return fault.New(fault.Conflict, "holder-serves")
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
