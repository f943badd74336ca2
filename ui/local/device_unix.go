//go:build !windows

package local

import (
	"os"
	"os/signal"
	"slices"
	"syscall"

	"golang.org/x/sys/unix"

	"leerbalie/ui/screen"
)

// speak does nothing here: what is written to a terminal is understood by it.
func (d *device) speak() error { return nil }

// Waits reports whether keys wait to be read.
func (d *device) Waits() bool {
	fds := []unix.PollFd{{Fd: int32(d.in.Fd()), Events: unix.POLLIN}}
	n, err := unix.Poll(fds, 0)
	return err == nil && n > 0 && fds[0].Revents&unix.POLLIN != 0
}

// Signals that end a process. Those of leaving come first to whoever runs the session, which leaves in order; who asks a second time
// has no time to wait.
var (
	leaving = []os.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP}
	fatal   = []os.Signal{syscall.SIGQUIT, syscall.SIGABRT, syscall.SIGILL, syscall.SIGTRAP, syscall.SIGSYS, syscall.SIGBUS, syscall.SIGFPE, syscall.SIGSEGV}
)

// Watch tells of another size, gives the terminal back while the process is stopped, and before it ends by a signal.
func (d *device) Watch() func(done <-chan struct{}, to screen.Owner) {
	sizes, moves, ends := make(chan os.Signal, 1), make(chan os.Signal, 4), make(chan os.Signal, 4)
	signal.Notify(sizes, syscall.SIGWINCH)
	signal.Notify(moves, syscall.SIGTSTP, syscall.SIGCONT)
	signal.Notify(ends, slices.Concat(leaving, fatal)...)
	return func(done <-chan struct{}, to screen.Owner) {
		defer signal.Stop(sizes)
		defer signal.Stop(moves)
		defer signal.Stop(ends)
		tell(done, to, sizes, moves, ends)
	}
}

// tell tells what signals bring.
func tell(done <-chan struct{}, to screen.Owner, sizes, moves, ends chan os.Signal) {
	asked := false
	for {
		select {
		case <-done:
			return
		case <-sizes:
			to.Resized()
		case s := <-moves:
			if s == syscall.SIGCONT { // it was stopped in a way that nobody can see coming
				to.Again()
				continue
			}
			_ = to.Lend(func() error { return stop(moves) })
		case s := <-ends:
			if !asked && slices.Contains(leaving, s) {
				asked = true
				continue
			}
			to.Leave()
			raise(s)
		}
	}
}

// stop stops this process, and returns when it goes on. Go keeps no way to what SIGTSTP does by itself once it was caught; the first
// process of a session is not stopped by that, as nobody could wake it.
func stop(moves <-chan os.Signal) error {
	if first, err := unix.Getsid(0); err != nil || first == os.Getpid() {
		return err
	}
	if err := syscall.Kill(os.Getpid(), syscall.SIGSTOP); err != nil {
		return err
	}
	for s := range moves {
		if s == syscall.SIGCONT {
			break
		}
	}
	return nil
}

// raise does to this process what a signal does that nobody catches.
func raise(s os.Signal) {
	signal.Reset(s)
	if n, ok := s.(syscall.Signal); ok {
		_ = syscall.Kill(os.Getpid(), n)
	}
}
