// Command kill runs the real program over and over and kills it at a moment that nobody chose: while it adds, imports, copies,
// restores, repairs, makes compact and erases. After each kill the program is started again, and then whatever it had confirmed is
// there, check finds nothing, what was erased is nowhere, and no file is left beside those that were asked for.
//
//	go run ./.ci/kill                  300 kills
//	go run ./.ci/kill -n 21 restore    only those of restore
//	go run ./.ci/kill -n 0 -adds 160   160 processes that add at once, with erasures in between
//
// It is no part of the program: go build and go vet pass over folders that begin with a dot.
package main

import (
	"flag"
	"fmt"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

func main() {
	n := flag.Int("n", 300, "how many kills")
	adds := flag.Int("adds", 160, "how many processes add at once")
	seed := flag.Int64("seed", 1, "of the moments at which is killed")
	rows := flag.Int("rows", 2000, "how many requests the store begins with")
	flag.Parse()
	if err := run(*n, *adds, *rows, *seed, strings.Join(flag.Args(), " ")); err != nil {
		fmt.Fprintln(os.Stderr, "RED:", err)
		os.Exit(1)
	}
}

func run(kills, adds, rows int, seed int64, only string) error {
	dir, err := os.MkdirTemp("", "kill-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	program := filepath.Join(dir, "leerbalie")
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		return fmt.Errorf("building: %v\n%s", err, out)
	}
	c := &centre{program: program, dir: dir, random: rand.New(rand.NewSource(seed))}
	if err := c.found(rows); err != nil {
		return err
	}
	var wanted []job
	for _, j := range jobs() {
		if strings.Contains(j.name, only) {
			wanted = append(wanted, j)
		}
	}
	cut := map[string]int{}
	for i := 0; i < kills; i++ {
		j := wanted[i%len(wanted)]
		killed, err := c.round(j)
		if err != nil {
			return fmt.Errorf("kill %d, while the program does %s: %w", i+1, j.name, err)
		}
		if killed {
			cut[j.name]++
		}
	}
	if kills > 0 {
		for _, j := range wanted {
			fmt.Printf("   %-10s %d of the kills came before it was done\n", j.name, cut[j.name])
		}
		fmt.Printf("   %d kills: all %d that was confirmed is there, nothing is left over\n", kills, len(c.kept))
	}
	if adds > 0 && only == "" {
		if err := c.crowd(adds); err != nil {
			return fmt.Errorf("%d processes that add at once: %w", adds, err)
		}
		fmt.Printf("   %d processes added at once, with erasures in between: %d are there\n", adds, adds)
	}
	return nil
}
