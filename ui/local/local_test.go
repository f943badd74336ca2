package local

import (
	"bytes"
	"context"
	"encoding/base64"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
)

func TestExpand(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("paths as Unix has them")
	}
	for in, want := range map[string]string{"": "/home/sam", "~": "/home/sam", "~/a b.csv": "/home/sam/a b.csv", " /tmp/../x ": "/x", "x.db": "/home/sam/x.db", "~x": "/home/sam/~x"} {
		if got := Expand("/home/sam", in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestList(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"b.csv", "A.csv", ".hidden"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, "zomer"), 0o700); err != nil {
		t.Fatal(err)
	}
	entries, err := List(t.Context(), dir)
	if err != nil || len(entries) != 3 || entries[0].Name != "zomer" || !entries[0].Folder || entries[1].Name != "A.csv" || entries[1].Size != 1 {
		t.Errorf("%+v %v", entries, err)
	}
	if _, err := List(t.Context(), filepath.Join(dir, "none")); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
}

// TestWhatIsPluggedInIsFound: the person's own sticks, and those that were mounted for everybody; not what cannot be read.
func TestWhatIsPluggedInIsFound(t *testing.T) {
	root := t.TempDir()
	for _, folder := range []string{"media/tine/USB", "run/media/tine/KLAS", "media/stick", "mnt/schijf", "media/.hidden"} {
		if err := os.MkdirAll(filepath.Join(root, folder), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	var want []string
	for _, folder := range []string{"media/tine/USB", "run/media/tine/KLAS", "media/stick", "mnt/schijf"} {
		want = append(want, filepath.Join(root, folder))
	}
	if got := mounted(root, "tine"); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if got := mounted(filepath.Join(root, "none"), "tine"); len(got) != 0 {
		t.Errorf("%q", got)
	}
}

func TestReadingCountsAlong(t *testing.T) {
	path := filepath.Join(t.TempDir(), "in.csv")
	if err := os.WriteFile(path, bytes.Repeat([]byte("x"), 1000), 0o600); err != nil {
		t.Fatal(err)
	}
	var done, total int64
	f, err := Open(path, func(d, t int64) { done, total = d, t })
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(io.Discard, f); err != nil || done != 1000 || total != 1000 {
		t.Errorf("%d of %d: %v", done, total, err)
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil || f.Close() != nil {
		t.Error("the file cannot be read twice")
	}
	if _, err := Open(filepath.Dir(path), nil); !errors.Is(err, fs.ErrInvalid) {
		t.Error(err)
	}
}

func TestReadingEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	src := Until(ctx, strings.NewReader("een twee"))
	b := make([]byte, 3)
	if n, err := src.Read(b); n != 3 || err != nil {
		t.Errorf("%d %v", n, err)
	}
	cancel()
	if n, err := src.Read(b); n != 0 || !errors.Is(err, context.Canceled) {
		t.Errorf("%d %v", n, err)
	}
}

func TestClipboard(t *testing.T) {
	var out bytes.Buffer
	if err := Clipboard(&out, false)("ZW-0412 é"); err != nil {
		t.Fatal(err)
	}
	coded := strings.TrimSuffix(strings.TrimPrefix(out.String(), "\x1b]52;c;"), "\x07")
	if text, err := base64.StdEncoding.DecodeString(coded); err != nil || string(text) != "ZW-0412 é" {
		t.Errorf("%q %v", out.String(), err)
	}
	out.Reset()
	if err := Clipboard(&out, true)("x"); err != nil || !strings.HasPrefix(out.String(), "\x1bP\x1b]52") {
		t.Errorf("%q %v", out.String(), err)
	}
	if err := Clipboard(&out, false)(strings.Repeat("x", maxClip+1)); err == nil {
		t.Error("a text of any length is copied")
	}
}

func TestEditor(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "met spatie")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	tool := filepath.Join(dir, "tool.exe")
	if err := os.WriteFile(tool, []byte("#!/bin/sh\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir)
	for _, c := range []struct {
		asked []string
		want  string
	}{
		{[]string{"", "tool.exe --wait"}, "--wait|x"}, {[]string{tool}, "x"}, {[]string{"none --x", "tool.exe"}, "x"}, {nil, "x"},
	} {
		open := Editor(c.asked, []string{"tool.exe"})
		if open == nil {
			t.Fatalf("%q: nothing", c.asked)
		}
		name, args := open("x")
		if name != tool || strings.Join(args, "|") != c.want {
			t.Errorf("%q: %q %q", c.asked, name, args)
		}
		if _, again := open("y"); again[len(again)-1] != "y" || args[len(args)-1] != "x" {
			t.Error("two calls share their words")
		}
	}
	if Editor([]string{"none"}, nil) != nil {
		t.Error("a program that is not there")
	}
}
