// Command compare measures two things of which the design promises a ratio, each against the other in one run on one disk:
//
//   - durable actions a second of 32 who write at once: the store, where several share a commit, against SQLite in WAL mode with
//     synchronous=FULL, both by 32 of its shells at once and by one alone, whichever does more;
//   - a command through the socket of a running app against the same command on a store of its own, with 1,000 and 100,000 requests.
//
// It needs the sqlite3 shell for the first. It is no part of the program: go build and go vet pass over folders that begin with a dot.
//
//	go run ./.ci/compare
//	go run ./.ci/compare -for 2s -sizes 1000 -n 21
package main

import (
	"flag"
	"fmt"
	"os"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"
)

func main() {
	length := flag.Duration("for", 4*time.Second, "how long each writes, three times in turn; 0: not")
	writers := flag.Int("writers", 32, "how many write at once")
	sizes := flag.String("sizes", "1000,100000", "how many requests the stores have for the commands; empty: not")
	n := flag.Int("n", 31, "how often each command runs")
	program := flag.String("program", "", "a program that was built before")
	flag.Parse()
	if err := run(*length, *writers, *sizes, *n, *program); err != nil {
		fmt.Fprintln(os.Stderr, "RED:", err)
		os.Exit(1)
	}
}

func run(length time.Duration, writers int, sizes string, n int, program string) error {
	dir, err := os.MkdirTemp("", "compare-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	fmt.Printf("   %d processors, load %s\n", runtime.NumCPU(), load())
	if length > 0 {
		if err := writing(dir, length, writers); err != nil {
			return err
		}
	}
	for size := range strings.SplitSeq(sizes, ",") {
		if size == "" {
			continue
		}
		rows, err := strconv.Atoi(size)
		if err != nil {
			return err
		}
		if err := commands(dir, program, rows, n); err != nil {
			return fmt.Errorf("%d requests: %w", rows, err)
		}
	}
	fmt.Printf("   load %s\n", load())
	return nil
}

// load is how busy the machine is, over a minute.
func load() string {
	all, _ := os.ReadFile("/proc/loadavg")
	first, _, _ := strings.Cut(string(all), " ")
	return first
}

// middle is the median.
func middle[T int64 | float64 | time.Duration](of []T) T {
	s := slices.Sorted(slices.Values(of))
	return s[len(s)/2]
}
