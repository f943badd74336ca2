package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
)

// build is one run over one folder of sources.
type build struct {
	root  string // the sources
	of    stamp
	cache string   // Go's own; "": that of this person
	fetch []string // how this person gets libraries, see fetching
}

// fixed is what of this person's settings would reach the bytes: it is the same for everybody. GOENV names a file with more of them.
var fixed = map[string]string{
	"GOENV":       "off",
	"CGO_ENABLED": "0", "GOFLAGS": "", "GOWORK": "off", "GOEXPERIMENT": "", "GOAMD64": "v1", "GOARM64": "v8.0", "GOFIPS140": "off", "GODEBUG": "",
}

// environment is that of a Go command for a system ("linux/arm64").
func (b build) environment(system string) []string {
	var out []string
	for _, e := range os.Environ() {
		name, _, _ := strings.Cut(e, "=")
		if _, is := fixed[name]; !is && name != "GOOS" && name != "GOARCH" && !strings.HasPrefix(name, "LEERBALIE_") {
			out = append(out, e)
		}
	}
	for name, value := range fixed {
		out = append(out, name+"="+value)
	}
	out = append(out, b.fetch...)
	if b.cache != "" { // of two, the last counts
		out = append(out, "GOCACHE="+b.cache)
	}
	goos, goarch, _ := strings.Cut(system, "/")
	return append(out, "GOOS="+goos, "GOARCH="+goarch)
}

// fetching asks Go how this person gets libraries and toolchains, which may stand in the file that is passed over.
func fetching(ctx context.Context) (out []string, err error) {
	names := []string{"GOPROXY", "GOSUMDB", "GOPRIVATE", "GONOPROXY", "GONOSUMDB", "GOINSECURE", "GOAUTH", "GOMODCACHE", "GOTOOLCHAIN", "GOCACHE"}
	said, err := exec.CommandContext(ctx, "go", append([]string{"env"}, names...)...).Output()
	for i, value := range strings.Split(strings.TrimSuffix(string(said), "\n"), "\n") {
		if value = strings.TrimSuffix(value, "\r"); i < len(names) && value != "" {
			out = append(out, names[i]+"="+value)
		}
	}
	return out, err
}

// command runs a program in the sources and gives what it says.
func (b build) command(ctx context.Context, system, program string, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, program, args...)
	cmd.Dir, cmd.Env = b.root, b.environment(system)
	out, err := cmd.Output()
	var failed *exec.ExitError
	if errors.As(err, &failed) {
		err = fmt.Errorf("%w\n%s", err, failed.Stderr)
	}
	if err != nil {
		return nil, fmt.Errorf("%s %s for %s: %w", filepath.Base(program), strings.Join(args, " "), system, err)
	}
	return out, nil
}

// program builds the program for a system, in a folder, and gives its path.
func (b build) program(ctx context.Context, system, dir string) (string, error) {
	path := filepath.Join(dir, strings.ReplaceAll(system, "/", "-")+".program")
	_, err := b.command(ctx, system, "go", "build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w -X main.release="+b.of.String(), "-o", path, ".")
	return path, err
}

// page is something that the program writes about itself, and where it stands in an archive.
type page struct {
	name string
	args []string
}

// pages are the manual in each language and what shells need.
var pages = []page{
	{"man/man1/leerbalie.1", []string{"man", "--lang", "en"}},
	{"man/nl/man1/leerbalie.1", []string{"man", "--lang", "nl"}},
	{"completions/leerbalie.bash", []string{"completion", "bash", "--lang", "en"}},
	{"completions/_leerbalie", []string{"completion", "zsh", "--lang", "en"}},
	{"completions/leerbalie.fish", []string{"completion", "fish", "--lang", "en"}},
	{"completions/leerbalie.ps1", []string{"completion", "powershell", "--lang", "en"}},
}

// own is this computer's system.
func own() string { return runtime.GOOS + "/" + runtime.GOARCH }

// pages lets the program of this computer's system write its pages.
func (b build) pages(ctx context.Context, program string) (out []file, err error) {
	for _, p := range pages {
		body, err := b.command(ctx, own(), program, p.args...)
		if err != nil {
			return nil, err
		}
		out = append(out, file{name: p.name, body: body})
	}
	return out, nil
}

// documents are the guides and what belongs with them, as they are in the sources: all that README.md leads to, and the pages on
// installing once more where who unpacks finds them.
func (b build) documents() (out []file, err error) {
	add := func(path, name string) error {
		body, err := os.ReadFile(filepath.Join(b.root, filepath.FromSlash(path)))
		out = append(out, file{name: name, body: body})
		return err
	}
	for _, name := range []string{"README.md", "LICENSE", "CHANGELOG.md", "CONTRIBUTING.md"} {
		if err := add(name, name); err != nil {
			return nil, err
		}
	}
	if err := errors.Join(add("docs/install.nl.md", "INSTALLEREN.txt"), add("docs/install.en.md", "INSTALL.txt")); err != nil {
		return nil, err
	}
	err = filepath.WalkDir(filepath.Join(b.root, "docs"), func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() || strings.HasPrefix(e.Name(), ".") {
			return err
		}
		name, err := filepath.Rel(b.root, path)
		if err != nil {
			return err
		}
		return add(filepath.ToSlash(name), filepath.ToSlash(name))
	})
	return out, err
}
