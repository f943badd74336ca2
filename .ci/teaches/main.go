// Command teaches plays half-years in which students handle what comes in at a desk, once by following the program's offers and once by giving each
// request to the least busy pair that may have it, and says whether the offers teach: how many parts of their lists students have no evidence for at
// week twelve, how evenly evidence lies, how long people wait, and the greatest share of the work that one pair gets. It asks the program's own rules
// (model/loop/offers, model/loop, model/learning); what is made up stands in docs/decisions/0023-does-the-loop-teach.md.
//
//	go run ./.ci/teaches                     twenty half-years of 48 students, with as much coming in for each as in the demo
//	go run ./.ci/teaches -rates 1,3,10       and three and ten times as much
//	go run ./.ci/teaches -seed 1001 -json
//
// It ends with 1 where a goal is missed. It is no part of the program: go build and go vet pass over folders that begin with a dot.
package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"strconv"
	"strings"
)

func main() {
	seed := flag.Uint64("seed", 1, "of the first half-year")
	n := flag.Int("half-years", 20, "how many to play under each policy")
	rates := flag.String("rates", "1", "how many times as much comes in for each student as in the demo")
	asJSON := flag.Bool("json", false, "as JSON")
	flag.Parse()
	ok, err := run(*seed, *n, strings.Split(*rates, ","), *asJSON)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	if !ok {
		os.Exit(1)
	}
}

// run plays and tells, and whether every goal was reached.
func run(seed uint64, n int, rates []string, asJSON bool) (bool, error) {
	src, err := read(context.Background())
	if err != nil {
		return false, err
	}
	if n < 1 {
		return false, fmt.Errorf("%d half-years are none", n)
	}
	ok := true
	var all []outcome
	for _, text := range rates {
		rate, err := strconv.ParseFloat(text, 64)
		if err != nil {
			return false, err
		}
		o := compare(&src, seed, n, rate)
		for _, g := range o.Goals {
			ok = ok && g.Reached
		}
		if all = append(all, o); !asJSON {
			o.print()
		}
	}
	if asJSON {
		e := json.NewEncoder(os.Stdout)
		e.SetIndent("", "  ")
		return ok, e.Encode(all)
	}
	return ok, nil
}

// print writes a table.
func (o outcome) print() {
	fmt.Printf("%d half-years from seed %d, %d students, %.0f requests each (%g times the demo's for each student)\n\n", o.HalfYears, o.Seed, o.Students, o.Requests, o.Rate)
	fmt.Printf("%-46s %-22s %-22s %s\n", "", "following offers", "least busy", "ratio")
	for _, m := range o.Measures {
		ratio := "-"
		if m.Ratio != nil {
			ratio = m.Ratio.String()
		}
		fmt.Printf("%-46s %-22s %-22s %s\n", m.Name, m.Offers, m.Least, ratio)
	}
	fmt.Println()
	for _, g := range o.Goals {
		said := "missed "
		if g.Reached {
			said = "reached"
		}
		fmt.Printf("%s  %s: %s\n", said, g.Goal, g.Said)
	}
	fmt.Println()
}

// String is an estimate with its interval.
func (e estimate) String() string { return fmt.Sprintf("%.2f (%.2f-%.2f)", e.Mean, e.Low, e.High) }
