package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"time"

	"leerbalie/ui/text"
)

// house is a machine with one store, as the account of a service point has it: folders of its own for everything.
type house struct {
	dir, program string
	lang         string
	words        text.Words
	errors       bytes.Buffer // what commands said on standard error

	mu     sync.Mutex
	faults []string
	began  time.Time
}

// found builds the program and makes the store, with who works there.
func found(dir string, o options, people []string) (*house, error) {
	h := &house{dir: dir, program: filepath.Join(dir, "leerbalie"), lang: o.lang, words: text.All().For(text.Lang(o.lang)), began: time.Now()}
	for _, name := range []string{"data", "state", "config", "cache", "tmp", "run", "races"} {
		if err := os.MkdirAll(filepath.Join(dir, name), 0o700); err != nil {
			return nil, err
		}
	}
	if err := h.build(o); err != nil {
		return nil, err
	}
	if _, err := h.try("init", "--site", "Zuid", "--code", "ZW", "--me", people[0]); err != nil {
		return nil, err
	}
	for _, p := range people[1:] {
		if _, err := h.try("person", "add", p, "--role", "desk"); err != nil {
			return nil, err
		}
	}
	return h, nil
}

// build makes the program, or takes the one that was built before.
func (h *house) build(o options) (err error) {
	if o.program != "" {
		h.program, err = filepath.Abs(o.program)
		return err
	}
	build := exec.Command("go", "build", "-o", h.program)
	if o.race {
		build.Args = append(build.Args, "-race")
		build.Env = append(os.Environ(), "CGO_ENABLED=1")
	}
	build.Args = append(build.Args, ".")
	if out, err := build.CombinedOutput(); err != nil {
		return fmt.Errorf("building: %w\n%s", err, out)
	}
	return nil
}

func (h *house) db() string { return filepath.Join(h.dir, "data", "leerbalie", "leerbalie.db") }

// env is all that a program of this house is told.
func (h *house) env() []string {
	locale := map[string]string{"nl": "nl_NL.UTF-8", "en": "en_GB.UTF-8"}[h.lang]
	return []string{
		"HOME=" + h.dir, "XDG_DATA_HOME=" + filepath.Join(h.dir, "data"), "XDG_STATE_HOME=" + filepath.Join(h.dir, "state"),
		"XDG_CONFIG_HOME=" + filepath.Join(h.dir, "config"), "XDG_CACHE_HOME=" + filepath.Join(h.dir, "cache"), "XDG_RUNTIME_DIR=" + filepath.Join(h.dir, "run"),
		"TMPDIR=" + filepath.Join(h.dir, "tmp"), "LANG=" + locale, "TERM=xterm-256color", "NO_COLOR=1", "TZ=Europe/Amsterdam", "PATH=/usr/bin:/bin",
		"GORACE=log_path=" + filepath.Join(h.dir, "races", "race"),
	}
}

func (h *house) command(args ...string) *exec.Cmd {
	cmd := exec.Command(h.program, args...)
	cmd.Env = h.env()
	return cmd
}

// try runs a command to its end, without a terminal.
func (h *house) try(args ...string) (string, error) {
	cmd := h.command(args...)
	var out, said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &said
	err := cmd.Run()
	h.mu.Lock()
	h.errors.Write(said.Bytes())
	h.mu.Unlock()
	if err != nil {
		return out.String(), fmt.Errorf("leerbalie %s: %w: %s", strings.Join(args, " "), err, strings.TrimSpace(said.String()))
	}
	return out.String(), nil
}

// ask runs a command with --json and reads what it says.
func (h *house) ask(into any, args ...string) error {
	out, err := h.try(append(args, "--json", "--as", staff[0])...)
	if err == nil {
		err = json.Unmarshal([]byte(out), into)
	}
	return err
}

// fault notes what is not as it should be.
func (h *house) fault(format string, args ...any) {
	said := fmt.Sprintf(format, args...)
	h.mu.Lock()
	defer h.mu.Unlock()
	h.faults = append(h.faults, said)
	fmt.Printf("%6.1f s  FAULT: %s\n", time.Since(h.began).Seconds(), said)
}

// say tells what happens.
func (h *house) say(format string, args ...any) {
	fmt.Printf("%6.1f s  %s\n", time.Since(h.began).Seconds(), fmt.Sprintf(format, args...))
}

// holder is the process that has the lock of the store, 0 when none has. It stands in what the system tells of open files.
func (h *house) holder() int {
	entries, err := os.ReadDir("/proc")
	if err != nil {
		return 0
	}
	for _, e := range entries {
		pid, err := strconv.Atoi(e.Name())
		if err != nil {
			continue
		}
		if exe, err := os.Readlink(filepath.Join("/proc", e.Name(), "exe")); err != nil || exe != h.program {
			continue
		}
		fds, err := os.ReadDir(filepath.Join("/proc", e.Name(), "fd"))
		if err != nil {
			continue
		}
		for _, fd := range fds {
			to, err := os.Readlink(filepath.Join("/proc", e.Name(), "fd", fd.Name()))
			if err != nil || to != h.db() {
				continue
			}
			info, err := os.ReadFile(filepath.Join("/proc", e.Name(), "fdinfo", fd.Name()))
			if err == nil && bytes.Contains(info, []byte("FLOCK")) && bytes.Contains(info, []byte("WRITE")) {
				return pid
			}
		}
	}
	return 0
}

// words gives the files of the house, but the store and the program, that hold one of these words.
func (h *house) finds(words []string) ([]string, error) {
	var found []string
	err := filepath.WalkDir(h.dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || !e.Type().IsRegular() || path == h.program || path == h.db() {
			return nil // what is gone meanwhile holds nothing
		}
		body, err := os.ReadFile(path)
		if err != nil {
			return nil
		}
		for _, w := range words {
			if w != "" && bytes.Contains(body, []byte(w)) {
				found = append(found, strings.TrimPrefix(path, h.dir+"/")+" holds "+w)
			}
		}
		return nil
	})
	return found, err
}
