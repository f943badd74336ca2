package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// crowd is many sessions over SSH on one store, each with a key and a person of its own.
type crowd struct {
	h     *house
	book  *ledger
	serve *service

	mu    sync.Mutex
	took  []time.Duration // of each key, until the screen shows it
	late  int             // keys that no screen showed in time
	count int             // of words
}

// member is one of them, in the middle of taking somebody in.
type member struct {
	c      *crowd
	name   string
	x      *screen
	word   string
	typed  int // letters of word; -1: the line is not open
	number string
}

// keysOf is how many keys one action is: the one that opens the line, eight letters, Enter.
const keysOf = 10

// many has many sessions work for a time, after one alone did, and compares the two.
func many(h *house, o options) error {
	c := &crowd{h: h, book: newLedger(h)}
	if err := c.fill(); err != nil {
		return err
	}
	var members []*member
	var keys []string
	for i := range o.sessions {
		name := strings.ToUpper(token("", i+1)[3:4]) + token("", i+1)[3:] + token("", i+1)
		if _, err := h.try("person", "add", name, "--role", "desk"); err != nil {
			return err
		}
		members = append(members, &member{c: c, name: name, typed: -1})
		if o.remote == 0 {
			continue
		}
		key, err := h.key(name)
		if err != nil {
			return err
		}
		keys = append(keys, key)
	}
	if o.remote > 0 {
		var err error
		if c.serve, err = h.serves(); err != nil {
			return err
		}
		defer c.serve.stop()
	}
	sit := func(i int) (err error) {
		var x *screen
		if c.serve == nil {
			x, err = start(h.command("--as", members[i].name), columns, rows)
		} else {
			x, err = c.serve.connect(keys[i], columns, rows)
		}
		if err != nil {
			return err
		}
		x.quiet, members[i].x = true, x
		_, err = x.shows(20*time.Second, "Zuid")
		return err
	}
	if err := sit(0); err != nil {
		return fmt.Errorf("the first session: %w", err)
	}
	for range 12 * keysOf { // alone, and faster
		if err := members[0].key(); err != nil {
			return err
		}
		time.Sleep(60 * time.Millisecond)
	}
	alone := c.times()
	holder := h.holder()
	first := memory(holder)
	for i := 1; i < len(members); i++ {
		if err := sit(i); err != nil {
			return fmt.Errorf("session %d: %w", i+1, err)
		}
	}
	sat := memory(holder)
	used, began := cpu(holder), time.Now()
	h.say("%d sessions work for %v", len(members), o.length)
	failed := make([]error, len(members))
	var wait sync.WaitGroup
	for i, m := range members {
		wait.Go(func() {
			time.Sleep(time.Minute / keysOf * time.Duration(i) / time.Duration(len(members)))
			for next := time.Now(); time.Since(began) < o.length && failed[i] == nil; next = next.Add(time.Minute / keysOf) {
				time.Sleep(time.Until(next))
				failed[i] = m.key()
			}
			for m.typed >= 0 && failed[i] == nil { // what was begun is brought to its end
				failed[i] = m.key()
			}
		})
	}
	wait.Wait()
	share := float64(cpu(holder)-used) / float64(time.Since(began))
	end := memory(holder)
	for i, err := range failed {
		if err != nil {
			h.fault("session %d: %v", i+1, err)
		}
	}
	together := c.times()
	for _, m := range slices.Backward(members) { // who has the store leaves last
		_ = m.x.press("q")
		<-m.x.done
	}
	if c.serve != nil {
		c.serve.stop()
	}
	if said, err := h.try("check"); err != nil {
		h.fault("check: %v %s", err, said)
	}
	lost, twice := c.settle()
	others := float64(max(len(members)-1, 1))
	for _, line := range [][2]any{
		{"sessions", len(members)}, {"actions that were confirmed; lost; there twice", fmt.Sprintf("%d; %d; %d", c.book.actions, lost, twice)},
		{"key → screen, one session: p50, p99, longest", ranks(alone)},
		{"key → screen, all sessions: p50, p99, longest", ranks(together)},
		{"… as ratios to one session: p50, p99", fmt.Sprintf("%.2f, %.2f", ratio(together, alone, 50), ratio(together, alone, 99))},
		{"keys that were not shown in time", c.late},
		{"memory with the first session", fmt.Sprintf("%.1f MB", first)},
		{"memory a session beyond the first: when all sat, at the end", fmt.Sprintf("%.2f MB, %.2f MB", (sat-first)/others, (end-first)/others)},
		{"of one processor", fmt.Sprintf("%.1f %%", share*100)},
	} {
		fmt.Printf("   %-60v %v\n", line[0], line[1])
	}
	if p99 := rank(together, 99); p99 > 100*time.Millisecond && !busy(o) {
		h.fault("p99 is %v", p99)
	}
	return nil
}

// fill gives the store a past, and a queue as a busy morning has it.
func (c *crowd) fill() error {
	var b strings.Builder
	b.WriteString("source_id;created_at;closed_at;summary\n")
	for i := range 2040 {
		closed := "02-09-2026 10:00"
		if i >= 2000 {
			closed = ""
		}
		fmt.Fprintf(&b, "A%d;01-09-2026 09:30;%s;Brief van de gemeente over toeslag %s\n", i, closed, token("oud", i+1))
	}
	path := filepath.Join(c.h.dir, "past.csv")
	if err := os.WriteFile(path, []byte(b.String()), 0o600); err != nil {
		return err
	}
	_, err := c.h.try("import", "requests", path)
	return errors.Join(err, os.Remove(path))
}

// key types the next key of a walk-in, and waits until the screen shows it.
func (m *member) key() error {
	w := m.c.h.words
	press, shown := "n", func(s string) bool { return strings.Contains(s, w.Say("intake.title")) }
	switch {
	case m.typed < 0:
		m.c.mu.Lock()
		m.c.count++
		m.word = (token("", m.c.count) + "wwwww")[:keysOf-2]
		m.c.mu.Unlock()
		m.c.book.intends(m.word)
	case m.typed < len(m.word):
		press = m.word[m.typed : m.typed+1]
		line := "› " + m.word[:m.typed+1]
		shown = func(s string) bool { return strings.Contains(s, line) }
	default:
		before, after, _ := strings.Cut(w.Say("did.act-add-request"), "{number}")
		press, shown = enter, func(s string) bool {
			for line := range strings.Lines(s) {
				if _, told, ok := strings.Cut(line, "✓ "+before); ok && strings.Contains(line, after) && !strings.Contains(s, w.Say("intake.title")) {
					number := aNumber.FindString(told)
					if number != m.number {
						m.number = number
						return true
					}
				}
			}
			return false
		}
	}
	began := time.Now()
	if err := m.x.press(press); err != nil {
		return err
	}
	screen, err := m.x.until(10*time.Second, shown)
	m.c.mu.Lock()
	defer m.c.mu.Unlock()
	if err != nil {
		m.c.late++
		return fmt.Errorf("%q: %w\n%s", press, err, screen)
	}
	m.c.took = append(m.c.took, time.Since(began))
	if m.typed++; press == enter {
		m.typed = -1
		m.c.book.added(m.number, m.word, m.name)
	}
	return nil
}

// settle looks whether all that was confirmed is there, once.
func (c *crowd) settle() (lost, twice int) {
	all, err := c.h.list("all")
	if err != nil {
		c.h.fault("the list: %v", err)
	}
	missing, double := c.book.lacks(all, c.book.confirmed())
	for _, m := range append(slices.Clone(missing), double...) {
		c.h.fault("%s", m)
	}
	return len(missing), len(double)
}

// times takes what was measured until now.
func (c *crowd) times() []time.Duration {
	c.mu.Lock()
	defer c.mu.Unlock()
	out := slices.Sorted(slices.Values(c.took))
	c.took = nil
	return out
}

// rank is the time that so many of a hundred do not go beyond.
func rank(sorted []time.Duration, percent int) time.Duration {
	if len(sorted) == 0 {
		return 0
	}
	return sorted[min(len(sorted)-1, (len(sorted)*percent+99)/100-1)]
}

func ratio(a, b []time.Duration, percent int) float64 {
	return float64(rank(a, percent)) / float64(max(rank(b, percent), 1))
}

func ranks(sorted []time.Duration) string {
	ms := func(percent int) time.Duration { return rank(sorted, percent).Round(time.Millisecond / 10) }
	return fmt.Sprintf("%v, %v, %v (%d keys)", ms(50), ms(99), ms(100), len(sorted))
}

// memory is what a process holds of the machine's memory, in MB.
func memory(pid int) float64 {
	body, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	_, after, _ := strings.Cut(string(body), "VmRSS:")
	kB, _ := strconv.ParseFloat(append(strings.Fields(after), "0")[0], 64)
	return kB / 1024
}

// cpu is how long a process has had a processor.
func cpu(pid int) time.Duration {
	body, _ := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	_, after, _ := strings.Cut(string(body), ") ")
	f := strings.Fields(after)
	if len(f) < 13 {
		return 0
	}
	user, _ := strconv.Atoi(f[11])
	system, _ := strconv.Atoi(f[12])
	return time.Duration(user+system) * 10 * time.Millisecond
}
