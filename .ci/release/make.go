package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// sums is the file with the checksums, as sha256sum and shasum write and read it.
const sums = "SHA256SUMS"

// archiveName is what the archive for a system is called: people know a Mac by another name than Go does.
func archiveName(of stamp, system string) (folder, name string) {
	goos, goarch, _ := strings.Cut(system, "/")
	kind := ".tar.gz"
	switch goos {
	case "darwin":
		goos = "macos"
	case "windows":
		kind = ".zip"
	}
	folder = of.name() + "-" + goos + "-" + goarch
	return folder, folder + kind
}

// archives makes the archive of each system, and their checksums: name → bytes.
func (b build) archives(ctx context.Context, wanted []string) (map[string][]byte, error) {
	for _, system := range wanted {
		if !slices.Contains(systems, system) {
			return nil, fmt.Errorf("there is no archive for %q; there is one for %s", system, strings.Join(systems, ", "))
		}
	}
	dir, err := os.MkdirTemp("", "release-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	if b.fetch, err = fetching(ctx); err != nil {
		return nil, err
	}
	here, err := b.program(ctx, own(), dir)
	if err != nil {
		return nil, err
	}
	shared, err := b.pages(ctx, here)
	if err != nil {
		return nil, err
	}
	documents, err := b.documents()
	if err != nil {
		return nil, err
	}
	shared = append(shared, documents...)
	made := map[string][]byte{}
	var list bytes.Buffer
	for _, system := range slices.Sorted(slices.Values(wanted)) {
		folder, name := archiveName(b.of, system)
		path, err := b.program(ctx, system, dir)
		if err != nil {
			return nil, err
		}
		body, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		notices, err := b.notices(ctx, system)
		if err != nil {
			return nil, err
		}
		program, pack := file{name: "leerbalie", body: body, runs: true}, packTar
		if strings.HasSuffix(name, ".zip") {
			program.name, pack = "leerbalie.exe", packZip
		}
		if made[name], err = pack(within(folder, append(slices.Clone(shared), program, notices)), b.of.date); err != nil {
			return nil, err
		}
	}
	for _, name := range names(made) {
		fmt.Fprintf(&list, "%x  %s\n", sha256.Sum256(made[name]), name)
	}
	made[sums] = list.Bytes()
	return made, nil
}

// names are those of files, in order.
func names(made map[string][]byte) (out []string) {
	for name := range made {
		out = append(out, name)
	}
	slices.Sort(out)
	return out
}

// twice makes the archives in a folder, and again from a copy of the sources elsewhere: both are the same to the byte, or nothing is left.
// Errors: for a folder with something in it.
func twice(ctx context.Context, of stamp, wanted []string, out string) ([]string, error) {
	if entries, err := os.ReadDir(out); err == nil && len(entries) > 0 {
		return nil, fmt.Errorf("%s is not empty: take away what is there, or name another folder with -o", out)
	} else if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	first, err := build{root: ".", of: of}.archives(ctx, wanted)
	if err != nil {
		return nil, err
	}
	elsewhere, err := os.MkdirTemp("", "release-sources-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(elsewhere)
	if err := sources(".", elsewhere); err != nil {
		return nil, err
	}
	second, err := build{root: elsewhere, of: of}.archives(ctx, wanted)
	if err != nil {
		return nil, err
	}
	if err := same(first, second); err != nil {
		return nil, err
	}
	if err := os.MkdirAll(out, 0o755); err != nil {
		return nil, err
	}
	for _, name := range names(first) {
		if err := os.WriteFile(filepath.Join(out, name), first[name], 0o644); err != nil {
			return nil, err
		}
	}
	return names(first), nil
}

// same holds two makings of the archives against each other.
func same(first, second map[string][]byte) error {
	if !slices.Equal(names(first), names(second)) {
		return fmt.Errorf("made twice, there are %v and %v", names(first), names(second))
	}
	for _, name := range names(first) {
		if !bytes.Equal(first[name], second[name]) {
			return fmt.Errorf("%s differs when it is made twice: something of this computer is in it", name)
		}
	}
	return nil
}

// sources copies what a program and its archives are made of to another folder, with other times.
func sources(from, to string) error {
	return filepath.WalkDir(from, func(path string, e os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		if e.IsDir() {
			if name != "." && (strings.HasPrefix(e.Name(), ".") || name == "dist") {
				return fs.SkipDir
			}
			return os.MkdirAll(filepath.Join(to, name), 0o755)
		}
		if !e.Type().IsRegular() || strings.HasPrefix(e.Name(), ".") || strings.Contains(path, "testdata") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		body, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(to, name), body, 0o600)
	})
}
