package draw_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/fault"
	"leerbalie/ui/draw"
	"leerbalie/ui/screen"
)

// longest is how long something may take before a test gives up: far more than any machine needs.
const longest = 30 * time.Second

// bench is a terminal and what was done to it, in order.
type bench struct {
	mu    sync.Mutex
	done  []string
	news  chan struct{}
	hold  sync.Mutex // held while it takes nothing
	watch func(screen.Owner)
	waits bool // more keys are on their way

	unwatched func() // nobody hears of the terminal any more
}

func newBench() *bench { return &bench{news: make(chan struct{})} }

func (b *bench) note(what string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.done = append(b.done, what)
	close(b.news)
	b.news = make(chan struct{})
}

func (b *bench) Write(p []byte) (int, error) {
	b.hold.Lock()
	defer b.hold.Unlock()
	b.note(string(p))
	return len(p), nil
}
func (b *bench) Raw() error                 { b.note("raw"); return nil }
func (b *bench) Restore() error             { b.note("restore"); return nil }
func (b *bench) Size() (screen.Size, error) { return small, nil }
func (b *bench) Waits() bool                { return b.waits }
func (b *bench) Watch() func(done <-chan struct{}, to screen.Owner) {
	return func(done <-chan struct{}, to screen.Owner) {
		if b.watch != nil {
			b.watch(to)
		}
		<-done
		if b.unwatched != nil {
			b.unwatched()
		}
	}
}

// until waits until something was done that holds a text, and gives all that was.
func (b *bench) until(t *testing.T, text string) []string {
	t.Helper()
	late := time.After(longest)
	for {
		b.mu.Lock()
		done, news := slices.Clone(b.done), b.news
		b.mu.Unlock()
		if slices.ContainsFunc(done, func(s string) bool { return strings.Contains(s, text) }) {
			return done
		}
		select {
		case <-news:
		case <-late:
			t.Fatalf("%q never came: %q", text, done)
		}
	}
}

var small = screen.Size{Width: 20, Height: 2}

const (
	taken = "\x1b[?1049h"
	given = "\x1b[?1049l"
)

func window(t *testing.T, b *bench) *draw.Window {
	w := draw.NewWindow(screen.Terminal{Out: b, Device: b, Term: "xterm-256color"}, true, false, func(broke *draw.Broke) { t.Errorf("%v\n%s", broke, broke.Stack) })
	t.Cleanup(func() { w.Close(nil) })
	return w
}

// TestAWindowIsLent: the terminal is given back before, taken after, and what was shown meanwhile is drawn then. Whoever has it lent may
// lend it on.
func TestAWindowIsLent(t *testing.T) {
	b := newBench()
	w := window(t, b)
	w.Show("een", small)
	b.until(t, "een")
	wrong := errors.New("wrong")
	if err := w.Lend(func() error {
		b.note("editor")
		w.Show("twee", small)
		w.Draw()
		w.Again() // as whoever was stopped meanwhile does
		return w.Lend(func() error { b.note("stopped"); return wrong })
	}); err != wrong {
		t.Errorf("the error is lost: %v", err)
	}
	w.Show("slot", small)
	b.until(t, "slot")
	w.Close(nil)
	w.Close(nil)
	var got []string
	for _, s := range b.until(t, "slot") {
		switch {
		case strings.Contains(s, taken):
			got = append(got, "take")
		case strings.Contains(s, given):
			got = append(got, "give")
		case strings.HasPrefix(s, "\x1b"):
		default:
			got = append(got, s)
		}
	}
	got = slices.DeleteFunc(got, func(s string) bool { return strings.Contains(s, "slot") || strings.Contains(s, "\r") })
	if want := []string{"take", "give", "restore", "editor", "stopped", "raw", "take", "give", "restore"}; !slices.Equal(got, want) {
		t.Errorf("%q instead of %q", got, want)
	}
}

// TestATerminalThatSomebodyElseHad, as while the program was stopped unseen, is told everything again.
func TestATerminalThatSomebodyElseHad(t *testing.T) {
	b := newBench()
	w := window(t, b)
	w.Show("een", small)
	w.Draw()
	w.Again()
	w.Draw()
	done := b.until(t, "raw")
	if all := strings.Join(done, ""); strings.Count(all, taken) != 2 || strings.Count(all, "een") != 2 || strings.Contains(all, given) {
		t.Errorf("%q", done)
	}
}

// TestTheNewestFrameWins: a terminal that takes nothing keeps nobody waiting, and shows the newest when it goes on.
func TestTheNewestFrameWins(t *testing.T) {
	b := newBench()
	w := window(t, b)
	w.Show("begin", small)
	b.until(t, "begin")
	b.hold.Lock()
	for _, text := range []string{"aaaa", "bbbb", "cccc", "dddd"} {
		w.Show(text, small)
		if _, err := io.WriteString(w, "\a"); err != nil {
			t.Error(err)
		}
	}
	b.hold.Unlock()
	done := strings.Join(b.until(t, "dddd"), "")
	if strings.Contains(done, "cccc") || strings.Count(done, "\a") < 3 {
		t.Errorf("%q", done)
	}
	b.hold.Lock()
	defer b.hold.Unlock()
	for err := error(nil); err == nil; { // it keeps only so much
		_, err = w.Write(make([]byte, 1<<16))
	}
}

// TestWhoIsInAHurryWaitsForNoTerminal that takes nothing: it is restored all the same.
func TestWhoIsInAHurryWaitsForNoTerminal(t *testing.T) {
	b := newBench()
	w := window(t, b)
	w.Show("begin", small)
	b.until(t, "begin")
	b.hold.Lock()
	defer b.hold.Unlock()
	w.Show("meer", small)
	hurry := make(chan struct{})
	close(hurry)
	go w.Close(hurry)
	b.until(t, "restore")
}

// TestASignalIsHeardUntilTheTerminalWasGivenBack: whoever closes a window that somebody else is closing already, and that takes nothing,
// restores it as well, and the terminal is watched until then.
func TestASignalIsHeardUntilTheTerminalWasGivenBack(t *testing.T) {
	b := newBench()
	var to screen.Owner
	watched, unwatched := make(chan struct{}), make(chan []string, 1)
	b.watch = func(o screen.Owner) { to = o; close(watched) }
	b.unwatched = func() {
		b.mu.Lock()
		defer b.mu.Unlock()
		unwatched <- slices.Clone(b.done)
	}
	in, keys := io.Pipe()
	defer keys.Close()
	p := draw.New(t.Context(), still{func() string { return "staat er" }}, screen.Terminal{In: in, Out: b, Device: b, Term: "xterm"}, draw.Options{})
	ended := make(chan error, 1)
	go func() { ended <- p.Run() }()
	b.until(t, "staat er")
	<-watched
	b.hold.Lock()
	p.Send(tea.Quit())
	for err := error(nil); err == nil; runtime.Gosched() { // until it is being closed
		_, err = p.Window().Write(nil)
	}
	to.Leave()
	if done := b.until(t, "restore"); len(unwatched) > 0 || len(ended) > 0 {
		t.Errorf("nobody hears of a terminal that was not given back: %q", done)
	}
	b.hold.Unlock()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	if done := <-unwatched; !slices.ContainsFunc(done, func(s string) bool { return strings.Contains(s, given) }) {
		t.Errorf("%q", done)
	}
}

// still is a model that shows a text, and quits when a key comes.
type still struct{ text func() string }

func (s still) Init() tea.Cmd { return nil }
func (s still) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if _, key := msg.(tea.KeyMsg); key {
		return s, tea.Quit
	}
	return s, nil
}
func (s still) View() string { return s.text() }

// run runs a model on a bench, with a key once it shows something.
func run(t *testing.T, b *bench, term string, text func() string) error {
	t.Helper()
	in, keys := io.Pipe()
	defer keys.Close()
	p := draw.New(t.Context(), still{text}, screen.Terminal{In: in, Out: b, Device: b, Term: term}, draw.Options{Mouse: true})
	ended := make(chan error, 1)
	go func() { ended <- p.Run() }()
	if term != "dumb" {
		b.until(t, "staat er")
		if _, err := io.WriteString(keys, "x"); err != nil {
			t.Fatal(err)
		}
	}
	select {
	case err := <-ended:
		return err
	case <-time.After(longest):
		t.Fatal("it does not end")
		return nil
	}
}

// TestAProgramShows on terminals of each kind, by what they know, and gives each back.
func TestAProgramShows(t *testing.T) {
	for term, want := range map[string][2]string{
		"xterm-256color": {"\x1b[?1049h\x1b[?25l\x1b[?1002h\x1b[?1006h\x1b[?2004h", "\x1b[?2004l\x1b[?1006l\x1b[?1003l\x1b[?1002l\x1b[?1000l\x1b[?1049l\x1b[?25h\x1b[0m"},
		"screen":         {"\x1b[?1049h\x1b[?25l\x1b[?1002h\x1b[?1006h\x1b[?2004h", "\x1b[?2004l\x1b[?1006l\x1b[?1003l\x1b[?1002l\x1b[?1000l\x1b[?1049l\x1b[?25h\x1b[0m"},
		"linux":          {"\x1b[?25l", "\x1b[0m\x1b[H\x1b[2J\x1b[?25h"},
		"vt100":          {"", "\x1b[0m\x1b[H\x1b[2J"},
	} {
		b := newBench()
		if err := run(t, b, term, func() string { return "staat er" }); err != nil {
			t.Errorf("%s: %v", term, err)
		}
		out := b.until(t, "restore")
		if out[0] != "raw" || !strings.HasPrefix(out[1], want[0]+"\x1b[m\x1b[H\x1b[2J") || out[len(out)-1] != "restore" || out[len(out)-2] != want[1] {
			t.Errorf("%s: %q", term, out)
		}
		if take, give := draw.Told([]byte(out[1])); take != want[0] || take != "" && give != want[1] {
			t.Errorf("%s: who passes it on finds %q, %q", term, take, give)
		}
	}
	b := newBench()
	if err := run(t, b, "dumb", func() string { return "staat er" }); fault.KindOf(err) != fault.Invalid {
		t.Errorf("%v", err)
	}
}

// counting is a model that counts the messages it gets, and how often it is asked to draw.
type counting struct{ got, drawn int }

type oneMore struct{}

const many = 5000

func (c *counting) Init() tea.Cmd { return nil }
func (c *counting) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if _, more := msg.(oneMore); more {
		c.got++
	}
	return c, nil
}
func (c *counting) View() string {
	c.drawn++
	if c.got == many {
		return "alles"
	}
	return fmt.Sprint(c.got)
}

// TestWhileMoreKeysComeFramesArePassedOver: not each is built, and the last of them is drawn all the same.
func TestWhileMoreKeysComeFramesArePassedOver(t *testing.T) {
	b := newBench()
	b.waits = true
	in, keys := io.Pipe()
	defer keys.Close()
	model := &counting{}
	p := draw.New(t.Context(), model, screen.Terminal{In: in, Out: b, Device: b, Term: "xterm"}, draw.Options{})
	ended := make(chan error, 1)
	go func() { ended <- p.Run() }()
	for range many {
		p.Send(oneMore{})
	}
	b.until(t, "alles")
	p.Send(tea.Quit())
	if err := <-ended; err != nil {
		t.Error(err)
	}
	if model.got != many || model.drawn > many*4/5 {
		t.Errorf("%d messages were drawn %d times", model.got, model.drawn)
	}
}

// TestWhatBreaksBesideTheLoopEndsTheProgram in order.
func TestWhatBreaksBesideTheLoopEndsTheProgram(t *testing.T) {
	b := newBench()
	b.watch = func(screen.Owner) {
		b.until(t, "staat er")
		panic("watching")
	}
	var broke *draw.Broke
	in, keys := io.Pipe()
	defer keys.Close()
	p := draw.New(context.Background(), still{func() string { return "staat er" }}, screen.Terminal{In: in, Out: b, Device: b, Term: "xterm"}, draw.Options{})
	if err := p.Run(); !errors.As(err, &broke) || broke.Value != "watching" || len(broke.Stack) == 0 {
		t.Errorf("%v", err)
	}
	if out := b.until(t, given); out[len(out)-1] != "restore" {
		t.Errorf("%q", out)
	}
}

// breaking is a model that breaks in one of its methods.
type breaking string

func (b breaking) in(where string) {
	if string(b) == where {
		panic(where)
	}
}

func (b breaking) Init() tea.Cmd { b.in("init"); return nil }
func (b breaking) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if _, key := msg.(tea.KeyMsg); key {
		b.in("update")
	}
	return b, nil
}
func (b breaking) View() string { b.in("view"); return "staat er" }

// TestAModelThatBreaksEndsItsProgramAlone: what broke is told to whoever ran it, not by Bubble Tea to the output of the process.
func TestAModelThatBreaksEndsItsProgramAlone(t *testing.T) {
	for _, where := range []string{"init", "update", "view"} {
		b := newBench()
		in, keys := io.Pipe()
		p := draw.New(t.Context(), breaking(where), screen.Terminal{In: in, Out: b, Device: b, Term: "xterm"}, draw.Options{})
		ended := make(chan error, 1)
		go func() { ended <- p.Run() }()
		p.Send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("x")})
		var broke *draw.Broke
		if err := <-ended; !errors.As(err, &broke) || broke.Value != where || len(broke.Stack) == 0 {
			t.Errorf("%s: %v", where, err)
		}
		if out := b.until(t, "restore"); out[len(out)-1] != "restore" {
			t.Errorf("%s: %q", where, out)
		}
		_ = keys.Close()
	}
}
