package file

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"leerbalie/model/fault"
)

// Create makes the file at path. build fills a temporary file in the same folder, which exists, is empty and is ours
// alone (0600); when it returns, the file is synced and gets its name, unless another has that name by then. After a
// failure nothing is left. A folder that is missing is made, open to its owner only.
//
// Errors: build's; Conflict when path is taken; ReadOnly, Full or Refused from the disk; Refused on a network drive.
func Create(path string, build func(tmp string) error) error {
	if _, err := os.Lstat(path); err == nil {
		return fault.New(fault.Conflict, "store-exists", "path", path)
	} else if !errors.Is(err, fs.ErrNotExist) {
		return problem(err, path)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return problem(err, path)
	}
	return place(path, build, moveNew)
}

// Replace is Create for a path that is there already, such as a store that was made compact: the old file stays until
// the new one is whole on disk, and is then gone. look is asked just before whether what has the name may go. Errors: as Create,
// without Conflict; look's.
func Replace(path string, build func(tmp string) error, look func() error) error {
	return place(path, build, func(from, to string) error {
		if err := look(); err != nil {
			return err
		}
		return os.Rename(from, to)
	})
}

// place builds a file and moves it into its place.
func place(path string, build func(tmp string) error, move func(from, to string) error) (err error) {
	folder := filepath.Dir(path)
	if err := local(folder); err != nil {
		return err
	}
	f, err := os.CreateTemp(folder, unfinished(path)+"*")
	if err != nil {
		return creating(err, path)
	}
	tmp := f.Name()
	defer func() {
		if err == nil {
			return
		}
		if left := gone(tmp); left != nil {
			err = errors.Join(err, left)
		}
	}()
	if err := f.Close(); err != nil {
		return problem(err, path)
	}
	if err := build(tmp); err != nil {
		return err
	}
	if err := settle(tmp); err != nil {
		return problem(err, path)
	}
	if err := move(tmp, path); err != nil {
		return problem(err, path)
	}
	return problem(syncFolder(folder), path)
}

// Sweep removes what a Create or Replace for path left behind when its program was killed: such a file can hold what has
// been erased since. It is called by whoever has the store locked, so that none of these files is in use. What cannot be
// removed stays for the next time.
func Sweep(path string) {
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		return
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), unfinished(path)) {
			_ = gone(filepath.Join(filepath.Dir(path), e.Name()))
		}
	}
}

// unfinished is how the name of a file begins that is to become path.
func unfinished(path string) string { return "." + filepath.Base(path) + ".new-" }

// settle makes a file private and waits until it is on disk.
func settle(path string) (err error) {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	if err := f.Chmod(0o600); err != nil && !errors.Is(err, errors.ErrUnsupported) {
		return err
	}
	return f.Sync()
}

// creating is fault for the making of a file: what may not be written to then is the folder.
func creating(err error, path string) error {
	if errors.Is(err, fs.ErrPermission) {
		return fault.New(fault.ReadOnly, "store-folder-read-only", "path", filepath.Dir(path)).Because(err)
	}
	return problem(err, path)
}

// gone removes a file that may be gone already.
func gone(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return problem(err, path)
	}
	return nil
}

// moveByLink names a file without overwriting where the system has no such move: a second name is made, which fails
// when it is taken, and the first one goes. File systems without links get a look and a move.
func moveByLink(from, to string) error {
	err := os.Link(from, to)
	switch {
	case err == nil:
		return os.Remove(from)
	case errors.Is(err, fs.ErrExist):
		return err
	}
	if _, err := os.Lstat(to); err == nil {
		return &fs.PathError{Op: "rename", Path: to, Err: fs.ErrExist}
	}
	return os.Rename(from, to)
}
