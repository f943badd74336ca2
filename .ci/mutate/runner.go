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
	"slices"
	"strconv"
	"strings"
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

func (r *runner) build(dir string) (string, error) {
	if program, ok := r.built[dir]; ok {
		return program, nil
	}
	program := filepath.Join(r.dir, strconv.Itoa(len(r.built))+".test")
	out, err := exec.Command("go", "test", "-c", "-vet=off", "-overlay", r.overlay, "-o", program, "./"+dir).CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("the tests of %s do not build with the faults in:\n%s", dir, out)
	}
	if _, err := os.Stat(program); err != nil { // no tests
		program = ""
	}
	r.built[dir] = program
	return program, nil
}

// start runs a suite; on is the number of the fault, "" for none.
func (r *runner) start(s suite, on string) (out []byte, failed bool, err error) {
	program, err := r.build(s.dir)
	if err != nil || program == "" {
		return nil, false, err
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
	for _, s := range once {
		out, failed, err := r.start(s, "")
		if err != nil {
			return err
		}
		if failed {
			return fmt.Errorf("%s in %s fails without a fault:\n%s", s.run, s.dir, out)
		}
	}
	return nil
}

// try runs the tests that should notice a fault, until one does.
func (r *runner) try(no int, wanted []suite) (caught bool, by string, err error) {
	for _, s := range wanted {
		out, failed, err := r.start(s, strconv.Itoa(no))
		if err != nil {
			return false, "", err
		}
		if failed {
			return true, noticer(out), nil
		}
	}
	return false, "", nil
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
