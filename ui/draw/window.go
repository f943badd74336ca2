package draw

import (
	"errors"
	"io"
	"sync"
	"time"

	"leerbalie/ui/screen"
)

// maxBeside bounds what waits to be written beside frames, in bytes: more than a clipboard takes.
const maxBeside = 256 << 10

// errFull says that a terminal takes nothing, and that no more is kept for it.
var errFull = errors.New("the terminal takes nothing")

// Window shows frames on a terminal. Nobody who gives it one waits for the terminal: one goroutine writes, and when the terminal was
// paused, what it draws is the newest.
type Window struct {
	out    io.Writer
	device screen.Device // nil where there is none
	kind   terminal
	mouse  bool
	broke  func(*Broke)
	wake   chan struct{}
	gone   chan struct{} // closed by Close
	left   chan struct{} // closed when the terminal was given back for good

	pen   sync.Mutex // held by whoever writes to the terminal, for as long as that takes
	cells *Cells
	holds bool // the terminal was told what it is when a session begins

	mu     sync.Mutex // held for moments
	text   string
	size   screen.Size
	fresh  bool // it was not drawn yet
	anew   bool // all of it has to be
	beside []byte
	scroll *bool // what Scroll asked for
	lines  bool  // nothing is drawn: only what is written beside frames goes out
	within bool  // … and the last of it was not the end of a line
	lent   int   // how often the terminal is lent now
	closed bool
}

// NewWindow begins to show on a terminal, of which it takes nothing before there is a frame. broke hears of a panic.
func NewWindow(t screen.Terminal, mouse, scrolls bool, broke func(*Broke)) *Window {
	w := &Window{out: t.Out, device: t.Device, kind: knows(t.Term), mouse: mouse, broke: broke, cells: NewCells(t.Term, scrolls),
		wake: make(chan struct{}, 1), gone: make(chan struct{}), left: make(chan struct{})}
	w.lines = t.Linear
	beside(w.paint, broke)
	return w
}

// Show shows a frame: lines with their styles, for a window of a size. An empty one, or one for no size, leaves what stands there.
func (w *Window) Show(text string, size screen.Size) {
	if text == "" || size.Width <= 0 || size.Height <= 0 {
		return
	}
	w.mu.Lock()
	w.text, w.size, w.fresh = text, size, true
	w.mu.Unlock()
	w.call()
}

// Anew draws all of the next frame, or of the last where there is none.
func (w *Window) Anew() {
	w.mu.Lock()
	w.anew = true
	w.mu.Unlock()
	w.call()
}

// Scroll says whether lines may be moved by scroll regions from now on.
func (w *Window) Scroll(yes bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.scroll = &yes
}

// Write gives the terminal something beside the frames, such as its bell, between two of them. It does not wait. Errors: that
// the terminal takes nothing.
func (w *Window) Write(p []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.closed || len(w.beside)+len(p) > maxBeside {
		return 0, errFull
	}
	w.beside = append(w.beside, p...)
	w.call()
	return len(p), nil
}

func (w *Window) call() {
	select {
	case w.wake <- struct{}{}:
	default:
	}
}

func (w *Window) paint() {
	for {
		select {
		case <-w.gone:
			return
		case <-w.wake:
			w.draw()
		}
	}
}

// draw writes what there is to write.
func (w *Window) draw() {
	w.pen.Lock()
	defer w.pen.Unlock()
	w.mu.Lock()
	if w.lines && w.lent == 0 && !w.closed {
		out := w.beside
		w.beside = nil
		w.mu.Unlock()
		w.writes(out)
		return
	}
	if w.lent > 0 || w.closed || w.text == "" {
		w.mu.Unlock()
		return
	}
	text, size, anew, out := w.text, w.size, w.anew, w.beside
	draws := w.fresh || anew
	w.fresh, w.anew, w.beside = false, false, nil
	if w.scroll != nil {
		w.cells.Scroll(*w.scroll)
		w.scroll = nil
	}
	w.mu.Unlock()
	if !w.holds {
		out = append([]byte(w.kind.take(w.mouse)), out...)
		w.holds, anew = true, true
	}
	if anew {
		w.cells.Anew()
	}
	if draws {
		if frame := w.cells.Frame(text, size); out == nil {
			out = frame
		} else {
			out = append(out, frame...)
		}
	}
	if len(out) == 0 {
		return
	}
	if _, err := w.out.Write(out); err != nil {
		w.cells.Anew() // nobody knows how much of it came
	}
}

// writes gives the terminal lines. The pen is held.
func (w *Window) writes(out []byte) {
	if len(out) > 0 {
		w.within = out[len(out)-1] != '\n'
		_, _ = w.out.Write(out)
	}
}

// Lend gives the terminal back, does something, and takes it again. What is shown meanwhile is drawn afterwards. Whoever already has it
// lent keeps it. The error is that of what was done.
func (w *Window) Lend(do func() error) error {
	w.mu.Lock()
	w.lent++
	first := w.lent == 1
	w.mu.Unlock()
	if first {
		w.pen.Lock()
		w.leave()
		w.pen.Unlock()
	}
	err := do()
	w.mu.Lock()
	w.lent--
	w.mu.Unlock()
	w.Again()
	return err
}

// Again takes the terminal as if nothing were known of it, unless it is lent.
func (w *Window) Again() {
	w.pen.Lock()
	defer w.pen.Unlock()
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.lent > 0 || w.closed {
		return
	}
	if w.device != nil {
		_ = w.device.Raw() // where that fails keys come by the line: no reason to end
	}
	w.holds, w.anew = false, true
	w.call()
}

// leave gives the terminal back. The pen is held.
func (w *Window) leave() {
	if w.holds {
		w.holds = false
		_, _ = io.WriteString(w.out, w.kind.give())
	}
	if w.device != nil {
		_ = w.device.Restore()
	}
}

// goodbye is how long a terminal may take to be given back, once that is in a hurry.
const goodbye = 500 * time.Millisecond

// Close gives the terminal back, and shows nothing any more. It waits until the terminal took that, or until hurry was closed and a
// moment went by: one that is paused keeps nobody then, nor who closes it while somebody else waits for that.
func (w *Window) Close(hurry <-chan struct{}) {
	w.mu.Lock()
	first, last := !w.closed, w.beside
	w.closed, w.beside = true, nil
	w.mu.Unlock()
	if first {
		close(w.gone)
		beside(func() { w.end(last) }, w.broke)
	}
	select {
	case <-w.left:
		return
	case <-hurry:
	}
	select {
	case <-w.left:
	case <-time.After(goodbye):
		if w.device != nil {
			_ = w.device.Restore()
		}
	}
}

// end gives the terminal the last that was written beside frames, and gives it back.
func (w *Window) end(last []byte) {
	defer close(w.left)
	w.pen.Lock()
	defer w.pen.Unlock()
	if w.lines {
		w.writes(last)
		if w.within {
			w.writes([]byte("\r\n"))
		}
	}
	w.leave()
}
