package file

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"

	"leerbalie/model/fault"
)

// unfinished is how the name of a file begins that is to become path.
func unfinished(path string) string { return "." + filepath.Base(path) + ".new-" }

// leftover is what the names of unfinished files have behind that of what they were to become: ones that were never finished, or the
// note of who had one open. Earlier versions ended them in digits.
var leftover = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(\.v[0-9]+)?\.new-[0-9a-z]+(\.open)?$`) })

// Sweep removes what making path, or a copy of it before it is brought up to date, left behind when its program was killed: such a
// file can hold what has been erased since. Nothing goes while anybody makes a file in that folder. What cannot be removed stays
// for the next time.
func Sweep(path string) {
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		return
	}
	for _, e := range entries {
		if rest, ok := strings.CutPrefix(e.Name(), "."+filepath.Base(path)); ok && leftover().MatchString(rest) {
			_ = RemoveUnfinished(filepath.Join(filepath.Dir(path), e.Name()))
		}
	}
}

// RemoveUnfinished removes a file that its program was killed over, and none that is another by now: it goes by its name, which no
// finished file has. Errors: Busy while anybody makes a file in that folder, NotFound when the folder is not there, as with a
// stick that is out; those of the disk.
func RemoveUnfinished(path string) error {
	name := filepath.Base(path)
	if at := strings.LastIndex(name, ".new-"); !strings.HasPrefix(name, ".") || at < 1 || !leftover().MatchString(name[at:]) {
		return nil
	}
	folder := filepath.Dir(path)
	if _, err := os.Stat(folder); err != nil {
		return problem(err, folder)
	}
	info, err := os.Lstat(path)
	if errors.Is(err, fs.ErrNotExist) || err == nil && !info.Mode().IsRegular() {
		return nil
	}
	if err != nil {
		return problem(err, path)
	}
	unlock, ok := sole(folder)
	if !ok {
		return fault.New(fault.Busy, "store-busy-unknown", "path", path)
	}
	defer unlock()
	return gone(path)
}
