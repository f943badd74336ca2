package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"strings"
	"sync"
	"time"

	"github.com/creack/pty"
	"github.com/hinshun/vt10x"
)

// The keys that are not a letter.
const (
	enter = "\r"
	esc   = "\x1b"
	tab   = "\t"
	ctrlL = "\x0c"
	ctrlS = "\x13"
	ctrlU = "\x15"
)

// errGone is what a screen says whose program or connection has ended.
var errGone = errors.New("the session ended")

// errLate is what a screen says that does not show what was waited for.
var errLate = errors.New("the screen does not show it")

// screen is a session as a person has it before them: keys go in, and an emulator keeps what they would see.
type screen struct {
	in   io.Writer
	cmd  *exec.Cmd            // of a program in a terminal of its own; nil for a session without one
	size func(w, h int) error // makes the window another size
	end  func()
	done chan struct{}

	mu    sync.Mutex
	vt    vt10x.Terminal
	raw   bytes.Buffer
	quiet bool          // raw is not kept
	news  chan struct{} // closed and renewed when the screen has changed
	last  time.Time     // when something came in
	clear time.Time     // when the whole screen was drawn anew
}

// show is a screen on a way in and a way out.
func show(columns, rows int, in io.Writer, out io.Reader, end func()) *screen {
	x := &screen{in: in, end: end, done: make(chan struct{}), vt: vt10x.New(vt10x.WithSize(columns, rows)), news: make(chan struct{})}
	go x.read(out)
	return x
}

// start runs a program in a terminal of its own.
func start(cmd *exec.Cmd, columns, rows int) (*screen, error) {
	tty, err := pty.StartWithSize(cmd, &pty.Winsize{Cols: uint16(columns), Rows: uint16(rows)})
	if err != nil {
		return nil, err
	}
	x := show(columns, rows, tty, tty, func() {
		_ = cmd.Wait()
		_ = tty.Close()
	})
	x.cmd = cmd
	x.size = func(w, h int) error { return pty.Setsize(tty, &pty.Winsize{Cols: uint16(w), Rows: uint16(h)}) }
	return x, nil
}

func (x *screen) read(out io.Reader) {
	defer close(x.done)
	defer x.end()
	buf := make([]byte, 32<<10)
	for {
		n, err := out.Read(buf)
		if n > 0 {
			x.mu.Lock()
			x.last = time.Now()
			if bytes.Contains(buf[:n], []byte("\x1b[2J")) {
				x.clear = x.last
			}
			if !x.quiet {
				x.raw.Write(buf[:n])
			}
			_, _ = x.vt.Write(buf[:n])
			close(x.news)
			x.news = make(chan struct{})
			x.mu.Unlock()
		}
		if err != nil {
			return
		}
	}
}

// text is what stands on the screen, and a channel that is closed when that changes.
func (x *screen) text() (string, <-chan struct{}) {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.vt.String(), x.news
}

// all is everything that was ever written to the screen, without what positions and colours it.
func (x *screen) all() string {
	x.mu.Lock()
	defer x.mu.Unlock()
	return plain(x.raw.Bytes())
}

// plain takes the sequences of a terminal out of what was written to it.
func plain(raw []byte) string {
	var b strings.Builder
	for i := 0; i < len(raw); i++ {
		if raw[i] != 0x1b {
			b.WriteByte(raw[i])
			continue
		}
		if i+1 >= len(raw) {
			break
		}
		i++
		switch raw[i] {
		case '[':
			for i++; i < len(raw) && (raw[i] < 0x40 || raw[i] > 0x7e); i++ {
			}
		case ']':
			for i++; i < len(raw) && raw[i] != 0x07 && raw[i] != 0x1b; i++ {
			}
		}
	}
	return b.String()
}

// press types keys, one write each.
func (x *screen) press(keys ...string) error {
	for _, k := range keys {
		if _, err := io.WriteString(x.in, k); err != nil {
			return errGone
		}
	}
	return nil
}

// until waits for what a person would wait for. Errors: errGone, errLate.
func (x *screen) until(patience time.Duration, ok func(string) bool) (string, error) {
	late := time.NewTimer(patience)
	defer late.Stop()
	for {
		text, news := x.text()
		if ok(text) {
			return text, nil
		}
		select {
		case <-news:
		case <-x.done:
			if text, _ := x.text(); ok(text) {
				return text, nil
			}
			return text, errGone
		case <-late.C:
			return text, errLate
		}
	}
}

// shows waits until every text stands on the screen.
func (x *screen) shows(patience time.Duration, texts ...string) (string, error) {
	screen, err := x.until(patience, func(screen string) bool {
		for _, t := range texts {
			if !strings.Contains(screen, t) {
				return false
			}
		}
		return true
	})
	if err != nil {
		err = fmt.Errorf("%w: %q", err, texts)
	}
	return screen, err
}

// settled waits until nothing came in for so long.
func (x *screen) settled(still time.Duration) {
	for range 100 {
		x.mu.Lock()
		since := time.Since(x.last)
		x.mu.Unlock()
		if since >= still {
			return
		}
		select {
		case <-time.After(still - since):
		case <-x.done:
			return
		}
	}
}

// redrawn presses the key that draws everything anew, again and again, and tells how long after a moment that was done.
func (x *screen) redrawn(after time.Time, patience time.Duration) (time.Duration, error) {
	for time.Since(after) < patience {
		if err := x.press(ctrlL); err != nil {
			return 0, err
		}
		select {
		case <-time.After(20 * time.Millisecond):
		case <-x.done:
			return 0, errGone
		}
		x.mu.Lock()
		at := x.clear
		x.mu.Unlock()
		if at.After(after) {
			return at.Sub(after), nil
		}
	}
	return 0, errLate
}

// gone tells whether the session has ended.
func (x *screen) gone() bool {
	select {
	case <-x.done:
		return true
	default:
		return false
	}
}

// kill ends the program as a power cut would.
func (x *screen) kill() {
	if x.cmd != nil {
		_ = x.cmd.Process.Kill()
		<-x.done
	}
}

// trimmed is a screen without its empty lines.
func trimmed(screen string) string {
	var b strings.Builder
	for line := range strings.Lines(screen) {
		if line = strings.TrimRight(line, " │\n"); line != "" {
			b.WriteString(line + "\n")
		}
	}
	return b.String()
}
