package file

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"strings"
	"syscall"

	"golang.org/x/sys/unix"
)

// network names the network file system that a folder is on, "" for a disk of this machine. The numbers are those of
// statfs(2) and of the kernel's include/uapi/linux/magic.h.
func network(folder string) string {
	var s unix.Statfs_t
	if err := unix.Statfs(folder, &s); err != nil {
		return ""
	}
	switch uint32(s.Type) {
	case 0x6969:
		return "NFS"
	case 0xFF534D42, 0xFE534D42, 0x517B:
		return "SMB"
	case 0x01021997:
		return "9p"
	case 0x5346414F, 0x6B414653:
		return "AFS"
	case 0x73757245:
		return "Coda"
	case 0x564C:
		return "NCP"
	case 0x00C36400:
		return "Ceph"
	case 0x0BD00BD0:
		return "Lustre"
	case 0x65735546:
		return remoteFuse(folder)
	}
	return ""
}

// remoteFuse names the program behind a FUSE mount when that reaches over a network; others are local disks.
func remoteFuse(folder string) string {
	var st unix.Stat_t
	if err := unix.Stat(folder, &st); err != nil {
		return ""
	}
	f, err := os.Open("/proc/self/mountinfo")
	if err != nil {
		return ""
	}
	defer f.Close()
	return fuseKind(bufio.NewScanner(f), fmt.Sprintf("%d:%d", unix.Major(uint64(st.Dev)), unix.Minor(uint64(st.Dev))))
}

// fuseKind looks a device up in the list of mounts (proc(5): the device is the third word, the type follows " - ").
func fuseKind(mounts *bufio.Scanner, device string) string {
	for mounts.Scan() {
		before, after, ok := strings.Cut(mounts.Text(), " - ")
		words := strings.Fields(before)
		if !ok || len(words) < 3 || words[2] != device {
			continue
		}
		kind, _, _ := strings.Cut(after, " ")
		switch name := strings.TrimPrefix(kind, "fuse."); name {
		case "sshfs", "rclone", "davfs", "davfs2", "s3fs", "gcsfuse", "glusterfs", "curlftpfs", "gvfsd-fuse", "onedriver", "google-drive-ocamlfuse":
			return name
		}
		return ""
	}
	return ""
}

// moveNew gives a file its name unless that is taken.
func moveNew(from, to string) error {
	err := unix.Renameat2(unix.AT_FDCWD, from, unix.AT_FDCWD, to, unix.RENAME_NOREPLACE)
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, syscall.ENOSYS) {
		return moveByLink(from, to)
	}
	return err
}
