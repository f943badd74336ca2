package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// learning runs the benchmarks of pairs, of the matrix of a class and of offers, each in several processes.
func (c *compare) learning() error {
	pairs, err := c.benchmark(7, "./model/pairs/match", `^BenchmarkPropose$/^across$/^500x500$`, `^BenchmarkBare$/^500x500$`)
	if err != nil {
		return err
	}
	const proposed, bare = "Propose/across/500x500", "Bare/500x500"
	if err := has(pairs, proposed, bare); err != nil {
		return err
	}
	c.atMost(2, "500 × 500 pairs with reasons", middle(pairs[proposed]), "the bare assignment", middle(pairs[bare]))
	class, err := c.benchmark(7, "./store", `^BenchmarkLearning$/^(matrix|offers)$`)
	if err != nil {
		return err
	}
	for _, one := range []struct{ name, what string }{{"Learning/matrix", "matrix, 400 students × 60"}, {"Learning/offers/alone", "offers, 200 questions × 400 students"},
		{"Learning/offers/pairs", "offers, 200 questions × 100 pairs"}, {"Learning/offers/seat", "offers, 200 questions × 100 pairs, for whoever sits down"},
		{"Learning/offers/first", "offers, 200 questions × 100 pairs, the first"}} {
		if err := has(class, one.name); err != nil {
			return err
		}
		c.within(8*time.Millisecond, one.what, middle(class[one.name]), "", 0)
	}
	return nil
}

func has(all map[string][]time.Duration, names ...string) error {
	for _, n := range names {
		if len(all[n]) == 0 {
			return fmt.Errorf("there is no benchmark %s", n)
		}
	}
	return nil
}

// benchmark runs benchmarks of a package so many times, in turn, and gives what one operation took. Those of one pattern stand as deep.
func (c *compare) benchmark(times int, pack string, which ...string) (map[string][]time.Duration, error) {
	program := filepath.Join(c.dir, strings.ReplaceAll(strings.TrimLeft(pack, "./"), "/", "-")+".test")
	defer os.Remove(program)
	if out, err := exec.Command("go", "test", "-c", "-o", program, pack).CombinedOutput(); err != nil {
		return nil, fmt.Errorf("building: %w\n%s", err, out)
	}
	out := map[string][]time.Duration{}
	for i := range times * len(which) {
		cmd := exec.Command(program, "-test.run=^$", "-test.bench="+which[i%len(which)], "-test.benchtime=300ms")
		cmd.Dir = pack
		said, err := cmd.CombinedOutput()
		if err != nil {
			return nil, fmt.Errorf("%s: %w\n%s", pack, err, said)
		}
		for line := range strings.Lines(string(said)) {
			words := strings.Fields(line)
			if len(words) < 4 || words[3] != "ns/op" {
				continue
			}
			name := strings.TrimPrefix(words[0], "Benchmark")
			if i := strings.LastIndexByte(name, '-'); i > 0 { // the number of processors
				name = name[:i]
			}
			took, err := strconv.ParseFloat(words[2], 64)
			if err != nil {
				return nil, err
			}
			out[name] = append(out[name], time.Duration(took))
		}
	}
	return out, nil
}
