package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"leerbalie/store"
	"leerbalie/store/demo"
)

// machine is a folder that stands for a computer: its store, its state, and the program with the clock that this computer has.
type machine struct {
	dir, program string
	out          []byte // all that it ever said
}

// built makes the program, with a clock that is off by some time.
func built(dir string, off time.Duration) (string, error) {
	program := filepath.Join(dir, fmt.Sprintf("leerbalie%+d", int(off.Hours())))
	args := []string{"build", "-o", program}
	if off != 0 {
		main, err := os.ReadFile("main.go")
		if err != nil {
			return "", err
		}
		wrong := strings.ReplaceAll(string(main), "time.Now", "wrongNow") + fmt.Sprintf("\nfunc wrongNow() time.Time { return time.Now().Add(%d) }\n", off)
		if !strings.Contains(wrong, "wrongNow,") {
			return "", fmt.Errorf("main.go hands in no clock that could be set wrong")
		}
		changed := filepath.Join(dir, "main.go")
		here, err := filepath.Abs("main.go")
		if err != nil {
			return "", err
		}
		overlay, err := json.Marshal(map[string]any{"Replace": map[string]string{here: changed}})
		if err != nil {
			return "", err
		}
		list := filepath.Join(dir, "overlay.json")
		if err := os.WriteFile(changed, []byte(wrong), 0o600); err != nil {
			return "", err
		}
		if err := os.WriteFile(list, overlay, 0o600); err != nil {
			return "", err
		}
		args = append(args, "-overlay", list)
	}
	if out, err := exec.Command("go", append(args, ".")...).CombinedOutput(); err != nil {
		return "", fmt.Errorf("building: %w\n%s", err, out)
	}
	return program, nil
}

func newMachine(dir, program string) (*machine, error) {
	for _, name := range []string{"state", "data", "tmp", "secrets"} {
		if err := os.MkdirAll(filepath.Join(dir, name), 0o700); err != nil {
			return nil, err
		}
	}
	return &machine{dir: dir, program: program}, nil
}

func (m *machine) db() string { return filepath.Join(m.dir, "data", "leerbalie.db") }

func (m *machine) secret(name, text string) error {
	return os.WriteFile(filepath.Join(m.dir, "secrets", name), []byte(text+"\n"), 0o600)
}

func (m *machine) command(args ...string) (*exec.Cmd, *bytes.Buffer) {
	cmd := exec.Command(m.program, args...)
	cmd.Env = []string{
		"HOME=" + m.dir, "XDG_STATE_HOME=" + filepath.Join(m.dir, "state"), "XDG_DATA_HOME=" + filepath.Join(m.dir, "data"), "LEERBALIE_DB=" + m.db(),
		"LANG=en_GB.UTF-8", "TMPDIR=" + filepath.Join(m.dir, "tmp"), "LEERBALIE_CODE_FILE=" + filepath.Join(m.dir, "secrets", "code"),
		"LEERBALIE_PASSPHRASE_FILE=" + filepath.Join(m.dir, "secrets", "passphrase"),
	}
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &bytes.Buffer{}
	return cmd, &out
}

// try runs the program to its end.
func (m *machine) try(args ...string) (string, error) {
	cmd, out := m.command(args...)
	err := cmd.Run()
	m.out = append(append(m.out, out.Bytes()...), cmd.Stderr.(*bytes.Buffer).Bytes()...)
	if err != nil {
		return out.String(), fmt.Errorf("leerbalie %s: %w: %s", strings.Join(args, " "), err, cmd.Stderr)
	}
	return out.String(), nil
}

// ask runs the program with --json and reads what it says.
func (m *machine) ask(into any, args ...string) error {
	out, err := m.try(append(args, "--json")...)
	if err == nil {
		err = json.Unmarshal([]byte(out), into)
	}
	return err
}

// all runs the program several times.
func (m *machine) all(calls ...[]string) error {
	for _, args := range calls {
		if _, err := m.try(args...); err != nil {
			return err
		}
	}
	return nil
}

// neighbourhood fills the store with the believable one, without a sealed place.
func (m *machine) neighbourhood(seed int64) error {
	if err := store.Create(m.db(), time.Now()); err != nil {
		return err
	}
	s, err := store.Open(m.db(), store.Options{Now: time.Now, Program: "away"})
	if err != nil {
		return err
	}
	_, err = demo.Fill(context.Background(), s, time.Now(), seed, nil)
	if closed := s.Close(); err == nil {
		err = closed
	}
	return err
}

// digests are the lines of check --digest, by class and scope.
func (m *machine) digests() (map[string]string, error) {
	out, err := m.try("check", "--digest")
	lines := map[string]string{}
	for line := range strings.Lines(out) {
		if f := strings.Fields(line); len(f) == 2 && strings.Contains(f[0]+f[1], "/") {
			if strings.Contains(f[1], "/") {
				f[0], f[1] = f[1], f[0]
			}
			lines[f[0]] = f[1]
		}
	}
	return lines, err
}

// same holds against each other what both hold.
func same(a, b *machine) (int, error) {
	mine, err := a.digests()
	if err != nil {
		return 0, err
	}
	theirs, err := b.digests()
	if err != nil {
		return 0, err
	}
	n := 0
	for scope, digest := range theirs {
		if n++; mine[scope] != digest {
			return n, fmt.Errorf("%s differs: %s at the centre, %s on the laptop", scope, mine[scope], digest)
		}
	}
	if n < 3 {
		return n, fmt.Errorf("the laptop tells of %d scopes only: %v", n, theirs)
	}
	return n, nil
}

// park puts a machine aside as it is now. Unpark makes it so again, in the same place: the program would know a copy for what it is.
func (m *machine) park() error { return os.Rename(m.dir, m.dir+".parked") }

func (m *machine) unpark() (*machine, error) {
	if err := os.RemoveAll(m.dir); err != nil {
		return nil, err
	}
	parked := m.dir + ".parked"
	err := filepath.WalkDir(parked, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		to := filepath.Join(m.dir, strings.TrimPrefix(path, parked))
		if d.IsDir() {
			return os.MkdirAll(to, 0o700)
		}
		body, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(to, body, 0o600)
	})
	return &machine{dir: m.dir, program: m.program, out: bytes.Clone(m.out)}, err
}

// finds tells which of some texts stand in any file of a folder.
func finds(dir string, texts []string) (found []string, err error) {
	err = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		body, err := os.ReadFile(path)
		for _, text := range texts {
			if bytes.Contains(body, []byte(text)) {
				found = append(found, filepath.Base(path)+" holds "+text)
			}
		}
		return err
	})
	return found, err
}
