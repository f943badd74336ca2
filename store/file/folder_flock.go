//go:build unix && !solaris && !aix

package file

import (
	"errors"
	"os"
	"time"

	"golang.org/x/sys/unix"
)

// holdsFolders tells whether folders can be held here.
const holdsFolders = true

// share holds a folder while a file is made in it, together with others who do: whoever removes what was never finished leaves the
// folder alone meanwhile. A lock is gone with its process. Where there is none to be had, one goes on without.
func share(folder string) (unlock func()) {
	f, err := os.Open(folder)
	if err != nil {
		return func() {}
	}
	for range 50 { // half a second: others hold it alone while they remove a file
		if err = unix.Flock(int(f.Fd()), unix.LOCK_SH|unix.LOCK_NB); !errors.Is(err, unix.EWOULDBLOCK) {
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
	return func() { _ = f.Close() }
}

// sole holds a folder if nobody makes a file in it.
func sole(folder string) (unlock func(), ok bool) {
	f, err := os.Open(folder)
	if err != nil {
		return nil, false
	}
	if err := unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB); errors.Is(err, unix.EWOULDBLOCK) {
		_ = f.Close()
		return nil, false
	}
	return func() { _ = f.Close() }, true
}
