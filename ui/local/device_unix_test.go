//go:build unix

package local

import (
	"os"
	"runtime"
	"slices"
	"syscall"
	"testing"
	"time"
)

// hearer notes what it is told, and lets nothing be stopped or ended.
type hearer struct{ told []string }

func (h *hearer) Resized()                { h.told = append(h.told, "resized") }
func (h *hearer) Lend(func() error) error { h.told = append(h.told, "lend"); return nil }
func (h *hearer) Again()                  { h.told = append(h.told, "again") }
func (h *hearer) Leave() {
	h.told = append(h.told, "leave")
	runtime.Goexit() // before the signal is raised
}

// TestWhatSignalsTell: another size, a stop and its end, and the end of the process: at once where it is sudden, and where it is asked for
// a second time.
func TestWhatSignalsTell(t *testing.T) {
	for _, c := range []struct {
		signals []syscall.Signal
		want    []string
	}{
		{[]syscall.Signal{syscall.SIGWINCH, syscall.SIGQUIT}, []string{"resized", "leave"}},
		{[]syscall.Signal{syscall.SIGTSTP, syscall.SIGQUIT}, []string{"lend", "leave"}},
		{[]syscall.Signal{syscall.SIGCONT, syscall.SIGQUIT}, []string{"again", "leave"}},
		{[]syscall.Signal{syscall.SIGTERM, syscall.SIGWINCH, syscall.SIGHUP}, []string{"resized", "leave"}},
		{[]syscall.Signal{syscall.SIGABRT}, []string{"leave"}},
	} {
		sizes, moves, ends := make(chan os.Signal), make(chan os.Signal), make(chan os.Signal)
		to, over := &hearer{}, make(chan struct{})
		go func() {
			defer close(over)
			tell(nil, to, sizes, moves, ends)
		}()
		for _, s := range c.signals {
			into := ends
			switch s {
			case syscall.SIGWINCH:
				into = sizes
			case syscall.SIGTSTP, syscall.SIGCONT:
				into = moves
			}
			select {
			case into <- s:
			case <-over:
				t.Fatalf("%v: it ended after %q", c.signals, to.told)
			}
		}
		select {
		case <-over:
		case <-time.After(30 * time.Second): // far more than any machine needs
			t.Fatalf("%v tells only %q", c.signals, to.told)
		}
		if !slices.Equal(to.told, c.want) {
			t.Errorf("%v tells %q instead of %q", c.signals, to.told, c.want)
		}
	}
}
