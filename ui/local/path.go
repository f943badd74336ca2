// Package local is what a session on this machine has outside the store: its terminal, folders to look into, files to read, the
// clipboard, the person's own text program. Main hands these to the app as powers; a session over a network gets none of
// them.
package local

import (
	"cmp"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"leerbalie/ui/screen"
)

// Expand gives the full path of what somebody typed: ~ is the home folder, and what is not a whole path begins there.
func Expand(home, path string) string {
	path = strings.TrimSpace(path)
	switch {
	case path == "~" || path == "":
		return home
	case strings.HasPrefix(path, "~/") || strings.HasPrefix(path, `~\`):
		return filepath.Join(home, path[2:])
	case filepath.IsAbs(path):
		return filepath.Clean(path)
	}
	return filepath.Join(home, path)
}

// Folder is a path where that is a folder, "" where it is none.
func Folder(path string) string {
	if info, err := os.Stat(path); err != nil || !info.IsDir() {
		return ""
	}
	return path
}

// LocaleIn is the language of an environment, by the order that POSIX gives its variables, or that of the system.
func LocaleIn(env func(name string) string) string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := env(name); v != "" {
			return v
		}
	}
	return Locale()
}

// maxEntries bounds how much of a folder is listed.
const maxEntries = 5000

// List gives what stands in a folder, by name, folders first; hidden files stay out. Errors: those of the file system.
func List(ctx context.Context, folder string) ([]screen.FileEntry, error) {
	dir, err := os.Open(folder)
	if err != nil {
		return nil, err
	}
	defer dir.Close()
	found, err := dir.ReadDir(maxEntries)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	var out []screen.FileEntry
	for _, e := range found {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if strings.HasPrefix(e.Name(), ".") {
			continue
		}
		entry := screen.FileEntry{Name: e.Name(), Folder: e.IsDir()}
		if info, err := os.Stat(filepath.Join(folder, e.Name())); err == nil { // what a link leads to
			entry.Folder, entry.Size = info.IsDir(), info.Size()
			if !info.IsDir() && !info.Mode().IsRegular() {
				continue
			}
		}
		out = append(out, entry)
	}
	slices.SortFunc(out, func(a, b screen.FileEntry) int {
		if a.Folder != b.Folder {
			if a.Folder {
				return -1
			}
			return 1
		}
		return cmp.Or(cmp.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name)), cmp.Compare(a.Name, b.Name))
	})
	return out, nil
}

// Counted is a file that tells how much of it has been read.
type Counted struct {
	file        *os.File
	done, total int64
	tell        func(done, total int64)
}

// Read reads, and tells.
func (c *Counted) Read(p []byte) (int, error) {
	n, err := c.file.Read(p)
	c.done += int64(n)
	if c.tell != nil {
		c.tell(c.done, c.total)
	}
	return n, err
}

// Seek goes to a place in the file: some imports read twice.
func (c *Counted) Seek(offset int64, whence int) (int64, error) {
	at, err := c.file.Seek(offset, whence)
	c.done = at
	return at, err
}

// Close closes the file.
func (c *Counted) Close() error { return c.file.Close() }

// Until is a reader that ends when a context does, with its error.
func Until(ctx context.Context, src io.Reader) io.Reader { return ending{ctx, src} }

type ending struct {
	ctx context.Context
	src io.Reader
}

func (e ending) Read(p []byte) (int, error) {
	if err := e.ctx.Err(); err != nil {
		return 0, err
	}
	return e.src.Read(p)
}

// Open opens a file to read, and counts along. Errors: those of the file system; fs.ErrInvalid for a folder.
func Open(path string, tell func(done, total int64)) (*Counted, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	if err == nil && info.IsDir() {
		err = &fs.PathError{Op: "read", Path: path, Err: fs.ErrInvalid}
	}
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return &Counted{file: f, total: info.Size(), tell: tell}, nil
}
