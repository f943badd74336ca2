package file

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"golang.org/x/sys/windows"

	"leerbalie/model/fault"
)

// private leaves rights to the folder: a user's own folders are closed to others, and files take that over.
func private(string, fs.FileInfo) error { return nil }

// OtherNames is not told here: the count is not in what a look at a file gives.
func OtherNames(fs.FileInfo) int { return 0 }

func folderWritable(folder string) error {
	f, err := os.CreateTemp(folder, ".try-*")
	if err != nil {
		return fault.New(fault.ReadOnly, "store-folder-read-only", "path", folder).Because(err)
	}
	return errors.Join(f.Close(), gone(f.Name()))
}

// network names the network drive that a folder is on, "" for a disk of this machine.
func network(folder string) string {
	whole, err := filepath.Abs(folder)
	if err != nil {
		return ""
	}
	root, err := windows.UTF16PtrFromString(filepath.VolumeName(whole) + `\`)
	if err != nil || windows.GetDriveType(root) != windows.DRIVE_REMOTE {
		return ""
	}
	return filepath.VolumeName(whole)
}

// moveNew gives a file its name unless that is taken, and waits until it has it.
func moveNew(from, to string) error {
	a, err := windows.UTF16PtrFromString(from)
	if err != nil {
		return err
	}
	b, err := windows.UTF16PtrFromString(to)
	if err != nil {
		return err
	}
	return windows.MoveFileEx(a, b, windows.MOVEFILE_WRITE_THROUGH)
}

// syncFolder has nothing to do: the move waited.
func syncFolder(string) error { return nil }

func isFull(err error) bool {
	return errors.Is(err, windows.ERROR_DISK_FULL) || errors.Is(err, windows.ERROR_HANDLE_DISK_FULL)
}

func isReadOnly(err error) bool { return errors.Is(err, windows.ERROR_WRITE_PROTECT) }
