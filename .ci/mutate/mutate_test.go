package main

import (
	"bytes"
	"go/parser"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestPatterns(t *testing.T) {
	const code = `func(a, b int) {
	if a > 0 { // said twice
		use(a, "x")
	}
	switch a {
	case 1, 2, 3:
		use(b, "y")
		return
	default:
		use(a, "x")
	}
	rows := []row{{"a", one}, {"b", two}, {"c", three}}
	sum := total{Name: a, Size: b}
	join(rows...)
	_, _ = rows, sum
}`
	root, err := parser.ParseExpr(code)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		pattern string
		held    []string // the code of each place
	}{
		{`a > 0`, []string{`a > 0`}},
		{`use(a, "x")`, []string{`use(a, "x")`, `use(a, "x")`}},
		{`use($x, "y")`, []string{`use(b, "y")`}},
		{`use($*_)`, []string{`use(a, "x")`, `use(b, "y")`, `use(a, "x")`}},
		{`{$_, two}`, []string{`{"b", two}`}},
		{`{"b", $_}, {"c", $_}`, []string{`{"b", two}, {"c", three}`}},
		{`Size: $x`, []string{`Size: b`}},
		{`$f($x, "y"); return`, []string{"use(b, \"y\")\n\t\treturn"}},
		{`case $*_, 2, $*_: $*_`, []string{"case 1, 2, 3:\n\t\tuse(b, \"y\")\n\t\treturn"}},
		{`if $c { $*_ }`, []string{"if a > 0 { // said twice\n\t\tuse(a, \"x\")\n\t}"}},
		{`join(rows)`, nil},
		{`a, "x"`, []string{`a, "x"`, `a, "x"`}},
		{`join($x...)`, []string{`join(rows...)`}},
		{`total{Name: $x, Size: $x}`, nil},
		{`$_, $_ = $a, $b`, []string{`_, _ = rows, sum`}},
	} {
		p, err := parsePattern(c.pattern)
		if err != nil {
			t.Error(err)
			continue
		}
		var held []string
		for _, f := range p.in(root) {
			held = append(held, code[f.from-1:f.to-1])
		}
		if strings.Join(held, "|") != strings.Join(c.held, "|") {
			t.Errorf("%s fits %q, want %q", c.pattern, held, c.held)
		}
	}
	if _, err := parsePattern("if {"); err == nil {
		t.Error("what is no Go passes as a pattern")
	}
}

// module is a small module with tests, to break.
func module(t *testing.T) {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"go.mod": "module try\n\ngo 1.24\n",
		"sum.go": `package try

type acc struct{ n int }

func (a *acc) add(n int) {
	if n < 0 {
		return
	}
	a.n += n
}

func (a acc) size() (n int, ok bool) { return a.n, a.n > 0 }

var words = []string{"one", "two"}

func Idle(n int) int { return n + 1 }
`,
		"sum_test.go": `package try

import "testing"

func TestSum(t *testing.T) {
	var a acc
	a.add(2)
	a.add(-1)
	if n, ok := a.size(); n != 2 || !ok || len(words) != 2 || words[1] != "two" {
		t.Fatal(n, ok, words)
	}
}
`,
		"far/far_test.go": `package far

import (
	"testing"

	"try"
)

func TestFar(t *testing.T) {
	if try.Idle(1) != 2 {
		t.Fatal("idle")
	}
}
`,
	} {
		if err := os.MkdirAll(filepath.Dir(dir+"/"+name), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(dir+"/"+name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
}

func TestFaultsAreTried(t *testing.T) {
	module(t)
	by := tests{".", "TestSum", 0}
	var out bytes.Buffer
	err := run(&out, []mutant{
		{"a sign is lost", ".", "(*acc).add", "n < 0", "false", by},
		{"nothing is added", ".", ".add", "a.n += $n", "_ = $n", by},
		{"size is never sure", ".", "(acc).size", "a.n > 0", "false", by},
		{"a word is lost", ".", "words", `"two"`, "", by},
		{"a word is another", ".", "words", `"two"`, `"three"`, by},
		{"what only a far test notices", ".", "Idle", "n + 1", "n", by},
	}, "", false)
	if err == nil || err.Error() != "1 faults were not noticed" {
		t.Errorf("%v", err)
	}
	if got := out.String(); strings.Count(got, "   noticed") != 5 || !strings.Contains(got, "NOT NOTICED  what only a far test notices") {
		t.Error(got)
	}
}

func TestAllTestsNotice(t *testing.T) {
	module(t)
	var out bytes.Buffer
	err := run(&out, []mutant{{"what only a far test notices", ".", "Idle", "n + 1", "n", tests{".", "TestSum", 0}}}, "", true)
	if err != nil || !strings.Contains(out.String(), "by TestFar") {
		t.Error(err, out.String())
	}
}

func TestPlacesThatAreGone(t *testing.T) {
	module(t)
	by := tests{".", "TestSum", 0}
	for _, c := range []struct {
		m    mutant
		said string
	}{
		{mutant{"m", ".", "acc.sub", "n", "m", by}, "acc.sub is not declared below .: mend the list"},
		{mutant{"m", "far", "acc.add", "n", "m", by}, "acc.add is not declared below far: mend the list"},
		{mutant{"m", ".", "acc.add", "n > 0", "m", by}, "acc.add does not hold n > 0: mend the list"},
		{mutant{"m", ".", "acc.size", "a.n", "m", by}, "a.n fits in 2 places, sum.go:12:"},
		{mutant{"m", ".", "Idle", "n + 1", "n", tests{".", "TestNone", 0}}, "no test below . is called TestNone: mend the list"},
		{mutant{"m", ".", "acc.add", "n < 0", "m < 0", by}, "undefined: m"},
	} {
		err := run(&bytes.Buffer{}, []mutant{c.m}, "", false)
		if err == nil || !strings.Contains(err.Error(), c.said) {
			t.Errorf("%s in %s: %v, want %s", c.m.from, c.m.decl, err, c.said)
		}
	}
}

// TestShares: the shares of a list are together every fault once.
func TestShares(t *testing.T) {
	list := mutants()
	tried := map[string]int{}
	for _, of := range []string{"0/3", "1/3", "2/3"} {
		part, err := share(list, of)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range part {
			tried[m.name]++
		}
	}
	for _, m := range list {
		tried[m.name]--
	}
	for name, n := range tried {
		if n != 0 {
			t.Errorf("%s is tried %d times too often", name, n)
		}
	}
	for _, bad := range []string{"", "1", "2/2", "-1/2", "a/b"} {
		if _, err := share(list, bad); err == nil {
			t.Errorf("%q is a share", bad)
		}
	}
}
