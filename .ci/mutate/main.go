// Command mutate breaks the program in one place at a time, and runs the tests that should notice. A fault that no test
// notices, or a place that is no longer there, ends it in red.
//
//	go run ./.ci/mutate             each fault, by the tests named with it
//	go run ./.ci/mutate form        only the faults with "form" in their name
//	go run ./.ci/mutate -all form   by all tests of the packages that the fault can reach
//	go run ./.ci/mutate -share 0/2  only every second one, from the first on
//
// All faults are built in at once, each behind a switch (see splice.go), so that every package of tests is built once and a
// fault costs no more than the tests that look for it.
//
// It is no part of the program: go build and go vet pass over folders that begin with a dot.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
	"time"
)

// mutant is one fault: in a declaration, the one place where a pattern fits is replaced.
type mutant struct {
	name  string
	below string // the folder under which the declaration stands, in whatever package and file
	decl  string // its name: a function, "Type.method", ".method" or a variable
	from  string // a pattern; see pattern.go
	to    string // what comes instead; $x is what it stood for in the pattern
	by    tests
}

// tests are the ones that should notice a fault.
type tests struct {
	below  string // the folder under which they stand
	run    string // as go test -run takes it
	checks int    // histories a property is tried with, where it should not be as many as usual
}

func main() {
	all := flag.Bool("all", false, "run all tests over each fault")
	of := flag.String("share", "0/1", "try one of so many, from which on")
	flag.Parse()
	list, err := share(mutants(), *of)
	if err == nil {
		err = run(os.Stdout, list, strings.Join(flag.Args(), " "), *all)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// share is one in n of the faults, from the one at k on: "k/n". Whatever the share, all of them together are every fault once.
func share(list []mutant, of string) (out []mutant, err error) {
	var k, n int
	if _, err := fmt.Sscanf(of, "%d/%d", &k, &n); err != nil || n < 1 || k < 0 || k >= n {
		return nil, fmt.Errorf("-share %s: write it as 0/2", of)
	}
	for i := k; i < len(list); i += n {
		out = append(out, list[i])
	}
	return out, nil
}

// slow says how long a fault took, where that is long: the tests named with it are more than it needs, or wait for something.
func slow(took time.Duration) string {
	if took < 2*time.Second {
		return ""
	}
	return fmt.Sprintf(" (%.1f s)", took.Seconds())
}

// run tries the faults of a list with a text in their name, over the module in the working directory.
func run(out io.Writer, list []mutant, only string, all bool) error {
	began := time.Now()
	dir, err := os.MkdirTemp("", "mutate")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	src, err := read(".")
	if err != nil {
		return err
	}
	places, err := src.places(list) // of all of them: a place that is gone is told whatever was asked
	if err != nil {
		return err
	}
	overlay, err := splice(src, list, places, dir)
	if err != nil {
		return err
	}
	r := &runner{dir: dir, overlay: overlay, built: map[string]string{}}
	var tried []int
	for i, m := range list {
		if strings.Contains(m.name, only) {
			tried = append(tried, i)
		}
	}
	wanted := make([][]suite, len(list))
	for _, i := range tried {
		if wanted[i], err = src.suites(list[i].by); err != nil {
			return fmt.Errorf("%s: %w", list[i].name, err)
		}
		if all {
			if wanted[i], err = reached(src, places[i], wanted[i]); err != nil {
				return err
			}
		}
	}
	if err := r.whole(wanted); err != nil {
		return err
	}
	missed := 0
	err = atOnce(len(tried), func(i int) outcome { return r.try(tried[i], wanted[tried[i]]) }, func(i int, o outcome) error {
		name := list[tried[i]].name
		switch {
		case o.err != nil:
			return fmt.Errorf("%s: %w", name, o.err)
		case o.caught:
			fmt.Fprintf(out, "   noticed  %s, by %s%s\n", name, o.by, slow(o.took))
		default:
			missed++
			fmt.Fprintf(out, "   NOT NOTICED  %s\n", name)
		}
		return nil
	})
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "   %d faults in %d s\n", len(tried), int(time.Since(began).Seconds()))
	if missed > 0 {
		return fmt.Errorf("%d faults were not noticed", missed)
	}
	return nil
}
