package main

import (
	"errors"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"time"

	bolt "go.etcd.io/bbolt"
)

// hundred is the size of which the design says how much may be on disk, and how long a check may take.
const hundred = 100_000

// bulk measures what goes over all of an archive: an import in the order of moments and in no order, what is then on disk, a check and a
// backup.
func (c *compare) bulk() error {
	var memory []float64
	for _, rows := range c.sizes {
		used, err := c.bulkOf(rows)
		if err != nil {
			return fmt.Errorf("%d requests: %w", rows, err)
		}
		memory = append(memory, used)
	}
	for i, rows := range c.sizes {
		if i > 0 && c.sizes[i-1] >= hundred { // below it, what is held for a batch is not full
			c.grew(1.15, fmt.Sprintf("memory of an import, %d → %d", c.sizes[i-1], rows), memory[i-1], memory[i], megabytes)
		} else {
			c.say(line{what: fmt.Sprintf("memory of an import, %d", rows), ours: megabytes(memory[i])})
		}
	}
	return nil
}

func (c *compare) bulkOf(rows int) (memory float64, err error) {
	_, relational, err := c.relational(rows)
	if err != nil {
		return 0, err
	}
	beside := "" // it was made in a run before
	if relational > 0 {
		beside = fmt.Sprintf("sqlite3 %.0f/s", float64(rows)/relational.Seconds())
	}
	all := requests(rows)
	mixed := append([]request(nil), all...)
	rand.New(rand.NewSource(2)).Shuffle(rows, func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
	times := 3
	if rows > hundred {
		times = 1
	}
	var rate [2][]float64
	var size [2]float64
	kept := c.place("bulk", rows)
	for range times {
		for i, order := range [][]request{all, mixed} {
			p := kept
			if i == 1 {
				p = c.place("mixed", rows)
			}
			if err := errors.Join(os.RemoveAll(p.dir), p.begin()); err != nil {
				return 0, err
			}
			path := filepath.Join(p.dir, "rows.csv")
			if err := os.WriteFile(path, []byte(csvOf(order)), 0o600); err != nil {
				return 0, err
			}
			took, used, err := timed(p.command("import", "requests", path))
			if err != nil {
				return 0, err
			}
			rate[i], memory = append(rate[i], float64(rows)/took.Seconds()), max(memory, float64(used))
			stat, err := os.Stat(p.store())
			if err != nil {
				return 0, err
			}
			size[i] = float64(stat.Size())
		}
	}
	defer os.RemoveAll(kept.dir)
	for i, name := range []string{"sorted", "mixed"} {
		l := line{what: fmt.Sprintf("import, %s, %d", name, rows), ours: fmt.Sprintf("%.0f/s", middle(rate[i])), beside: beside}
		if rows >= hundred { // below it, it has hardly begun
			l.goal, l.reached = "≥ 30000/s", middle(rate[i]) >= 30_000
		}
		c.say(l)
	}
	c.say(line{what: fmt.Sprintf("size after an import, mixed, %d", rows), ours: megabytes(size[1]), beside: "sorted " + megabytes(size[0]), ratio: size[1] / size[0],
		goal: "≤ 1.2 ×", reached: size[1] <= 1.2*size[0]})
	if rows == hundred {
		largest := max(size[0], size[1])
		c.say(line{what: fmt.Sprintf("store, %d", rows), ours: megabytes(largest), goal: "≤ 160 MB", reached: largest <= 160e6})
	}
	if err := os.RemoveAll(c.place("mixed", rows).dir); err != nil {
		return 0, err
	}
	return memory, c.whole(kept, rows)
}

// whole measures a check and a backup.
func (c *compare) whole(p place, rows int) error {
	times := 7
	if rows > hundred {
		times = 3
	}
	copied := filepath.Join(p.dir, "copy.db")
	var checks, copies []time.Duration
	for range times {
		took, err := p.run("check")
		if err != nil {
			return err
		}
		checks = append(checks, took)
		if err := os.RemoveAll(copied); err != nil {
			return err
		}
		if took, err = p.run("backup", copied); err != nil {
			return err
		}
		copies = append(copies, took)
	}
	if what := fmt.Sprintf("check, %d", rows); rows == hundred {
		c.within(time.Second, what, middle(checks), "", 0)
	} else {
		c.say(line{what: what, ours: ms(middle(checks))})
	}
	free, all, err := pages(copied)
	if err != nil {
		return err
	}
	c.say(line{what: fmt.Sprintf("backup, %d", rows), ours: ms(middle(copies)), beside: megabytes(float64(all * os.Getpagesize()))})
	c.say(line{what: fmt.Sprintf("free pages in a backup, %d", rows), ours: fmt.Sprint(free), beside: fmt.Sprintf("of %d", all), goal: "≤ 1 in 100", reached: free*100 <= all})
	return nil
}

// pages counts those of a file that are free, and all.
func pages(path string) (free, all int, err error) {
	db, err := bolt.Open(path, 0o600, &bolt.Options{ReadOnly: true, PreLoadFreelist: true})
	if err != nil {
		return 0, 0, err
	}
	defer db.Close()
	err = db.View(func(tx *bolt.Tx) error {
		for ; ; all++ {
			switch page, err := tx.Page(all); {
			case err != nil:
				return err
			case page == nil:
				return nil
			case page.Type == "free":
				free++
			}
		}
	})
	return free, all, err
}
