package main

import (
	"errors"
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"time"

	"leerbalie/.ci/tty"
)

// How programs are shown, and when they are still.
const (
	columns = 120
	rowsOf  = 40
	quiet   = 15 * time.Millisecond
	patient = 60 * time.Second
	starts  = 7 // fresh processes
)

// The keys that are not a letter.
const (
	down     = "\x1b[B"
	pageDown = "\x1b[6~"
	home     = "\x1b[H"
	redraw   = "\x0c"
)

// keyed is what came of keys, by what they do.
type keyed map[string][]tty.Took

func (k keyed) settled(what string) (out []time.Duration) {
	for _, t := range k[what] {
		out = append(out, t.Settled)
	}
	return out
}

func (k keyed) bytes(what string) int {
	var all []int
	for _, t := range k[what] {
		all = append(all, t.Bytes)
	}
	return middle(all)
}

// hand presses keys at moments that are in phase with nothing.
type hand struct {
	*tty.Terminal
	phase *rand.Rand
	all   keyed
}

// press presses a key so often, and looks whether each changed the screen, as it must.
func (h *hand) press(what, key string, times int, changes bool) error {
	for range times {
		h.Rest(time.Duration(h.phase.Int63n(int64(34 * time.Millisecond))))
		before, limit := h.Cells(), time.Second
		if !changes {
			limit = 100 * time.Millisecond
		}
		from := tty.Now()
		took, err := h.Press(key, limit, nil)
		if err != nil {
			return err
		}
		for changes && slices.Equal(before, h.Cells()) && tty.Now()-from < limit { // it said something first that is not seen
			more := h.Settle(from, limit)
			took.Settled, took.Bytes = more.Settled, took.Bytes+more.Bytes
		}
		if changes && slices.Equal(before, h.Cells()) {
			return fmt.Errorf("%s: %q changed nothing:\n%s", what, key, h.Text())
		}
		if !changes && !slices.Equal(before, h.Cells()) {
			return fmt.Errorf("%s: %q changed something:\n%s", what, key, h.Text())
		}
		h.all[what] = append(h.all[what], took)
	}
	return nil
}

// right draws the whole screen again: what stands there afterwards must be what stood there before. A clock may go on once.
func (h *hand) right() error {
	for range 3 {
		before := h.Cells()
		text := h.Text()
		if _, err := h.Press(redraw, time.Second, nil); err != nil {
			return err
		}
		if slices.Equal(before, h.Cells()) {
			return nil
		}
		if text != h.Text() {
			continue
		}
	}
	return errors.New("what was drawn step by step is another screen than what is drawn at once")
}

// shown starts a program and waits until it shows something.
func shown(args, env []string, dir, ready string) (*hand, time.Duration, error) {
	t, err := tty.Start(tty.Program{Args: args, Env: append(env, "COLORTERM=truecolor"), Dir: dir, Columns: columns, Rows: rowsOf, Quiet: quiet})
	if err != nil {
		return nil, 0, err
	}
	took, err := t.Shown(patient, func(screen string) bool { return strings.Contains(screen, ready) })
	if err != nil {
		t.Close("")
		return nil, 0, err
	}
	return &hand{t, rand.New(rand.NewSource(int64(took.Settled))), keyed{}}, took.Settled, nil
}

// session is what was measured of our app on an archive.
type session struct {
	keyed
	start, hello, exit []time.Duration
	memory             []float64
}

// work is what a person does in it: the list of all requests, down, page by page, to the pairs and back.
func (h *hand) work() error {
	if _, err := h.Press("v", time.Second, nil); err != nil {
		return err
	}
	if _, err := h.Press("5", patient, func(screen string) bool { return strings.Contains(screen, "(5/6)") }); err != nil {
		return err
	}
	h.Rest(300 * time.Millisecond) // what is read beside it is there
	lines := strings.Count(h.Text(), "ZW-")
	if lines < rowsOf/2 {
		return fmt.Errorf("the list of all requests is not there:\n%s", h.Text())
	}
	return errors.Join(
		h.press("same", home, 3, false),
		h.press("cursor", "j", 25, true),
		h.press("down", "j", lines-26, true),
		h.press("scroll", "j", 15, true),
		h.press("page", pageDown, 10, true),
		h.right(),
		h.press("back", home, 1, true),
		h.press("1→2", "2", 1, true), h.press("2→1", "1", 1, true), h.press("1→2", "2", 1, true), h.press("2→1", "1", 1, true),
		h.press("1→2", "2", 1, true), h.press("2→1", "1", 1, true),
		h.right(),
	)
}

// terminal measures the app from outside.
func (c *compare) terminal() error {
	hello, err := c.build("hello", "./.ci/compare/hello")
	if err != nil {
		return err
	}
	of := map[int]*session{}
	for _, rows := range c.sizes {
		s, err := c.sitting(rows, hello)
		if err != nil {
			return fmt.Errorf("%d requests: %w", rows, err)
		}
		of[rows] = s
	}
	const msec = time.Millisecond
	for _, rows := range c.sizes {
		s, name := of[rows], func(what string) string { return fmt.Sprintf("%s, %d", what, rows) }
		moved := append(s.settled("cursor"), s.settled("scroll")...)
		c.within(msec*6/10, name("key → settled, p50"), at(moved, 0.5), "", 0)
		c.within(msec*15/10, name("key → settled, p95"), at(moved, 0.95), "", 0)
		c.within(2*msec, name("key → settled, p99"), at(moved, 0.99), "", 0)
		c.within(msec*12/10, name("page, p50"), middle(s.settled("page")), "", 0)
		c.within(2*msec, name("change of screen, p50"), middle(append(s.settled("1→2"), s.settled("2→1")...)), "", 0)
		c.atMost(0.6, name("exec → queue"), middle(s.start), "Bubble Tea's hello", middle(s.hello))
		c.within(3*msec, name("exit"), middle(s.exit), "", 0)
	}
	few := of[c.least()]
	for _, one := range []struct {
		what, key string
		limit     int
	}{{"the same frame", "same", 0}, {"cursor +1", "cursor", 165}, {"page", "page", 1600}, {"screen 1→2", "1→2", 1100}, {"screen 2→1", "2→1", 3200}, {"scroll by 1", "scroll", 2400}} {
		c.bytes(one.limit, fmt.Sprintf("bytes of %s, %d", one.what, c.least()), few.bytes(one.key))
	}
	for _, rows := range c.sizes[1:] {
		c.grew(1.15, fmt.Sprintf("exec → queue, %d → %d", c.least(), rows), float64(middle(few.start)), float64(middle(of[rows].start)), msOf)
		c.grew(1.15, fmt.Sprintf("memory, %d → %d", c.least(), rows), middle(few.memory), middle(of[rows].memory), megabytes)
	}
	return c.scrolled()
}

// sitting measures starts on an archive and the hello in turn, and the same work in each.
func (c *compare) sitting(rows int, hello string) (*session, error) {
	p, err := c.archive(rows)
	if err != nil {
		return nil, err
	}
	s := &session{keyed: keyed{}}
	for i := range starts + 1 {
		h, start, err := shown([]string{c.program, "--lang", "en"}, p.env(), p.dir, "ZW-")
		if err != nil {
			return nil, err
		}
		if i == 0 { // it warms up, and what follows an import is done
			h.Rest(2 * time.Second)
		}
		h.all = s.keyed
		err = h.work()
		memory, exit := h.Memory(), h.Close("q")
		if err != nil {
			return nil, err
		}
		if exit < 0 {
			return nil, errors.New("the app does not end")
		}
		bare, greeted, err := shown([]string{hello}, p.env(), p.dir, "hello")
		if err != nil {
			return nil, err
		}
		bare.Close("q")
		if i == 0 {
			clear(s.keyed)
			continue
		}
		s.start, s.hello, s.exit, s.memory = append(s.start, start), append(s.hello, greeted), append(s.exit, exit), append(s.memory, float64(memory))
	}
	return s, nil
}

// scrolled measures how many bytes scrolling takes where the terminal is known to move a part of its screen well.
func (c *compare) scrolled() error {
	p, err := c.archive(c.least())
	if err != nil {
		return err
	}
	env := append(slices.DeleteFunc(p.env(), func(v string) bool { return strings.HasPrefix(v, "TERM=") }), "TERM=alacritty")
	h, _, err := shown([]string{c.program, "--lang", "en"}, env, p.dir, "ZW-")
	if err != nil {
		return err
	}
	err = h.work()
	h.Close("q")
	if err == nil {
		c.bytes(200, fmt.Sprintf("bytes of scroll by 1 where regions are safe, %d", c.least()), h.all.bytes("scroll"))
	}
	return err
}
