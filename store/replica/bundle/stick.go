package bundle

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"

	"leerbalie/model/fault"
	"leerbalie/store"
	"leerbalie/store/file"
	"leerbalie/store/replica"
)

// The endings of names: of a bundle, and of the acknowledgement that lies beside one.
const (
	Ending     = ".bundle"
	WordEnding = ".ack"
)

// What is read of a folder for acknowledgements.
const (
	maxWord  = 4 << 20
	maxWords = 200
)

// dated is what bundles in a folder are called, and the acknowledgements of them.
var dated = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^leerbalie-(\d{4}-\d{2}-\d{2})-(\d{1,6})\.bundle(\.ack)?$`)
})

// nextName is the name of the next bundle of a day in a folder.
func nextName(folder string, day time.Time) (string, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return "", err
	}
	date, last := day.Format(time.DateOnly), 0
	for _, e := range entries {
		if m := dated().FindStringSubmatch(strings.ToLower(e.Name())); m != nil && m[1] == date {
			n, _ := strconv.Atoi(m[2]) // six digits at most
			last = max(last, n)
		}
	}
	return filepath.Join(folder, fmt.Sprintf("leerbalie-%s-%d%s", date, last+1, Ending)), nil
}

// put writes a bundle at a path, or in a folder under a name by date and number, whole or not at all, and tells where. Nothing is ever
// replaced. Errors: fill's; Full, ReadOnly and NotFound for a stick that does not take it; Conflict for a name that is taken.
func put(s *store.Store, path string, day time.Time, fill func(io.Writer) error) (string, error) {
	info, err := os.Stat(path)
	folder := err == nil && info.IsDir()
	for range 100 { // somebody else may take the same name at the same moment
		name := path
		if folder {
			if name, err = nextName(path, day); err != nil {
				return "", stick(err, path)
			}
		}
		err = s.WriteFile(name, false, fill)
		if folder && errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return "", stick(err, name)
		}
		if whole, err := filepath.Abs(name); err == nil {
			name = whole
		}
		return name, nil
	}
	return "", stick(err, path)
}

// free tells whether a bundle can get a name. Errors: Conflict for one that is taken, by anything but a folder; NotFound for one that
// does not end as a bundle's does: a folder was meant that is not there.
func free(path string) error {
	switch info, err := os.Lstat(path); {
	case errors.Is(err, fs.ErrNotExist) && !strings.HasSuffix(strings.ToLower(path), Ending):
		return fault.New(fault.NotFound, "bundle-no-folder", "path", path).Because(err)
	case err == nil && !info.IsDir():
		if info, err = os.Stat(path); err != nil || !info.IsDir() {
			return stick(fs.ErrExist, path)
		}
	}
	return nil
}

// unread says what is wrong with a file that is to be read.
func unread(err error, path string) error {
	if errors.Is(err, fs.ErrNotExist) {
		return fault.New(fault.NotFound, "bundle-missing", "path", path).Because(err)
	}
	return stick(err, path)
}

// stick says what is wrong with the place of a file, in the words of who holds a stick.
func stick(err error, path string) error {
	var known *fault.Error
	if err == nil || errors.As(err, &known) || errors.Is(err, context.Canceled) {
		return err
	}
	if errors.Is(err, fs.ErrExist) {
		return fault.New(fault.Conflict, "bundle-exists", "path", path).Because(err)
	}
	switch fault.KindOf(file.Problem(err, path)) {
	case fault.Full:
		return fault.New(fault.Full, "stick-full", "path", path).Because(err)
	case fault.ReadOnly:
		return fault.New(fault.ReadOnly, "stick-read-only", "path", path).Because(err)
	case fault.NotFound:
		return fault.New(fault.NotFound, "stick-gone", "path", path).Because(err)
	}
	if errors.Is(err, fs.ErrPermission) {
		return fault.New(fault.ReadOnly, "stick-read-only", "path", path).Because(err)
	}
	for _, gone := range []error{syscall.EIO, syscall.ENXIO, syscall.ENODEV} {
		if errors.Is(err, gone) {
			return fault.New(fault.NotFound, "stick-gone", "path", path).Because(err)
		}
	}
	return err
}

// answer writes the acknowledgement of a bundle beside it. One of before is replaced: this one says more.
func answer(s *store.Store, path string, word []byte) (string, error) {
	at := path + WordEnding
	err := s.WriteFile(at, true, func(w io.Writer) error { _, err := w.Write(word); return err })
	return at, stick(err, at)
}

// readWord reads an acknowledgement. Errors: Invalid for what is too large for one; those of the disk.
func readWord(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, unread(err, path)
	}
	defer f.Close()
	if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() || info.Size() == 0 || info.Size() > maxWord {
		return nil, errors.Join(err, fault.New(fault.Invalid, "bundle-word-none", "path", path))
	}
	word, err := io.ReadAll(io.LimitReader(f, maxWord))
	return word, stick(err, path)
}

// heardIn reads the acknowledgements that lie in a folder, the newest first, and tells how many of this copy's own things others say
// to hold for the first time. Those of other organisations, and what is none, are passed over: a stick carries all sorts of things.
func heardIn(ctx context.Context, s *store.Store, folder string) (acknowledged int, err error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return 0, nil // writing there says what is wrong
	}
	entries = slices.DeleteFunc(entries, func(e os.DirEntry) bool {
		return !e.Type().IsRegular() || !strings.HasSuffix(strings.ToLower(e.Name()), WordEnding)
	})
	slices.Reverse(entries) // names begin with their day
	for _, e := range entries[:min(len(entries), maxWords)] {
		if err := ctx.Err(); err != nil {
			return acknowledged, err
		}
		word, err := readWord(filepath.Join(folder, e.Name()))
		if err != nil {
			continue
		}
		if n, err := replica.Heard(ctx, s, word); err == nil {
			acknowledged += n
		}
	}
	return acknowledged, nil
}

// folderOf is the folder of a path that may be one itself.
func folderOf(path string) string {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return path
	}
	return filepath.Dir(path)
}
