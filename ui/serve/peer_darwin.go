package serve

import "golang.org/x/sys/unix"

// accountOf is the account of the process at the other end of a socket.
func accountOf(fd int) (uint32, error) {
	who, err := unix.GetsockoptXucred(fd, unix.SOL_LOCAL, unix.LOCAL_PEERCRED)
	if err != nil {
		return 0, err
	}
	return who.Uid, nil
}
