package sshpipe

import (
	"context"
	"net"
	"sync/atomic"
	"time"

	"golang.org/x/crypto/ssh"
)

// Patience is how long this side waits before it says that nothing comes.
type Patience struct {
	Connect time.Duration // until somebody answers at the address
	Greet   time.Duration // until both know who the other is
	Silent  time.Duration // between one byte and the next, once they do
}

// usual is for people who wait before a screen.
func usual() Patience { return Patience{8 * time.Second, 15 * time.Second, 30 * time.Second} }

// line is a connection on which not a byte came for too long: whoever lives answers when asked whether it is there.
type line struct {
	net.Conn
	silent time.Duration
	dumb   atomic.Bool // it was silent for too long
}

func (l *line) Read(p []byte) (int, error) {
	_ = l.SetReadDeadline(time.Now().Add(l.silent))
	n, err := l.Conn.Read(p)
	l.look(err)
	return n, err
}

func (l *line) Write(p []byte) (int, error) {
	_ = l.SetWriteDeadline(time.Now().Add(l.silent))
	n, err := l.Conn.Write(p)
	l.look(err)
	return n, err
}

func (l *line) look(err error) {
	if timeout, ok := err.(net.Error); ok && timeout.Timeout() {
		l.dumb.Store(true)
	}
}

// ask asks the other side again and again whether it is still there, until the context ends. What is answered does not matter: it answered.
func ask(ctx context.Context, c ssh.Conn, each time.Duration) {
	tick := time.NewTicker(each)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			if _, _, err := c.SendRequest("keepalive@openssh.com", true, nil); err != nil {
				return
			}
		}
	}
}
