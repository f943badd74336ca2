package sshpipe

import (
	"context"
	"errors"
	"io"
	"net"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"leerbalie/model/fault"
	"leerbalie/store/replica/drivertest"
)

// answers is somebody at the address who is no SSH server.
func answers(t *testing.T, do func(net.Conn)) func(context.Context, string, string) (net.Conn, error) {
	return func(context.Context, string, string) (net.Conn, error) {
		here, there := net.Pipe()
		go do(there)
		t.Cleanup(func() { _ = there.Close() })
		return here, nil
	}
}

// TestWhyNothingComesOfACall: each says what is wrong, in time, and nothing is changed.
func TestWhyNothingComesOfACall(t *testing.T) {
	laptop, centre, judge := drivertest.Out(t)
	judge(laptop.Store, "rustig gebleven")
	refuses := func(err error) func(context.Context, string, string) (net.Conn, error) {
		return func(context.Context, string, string) (net.Conn, error) { return nil, err }
	}
	closed, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	nobody := closed.Addr().String()
	_ = closed.Close()
	talks := func(text string) func(net.Conn) {
		return func(c net.Conn) {
			go func() { _, _ = io.Copy(io.Discard, c) }()
			_, _ = io.WriteString(c, text)
		}
	}
	hello := func(version byte) func(io.ReadWriter) {
		return func(rw io.ReadWriter) {
			got := make([]byte, 24)
			_, _ = io.ReadFull(rw, got)
			_, _ = rw.Write(append([]byte("leerbalie pipe\n"), version, 1, 2, 3, 4, 5, 6, 7, 8))
		}
	}
	says := func(code string) func(io.ReadWriter) {
		return func(rw io.ReadWriter) {
			hello(1)(rw)
			_, _ = rw.Write(append([]byte{0, byte(len(code))}, code...))
		}
	}
	for name, c := range map[string]struct {
		dial    func(context.Context, string, string) (net.Conn, error)
		serving func(*server)
		code    string
	}{
		"nobody listens": {dial: func(ctx context.Context, _, _ string) (net.Conn, error) {
			return (&net.Dialer{}).DialContext(ctx, "tcp", nobody)
		}, code: "sync-closed"},
		"no such name": {dial: refuses(&net.OpError{Op: "dial", Err: &net.DNSError{Name: "centre.test", IsNotFound: true}}), code: "sync-no-host"},
		"no way there": {dial: refuses(errors.New("no route to host")), code: "sync-unreached"},
		"nothing answers": {dial: func(ctx context.Context, _, _ string) (net.Conn, error) {
			<-ctx.Done()
			return nil, &net.OpError{Op: "dial", Err: ctx.Err()}
		}, code: "sync-silent"},
		"a web server":    {dial: answers(t, talks("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n"+strings.Repeat("x", 1000))), code: "sync-no-ssh"},
		"it says nothing": {dial: answers(t, talks("")), code: "sync-no-ssh"},
		"it hangs up":     {dial: answers(t, func(c net.Conn) { _ = c.Close() }), code: "sync-no-ssh"},
		"half a greeting": {dial: answers(t, talks("SSH-2.0-x\r\n")), code: "sync-no-ssh"},
		"other SSH":       {serving: func(sv *server) { sv.deaf = true }, code: "sync-no-leerbalie"},
		"other subsystem": {serving: func(sv *server) {
			sv.instead = func(rw io.ReadWriter) {
				_, _ = rw.Read(make([]byte, 64))
				_, _ = io.WriteString(rw, strings.Repeat("$ ", 20))
			}
		}, code: "pipe-other"},
		"it ends at once":  {serving: func(sv *server) { sv.instead = func(io.ReadWriter) {} }, code: "pipe-ended"},
		"a newer version":  {serving: func(sv *server) { sv.instead = hello(2) }, code: "pipe-newer"},
		"an older version": {serving: func(sv *server) { sv.instead = hello(0) }, code: "pipe-older"},
		"no code":          {serving: func(sv *server) { sv.instead = says("pipe\x1b[2J") }, code: "sync-cut"},
		"another code":     {serving: func(sv *server) { sv.instead = says("parcel-forged") }, code: "pipe-refused"},
		"itself":           {serving: func(sv *server) { sv.s = laptop.Store }, code: "pipe-self"},
		"another host":     {serving: func(sv *server) { sv.host = signer(t) }, code: "sync-host-changed"},
		"it does not know": {serving: func(sv *server) { sv.s = drivertest.Empty(t) }, code: "sync-unknown"},
	} {
		t.Run(name, func(t *testing.T) {
			sv := serve(t, centre.Store)
			d := desk(laptop.Store, sv)
			d.Wait = Patience{Connect: 300 * time.Millisecond, Greet: 300 * time.Millisecond, Silent: 20 * time.Second}
			if c.dial != nil {
				d.Dial = c.dial
			} else {
				d.Wait.Greet = 5 * time.Second
			}
			fresh(t, d, laptop, sv)
			if c.serving != nil {
				c.serving(sv)
			}
			sv.begin()
			began := time.Now()
			_, err := d.Exchange(t.Context(), enter(t, laptop), "Zuidwest", nil, nil)
			if codeOf(err) != c.code {
				t.Errorf("%v, want %s", err, c.code)
			}
			if took := time.Since(began); took > 4*time.Second {
				t.Errorf("a person waits %s for that", took)
			}
			if peers, err := d.Peers(t.Context(), enter(t, laptop)); err != nil || peers[0].Failed != c.code || peers[0].Tried.IsZero() {
				t.Errorf("%+v %v", peers, err)
			}
		})
	}
	sv := serve(t, centre.Store).begin()
	d := desk(laptop.Store, sv)
	fresh(t, d, laptop, sv)
	if _, err := d.Exchange(t.Context(), enter(t, laptop), "Zuidwest", nil, nil); err != nil {
		t.Errorf("after all that: %v", err)
	}
	if peers, err := d.Peers(t.Context(), enter(t, laptop)); err != nil || peers[0].Failed != "" {
		t.Errorf("%+v %v", peers, err)
	}
}

// fresh keeps a server, and nothing else.
func fresh(t testing.TB, d *Desk, at drivertest.Side, sv *server) {
	t.Helper()
	if err := d.Store().SetSetting(t.Context(), setting, ""); err != nil {
		t.Fatal(err)
	}
	keeps(t, d, at, sv, "")
}

// TestNothingIsSaidToAnotherHost: to a host with another key not even the own key is shown.
func TestNothingIsSaidToAnotherHost(t *testing.T) {
	laptop, centre, _ := drivertest.Out(t)
	sv := serve(t, centre.Store)
	d := desk(laptop.Store, sv)
	fresh(t, d, laptop, sv)
	sv.host = signer(t)
	var asked atomic.Int32
	sv.asked = func() { asked.Add(1) }
	sv.begin()
	if _, err := d.Exchange(t.Context(), enter(t, laptop), "Zuidwest", nil, nil); codeOf(err) != "sync-host-changed" || asked.Load() != 0 {
		t.Errorf("%v, and %d keys were shown", err, asked.Load())
	}
	h, err := d.Look(t.Context(), enter(t, laptop), there)
	if err != nil || !strings.HasPrefix(h.Fingerprint, "SHA256:") || h.Key == "" || asked.Load() != 0 {
		t.Errorf("%+v %v", h, err)
	}
}

// stuck is a connection that from some byte on carries nothing any more, as that of a computer that was put to sleep.
type stuck struct {
	net.Conn
	left  *atomic.Int64
	sever bool // it is cut instead
}

func (s stuck) Write(p []byte) (int, error) {
	if s.left.Add(-int64(len(p))) < 0 {
		if s.sever {
			_ = s.Conn.Close()
			return 0, io.ErrClosedPipe
		}
		return len(p), nil // it goes nowhere
	}
	return s.Conn.Write(p)
}

// TestAServerThatStops: whoever waits hears of it, and not after minutes.
func TestAServerThatStops(t *testing.T) {
	laptop, centre, judge := drivertest.Out(t)
	judge(laptop.Store, "rustig gebleven")
	for _, after := range []int64{2500, 3000} {
		sv := serve(t, centre.Store)
		sv.wrap = func(c net.Conn) net.Conn {
			left := &atomic.Int64{}
			left.Store(after)
			return stuck{Conn: c, left: left}
		}
		d := desk(laptop.Store, sv.begin())
		d.Wait.Silent = 400 * time.Millisecond
		fresh(t, d, laptop, sv)
		waits, end := context.WithTimeout(t.Context(), 20*time.Second) // so that one that waits for ever is seen soon
		if _, err := d.Exchange(waits, enter(t, laptop), "Zuidwest", nil, nil); codeOf(err) != "sync-stopped" {
			t.Errorf("after %d bytes: %v", after, err)
		}
		end()
	}
}

// TestALineThatIsCut: wherever it is, it is told, nothing is half there, and the next exchange brings the rest.
func TestALineThatIsCut(t *testing.T) {
	laptop, centre, judge := drivertest.Out(t)
	judge(laptop.Store, "rustig gebleven")
	whole := &atomic.Int64{}
	for cut, round := int64(0), 0; ; cut, round = cut+257, round+1 {
		sv := serve(t, centre.Store)
		sv.wrap = func(c net.Conn) net.Conn {
			left := &atomic.Int64{}
			left.Store(cut)
			return stuck{Conn: c, left: left, sever: true}
		}
		d := desk(laptop.Store, sv.begin())
		fresh(t, d, laptop, sv)
		_, err := d.Exchange(t.Context(), enter(t, laptop), "Zuidwest", nil, nil)
		sv.close()
		if err == nil {
			if round < 8 {
				t.Errorf("all of it went through in %d bytes", cut)
			}
			whole.Store(cut)
			break
		}
		if k := fault.KindOf(err); k != fault.NotFound && k != fault.Invalid {
			t.Errorf("after %d bytes: %v", cut, err)
		}
		if cut > 100_000 {
			t.Fatalf("it never goes through: %v", err)
		}
	}
	sv := serve(t, centre.Store).begin()
	d := desk(laptop.Store, sv)
	fresh(t, d, laptop, sv)
	for range 2 {
		if _, err := d.Exchange(t.Context(), enter(t, laptop), "Zuidwest", nil, nil); err != nil {
			t.Fatal(err)
		}
	}
	for _, side := range []drivertest.Side{laptop, centre} {
		if r, err := side.Store.Check(t.Context()); err != nil || !r.Sound() {
			t.Errorf("%+v %v", r.Problems, err)
		}
	}
}

// TestOneAtATime: two stores exchange once at a time, whoever calls, and the second is told.
func TestOneAtATime(t *testing.T) {
	laptop, centre, judge := drivertest.Out(t)
	judge(laptop.Store, "rustig gebleven")
	sv := serve(t, centre.Store).begin()
	d := desk(laptop.Store, sv)
	fresh(t, d, laptop, sv)
	if _, err := d.Exchange(t.Context(), enter(t, laptop), "Zuidwest", nil, nil); err != nil {
		t.Fatal(err)
	}
	judge(laptop.Store, "nog een keer")
	var once sync.Once
	var second error
	progress := func(_, _ int64) {
		once.Do(func() { _, second = d.Exchange(t.Context(), enter(t, laptop), "Zuidwest", nil, nil) })
	}
	if _, err := d.Exchange(t.Context(), enter(t, laptop), "Zuidwest", nil, progress); err != nil || codeOf(second) != "pipe-busy" {
		t.Errorf("%v, and in the middle of it %v", err, second)
	}
	if _, err := d.Exchange(t.Context(), enter(t, laptop), "Zuidwest", nil, nil); err != nil {
		t.Errorf("afterwards: %v", err)
	}
}

// TestStopped: whoever waits can stop it, and nothing is said to have failed.
func TestStopped(t *testing.T) {
	laptop, centre, _ := drivertest.Out(t)
	sv := serve(t, centre.Store)
	hold := make(chan struct{})
	sv.instead = func(io.ReadWriter) { <-hold }
	defer close(hold)
	d := desk(laptop.Store, sv.begin())
	fresh(t, d, laptop, sv)
	ctx, stop := context.WithCancel(t.Context())
	time.AfterFunc(200*time.Millisecond, stop)
	if _, err := d.Exchange(ctx, enter(t, laptop), "Zuidwest", nil, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	if peers, err := d.Peers(t.Context(), enter(t, laptop)); err != nil || peers[0].Failed != "" {
		t.Errorf("%+v %v", peers, err)
	}
}
