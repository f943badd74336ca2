// Command mutate breaks the merging and keeping of data in one place at a time, and runs the tests that should notice.
// A fault that no test notices, or a place that is no longer there, ends it in red.
//
// It is no part of the program: go build and go vet pass over folders that begin with a dot.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// mutant is one fault: in a file, a text that stands there once is replaced by another.
type mutant struct {
	name     string
	file     string
	from, to string
	test     []string // arguments of go test: the package and what to run in it
}

func main() {
	only := strings.Join(os.Args[1:], " ")
	began := time.Now()
	dir, err := os.MkdirTemp("", "mutate")
	if err != nil {
		fail(err)
	}
	defer os.RemoveAll(dir)
	tried, missed := 0, 0
	for _, m := range mutants { // a place that is gone is told before anything takes time
		if _, err := m.broken(); err != nil {
			fail(fmt.Errorf("%s: %w", m.name, err))
		}
	}
	for _, m := range mutants {
		if !strings.Contains(m.name, only) {
			continue
		}
		tried++
		caught, by, err := m.try(dir)
		if err != nil {
			fail(fmt.Errorf("%s: %w", m.name, err))
		}
		if !caught {
			missed++
			fmt.Printf("   NOT NOTICED  %s\n", m.name)
			continue
		}
		fmt.Printf("   noticed  %s, by %s\n", m.name, by)
	}
	fmt.Printf("   %d faults in %d s\n", tried, int(time.Since(began).Seconds()))
	if missed > 0 {
		os.RemoveAll(dir)
		os.Exit(1)
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}

// broken is the file with the fault in it.
func (m mutant) broken() ([]byte, error) {
	source, err := os.ReadFile(m.file)
	if err != nil {
		return nil, err
	}
	if n := bytes.Count(source, []byte(m.from)); n != 1 {
		return nil, fmt.Errorf("%s holds the text %d times, not once: mend the list in .ci/mutate", m.file, n)
	}
	return bytes.Replace(source, []byte(m.from), []byte(m.to), 1), nil
}

// try runs the tests over the file with the fault in it.
func (m mutant) try(dir string) (caught bool, by string, err error) {
	source, err := m.broken()
	if err != nil {
		return false, "", err
	}
	broken := filepath.Join(dir, "broken.go")
	if err := os.WriteFile(broken, source, 0o600); err != nil {
		return false, "", err
	}
	whole, err := filepath.Abs(m.file)
	if err != nil {
		return false, "", err
	}
	overlay, err := json.Marshal(map[string]map[string]string{"Replace": {whole: broken}})
	if err != nil {
		return false, "", err
	}
	list := filepath.Join(dir, "overlay.json")
	if err := os.WriteFile(list, overlay, 0o600); err != nil {
		return false, "", err
	}
	args := append([]string{"test", "-count=1", "-failfast", "-vet=off", "-overlay", list}, m.test...)
	out, err := exec.Command("go", args...).CombinedOutput()
	if bytes.Contains(out, []byte("[build failed]")) || bytes.Contains(out, []byte("[setup failed]")) {
		return false, "", fmt.Errorf("the broken file does not build:\n%s", out)
	}
	if bytes.Contains(out, []byte("no tests to run")) {
		return false, "", fmt.Errorf("go %s runs nothing", strings.Join(args, " "))
	}
	return err != nil, noticer(out), nil
}

// noticer is the first test that failed.
func noticer(out []byte) string {
	for line := range strings.Lines(string(out)) {
		if name, ok := strings.CutPrefix(strings.TrimSpace(line), "--- FAIL: "); ok {
			return strings.Fields(name)[0]
		}
	}
	return "a crash"
}
