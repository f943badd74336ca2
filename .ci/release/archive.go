package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"cmp"
	"compress/flate"
	"compress/gzip"
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"
)

// file is one in an archive.
type file struct {
	name string // from the archive's own folder
	body []byte
	runs bool // it is a program
}

func (f file) mode() int64 {
	if f.runs {
		return 0o755
	}
	return 0o644
}

// within puts files into a folder of that name, with all the folders that it takes, in the order of the names.
func within(folder string, files []file) (out []file) {
	folders := map[string]bool{}
	for _, f := range files {
		f.name = path.Join(folder, f.name)
		out = append(out, f)
		for dir := path.Dir(f.name); dir != "." && !folders[dir]; dir = path.Dir(dir) {
			folders[dir] = true
			out = append(out, file{name: dir + "/"})
		}
	}
	slices.SortFunc(out, func(a, b file) int { return cmp.Compare(a.name, b.name) })
	return out
}

// packTar is a .tar.gz in which nothing stands of who made it, where and when: every file is of nobody and of the given moment.
func packTar(files []file, at time.Time) ([]byte, error) {
	var b bytes.Buffer
	zipped, err := gzip.NewWriterLevel(&b, gzip.BestCompression) // without a name or a moment
	if err != nil {
		return nil, err
	}
	w := tar.NewWriter(zipped)
	for _, f := range files {
		h := &tar.Header{Format: tar.FormatUSTAR, Typeflag: tar.TypeReg, Name: f.name, Mode: f.mode(), Size: int64(len(f.body)), ModTime: at}
		if strings.HasSuffix(f.name, "/") {
			h.Typeflag, h.Mode = tar.TypeDir, 0o755
		}
		if err := w.WriteHeader(h); err != nil {
			return nil, err
		}
		if _, err := w.Write(f.body); err != nil {
			return nil, err
		}
	}
	err = errors.Join(w.Close(), zipped.Close())
	return b.Bytes(), err
}

// packZip is a .zip of the same kind. A zip counts days from 1980 in steps of two seconds, so the moment is cut to that.
func packZip(files []file, at time.Time) ([]byte, error) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	w.RegisterCompressor(zip.Deflate, func(out io.Writer) (io.WriteCloser, error) { return flate.NewWriter(out, flate.BestCompression) })
	for _, f := range files {
		h := &zip.FileHeader{Name: f.name, Method: zip.Deflate, Modified: at.UTC().Truncate(2 * time.Second)}
		h.SetMode(0o644)
		switch {
		case strings.HasSuffix(f.name, "/"):
			h.Method = zip.Store
			h.SetMode(fs.ModeDir | 0o755)
		case f.runs:
			h.SetMode(0o755)
		}
		to, err := w.CreateHeader(h)
		if err != nil {
			return nil, err
		}
		if _, err := to.Write(f.body); err != nil {
			return nil, err
		}
	}
	err := w.Close()
	return b.Bytes(), err
}
