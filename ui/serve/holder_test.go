package serve

import (
	"bytes"
	"context"
	"io"
	"net"
	"path/filepath"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"charm.land/ssh"
	gossh "golang.org/x/crypto/ssh"
)

// still is a connection of which nothing is read any longer once its owner stands still, as a process does that was suspended.
type still struct {
	net.Conn
	stands chan struct{}
	under  chan []byte   // what was written and is under way
	over   chan struct{} // closed at the end
	once   *sync.Once
}

func newStill(c net.Conn) still {
	s := still{c, make(chan struct{}), make(chan []byte, 1024), make(chan struct{}), new(sync.Once)}
	go func() {
		for {
			select {
			case p := <-s.under:
				_, _ = c.Write(p)
			case <-s.over:
				return
			}
		}
	}()
	return s
}

func (s still) Read(p []byte) (int, error) {
	for {
		n, err := s.Conn.Read(p)
		select {
		case <-s.stands: // what comes fills the buffers of the system
			if err == nil {
				continue
			}
			<-s.over
		default:
		}
		return n, err
	}
}

func (s still) Write(p []byte) (int, error) {
	s.under <- bytes.Clone(p)
	return len(p), nil
}

func (s still) Close() error {
	s.once.Do(func() { close(s.over) })
	return s.Conn.Close()
}

// TestWhoStandsStillHoldsNobodyUp: a holder goes although a caller neither gives what is read, nor takes what is written, nor hears that
// it is over; whatever is done for others ends with its status.
func TestWhoStandsStillHoldsNobodyUp(t *testing.T) {
	for name, stuck := range map[string]func(*line){
		"reads":  func(l *line) { _, _ = io.Copy(io.Discard, l) },
		"writes": func(l *line) { _, _ = io.Copy(l, endless{}) },
	} {
		for _, kind := range []string{"shell", "exec"} {
			t.Run(name+" "+kind, func(t *testing.T) { synctest.Test(t, func(t *testing.T) { standStill(t, kind, stuck) }) })
		}
	}
}

// endless is more than anybody takes.
type endless struct{}

func (endless) Read(p []byte) (int, error) { return len(p), nil }

func standStill(t *testing.T, kind string, stuck func(*line)) {
	h, err := Hold(House{Now: time.Now}, "")
	if err != nil {
		t.Fatal(err)
	}
	began := make(chan struct{})
	server := &ssh.Server{
		ServerConfigCallback: func(ssh.Context) *gossh.ServerConfig { return quick() },
		HostSigners:          []ssh.Signer{newKey(t)},
		ChannelHandlers: map[string]ssh.ChannelHandler{"session": func(_ *ssh.Server, _ *gossh.ServerConn, asked gossh.NewChannel, ctx ssh.Context) {
			ch, requests, err := asked.Accept()
			if err != nil {
				return
			}
			receive(ch, requests, func(l *line) {
				h.serve(ctx, l, func(context.Context) int { close(began); stuck(l); return 0 })
			})
		}},
	}
	h.servers = append(h.servers, server)
	here, there := net.Pipe()
	go server.HandleConn(there)
	caller := newStill(here)
	conn, channels, requests, err := gossh.NewClientConn(caller, "", &gossh.ClientConfig{HostKeyCallback: gossh.InsecureIgnoreHostKey()})
	if err != nil {
		t.Fatal(err)
	}
	client := gossh.NewClient(conn, channels, requests)
	ch, answers, err := client.OpenChannel("session", nil)
	if err != nil {
		t.Fatal(err)
	}
	go gossh.DiscardRequests(answers)
	if ok, err := ch.SendRequest(kind, true, gossh.Marshal(&struct{ Value string }{"what"})); err != nil || !ok {
		t.Fatal(ok, err)
	}
	<-began
	close(caller.stands)
	at := time.Now()
	h.Close(false)
	if took := time.Since(at); took > 2*sessionsEnd+commandsEnd {
		t.Errorf("it took %s", took)
	}
	_ = caller.Close()
}

// TestAHolderIsThereAtOnce: its key is of the kind that is made in no time.
func TestAHolderIsThereAtOnce(t *testing.T) {
	h, err := Hold(House{Now: time.Now}, filepath.Join(t.TempDir(), "s"))
	if err != nil {
		t.Fatal(err)
	}
	defer h.Close(false)
	if n := len(h.servers[0].HostSigners); n != 1 || h.servers[0].HostSigners[0].PublicKey().Type() != gossh.KeyAlgoED25519 {
		t.Errorf("%d keys", n)
	}
}

func BenchmarkHold(b *testing.B) {
	socket := filepath.Join(b.TempDir(), "s")
	for b.Loop() {
		h, err := Hold(House{Now: time.Now}, socket)
		if err != nil {
			b.Fatal(err)
		}
		h.Close(false)
	}
}
