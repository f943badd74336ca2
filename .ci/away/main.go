// Command away plays days offline with the real program, in folders that stand for machines: the centre with the neighbourhood in it,
// and a teacher's laptop. The laptop works with clocks that are 75 years ahead and an hour behind, both sides edit the same students,
// a student moves to another group, and the bundles come back in both orders and twice. In the end both hold the same in every class
// and scope that both hold, what clashes is settled, nothing of a resident was ever on the laptop, and nobody's name can be read
// in its file. Then taking, opening and returning are killed at moments that nobody chose, again and again.
//
//	go run ./.ci/away               both orders, and 60 kills
//	go run ./.ci/away -kills 300
//
// It is no part of the program: go build and go vet pass over folders that begin with a dot.
package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	kills := flag.Int("kills", 60, "how many kills")
	seed := flag.Int64("seed", 1, "of the neighbourhood, and of the moments at which is killed")
	keep := flag.String("keep", "", "a folder to leave everything in")
	flag.Parse()
	if err := run(*kills, *seed, *keep); err != nil {
		fmt.Fprintln(os.Stderr, "RED:", err)
		os.Exit(1)
	}
}
