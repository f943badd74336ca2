package sshpipe

import (
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"errors"
	"io"
	"net"
	"sync"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/transfer"
	"leerbalie/store"
	"leerbalie/store/replica/drivertest"
)

func signer(t testing.TB) ssh.Signer {
	t.Helper()
	_, key, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	s, err := ssh.NewSignerFromKey(key)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// server is a computer that serves a store on loopback, as little as is needed.
type server struct {
	t        testing.TB
	s        *store.Store
	host     ssh.Signer
	listener net.Listener
	cut      int64                          // what is carried breaks off after so many bytes, where it is not negative
	people   map[string]journal.ID          // whose a key is that is no copy's
	strict   bool                           // only people's keys are known
	deaf     bool                           // it knows no subsystem
	asked    func()                         // is told of each key that is shown
	instead  func(io.ReadWriter)            // answers instead of the store
	answered func(transfer.Returned, error) // is told of each answer
	wrap     func(net.Conn) net.Conn        // of connections
	all      sync.WaitGroup
}

func serve(t testing.TB, s *store.Store) *server {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	sv := &server{t: t, s: s, host: signer(t), listener: l, cut: -1, people: map[string]journal.ID{}}
	t.Cleanup(sv.close)
	return sv
}

// begin begins to answer; what is set of the server is set before.
func (sv *server) begin() *server {
	sv.all.Go(func() {
		for {
			conn, err := sv.listener.Accept()
			if err != nil {
				return
			}
			if sv.wrap != nil {
				conn = sv.wrap(conn)
			}
			sv.all.Go(func() { sv.conn(conn) })
		}
	})
	return sv
}

func (sv *server) close() {
	_ = sv.listener.Close()
	sv.all.Wait()
}

func (sv *server) dial(ctx context.Context, _, _ string) (net.Conn, error) {
	return (&net.Dialer{}).DialContext(ctx, "tcp", sv.listener.Addr().String())
}

func (sv *server) conn(conn net.Conn) {
	defer conn.Close()
	ctx := context.Background()
	conf := &ssh.ServerConfig{PublicKeyCallback: func(meta ssh.ConnMetadata, key ssh.PublicKey) (*ssh.Permissions, error) {
		if sv.asked != nil {
			sv.asked()
		}
		by, ok := sv.people[string(key.Marshal())]
		if !ok && sv.strict {
			return nil, io.EOF
		}
		if !ok {
			p, err := Whose(ctx, sv.s, meta.User(), key)
			if err != nil {
				return nil, err
			}
			by = p.Person
		}
		return &ssh.Permissions{Extensions: map[string]string{"by": string(by[:])}}, nil
	}}
	conf.AddHostKey(sv.host)
	sc, channels, requests, err := ssh.NewServerConn(conn, conf)
	if err != nil {
		return
	}
	defer sc.Close()
	sv.all.Go(func() { ssh.DiscardRequests(requests) })
	var by journal.ID
	copy(by[:], sc.Permissions.Extensions["by"])
	for c := range channels {
		ch, asked, err := c.Accept()
		if err != nil {
			return
		}
		for r := range asked {
			ok := r.Type == "subsystem" && string(r.Payload[4:]) == Subsystem && !sv.deaf
			_ = r.Reply(ok, nil)
			if !ok {
				continue
			}
			sv.all.Go(func() { ssh.DiscardRequests(asked) })
			sv.answer(ctx, by, ch)
			break
		}
		_ = ch.Close()
	}
}

func (sv *server) answer(ctx context.Context, by journal.ID, ch ssh.Channel) {
	if sv.instead != nil {
		sv.instead(ch)
		return
	}
	told, err := Answer(ctx, sv.s, by, &short{ch, sv.cut, sv.cut}, nil)
	if sv.answered != nil {
		sv.answered(told, err)
	}
}

// short is a channel that breaks off, in each direction, after so many bytes.
type short struct {
	ssh.Channel
	in, out int64
}

func (s *short) Read(p []byte) (int, error) {
	if s.in < 0 {
		return s.Channel.Read(p)
	}
	if s.in == 0 {
		_ = s.Close()
		return 0, io.EOF
	}
	n, err := s.Channel.Read(p[:min(int64(len(p)), s.in)])
	s.in -= int64(n)
	return n, err
}

func (s *short) Write(p []byte) (int, error) {
	if s.out < 0 {
		return s.Channel.Write(p)
	}
	n, err := s.Channel.Write(p[:min(int64(len(p)), s.out)])
	if s.out -= int64(n); err == nil && n < len(p) {
		_ = s.Close()
		err = io.ErrClosedPipe
	}
	return n, err
}

// patience of tests: nobody waits for a person.
var patience = Patience{Connect: 5 * time.Second, Greet: 5 * time.Second, Silent: 5 * time.Second}

// desk is a desk of somebody's that calls a server, which it has not kept yet.
func desk(s *store.Store, sv *server) *Desk {
	return &Desk{Store: func() *store.Store { return s }, Now: time.Now, Wait: patience, Dial: sv.dial}
}

const there = "ssh://centre.test:2222"

// keeps keeps the server at its address.
func keeps(t testing.TB, d *Desk, at drivertest.Side, sv *server, key string) {
	t.Helper()
	_, err := d.Add(t.Context(), enter(t, at), transfer.Peer{Name: "Zuidwest", Address: there, HostKey: keyOf(sv), Key: key})
	if err != nil && fault.KindOf(err) != fault.Conflict {
		t.Fatal(err)
	}
}

func codeOf(err error) string {
	var known *fault.Error
	if errors.As(err, &known) {
		return known.Msg
	}
	return ""
}

func keyOf(sv *server) string { return string(ssh.MarshalAuthorizedKey(sv.host.PublicKey())) }
