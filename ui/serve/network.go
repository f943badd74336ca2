package serve

import (
	"context"
	"errors"
	"io"
	"net"
	"time"

	"charm.land/ssh"
	gossh "golang.org/x/crypto/ssh"

	"leerbalie/model/fault"
	"leerbalie/ui"
	"leerbalie/ui/cli"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/local"
	"leerbalie/ui/theme"
)

// Network is what main hands in for those who come over a network.
type Network struct {
	House House
	Host  gossh.Signer // the key by which they know this computer
	Door  *Door
	Log   *Log
	// App and Powers are as in House, for a visitor.
	App    func(ctx context.Context, v Visitor) (ui.Options, error)
	Powers func(v Visitor) command.Powers
	// Exchange exchanges with a copy that called.
	Exchange func(ctx context.Context, v Visitor, rw io.ReadWriter) error
}

// Exchanging is the subsystem for copies that exchange.
const Exchanging = "leerbalie-sync"

// Network serves those who come over a network, until the listener is closed or the holder is.
func (h *Holder) Network(n Network, l net.Listener) {
	server := &ssh.Server{
		Version:              "leerbalie",
		HostSigners:          []ssh.Signer{n.Host},
		ServerConfigCallback: n.Door.Config,
		ConnCallback:         n.Door.Conn,
		HandshakeTimeout:     HandshakeTimeout,
		ChannelHandlers: map[string]ssh.ChannelHandler{"session": func(_ *ssh.Server, conn *gossh.ServerConn, asked gossh.NewChannel, ctx ssh.Context) {
			guarded(func() { h.visited(n, conn, asked, ctx) })
		}},
	}
	h.mu.Lock()
	h.servers = append(h.servers, server)
	h.mu.Unlock()
	_ = server.Serve(NewCrowd(n.Log).Listen(l))
}

// visited serves one channel of somebody who came over a network.
func (h *Holder) visited(n Network, conn *gossh.ServerConn, asked gossh.NewChannel, ctx ssh.Context) {
	if g, ok := ctx.Value(guestKey{}).(*guest); ok {
		defer g.closes()
		if !g.opens() {
			_ = asked.Reject(gossh.ResourceShortage, "")
			return
		}
	}
	v, _, err := n.Door.Again(ctx, conn)
	if err != nil {
		_ = asked.Reject(gossh.Prohibited, "")
		return
	}
	ch, requests, err := asked.Accept()
	if err != nil {
		return
	}
	receive(ch, requests, func(l *line) {
		began := h.house.Now()
		n.Log.Note(CameIn, v.Person, v.Fingerprint, 0)
		h.serve(ctx, l, func(ctx context.Context) int {
			if !v.Copy { // which is looked at by what it exchanges
				var stop func()
				ctx, stop = n.Door.Stays(ctx, conn)
				defer stop()
			}
			defer endsSoon(ctx, conn)()
			if !v.Board { // at which nobody presses a key
				var stop func()
				ctx, l.keys, stop = Attended(ctx, l.Channel, IdleTimeout)
				defer stop()
			}
			status := h.visit(ctx, n, v, l)
			switch why := context.Cause(ctx); {
			case why == ErrIdle:
				n.Log.Note(Idled, v.Person, v.Fingerprint, 0)
			case errors.As(why, new(*fault.Error)):
				n.Log.Note(Removed, v.Person, v.Fingerprint, 0)
				return cli.Fail(n.caller(v, l, nil), why)
			}
			return status
		})
		n.Log.Note(Left, v.Person, v.Fingerprint, h.house.Now().Sub(began))
	})
}

// endsSoon closes a connection whose session does not come to its end after its context did: who takes nothing that is shown keeps it
// from that. Done says that it came to its end.
func endsSoon(ctx context.Context, conn *gossh.ServerConn) (done func()) {
	ended := make(chan struct{})
	context.AfterFunc(ctx, func() {
		select {
		case <-ended:
		case <-time.After(2 * commandsEnd):
			_ = conn.Close()
		}
	})
	return func() { close(ended) }
}

// visit is a session, a command, or an exchange of a visitor.
func (h *Holder) visit(ctx context.Context, n Network, v Visitor, l *line) int {
	switch {
	case l.kind == "subsystem" && l.payload == Exchanging:
		if err := n.Exchange(ctx, v, l); err != nil {
			return command.CouldNot
		}
		return command.Done
	case l.kind == "subsystem" || v.Copy:
		return command.Misused
	case l.kind == "exec":
		return n.command(ctx, v, l)
	case l.term == "":
		return cli.Fail(n.caller(v, l, nil), command.Misuse("cli.served.no-command"))
	}
	shown := l.shown(theme.Terminal{Term: l.term, ColorTerm: l.env["COLORTERM"], Linear: theme.Accessible(l.env["ACCESSIBLE"])})
	shown.Depth = min(shown.Depth, theme.Colours256)
	o, err := n.App(ctx, v)
	if err == nil {
		o.Terminal, o.Locale, o.Clipboard = shown, l.locale(), local.Clipboard(l, false)
		err = ui.Run(ctx, o)
	}
	if err == nil {
		return command.Done
	}
	if ctx.Err() != nil {
		return command.CouldNot
	}
	return cli.Fail(n.caller(v, l, nil), toldOf(err).err())
}

// locale is the language that a visitor's environment tells, where it does.
func (l *line) locale() string {
	return local.LocaleIn(func(name string) string { return l.env[name] })
}

func (n Network) caller(v Visitor, l *line, words []string) command.Caller {
	c := command.Caller{Args: words, In: l, Out: l, Err: l.Stderr(), Locale: l.locale(), Version: n.House.Program, Now: n.House.Now,
		Served: true, Who: v.Person}
	if v.Board {
		c.Only = "board"
	}
	return c
}

// command carries out a command of a visitor: of those that are served, on streams alone.
func (n Network) command(ctx context.Context, v Visitor, l *line) int {
	words, err := command.Split(l.payload)
	if err != nil {
		return cli.Fail(n.caller(v, l, nil), err)
	}
	return cli.Run(ctx, n.Powers(v), n.caller(v, l, words))
}
