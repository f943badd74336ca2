package local

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"leerbalie/model/attachment"
	"leerbalie/model/fault"
	"leerbalie/model/learning"
)

// mostRead is how large a file may be that is read only to see whether it is still what it was; of a larger one the date tells.
const mostRead = 64 << 20

// Look looks at a file that is to be put with evidence: its name, size, date and hash, and its bytes where these could be kept. Errors: NotFound,
// Refused for no permission, Invalid for a folder, a link and what is no file of its own.
func Look(path string) (f attachment.File, err error) {
	name := filepath.Base(path)
	info, err := os.Lstat(path)
	if err != nil {
		return f, unread(err, path)
	}
	switch {
	case info.Mode()&fs.ModeSymlink != 0:
		to, _ := os.Readlink(path) // where it cannot be told, nothing is told
		return f, fault.New(fault.Invalid, "attach-link", "file", name, "path", to)
	case info.IsDir():
		return f, fault.New(fault.Invalid, "attach-folder", "file", name)
	case !info.Mode().IsRegular():
		return f, fault.New(fault.Invalid, "attach-special", "file", name)
	}
	src, err := os.Open(path)
	if err != nil {
		return f, unread(err, path)
	}
	defer src.Close()
	f = attachment.File{Name: name, Path: path, Dated: info.ModTime()}
	if whole, err := filepath.Abs(path); err == nil {
		f.Path = whole
	}
	sum, kept := sha256.New(), &bytes.Buffer{}
	if _, err = io.Copy(io.MultiWriter(sum, kept), io.LimitReader(src, attachment.MaxKept+1)); err == nil && kept.Len() > attachment.MaxKept {
		f.Size, err = io.Copy(sum, src)
		f.Size += int64(kept.Len())
	} else {
		f.Size, f.Bytes = int64(kept.Len()), kept.Bytes()
	}
	f.Hash = hex.EncodeToString(sum.Sum(nil))
	if err != nil {
		return attachment.File{}, unread(err, path)
	}
	return f, nil
}

// unread says in whose words a file cannot be read.
func unread(err error, path string) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fault.New(fault.NotFound, "attach-missing", "file", path).Because(err)
	case errors.Is(err, fs.ErrPermission):
		return fault.New(fault.Refused, "attach-closed", "file", path).Because(err)
	}
	return fault.New(fault.NotFound, "attach-disk", "file", path).Because(err)
}

// Altered tells whether a file that was put with evidence has changed since, or is gone; known is false where it never lay on this computer, as
// far as can be told.
func Altered(a learning.Attached) (altered, known bool) {
	if a.Path == "" || !filepath.IsAbs(a.Path) {
		return false, false
	}
	info, err := os.Lstat(a.Path)
	switch _, folder := os.Stat(filepath.Dir(a.Path)); {
	case err != nil && errors.Is(err, fs.ErrNotExist) && folder == nil:
		return true, true
	case err != nil:
		return false, false
	case !info.Mode().IsRegular() || info.Size() != a.Size:
		return true, true
	case info.Size() > mostRead:
		return info.ModTime().Unix() != a.Dated.Unix(), true
	}
	src, err := os.Open(a.Path)
	if err != nil {
		return false, false
	}
	defer src.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, io.LimitReader(src, mostRead)); err != nil {
		return false, false
	}
	return hex.EncodeToString(sum.Sum(nil)) != a.Hash, true
}
