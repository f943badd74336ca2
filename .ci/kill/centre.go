package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"
)

// centre is a store with what was confirmed of it.
type centre struct {
	program string
	dir     string
	random  *rand.Rand
	kept    map[string]string // number → summary of what was confirmed
	gone    []string          // words that were erased
	took    map[string]time.Duration
	serial  int
}

func (c *centre) store() string { return filepath.Join(c.dir, "desk", "leerbalie.db") }

// copies is the folder of what the program writes for others.
func (c *centre) copies() string { return filepath.Join(c.dir, "copies") }

// command is the program with words, on the centre's store, in a home of its own. It has no terminal, so that nothing is asked.
func (c *centre) command(args ...string) (*exec.Cmd, *bytes.Buffer) {
	cmd := exec.Command(c.program, args...)
	cmd.Env = []string{
		"HOME=" + c.dir, "XDG_STATE_HOME=" + filepath.Join(c.dir, "state"), "XDG_DATA_HOME=" + filepath.Join(c.dir, "data"),
		"LEERBALIE_DB=" + c.store(), "LANG=en_GB.UTF-8", "TMPDIR=" + filepath.Join(c.dir, "tmp"),
	}
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &bytes.Buffer{}
	return cmd, &out
}

// do runs the program to its end.
func (c *centre) do(args ...string) (string, error) {
	cmd, out := c.command(args...)
	if err := cmd.Run(); err != nil {
		return "", fmt.Errorf("leerbalie %s: %w: %s", strings.Join(args, " "), err, cmd.Stderr)
	}
	return out.String(), nil
}

// found makes the store, with some requests in it.
func (c *centre) found(rows int) error {
	c.kept, c.took = map[string]string{}, map[string]time.Duration{}
	for _, name := range []string{"desk", "copies", "tmp", "data", "state"} {
		if err := os.Mkdir(filepath.Join(c.dir, name), 0o700); err != nil {
			return err
		}
	}
	if _, err := c.do("init", "--site", "Zuid", "--code", "ZW", "--me", "Sam"); err != nil {
		return err
	}
	if _, err := c.do("import", "requests", c.table("first", rows)); err != nil {
		return err
	}
	return c.note()
}

// table is a file of requests to bring in.
func (c *centre) table(prefix string, rows int) string {
	var b strings.Builder
	b.WriteString("source_id;summary;details;theme\n")
	for i := range rows {
		fmt.Fprintf(&b, "%s-%d;vraag %d van %s;%s;taal\n", prefix, i, i, prefix, strings.Repeat("een brief ", 8))
	}
	path := filepath.Join(c.dir, prefix+".csv")
	if err := os.WriteFile(path, []byte(b.String()), 0o600); err != nil {
		panic(err) // a tool's own folder
	}
	return path
}

type request struct {
	Number   string `json:"number"`
	Summary  string `json:"summary"`
	SourceID string `json:"source_id"`
}

// list is every request that the store has.
func (c *centre) list() ([]request, error) {
	out, err := c.do("request", "list", "--status", "all", "--limit", "0", "--json")
	if err != nil {
		return nil, err
	}
	var all []request
	return all, json.Unmarshal([]byte(out), &all)
}

// note takes everything that is there for confirmed.
func (c *centre) note() error {
	all, err := c.list()
	for _, r := range all {
		c.kept[r.Number] = r.Summary
	}
	return err
}

// holds tells what is missing of what was confirmed, and numbers that were given out twice.
func (c *centre) holds() error {
	all, err := c.list()
	if err != nil {
		return err
	}
	there := map[string]string{}
	for _, r := range all {
		if _, twice := there[r.Number]; twice {
			return fmt.Errorf("%s was given out twice", r.Number)
		}
		there[r.Number] = r.Summary
	}
	for number, summary := range c.kept {
		if have, ok := there[number]; !ok || have != summary && have != "" {
			return fmt.Errorf("%s %q was confirmed, and is %q", number, summary, have)
		}
	}
	return nil
}

// tidy tells which files are there that nobody asked for, and where erased words still stand.
func (c *centre) tidy(also ...string) error {
	return filepath.WalkDir(c.dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		rel, _ := filepath.Rel(c.dir, path)
		folder, name, deep := strings.Cut(filepath.ToSlash(rel), "/")
		switch {
		case !deep, folder == "data", folder == "state" && !strings.Contains(filepath.Base(path), ".new"):
			return nil // the program itself, and what the tool hands in
		case folder == "desk" && name == "leerbalie.db", slices.Contains(also, path):
		default:
			return fmt.Errorf("%s is left over", rel)
		}
		body, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for word := range marked(body) {
			for _, gone := range c.gone {
				if strings.HasPrefix(word, gone) { // what follows in the file may be letters as well
					return fmt.Errorf("%s was erased, and stands in %s", gone, rel)
				}
			}
		}
		return nil
	})
}

// marked gives the words of secretWord that stand in a file, with the letters that follow.
func marked(body []byte) iter.Seq[string] {
	return func(yield func(string) bool) {
		for {
			at := bytes.Index(body, []byte(mark))
			if at < 0 {
				return
			}
			end := at
			for end < len(body) && body[end] >= 'a' && body[end] <= 'z' {
				end++
			}
			if !yield(string(body[at:end])) {
				return
			}
			body = body[end:]
		}
	}
}

// round does a job once and kills it at some moment; killed is false when it was done before.
func (c *centre) round(j job) (killed bool, err error) {
	c.serial++
	t := &turn{c: c, n: c.serial}
	if err := j.before(t); err != nil {
		return false, fmt.Errorf("before it: %w", err)
	}
	wait := time.Duration(c.random.Int63n(int64(c.length(j)) * 5 / 4))
	cmd, out := c.command(t.args...)
	began := time.Now()
	if err := cmd.Start(); err != nil {
		return false, err
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	select {
	case err = <-ended:
		c.took[j.name] = (c.length(j) + time.Since(began)) / 2
	case <-time.After(wait):
		killed = true
		c.took[j.name] = c.length(j) * 8 / 7 // so that some come to their end, however busy the machine is
		_ = cmd.Process.Kill()
		err = <-ended
	}
	var exit *exec.ExitError
	if !killed && errors.As(err, &exit) {
		return false, fmt.Errorf("leerbalie %s: %w: %s", strings.Join(t.args, " "), err, cmd.Stderr)
	}
	t.done, t.said = !killed, out.String()
	if _, err := c.do("request", "list", "--limit", "1"); err != nil { // the next start, which tidies up
		return killed, err
	}
	if err := j.after(t); err != nil {
		return killed, err
	}
	if said, err := c.do("check"); err != nil {
		return killed, fmt.Errorf("check: %w %s", err, said)
	}
	return killed, errors.Join(c.holds(), c.tidy())
}

// length is how long a job takes when nobody kills it, as far as is known.
func (c *centre) length(j job) time.Duration {
	if d := c.took[j.name]; d > 0 {
		return d
	}
	return j.about
}

// crowd has as many processes add a request at once, and others erase in between: each that confirmed is there.
func (c *centre) crowd(n int) error {
	var names []string
	for i := range n / 8 {
		c.serial++
		name := secretWord(c.serial, i)
		if _, err := c.do("resident", "add", "Xantippe "+name, "--phone", fmt.Sprintf("06%08d", c.serial)); err != nil {
			return err
		}
		names = append(names, name)
	}
	failed := make([]error, n+len(names))
	var all sync.WaitGroup
	var mu sync.Mutex
	added := 0
	for i := range n {
		all.Go(func() {
			out, err := c.do("request", "add", fmt.Sprintf("samen %d", i), "--json")
			var r request
			if err == nil {
				err = json.Unmarshal([]byte(out), &r)
			}
			mu.Lock()
			defer mu.Unlock()
			if failed[i] = err; err == nil {
				added++
				if _, twice := c.kept[r.Number]; twice {
					failed[i] = fmt.Errorf("%s was given out twice", r.Number)
				}
				c.kept[r.Number] = r.Summary
			}
		})
		if i%8 == 7 {
			all.Go(func() { _, failed[n+i/8] = c.do("resident", "erase", names[i/8], "--yes") })
		}
	}
	all.Wait()
	c.gone = append(c.gone, names...)
	if err := errors.Join(failed...); err != nil {
		return fmt.Errorf("%d of %d were confirmed: %w", added, n, err)
	}
	if said, err := c.do("check"); err != nil {
		return fmt.Errorf("check: %w %s", err, said)
	}
	return errors.Join(c.holds(), c.tidy())
}
