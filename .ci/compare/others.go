package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// other is a program that people work with on many rows.
type other struct {
	name, program, pack string
	most                int                                   // more rows than it can do with in a reasonable time
	make                func(dir string, all []request) error // its rows
	args                []string
	ready               func(last request) string // stands on the screen when the first rows do
	before              []string                  // keys that bring it to its rows
	key                 string                    // to the next row
	types               string                    // what is typed to find some of them, letter by letter, instead
	quit                string
}

func others() []other {
	written := func(name string, body func(all []request) string) func(string, []request) error {
		return func(dir string, all []request) error {
			return os.WriteFile(filepath.Join(dir, name), []byte(body(all)), 0o600)
		}
	}
	first := func(request) string { return "row 000000" }
	plain := func(all []request) string {
		var b strings.Builder
		for _, r := range all {
			fmt.Fprintf(&b, "row %06d %s\n", r.n, r.summary)
		}
		return b.String()
	}
	return []other{
		{name: "neomutt", program: "neomutt", pack: "neomutt", most: 100_000, make: mailbox, args: []string{"neomutt", "-n", "-F", "rc", "-f", "box"}, ready: first, key: "j", quit: "q"},
		{name: "tig", program: "tig", pack: "tig", most: 100_000, make: commits, args: []string{"tig"}, ready: func(last request) string { return fmt.Sprintf("row %06d", last.n) },
			key: "j", quit: "Q"},
		{name: "VisiData", program: "vd", pack: "visidata", most: 1_000_000, make: written("rows.csv", func(all []request) string {
			return "n,summary\n" + strings.ReplaceAll(plain(all), "row ", "1,row ")
		}), args: []string{"vd", "-N", "rows.csv"}, ready: first, key: "j", quit: "gq"},
		{name: "fzf", program: "fzf", pack: "fzf", most: 1_000_000, make: written("rows", plain), args: []string{"sh", "-c", "exec fzf --sync < rows"}, ready: first, types: "briefhuur", quit: "\x1b"},
		{name: "calcurse", program: "calcurse", pack: "calcurse", most: 10_000, make: func(dir string, all []request) error {
			return errors.Join(written("todo", func(all []request) string { return strings.ReplaceAll(plain(all), "row ", "[1] row ") })(dir, all), written("conf", func([]request) string { return "" })(dir, all),
				written("keys", func([]request) string { return "" })(dir, all), written("apts", func([]request) string { return "" })(dir, all))
		}, args: []string{"calcurse", "-D", ".", "-C", "."}, ready: first, before: []string{"\t", "\t"}, key: "j", quit: "qy"},
	}
}

// others measures how long each takes to show its rows and to move to the next, beside our app on as many.
func (c *compare) others() error {
	var failed []error
	for _, rows := range c.sizes {
		ours, err := c.archive(rows)
		if err != nil {
			return err
		}
		for _, o := range others() {
			if _, err := need(o.program, o.pack); err != nil {
				return err
			}
			n := min(rows, o.most)
			dir := filepath.Join(c.dir, fmt.Sprint(o.program, n))
			if _, err := os.Stat(dir); err != nil {
				if err := errors.Join(os.MkdirAll(dir, 0o700), o.make(dir, requests(n))); err != nil {
					return fmt.Errorf("%s: %w", o.name, err)
				}
			}
			if err := c.beside(o, ours, dir, rows, n); err != nil { // the others are measured all the same
				failed = append(failed, fmt.Errorf("%s: %w", o.name, err))
			}
		}
	}
	return errors.Join(failed...)
}

// beside measures one of them and ours in turn.
func (c *compare) beside(o other, ours place, dir string, rows, n int) error {
	mine := other{args: []string{c.program, "--lang", "en"}, ready: func(request) string { return "ZW-" }, before: []string{"v", "5"}, key: "j", quit: "q"}
	last := request{n: n - 1}
	what := "key"
	if mine.types = o.types; mine.types != "" {
		what, mine.before, mine.quit = "a letter of a search", []string{"/"}, "\x03"
	}
	both := []struct {
		other
		dir   string
		env   []string
		start []time.Duration
		key   []time.Duration
		most  []int64
	}{{other: mine, dir: ours.dir, env: ours.env()}, {other: o, dir: dir, env: append(place{dir: dir}.env(), "LANG=C.UTF-8")}}
	for range starts {
		for i := range both {
			b := &both[i]
			h, start, err := shown(b.args, b.env, b.dir, b.ready(last))
			if err != nil {
				return err
			}
			h.Rest(300 * time.Millisecond) // some bring the rest of their rows now
			for _, key := range b.before {
				if _, err = h.Press(key, time.Second, nil); err != nil {
					break
				}
			}
			for _, letter := range b.types {
				if err == nil {
					err = h.press("key", string(letter), 1, true)
				}
			}
			if err == nil && b.types == "" {
				err = h.press("key", b.other.key, 15, true)
			}
			memory := h.Memory()
			h.Close(b.quit)
			if err != nil {
				return err
			}
			b.start, b.key, b.most = append(b.start, start), append(b.key, h.all.settled("key")...), append(b.most, memory)
		}
	}
	name := fmt.Sprintf(" with %d", n)
	c.atMost(0, fmt.Sprintf("exec → rows, %d", rows), middle(both[0].start), o.name+name, middle(both[1].start))
	c.atMost(0, fmt.Sprintf("%s, p50, %d", what, rows), middle(both[0].key), o.name+name, middle(both[1].key))
	c.say(line{what: fmt.Sprintf("memory, %d", rows), ours: megabytes(float64(middle(both[0].most))), beside: o.name + name + " " + megabytes(float64(middle(both[1].most))),
		ratio: float64(middle(both[0].most)) / float64(middle(both[1].most))})
	return nil
}

// mailbox is a file of mails, the first of which neomutt shows at the top.
func mailbox(dir string, all []request) error {
	var b strings.Builder
	for _, r := range all {
		fmt.Fprintf(&b, "From sam@example.org %s\nFrom: Sam <sam@example.org>\nDate: %s\nSubject: row %06d %s\nMessage-ID: <%d@example.org>\nStatus: RO\n\n%s\n\n",
			r.created.UTC().Format("Mon Jan _2 15:04:05 2006"), r.created.UTC().Format(time.RFC1123Z), r.n, r.summary, r.n, r.summary)
	}
	rc := "set folder=.\nset spoolfile=box\nset sort=date\nunset beep\nset quit=yes\nset header_cache=\"\"\nset move=no\nset wait_key=no\nset index_format=\"%4C %Z %D %s\"\nexec first-entry\npush <first-entry>\n"
	return errors.Join(os.WriteFile(filepath.Join(dir, "box"), []byte(b.String()), 0o600), os.WriteFile(filepath.Join(dir, "rc"), []byte(rc), 0o600))
}

// commits is a repository with a commit for each.
func commits(dir string, all []request) error {
	var b bytes.Buffer
	for _, r := range all {
		summary := fmt.Sprintf("row %06d %s", r.n, r.summary)
		fmt.Fprintf(&b, "commit refs/heads/main\ncommitter Sam <sam@example.org> %d +0000\ndata %d\n%s\n", r.created.Unix(), len(summary), summary)
	}
	for _, args := range [][]string{{"init", "-q", "-b", "main"}, {"fast-import", "--quiet"}} {
		cmd := exec.Command("git", args...)
		cmd.Dir, cmd.Stdin = dir, &b
		if args[0] == "init" {
			cmd.Stdin = nil
		}
		if out, err := cmd.CombinedOutput(); err != nil {
			return fmt.Errorf("git %s: %w: %s", args[0], err, out)
		}
	}
	return nil
}
