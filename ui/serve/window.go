package serve

import (
	"io"

	gossh "golang.org/x/crypto/ssh"

	"leerbalie/ui/draw"
	"leerbalie/ui/screen"
)

var _ screen.Owner = (*window)(nil)

// Lend gives the terminal back as it was while something else has it: an editor, or whoever stopped this process. What the session draws
// meanwhile is drawn anew afterwards. Errors: those of what was done, and that the session ended before.
func (w *window) Lend(do func() error) error {
	w.mu.Lock()
	w.depth++
	nested := w.depth > 1
	w.mu.Unlock()
	defer func() {
		w.mu.Lock()
		w.depth--
		w.mu.Unlock()
	}()
	if nested {
		return do()
	}
	w.lent.Lock()
	defer w.lent.Unlock()
	if w.ended() {
		return gone(io.EOF)
	}
	w.deaf()
	w.silence(true)
	w.pen.Lock() // nothing of what came before is shown afterwards
	w.Leave()
	w.pen.Unlock()
	err := do()
	if w.ended() { // whoever has the terminal next puts it in order
		w.silence(false)
		return err
	}
	if failed := w.device.Raw(); failed != nil {
		return failed
	}
	w.again()
	w.silence(false)
	w.Resized()
	if failed := w.listen(); failed != nil {
		return failed
	}
	return err
}

// Resized tells the holder the size of the window, upon which it draws all of it.
func (w *window) Resized() {
	w.mu.Lock()
	line := w.line
	w.mu.Unlock()
	if size, err := w.device.Size(); err == nil && line != nil {
		_, _ = line.SendRequest("window-change", false, gossh.Marshal(&struct{ W, H, X, Y uint32 }{uint32(size.Width), uint32(size.Height), 0, 0}))
	}
}

// Again takes the terminal after somebody else had it.
func (w *window) Again() {
	w.mu.Lock()
	lent := w.silent
	w.mu.Unlock()
	if lent || w.device.Raw() != nil {
		return
	}
	w.again()
	w.Resized()
}

func (w *window) again() {
	w.mu.Lock()
	take := w.take
	w.mu.Unlock()
	_, _ = io.WriteString(w.out, take)
}

// Leave gives the terminal back as it was, also one that is paused and takes nothing.
func (w *window) Leave() {
	told := make(chan struct{})
	beside(func() {
		defer close(told)
		_, _ = io.WriteString(w.out, w.given())
	})
	soon(told)
	_ = w.device.Restore()
}

// given is what puts the terminal in order; nothing where the session told it nothing.
func (w *window) given() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.give
}

func (w *window) silence(yes bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.silent = yes
}

// shownIn writes to a window, unless something else has it.
type shownIn struct{ w *window }

// Write shows what comes.
func (s shownIn) Write(p []byte) (int, error) {
	s.w.pen.Lock()
	defer s.w.pen.Unlock()
	s.w.mu.Lock()
	if s.w.take == "" {
		s.w.take, s.w.give = draw.Told(p)
	}
	silent := s.w.silent
	s.w.mu.Unlock()
	if silent {
		return len(p), nil
	}
	return s.w.out.Write(p)
}
