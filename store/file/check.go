package file

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"leerbalie/model/fault"
)

// Check tells whether path is a store file that bbolt can be given to write. It changes nothing: a file that others may
// read is refused with what to do, as only its owner knows who has read it.
//
// Errors: NotFound when there is none; Refused for a link, for somebody else's file, for one that others can read, and on
// a network drive; Invalid for a folder or a device; Damaged for an empty, foreign or cut-off file; Newer for a file
// format to come; ReadOnly when the file or its folder cannot be written.
func Check(path string) error {
	if err := CheckReadOnly(path); err != nil {
		return err
	}
	return writable(path)
}

// CheckReadOnly is Check for a file that is only going to be read. Errors: as Check, without ReadOnly.
func CheckReadOnly(path string) error {
	info, err := os.Lstat(path)
	if err != nil {
		return problem(err, path)
	}
	switch mode := info.Mode(); {
	case mode&fs.ModeSymlink != 0:
		return fault.New(fault.Refused, "store-is-link", "path", path)
	case mode.IsDir():
		return fault.New(fault.Invalid, "store-is-folder", "path", path)
	case !mode.IsRegular():
		return fault.New(fault.Invalid, "store-not-a-file", "path", path)
	}
	if err := local(filepath.Dir(path)); err != nil {
		return err
	}
	if err := private(path, info); err != nil {
		return err
	}
	if info.Size() == 0 {
		return fault.New(fault.Damaged, "store-empty", "path", path)
	}
	f, err := os.Open(path)
	if err != nil {
		return problem(err, path)
	}
	defer f.Close()
	opened, err := f.Stat()
	if err != nil {
		return problem(err, path)
	}
	if !os.SameFile(info, opened) {
		return fault.New(fault.Conflict, "store-replaced", "path", path)
	}
	return checkPages(f, opened.Size(), path)
}

// IsData tells whether what stands at path, or what a link there leads to, holds data as a store, a copy of one and a bundle do,
// whole or damaged: it tells by what is in it. What is not there does not. Errors: those of the file system.
func IsData(path string) (bool, error) {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) || err == nil && !info.Mode().IsRegular() {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	f, err := os.Open(path)
	if err != nil {
		return false, err
	}
	defer f.Close()
	metas, problem := readMetas(f, info.Size())
	return len(metas) > 0 || problem != metaForeign || hasPages(f) || isBundle(f), nil
}

// writable tells whether the file and its folder can be written. A file without its owner's write bit was made
// read-only on purpose, and stays so for an administrator, who could write it.
func writable(path string) error {
	info, err := os.Stat(path)
	if err != nil {
		return problem(err, path)
	}
	if info.Mode().Perm()&0o200 == 0 {
		return fault.New(fault.ReadOnly, "store-read-only", "path", path)
	}
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return fault.New(fault.ReadOnly, "store-read-only", "path", path).Because(err)
	}
	if err := f.Close(); err != nil {
		return problem(err, path)
	}
	return folderWritable(filepath.Dir(path))
}

// local tells whether a folder is on a disk of this machine; where that cannot be found out, it is taken to be.
// Over a network, locks and mapped files do not do what bbolt needs of them.
func local(folder string) error {
	if kind := network(folder); kind != "" {
		return fault.New(fault.Refused, "store-on-network", "path", folder, "kind", kind)
	}
	return nil
}

// problem gives an error of the file system its kind and its sentence.
func problem(err error, path string) error {
	var known *fault.Error
	switch {
	case err == nil || errors.As(err, &known):
		return err
	case isFull(err):
		return fault.New(fault.Full, "disk-full", "path", path).Because(err)
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR):
		return fault.New(fault.NotFound, "store-missing", "path", path).Because(err)
	case errors.Is(err, fs.ErrExist):
		return fault.New(fault.Conflict, "store-exists", "path", path).Because(err)
	case isReadOnly(err):
		return fault.New(fault.ReadOnly, "store-folder-read-only", "path", filepath.Dir(path)).Because(err)
	case errors.Is(err, fs.ErrPermission):
		return fault.New(fault.Refused, "store-no-access", "path", path).Because(err)
	}
	return fault.New(fault.Internal, "store-file-failed", "path", path).Because(err)
}
