//go:build !windows

package serve

import (
	"os"
	"os/signal"
	"syscall"
)

// onResize does something whenever the window has another size, until stop is called.
func onResize(do func()) (stop func()) {
	sizes := make(chan os.Signal, 1)
	signal.Notify(sizes, syscall.SIGWINCH)
	done := make(chan struct{})
	beside(func() {
		for {
			select {
			case <-sizes:
				do()
			case <-done:
				return
			}
		}
	})
	return func() { signal.Stop(sizes); close(done) }
}
