package file

import (
	"errors"

	"golang.org/x/sys/unix"
)

// network names the network file system that a folder is on, "" for a disk of this machine.
func network(folder string) string {
	var s unix.Statfs_t
	if err := unix.Statfs(folder, &s); err != nil || s.Flags&unix.MNT_LOCAL != 0 {
		return ""
	}
	return unix.ByteSliceToString(s.Fstypename[:])
}

// moveNew gives a file its name unless that is taken.
func moveNew(from, to string) error {
	err := unix.RenamexNp(from, to, unix.RENAME_EXCL)
	if errors.Is(err, unix.ENOTSUP) || errors.Is(err, unix.EINVAL) {
		return moveByLink(from, to)
	}
	return err
}
