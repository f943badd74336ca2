// Command damage harms copies of a store at random and looks whether a check sees it: bits and bytes that flip, files that are cut
// off, pages that are empty, half written, of an earlier moment or in each other's place, and both first pages. What a damage did
// is told by reading all of the file as it is, without the program. A damage that loses or changes anything, and of which the
// program and its check say that all is well, ends it in red.
//
//	go run ./.ci/damage             1,300 damages
//	go run ./.ci/damage -n 60       a short run
//	go run ./.ci/damage -only 17    the one with this number again, and what came of it
//
// It is no part of the program: go build and go vet pass over folders that begin with a dot.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"sync"
)

func main() {
	if len(os.Args) > 2 && os.Args[1] == childWord {
		child(os.Args[2:])
		return
	}
	n := flag.Int("n", 1300, "how many damages")
	seed := flag.Int64("seed", 1, "of the damages")
	only := flag.Int("only", -1, "the number of one damage")
	flag.Parse()
	if err := run(*n, *seed, *only); err != nil {
		fmt.Fprintln(os.Stderr, "RED:", err)
		os.Exit(1)
	}
}

// count is what came of the damages of one kind.
type count struct{ done, harmful, noticed, healed, unnoticed int }

func run(n int, seed int64, only int) error {
	dir, err := os.MkdirTemp("", "damage-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	stores, err := found(dir)
	if err != nil {
		return err
	}
	counts := make([]count, len(kinds))
	var mu sync.Mutex
	var workers sync.WaitGroup
	next := make(chan int)
	unnoticed := 0
	var failed error
	for w := range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			path := filepath.Join(dir, fmt.Sprintf("harmed-%d.db", w))
			for i := range next {
				s := stores[i/len(kinds)%len(stores)]
				got, what, err := s.try(path, kinds[i%len(kinds)], seed, i)
				mu.Lock()
				c := &counts[i%len(kinds)]
				c.done++
				if got.harmful {
					c.harmful++
				}
				if got.harmful && got.noticed {
					c.noticed++
				}
				if got.harmful && got.healed {
					c.healed++
				}
				if err != nil && failed == nil {
					failed = err
				}
				if got.harmful && !got.noticed && !got.healed {
					c.unnoticed++
					unnoticed++
					fmt.Printf("   UNNOTICED: -seed %d -only %d, %s, %s: %s\n", seed, i, s.name, kinds[i%len(kinds)].name, what)
				}
				if only >= 0 {
					fmt.Printf("   %s, %s: %s: %+v\n", s.name, kinds[i%len(kinds)].name, what, got)
				}
				mu.Unlock()
			}
		})
	}
	for i := range n {
		if only < 0 || i == only {
			next <- i
		}
	}
	close(next)
	workers.Wait()
	var all count
	fmt.Printf("   %-42s %6s %8s %8s %7s %9s\n", "", "tried", "harmful", "noticed", "healed", "unnoticed")
	for i, k := range kinds {
		c := counts[i]
		fmt.Printf("   %-42s %6d %8d %8d %7d %9d\n", k.name, c.done, c.harmful, c.noticed, c.healed, c.unnoticed)
		all = count{all.done + c.done, all.harmful + c.harmful, all.noticed + c.noticed, all.healed + c.healed, all.unnoticed + c.unnoticed}
	}
	fmt.Printf("   %-42s %6d %8d %8d %7d %9d\n", "all", all.done, all.harmful, all.noticed, all.healed, all.unnoticed)
	if failed != nil {
		return failed
	}
	if unnoticed > 0 {
		return fmt.Errorf("%d damages were not noticed", unnoticed)
	}
	if only < 0 && n >= len(kinds)*len(stores) && all.harmful < n/4 {
		return fmt.Errorf("only %d of %d damages did harm: this shows little", all.harmful, n)
	}
	return nil
}
