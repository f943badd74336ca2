package serve

import (
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"fmt"
	"io"
	"log/slog"
	"net"
	"runtime/debug"
	"sync"
	"time"

	"charm.land/ssh"
	gossh "golang.org/x/crypto/ssh"

	"leerbalie/ui"
	"leerbalie/ui/cli/command"
)

// House is what main hands in: what can be done with the store that is open.
type House struct {
	Program command.Version // callers of another version are not served
	// App gives the session of a caller and all that it is shown with but the terminal. Errors: those of model.EnterAs.
	App func(ctx context.Context, c *Caller) (ui.Options, error)
	// Powers are what a command of a caller can do.
	Powers func(c *Caller) command.Powers
	// Stays says that this process is there to serve: it lets go of the store for a command, and for no other that is there to serve.
	Stays bool
	// Now is the clock.
	Now func() time.Time
}

// Holder is the process that has the store: it serves all others. It is safe for use by several goroutines.
type Holder struct {
	house House
	at    net.Listener

	mu      sync.Mutex
	lines   map[*line]context.CancelCauseFunc
	servers []*ssh.Server
	going   sync.WaitGroup // sessions and commands
	several sync.Once
	leaving string        // why it ends; "" while it does not
	asked   chan struct{} // closed when another process asks for the store
}

// Hold begins to serve others of this account on a socket; "" serves nobody. Close it before the store. Errors: those of listening.
func Hold(house House, socket string) (*Holder, error) {
	h := &Holder{house: house, lines: map[*line]context.CancelCauseFunc{}, asked: make(chan struct{})}
	if socket == "" {
		return h, nil
	}
	slog.SetDefault(slog.New(slog.DiscardHandler)) // the library tells there what panicked, which can be what people typed; see Log
	l, err := listen(socket)
	if err != nil {
		return h, err
	}
	server := &ssh.Server{
		HostSigners:          []ssh.Signer{newPassingKey()},
		Version:              versionOf(house.Program),
		ServerConfigCallback: func(ssh.Context) *gossh.ServerConfig { return quick() },
		ChannelHandlers:      map[string]ssh.ChannelHandler{"session": h.channel},
		RequestHandlers:      map[string]ssh.RequestHandler{handOver: h.giveUp},
	}
	h.at, h.servers = l, []*ssh.Server{server}
	beside(func() { _ = server.Serve(l) })
	return h, nil
}

// quick is how two processes on one machine talk: the system tells who they are, so that nothing but the least is asked of the cipher.
func quick() *gossh.ServerConfig {
	c := &gossh.ServerConfig{NoClientAuth: true}
	c.KeyExchanges, c.Ciphers = quickExchanges, quickCiphers
	return c
}

var (
	quickExchanges = []string{gossh.KeyExchangeCurve25519}
	quickCiphers   = []string{gossh.CipherAES128GCM}
)

// passingKey is the key of a holder as long as it lives: nobody asks whose it is, and the protocol has to have one. It is made when the
// first caller comes. The library would make one of another kind, beside the first frame, which takes more than all else at a start.
type passingKey struct{ made func() Signer }

func newPassingKey() passingKey {
	return passingKey{sync.OnceValue(func() Signer {
		_, secret, err := ed25519.GenerateKey(rand.Reader)
		if err != nil {
			panic(err) // it never fails, see crypto/rand
		}
		signer, err := gossh.NewSignerFromKey(secret)
		if err != nil {
			panic(err) // it takes every key of this kind
		}
		return signer
	})}
}

// PublicKey is the half that callers see.
func (k passingKey) PublicKey() gossh.PublicKey { return k.made().PublicKey() }

// Sign signs what is between a caller and this holder.
func (k passingKey) Sign(random io.Reader, data []byte) (*gossh.Signature, error) {
	return k.made().Sign(random, data)
}

// versionOf is the version of a program as the two ends compare it.
func versionOf(v command.Version) string {
	clean := []byte(protocol + "-")
	for _, c := range []byte(fmt.Sprintf("%s.%s.%t", v.Number, v.Commit, v.Altered)) {
		if c <= ' ' || c >= 0x7f || c == '-' {
			c = '_'
		}
		if len(clean) < 200 {
			clean = append(clean, c)
		}
	}
	return string(clean)
}

// Asked is closed when another process asks for the store: this one has to close it, after Close.
func (h *Holder) Asked() <-chan struct{} { return h.asked }

func (h *Holder) giveUp(_ ssh.Context, _ *ssh.Server, r *gossh.Request) (bool, []byte) {
	if h.house.Stays && string(r.Payload) == forServing {
		return false, nil
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	select {
	case <-h.asked:
	default:
		close(h.asked)
	}
	return true, nil
}

// channel serves one channel of a caller on this machine.
func (h *Holder) channel(_ *ssh.Server, conn *gossh.ServerConn, asked gossh.NewChannel, ctx ssh.Context) {
	guarded(func() {
		ch, requests, err := asked.Accept()
		if err != nil {
			return
		}
		receive(ch, requests, func(l *line) { h.serve(ctx, l, func(ctx context.Context) int { return h.here(ctx, conn, l) }) })
	})
}

// errMoves ends sessions when the holder goes.
type errMoves struct{}

func (errMoves) Error() string { return "the holder goes" }

// serve runs a session or a command, and ends its line with the status that it gives.
func (h *Holder) serve(ctx context.Context, l *line, run func(context.Context) int) {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	h.mu.Lock()
	if h.leaving != "" {
		h.mu.Unlock()
		h.end(l)
		return
	}
	h.lines[l] = cancel
	if l.kind == "shell" { // from now on there is more than one session to hold: what is not needed goes sooner
		h.several.Do(func() { debug.SetGCPercent(gcOfSeveral) })
	}
	h.going.Add(1)
	h.mu.Unlock()
	status := command.CouldNot
	defer func() {
		h.mu.Lock()
		delete(h.lines, l)
		h.mu.Unlock()
		l.exit(status) // before the holder may close the connection
		h.going.Done()
	}()
	beside(func() {
		select {
		case <-l.broken:
			cancel(context.Canceled)
		case <-ctx.Done():
		}
	})
	guarded(func() { status = run(ctx) })
	if context.Cause(ctx) == (errMoves{}) {
		h.end(l)
	}
}

// end tells a caller why its session ends.
func (h *Holder) end(l *line) {
	h.mu.Lock()
	reason := h.leaving
	h.mu.Unlock()
	_, _ = l.SendRequest(endedRequest, false, []byte(reason))
	_ = l.Close()
}

// gcOfSeveral is how much may be made, of what is held, before what is not needed any longer goes, in percent.
const gcOfSeveral = 100

// How long sessions may take to keep what was typed, and commands to come to their end, when the holder goes.
const (
	sessionsEnd = 400 * time.Millisecond
	commandsEnd = 5 * time.Second
)

// Close ends what is served, so that the store can be closed: sessions at once, with word to come back, and commands when they are done,
// or stopped where that takes long. lent says that another process asked for the store.
func (h *Holder) Close(lent bool) {
	if h.at != nil {
		_ = h.at.Close()
	}
	h.mu.Lock()
	h.leaving = endedMove
	if lent {
		h.leaving = endedLent
	}
	for l, cancel := range h.lines {
		if l.kind == "shell" {
			cancel(errMoves{})
		}
	}
	h.mu.Unlock()
	done := make(chan struct{})
	beside(func() { h.going.Wait(); close(done) })
	for _, wait := range []time.Duration{sessionsEnd, commandsEnd} {
		select {
		case <-done:
		case <-time.After(wait):
		}
		h.stop(wait == commandsEnd)
	}
	select {
	case <-done:
	case <-time.After(sessionsEnd):
	}
	// Who stands still, and takes and gives nothing any longer, holds nobody up: only the end of the connection wakes what waits for them.
	h.mu.Lock()
	servers := h.servers
	h.mu.Unlock()
	for _, server := range servers {
		_ = server.Close()
	}
	<-done
}

// stop ends the sessions that are left, and all commands as well where that is asked.
func (h *Holder) stop(commands bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for l, cancel := range h.lines {
		if l.kind == "shell" || commands {
			cancel(errMoves{})
			beside(func() { _ = l.Close() }) // which waits where the other end takes nothing
		}
	}
}
