//go:build linux || darwin

package serve

import (
	"io/fs"
	"net"
	"os"
	"syscall"
)

// samePeer tells whether the process at the other end of a socket is of this account, as the system says.
func samePeer(c *net.UnixConn) bool {
	raw, err := c.SyscallConn()
	if err != nil {
		return false
	}
	same := false
	err = raw.Control(func(fd uintptr) {
		who, err := accountOf(int(fd))
		same = err == nil && int(who) == os.Getuid()
	})
	return err == nil && same
}

func ownedByUs(info fs.FileInfo) bool {
	s, ok := info.Sys().(*syscall.Stat_t)
	return ok && int(s.Uid) == os.Getuid()
}
