package main

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// suite is tests of one package.
type suite struct {
	dir  string // from the root of the tree
	run  string
	args []string
}

// runner builds packages of tests with every fault in them, once each, and runs them with one fault on.
type runner struct {
	dir     string
	overlay string
	built   map[string]string // the program of each folder
}

// build makes the programs of all suites. The go command makes many at once, as far as no two have one name.
func (r *runner) build(suites []suite) error {
	var rounds [][]string
	for _, s := range suites {
		if _, ok := r.built[s.dir]; ok {
			continue
		}
		r.built[s.dir] = ""
		i := slices.IndexFunc(rounds, func(round []string) bool {
			return s.dir != "." && !slices.ContainsFunc(round, func(dir string) bool { return dir == "." || path.Base(dir) == path.Base(s.dir) })
		})
		if i < 0 {
			i = len(rounds)
			rounds = append(rounds, nil)
		}
		rounds[i] = append(rounds[i], s.dir)
	}
	for _, round := range rounds {
		into, err := os.MkdirTemp(r.dir, "tests")
		if err != nil {
			return err
		}
		args := []string{"test", "-c", "-vet=off", "-ldflags=-w", "-overlay", r.overlay, "-o", into + "/"}
		for _, dir := range round {
			args = append(args, "./"+dir)
		}
		if out, err := exec.Command("go", args...).CombinedOutput(); err != nil {
			return fmt.Errorf("the tests do not build with the faults in:\n%s", out)
		}
		for _, dir := range round {
			name := path.Base(dir) + ".test"
			if dir == "." { // which has the name of the module
				name = "*.test"
			}
			made, err := filepath.Glob(filepath.Join(into, name))
			if err != nil {
				return err
			}
			if len(made) == 1 { // otherwise it has no tests
				r.built[dir] = made[0]
			}
		}
	}
	return nil
}

// start runs a suite that was built; on is the number of the fault, "" for none.
func (r *runner) start(s suite, on string) (out []byte, failed bool, err error) {
	program := r.built[s.dir]
	if program == "" {
		return nil, false, nil
	}
	args := append([]string{"-test.failfast", "-test.timeout=120s", "-test.run=" + s.run}, s.args...)
	cmd := exec.Command(program, args...)
	cmd.Dir = s.dir
	cmd.Env = append(os.Environ(), switchName+"="+on)
	out, err = cmd.CombinedOutput()
	var ended *exec.ExitError
	if err != nil && !errors.As(err, &ended) {
		return nil, false, err
	}
	if err == nil && bytes.Contains(out, []byte("no tests to run")) {
		return nil, false, fmt.Errorf("%s in %s runs nothing", s.run, s.dir)
	}
	return out, err != nil, nil
}

// whole runs the tests once with no fault on: what fails then notices nothing.
func (r *runner) whole(wanted [][]suite) error {
	var once []suite
	for _, list := range wanted {
		for _, s := range list {
			i := slices.IndexFunc(once, func(o suite) bool { return o.dir == s.dir && slices.Equal(o.args, s.args) })
			switch {
			case i < 0:
				once = append(once, s)
			case !slices.Contains(strings.Split(once[i].run, "|"), s.run):
				once[i].run += "|" + s.run
			}
		}
	}
	if err := r.build(once); err != nil {
		return err
	}
	return atOnce(len(once), func(i int) error {
		out, failed, err := r.start(once[i], "")
		if err == nil && failed {
			err = fmt.Errorf("%s in %s fails without a fault:\n%s", once[i].run, once[i].dir, out)
		}
		return err
	}, func(_ int, err error) error { return err })
}

// atOnce works on what has numbers below n, on twice as many at once as there are processors, and tells of each in the order of the
// numbers. What it tells to may end it.
func atOnce[T any](n int, work func(int) T, tell func(int, T) error) error {
	results := make([]chan T, n)
	for i := range results {
		results[i] = make(chan T, 1)
	}
	var ended atomic.Bool
	var next atomic.Int64
	var workers sync.WaitGroup
	for range 2 * runtime.NumCPU() { // many of them wait
		workers.Go(func() {
			for i := int(next.Add(1)) - 1; i < n && !ended.Load(); i = int(next.Add(1)) - 1 {
				results[i] <- work(i)
			}
		})
	}
	defer workers.Wait()
	defer ended.Store(true)
	for i, result := range results {
		if err := tell(i, <-result); err != nil {
			return err
		}
	}
	return nil
}

// outcome is what came of a fault.
type outcome struct {
	caught bool
	by     string
	took   time.Duration
	err    error
}

// try runs the tests that should notice a fault, until one does.
func (r *runner) try(no int, wanted []suite) outcome {
	began := time.Now()
	for _, s := range wanted {
		out, failed, err := r.start(s, strconv.Itoa(no))
		if err != nil || failed {
			return outcome{failed, noticer(out), time.Since(began), err}
		}
	}
	return outcome{took: time.Since(began)}
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

// reached gives all tests of every package that a fault can reach, those named with it first.
func reached(src *source, p place, named []suite) ([]suite, error) {
	out, err := exec.Command("go", "list", "-test", "-f", "{{if .ForTest}}{{.ForTest}} {{join .Deps \" \"}}{{end}}", "./...").Output()
	if err != nil {
		return nil, err
	}
	root, err := exec.Command("go", "list", "-m").Output()
	if err != nil {
		return nil, err
	}
	module := strings.TrimSpace(string(root))
	broken := path.Join(module, p.file.dir())
	list := slices.Clone(named)
	for line := range strings.Lines(string(out)) {
		words := strings.Fields(line)
		if len(words) == 0 {
			continue
		}
		dir := cmp.Or(strings.TrimPrefix(strings.TrimPrefix(words[0], module), "/"), ".")
		if !slices.Contains(words, broken) || slices.ContainsFunc(list, func(s suite) bool { return s.dir == dir && s.run == "" }) {
			continue
		}
		list = append(list, suite{dir, "", src.rapid(dir, 0)})
	}
	return list, nil
}
