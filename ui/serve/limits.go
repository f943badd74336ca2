package serve

import (
	"context"
	"errors"
	"io"
	"net"
	"net/netip"
	"sync"
	"sync/atomic"
	"time"
)

// The limits of a server. Nobody who has a key is hindered by who has none: strangers have half of the connections, and few of one address.
const (
	mostConnections = 200
	mostStrangers   = 100
	mostOfAddress   = 10
	mostSessions    = 10 // at once on one connection
	// HandshakeTimeout is how long somebody may take to come in, with a PIN or a touch for the key.
	HandshakeTimeout = time.Minute
	// IdleTimeout is how long a session stays in which nobody presses a key.
	IdleTimeout = 8 * time.Hour
	// MaxAuthTries is how many keys somebody may offer.
	MaxAuthTries = 20
)

// Crowd counts connections. It is safe for use by several goroutines.
type Crowd struct {
	log *Log

	mu        sync.Mutex
	all       int
	strangers int
	of        map[netip.Prefix]int // strangers by where they come from
}

// NewCrowd counts from none.
func NewCrowd(log *Log) *Crowd { return &Crowd{log: log, of: map[netip.Prefix]int{}} }

// Listen lets in who comes at a listener, as long as there is room.
func (c *Crowd) Listen(l net.Listener) net.Listener { return crowded{l, c} }

type crowded struct {
	net.Listener
	crowd *Crowd
}

// Accept gives the next for whom there is room.
func (l crowded) Accept() (net.Conn, error) {
	for {
		conn, err := l.Listener.Accept()
		if err != nil {
			return nil, err
		}
		if guest := l.crowd.enter(conn); guest != nil {
			return guest, nil
		}
		_ = conn.Close()
		l.crowd.log.Note(Crowded, [16]byte{}, "", 0)
	}
}

// enter counts a stranger; nil where there is no room.
func (c *Crowd) enter(conn net.Conn) *guest {
	from := nearby(conn.RemoteAddr())
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.all >= mostConnections || c.strangers >= mostStrangers || c.of[from] >= mostOfAddress {
		return nil
	}
	c.all++
	c.strangers++
	c.of[from]++
	return &guest{Conn: conn, crowd: c, from: from}
}

// nearby is where an address belongs to: one of IPv4, and the network of a house of IPv6.
func nearby(a net.Addr) netip.Prefix {
	at, err := netip.ParseAddrPort(a.String())
	if err != nil {
		return netip.Prefix{}
	}
	addr := at.Addr().Unmap().WithZone("")
	bits := 32
	if addr.Is6() {
		bits = 64
	}
	near, _ := addr.Prefix(bits) // the bits fit
	return near
}

// guest is a connection that is counted.
type guest struct {
	net.Conn
	crowd *Crowd
	from  netip.Prefix
	known bool // no stranger any more
	left  bool

	sessions atomic.Int32
}

// opens counts one more session on the connection, and tells whether there is room for it; closes says that it ended.
func (g *guest) opens() bool { return g.sessions.Add(1) <= mostSessions }

func (g *guest) closes() { g.sessions.Add(-1) }

// admitted says that the guest is no stranger any more.
func (g *guest) admitted() {
	g.crowd.mu.Lock()
	defer g.crowd.mu.Unlock()
	if !g.left {
		g.familiar()
	}
}

func (g *guest) familiar() {
	if g.known {
		return
	}
	g.known = true
	g.crowd.strangers--
	if g.crowd.of[g.from]--; g.crowd.of[g.from] == 0 {
		delete(g.crowd.of, g.from)
	}
}

// Close makes room.
func (g *guest) Close() error {
	g.crowd.mu.Lock()
	if !g.left {
		g.familiar()
		g.left = true
		g.crowd.all--
	}
	g.crowd.mu.Unlock()
	return g.Conn.Close()
}

// ErrIdle ends a session in which nobody pressed a key for too long.
var ErrIdle = errors.New("nobody pressed a key")

// Attended is a context that ends, with ErrIdle as its cause, when nothing was read for a while, and a reader that counts what is: keys, and
// not what is shown. Stop ends the waiting.
func Attended(ctx context.Context, keys io.Reader, limit time.Duration) (_ context.Context, counted io.Reader, stop func()) {
	ctx, cancel := context.WithCancelCause(ctx)
	timer := time.AfterFunc(limit, func() { cancel(ErrIdle) })
	return ctx, &attended{keys, timer, limit}, func() { timer.Stop(); cancel(nil) }
}

type attended struct {
	keys  io.Reader
	timer *time.Timer
	limit time.Duration
}

// Read reads on, and begins to wait anew.
func (a *attended) Read(p []byte) (int, error) {
	n, err := a.keys.Read(p)
	if n > 0 {
		a.timer.Reset(a.limit)
	}
	return n, err
}
