package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// commands compares whole commands, from exec to exit.
func (c *compare) commands() error {
	bare, err := c.build("bare", "./.ci/compare/bare")
	if err != nil {
		return err
	}
	empty := c.place("empty", 0)
	if err := os.MkdirAll(empty.dir, 0o700); err != nil {
		return err
	}
	of, err := inTurn(c.n, func(int) (time.Duration, error) { return empty.run("--version") },
		func(int) (time.Duration, error) { took, _, err := timed(exec.Command(bare)); return took, err })
	if err != nil {
		return err
	}
	c.atMost(0, "--version", middle(of[0]), "a bare Go program", middle(of[1]))
	grown := map[string][]float64{}
	for _, rows := range c.sizes {
		if err := c.commandsOn(rows, grown); err != nil {
			return fmt.Errorf("%d requests: %w", rows, err)
		}
	}
	for _, what := range []string{"request list --limit 40", "request list --search", "request add"} {
		for i, rows := range c.sizes {
			if i > 0 {
				c.grew(1.15, fmt.Sprintf("%s, %d → %d", what, c.least(), rows), grown[what][0], grown[what][i], msOf)
			}
		}
	}
	return nil
}

// commandsOn compares on archives of one size.
func (c *compare) commandsOn(rows int, grown map[string][]float64) error {
	ours, err := c.archive(rows)
	if err != nil {
		return err
	}
	base, _, err := c.relational(rows)
	if err != nil {
		return err
	}
	shell := func(query func(int) string) func(int) (time.Duration, error) {
		return func(i int) (time.Duration, error) {
			took, _, err := timed(exec.Command("sqlite3", "-bail", base, query(i)))
			return took, err
		}
	}
	said := "belasting"
	for _, one := range []struct {
		what  string
		goal  float64
		args  func(i int) []string
		query func(i int) string
	}{
		{"request list --limit 40", 2, func(int) []string { return []string{"request", "list", "--limit", "40"} }, func(int) string { return paged }},
		{"request list --search", 0, func(int) []string { return []string{"request", "list", "--search", "brief", "--limit", "40"} }, func(int) string { return ftsed("brief") }},
		{"request add", 2, func(i int) []string { return []string{"request", "add", fmt.Sprint("een vraag over ", said, " ", i)} },
			func(i int) string { return insert(fmt.Sprint("een vraag over ", said, " ", i)) }},
	} {
		of, err := inTurn(c.n, func(i int) (time.Duration, error) { return ours.run(one.args(i)...) }, shell(one.query))
		if err != nil {
			return err
		}
		c.atMost(one.goal, fmt.Sprintf("%s, %d", one.what, rows), middle(of[0]), "sqlite3", middle(of[1]))
		grown[one.what] = append(grown[one.what], float64(middle(of[0])))
	}
	return c.taskwarrior(rows, grown)
}

// slow is the number of tasks above which Taskwarrior takes so long that it is measured three times only.
const slow = 200_000

// taskwarrior compares with the same work there.
func (c *compare) taskwarrior(rows int, grown map[string][]float64) error {
	program, err := need("task", "taskwarrior")
	if err != nil {
		return err
	}
	home := filepath.Join(c.dir, fmt.Sprint("task", rows))
	if _, err := os.Stat(home); err != nil {
		if err := tasks(home, rows); err != nil {
			return err
		}
	}
	n := 7
	if rows > slow {
		n = 3
	}
	run := func(args ...string) func(int) (time.Duration, error) {
		return func(int) (time.Duration, error) {
			cmd := exec.Command(program, append([]string{"rc.confirmation=off", "rc.gc=off"}, args...)...)
			cmd.Env = []string{"HOME=" + home, "TASKRC=" + filepath.Join(home, "rc"), "TASKDATA=" + home, "TERM=dumb"}
			took, _, err := timed(cmd)
			return took, err
		}
	}
	for _, one := range []struct {
		what string
		goal float64
		run  func(int) (time.Duration, error)
	}{{"request list --limit 40", 0, run("list", "limit:40")}, {"request add", 100, run("add", "een vraag over belasting")}} {
		var took []time.Duration
		for i := range n {
			one, err := one.run(i)
			if err != nil {
				return err
			}
			took = append(took, one)
		}
		goal := one.goal
		if rows < 100_000 { // the goal is one of 100,000
			goal = 0
		}
		all := grown[one.what]
		c.timesFaster(goal, fmt.Sprintf("%s, %d", one.what, rows), time.Duration(all[len(all)-1]), "Taskwarrior", middle(took))
	}
	return nil
}

// tasks writes the files of Taskwarrior with all requests as tasks that wait, which is what its list looks through.
func tasks(home string, rows int) error {
	if err := os.MkdirAll(home, 0o700); err != nil {
		return err
	}
	var b strings.Builder
	for _, r := range requests(rows) {
		at := r.created.Unix()
		fmt.Fprintf(&b, "[description:%q entry:\"%d\" modified:\"%d\" status:\"pending\" uuid:\"%08x-0000-4000-8000-%012x\"]\n", r.summary, at, at, r.n, r.n)
	}
	if err := os.WriteFile(filepath.Join(home, "rc"), []byte("data.location="+home+"\nverbose=nothing\n"), 0o600); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(home, "pending.data"), []byte(b.String()), 0o600)
}
