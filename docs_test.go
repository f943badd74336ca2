package main_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// promised is a test as a document names it: `store: TestX`, or `store: TestX/part` for a part of a suite.
var promised = regexp.MustCompile("`([a-z/.]+): (Test[A-Za-z0-9]+)(?:/([^`]+))?`")

// numbered is a number that points at the tests of a promise.
var numbered = regexp.MustCompile(`\[(\d+)\]`)

// TestPromisesAreHeld: every test that a document names is there, so that one that is renamed or removed is noticed by whoever does so;
// and every number in what is promised stands in the list of tests, in both languages.
func TestPromisesAreHeld(t *testing.T) {
	page, list := parts(t, "docs/security.md", "## The tests that hold it")
	held := numbers(list)
	if len(held) < 10 || !slices.Equal(numbers(page), held) {
		t.Errorf("the promises point at %v, the list has %v", numbers(page), held)
	}
	dutch, _ := parts(t, "docs/security.nl.md", "## De tests die het bewaken")
	if got := numbers(dutch); !slices.Equal(got, held) {
		t.Errorf("in Dutch the promises point at %v, the list has %v", got, held)
	}
	named := 0
	for _, doc := range []string{"README.md", "docs/security.md", "docs/security.nl.md"} {
		for _, m := range promised.FindAllStringSubmatch(read(t, doc), -1) {
			if named++; !isThere(t, m[1], m[2], m[3]) {
				t.Errorf("%s names %s, which is not there", doc, m[0])
			}
		}
	}
	if named < 30 {
		t.Errorf("%d tests are named: the documents were not read", named)
	}
	if isThere(t, "store", "TestNobodyWroteThis", "") || isThere(t, "store", "TestStoreConforms", "no such part") {
		t.Error("whatever is named is called there")
	}
}

// reaching are the rooms that open a connection, and why: only where somebody named a computer.
var reaching = map[string]string{
	"ui/serve":              "several people work on one store through it: on this computer, and over a network where somebody serves",
	"store/replica/sshpipe": "it calls the computers that a person named with sync add",
}

// TestADecisionHasANumberOfItsOwn: two that are written at the same time take the same one easily, and whoever looks one up by it finds
// another.
func TestADecisionHasANumberOfItsOwn(t *testing.T) {
	paths, err := filepath.Glob("docs/decisions/*.md")
	if err != nil || len(paths) == 0 {
		t.Fatal("no decisions", err)
	}
	of := map[string]string{}
	for _, path := range paths {
		number, _, _ := strings.Cut(filepath.Base(path), "-")
		if other := of[number]; other != "" {
			t.Errorf("%s and %s have one number", other, path)
		}
		of[number] = path
		if !strings.HasPrefix(read(t, path), "# "+number+" ") {
			t.Errorf("%s is called otherwise in its first line", path)
		}
	}
}

// TestNothingReachesANetwork: no package of the program itself opens a connection but those that are for it.
func TestNothingReachesANetwork(t *testing.T) {
	for _, p := range listPackages(t) {
		for _, imported := range p.Imports {
			if (imported == "net" || strings.HasPrefix(imported, "net/") && imported != "net/url" && imported != "net/mail") && reaching[p.room()] == "" {
				t.Errorf("%s imports %s", p.ImportPath, imported)
			}
		}
	}
}

// parts cuts a document in two at a heading.
func parts(t *testing.T, path, heading string) (before, after string) {
	t.Helper()
	before, after, found := strings.Cut(read(t, path), "\n"+heading+"\n")
	if !found {
		t.Fatalf("%s has no %q", path, heading)
	}
	return before, after
}

func read(t *testing.T, path string) string {
	t.Helper()
	body, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}

// numbers are those in a text, each once, in ascending order.
func numbers(text string) (out []string) {
	for _, m := range numbered.FindAllStringSubmatch(text, -1) {
		if len(m[1]) == 1 {
			m[1] = "0" + m[1]
		}
		out = append(out, m[1])
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// isThere tells whether a folder has a test, with a part that is named so in the source of the suite.
func isThere(t *testing.T, folder, name, part string) bool {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(filepath.FromSlash(folder), "*_test.go"))
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(files, func(f string) bool { return strings.Contains(read(t, f), "\nfunc "+name+"(t *testing.T)") }) {
		return false
	}
	return part == "" || strings.Contains(read(t, "store/storetest/storetest.go"), `"`+strings.ReplaceAll(part, "_", " ")+`":`)
}
