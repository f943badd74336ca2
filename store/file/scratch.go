package file

import (
	"os"
	"path/filepath"
	"regexp"
	"sync"
)

// scratchName is what folders for a while are called, by this and earlier versions.
var scratchName = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^leerbalie-(demo-)?[0-9]+$`) })

// Scratch makes a folder for a while below another, "" for that of the system, open to its owner only; drop removes it with all that
// is in it. Those of programs that were killed go first. Errors: those of the file system.
func Scratch(below string) (dir string, drop func() error, err error) {
	if below == "" {
		below = os.TempDir()
	}
	SweepScratch(below)
	defer share(below)() // until it is held, nobody may take it for one that was left
	if dir, err = os.MkdirTemp(below, "leerbalie-"); err != nil {
		return "", nil, err
	}
	release, ok := sole(dir)
	if !ok {
		release = func() {}
	}
	return dir, func() error {
		err := os.RemoveAll(dir)
		release()
		return err
	}, nil
}

// SweepScratch removes the folders below another that no program holds any more.
func SweepScratch(below string) {
	if below == "" {
		below = os.TempDir()
	}
	entries, err := os.ReadDir(below)
	if err != nil || !holdsFolders {
		return
	}
	for _, e := range entries {
		if e.IsDir() && scratchName().MatchString(e.Name()) {
			_ = sweepOne(below, filepath.Join(below, e.Name()))
		}
	}
}

func sweepOne(below, dir string) error {
	alone, ok := sole(below)
	if !ok {
		return nil
	}
	defer alone()
	release, ok := sole(dir)
	if !ok {
		return nil
	}
	defer release()
	info, err := os.Lstat(dir)
	if err != nil {
		return err
	}
	if err := private(dir, info); err != nil { // somebody else's
		return err
	}
	return os.RemoveAll(dir)
}
