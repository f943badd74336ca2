package serve

import (
	"context"
	"encoding/json"
	"io"
	"os"
	"sync"
	"time"

	"github.com/muesli/cancelreader"
	gossh "golang.org/x/crypto/ssh"

	"leerbalie/ui/screen"
)

// ending is how a session at the holder ended.
type ending struct {
	reason string // one of the reasons; "" where the holder died
	err    error  // what the holder says went wrong
}

// window is the terminal of this process, in which a session at the holder is shown.
type window struct {
	in, out *os.File
	device  screen.Device

	mu     sync.Mutex
	keys   cancelreader.CancelReader // nil while an editor has the terminal, and before a session begins
	read   chan struct{}             // closed when nobody reads them any more
	line   gossh.Channel             // of the session that is shown, or was last; nil before there is one
	silent bool                      // what comes is not shown: an editor has the terminal
	over   bool                      // the session at the holder ended
	depth  int                       // how often the terminal is lent now

	take, give string // what the session told the terminal at its beginning, and what ends that

	lent sync.Mutex // held while something else has the terminal
	pen  sync.Mutex // held by whoever shows what comes, for as long as that takes
}

func (w *window) begins(line gossh.Channel) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.line, w.over, w.take, w.give = line, false, "", ""
}

// ends says that the session at the holder ended, and waits until an editor gives the terminal back.
func (w *window) ends() {
	w.mu.Lock()
	w.over = true
	w.mu.Unlock()
	w.lent.Lock() // until an editor gave it back; nobody gets it from now on
	defer w.lent.Unlock()
}

func (w *window) ended() bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.over
}

// attach is a session at the holder until that ends, in the terminal of this process. places is told where it is.
func (c *Connection) attach(ctx context.Context, start call, w *window, own Own, places func(screen.Place)) ending {
	live, stop := context.WithCancel(ctx)
	defer stop()
	tell := w.device.Watch()
	beside(func() { tell(live.Done(), w) })
	if err := w.device.Raw(); err != nil {
		return ending{reason: endedLeft, err: err}
	}
	defer func() { _ = w.device.Restore() }()
	if edit := own.Edit; edit != nil {
		own.Edit = func(text string) (after string, err error) {
			err = w.Lend(func() (failed error) {
				after, failed = edit(text)
				return failed
			})
			return after, err
		}
	}
	c.answer(ctx, own)
	ch, requests, err := c.OpenChannel("session", nil)
	if err != nil {
		return ending{}
	}
	defer ch.Close()
	w.begins(ch)
	for _, ask := range []struct {
		kind    string
		payload []byte
	}{
		{"pty-req", w.terminal(start.Terminal.Term)},
		{"env", gossh.Marshal(&struct{ Key, Value string }{callVariable, string(pack(start))})},
		{"shell", nil},
	} {
		if ok, err := ch.SendRequest(ask.kind, true, ask.payload); err != nil || !ok {
			return ending{}
		}
	}
	defer context.AfterFunc(ctx, func() {
		_, _ = ch.SendRequest("signal", false, gossh.Marshal(&struct{ Name string }{"TERM"}))
		time.AfterFunc(silence, func() { guarded(func() { _ = c.Close() }) }) // one that answers nothing keeps nobody
	})()
	beside(func() { c.alive(live) })
	if err := w.listen(); err != nil {
		return ending{reason: endedLeft, err: err}
	}
	defer w.deaf()
	drawn := make(chan struct{})
	beside(func() {
		defer close(drawn)
		_, _ = io.Copy(shownIn{w}, ch)
	})
	end := ending{}
	for r := range requests {
		switch r.Type {
		case placeRequest:
			var p screen.Place
			if json.Unmarshal(r.Payload, &p) == nil {
				places(p)
			}
		case endedRequest:
			end.reason = string(r.Payload)
		case verdictRequest:
			var v verdict
			if json.Unmarshal(r.Payload, &v) == nil {
				end.reason, end.err = endedLeft, v.err()
			}
		}
		if r.WantReply {
			_ = r.Reply(false, nil)
		}
	}
	select {
	case <-drawn:
	case <-ctx.Done(): // a terminal that is paused keeps nobody who has to leave
		soon(drawn)
	}
	w.ends()
	if end.reason == "" {
		w.Leave()
	}
	return end
}

// silence is how long a holder may answer nothing before a session takes it for gone: one that was stopped lets go of nothing, and whoever
// sits here has to hear that.
const silence = 3 * time.Second

// alive asks the holder now and then whether it is there, and cuts the connection when it is not.
func (c *Connection) alive(ctx context.Context) {
	for {
		pause(ctx, time.Second)
		if ctx.Err() != nil {
			return
		}
		cut := time.AfterFunc(silence, func() { guarded(func() { _ = c.Close() }) })
		_, _, err := c.SendRequest(aliveRequest, true, nil)
		cut.Stop()
		if err != nil {
			return
		}
	}
}

// terminal asks for a terminal of the size of the window.
func (w *window) terminal(name string) []byte {
	size, err := w.device.Size()
	if err != nil {
		size = usual
	}
	return gossh.Marshal(&struct {
		Term       string
		W, H, X, Y uint32
		Modes      string
	}{name, uint32(size.Width), uint32(size.Height), 0, 0, ""})
}

// listen brings keys to the holder from now on. Where no session began yet it does nothing: that listens when it begins.
func (w *window) listen() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.line == nil || w.keys != nil {
		return nil
	}
	keys, err := cancelreader.NewReader(w.in)
	if err != nil {
		return err
	}
	line, read := w.line, make(chan struct{})
	w.keys, w.read = keys, read
	beside(func() {
		_, err := io.Copy(line, keys)
		close(read)
		if err == nil {
			_ = line.CloseWrite() // the terminal is gone
		}
	})
	return nil
}

// hush is how long whoever reads keys may take to hear that it is over, and a terminal to take what it is told at the end.
const hush = 500 * time.Millisecond

// soon waits until something was done, and for no more than a moment.
func soon(done <-chan struct{}) {
	select {
	case <-done:
	case <-time.After(hush):
	}
}

// deaf brings no more keys to the holder: somebody else reads them.
func (w *window) deaf() {
	w.mu.Lock()
	keys, read := w.keys, w.read
	w.keys = nil
	w.mu.Unlock()
	if keys == nil {
		return
	}
	if keys.Cancel() { // who reads has to hear it first: otherwise it goes on waiting, and takes the next key
		soon(read)
	}
	_ = keys.Close()
}
