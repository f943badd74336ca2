//go:build unix

package file

import (
	"errors"
	"io/fs"
	"os"
	"syscall"

	"golang.org/x/sys/unix"

	"leerbalie/model/fault"
)

// private tells whether the file is ours and nobody else's to read or write.
func private(path string, info fs.FileInfo) error {
	if stat, ok := info.Sys().(*syscall.Stat_t); ok && int(stat.Uid) != os.Geteuid() {
		return fault.New(fault.Refused, "store-other-owner", "path", path)
	}
	if info.Mode().Perm()&0o077 != 0 {
		return fault.New(fault.Refused, "store-open-to-others", "path", path)
	}
	return nil
}

// OtherNames counts the other names of a file (hard links): under these it stays as it is when it is replaced.
func OtherNames(info fs.FileInfo) int {
	if stat, ok := info.Sys().(*syscall.Stat_t); ok && stat.Nlink > 1 {
		return int(stat.Nlink) - 1
	}
	return 0
}

func folderWritable(folder string) error {
	info, err := os.Stat(folder)
	if err != nil {
		return problem(err, folder)
	}
	if err := unix.Access(folder, unix.W_OK|unix.X_OK); err != nil || info.Mode().Perm()&0o222 == 0 {
		return fault.New(fault.ReadOnly, "store-folder-read-only", "path", folder)
	}
	return nil
}

// syncFolder waits until the names in a folder are on disk. Some file systems cannot, and need not.
func syncFolder(folder string) error {
	f, err := os.Open(folder)
	if err != nil {
		return err
	}
	err = f.Sync()
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, errors.ErrUnsupported) {
		err = nil
	}
	return errors.Join(err, f.Close())
}

func isFull(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) || errors.Is(err, syscall.EFBIG)
}

func isReadOnly(err error) bool { return errors.Is(err, syscall.EROFS) }
