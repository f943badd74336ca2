package file

import (
	"crypto/rand"
	"errors"
	"io"
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
	if err := free(path); err != nil {
		return err
	}
	Sweep(path)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return problem(err, path)
	}
	return placing{move: moveNew}.place(path, build)
}

// free tells whether nothing has a name. Errors: Conflict when something has.
func free(path string) error {
	if _, err := os.Lstat(path); err == nil {
		return fault.New(fault.Conflict, "store-exists", "path", path)
	} else if !errors.Is(err, fs.ErrNotExist) {
		return problem(err, path)
	}
	return nil
}

// Owing notes that the file tmp has to go if it is never finished, before it is made. paid crosses that out, and is called when the
// file is not there any more. Whoever has no place to note it leaves it to Sweep.
type Owing func(tmp string) (paid func())

// CreateOwing is Create for a file elsewhere than beside the store, where Sweep does not look.
func CreateOwing(path string, owing Owing, build func(tmp string) error) error {
	if err := free(path); err != nil {
		return err
	}
	return placing{move: moveNew, owing: owing}.place(path, build)
}

// Replace is Create for a path that is there already, such as a store that was made compact: the old file stays until
// the new one is whole on disk, and is then gone. look is asked just before whether what has the name may go. Errors: as Create,
// without Conflict; look's.
func Replace(path string, build func(tmp string) error, look func() error) error {
	return placing{move: afterLook(look)}.place(path, build)
}

func afterLook(look func() error) func(from, to string) error {
	return func(from, to string) error {
		if err := look(); err != nil {
			return err
		}
		return os.Rename(from, to)
	}
}

// Write makes a file, which is no store, of what write writes: there whole or not at all, and only its owner may read it. over lets
// it take the place of another, but never of data: see IsData; nor of what spared, which may be nil, says has to stay. Errors:
// write's; Refused for data; spared's; those of the file system, fs.ErrExist for a name that is taken.
func Write(path string, over bool, owing Owing, spared func(path string) error, write func(io.Writer) error) error {
	if strings.HasSuffix(path, "/") {
		return folder(path)
	}
	if _, err := os.Lstat(path); err == nil && !over {
		return &fs.PathError{Op: "create", Path: path, Err: fs.ErrExist}
	}
	look := func() error {
		err := replaceable(path)
		if err == nil && spared != nil {
			err = spared(path)
		}
		return err
	}
	if err := look(); err != nil {
		return err
	}
	move := moveNew
	if over {
		move = afterLook(look)
	}
	return placing{move: move, owing: owing, anywhere: true}.place(path, func(tmp string) error {
		f, err := os.OpenFile(tmp, os.O_WRONLY, 0)
		if err != nil {
			return err
		}
		return errors.Join(write(f), f.Close())
	})
}

// folder makes a folder that only who runs the program may look into, where there is none. Errors: those of the file system.
func folder(path string) error {
	err := os.Mkdir(path, 0o700)
	if info, there := os.Stat(path); err != nil && there == nil && info.IsDir() {
		return nil
	}
	return err
}

// replaceable tells whether something else may get the name of what stands at path. Errors: Refused for data; Invalid for what is no
// file, such as a folder or a device.
func replaceable(path string) error {
	switch info, err := os.Stat(path); {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case info.IsDir():
		return fault.New(fault.Invalid, "store-is-folder", "path", path)
	case !info.Mode().IsRegular():
		return fault.New(fault.Invalid, "store-not-a-file", "path", path)
	}
	data, err := IsData(path)
	if err == nil && data {
		err = fault.New(fault.Refused, "output-is-data", "path", path)
	}
	return err
}

// placing is how a file gets its place.
type placing struct {
	move     func(from, to string) error
	owing    Owing // nil: nobody notes it
	anywhere bool  // on any drive, with the errors of the file system as they are: for what is no store
}

// place builds a file under a name of its own and moves it into its place.
func (p placing) place(path string, build func(tmp string) error) (err error) {
	folder, problem := filepath.Dir(path), problem
	if p.anywhere {
		problem = plainly
	} else if err := local(folder); err != nil {
		return err
	}
	defer share(folder)()
	tmp := filepath.Join(folder, unfinished(path)+strings.ToLower(rand.Text()[:16]))
	if p.owing != nil {
		paid := p.owing(tmp)
		defer func() {
			if _, there := os.Lstat(tmp); errors.Is(there, fs.ErrNotExist) {
				paid()
			}
		}()
	}
	f, err := os.OpenFile(tmp, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		if p.anywhere {
			return plainly(err, path)
		}
		return creating(err, path)
	}
	defer func() {
		_ = f.Close() // nothing was written by it, and it may be closed already
		if err == nil {
			return
		}
		if left := gone(tmp); left != nil {
			err = errors.Join(err, left)
		}
	}()
	if err := build(tmp); err != nil {
		return err
	}
	if p.anywhere {
		err = f.Sync()
	} else {
		err = settle(tmp)
	}
	if err != nil {
		return problem(err, path)
	}
	if err := f.Close(); err != nil { // until here, nobody can remove it on Windows
		return problem(err, path)
	}
	if err := p.move(tmp, path); err != nil {
		return problem(err, path)
	}
	if err := syncFolder(folder); !p.anywhere { // other drives may not know how
		return problem(err, path)
	}
	return nil
}

// plainly names the file that was asked for, not the one with a name of its own.
func plainly(err error, path string) error {
	var failed *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &failed):
		return &fs.PathError{Op: failed.Op, Path: path, Err: failed.Err}
	case errors.As(err, &link):
		return &fs.PathError{Op: link.Op, Path: path, Err: link.Err}
	case errors.Is(err, fs.ErrExist):
		return &fs.PathError{Op: "create", Path: path, Err: fs.ErrExist}
	}
	return err
}

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
