package ui_test

import (
	"context"
	"crypto/rand"
	"errors"
	"io"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/hinshun/vt10x"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/memory"
	"leerbalie/ui"
	"leerbalie/ui/screen"
)

// longest is how long something may take before a test gives up: far more than any machine needs.
const longest = 30 * time.Second

// remote is the other end of a session that is served: keys go in at one end of a pipe, and an emulator keeps what a person
// would see. No terminal, no file.
type remote struct {
	t     testing.TB
	keys  *io.PipeWriter
	sizes chan screen.Size
	ended chan error

	mu   sync.Mutex
	vt   vt10x.Terminal
	raw  strings.Builder
	news chan struct{} // closed and renewed when something was drawn
}

// serve begins a session on a pipe.
func serve(t testing.TB, size screen.Size, o ui.Options) *remote {
	t.Helper()
	in, keys := io.Pipe()
	r := &remote{t: t, keys: keys, sizes: make(chan screen.Size), ended: make(chan error, 1), news: make(chan struct{})}
	r.vt = vt10x.New(vt10x.WithSize(size.Width, size.Height))
	o.Terminal = screen.Terminal{In: in, Out: r, Term: "xterm-256color", Size: size, Sizes: r.sizes, Dark: true}
	go func() { r.ended <- ui.Run(t.Context(), o) }()
	t.Cleanup(func() { _ = keys.Close() })
	return r
}

// Write takes what the session draws.
func (r *remote) Write(p []byte) (int, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.raw.Write(p)
	close(r.news)
	r.news = make(chan struct{})
	return r.vt.Write(p)
}

func (r *remote) screen() (string, <-chan struct{}) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.vt.String(), r.news
}

func (r *remote) drawn() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.raw.String()
}

func (r *remote) press(keys ...string) {
	r.t.Helper()
	for _, k := range keys {
		if _, err := io.WriteString(r.keys, k); err != nil {
			r.t.Fatal(err)
		}
	}
}

// resize gives the window another size.
func (r *remote) resize(size screen.Size) {
	r.mu.Lock()
	r.vt.Resize(size.Width, size.Height)
	r.mu.Unlock()
	r.sizes <- size
}

// shows waits until every text stands on the screen.
func (r *remote) shows(texts ...string) string {
	r.t.Helper()
	late := time.After(longest)
	for {
		screen, news := r.screen()
		missing := ""
		for _, text := range texts {
			if !strings.Contains(screen, text) {
				missing = text
			}
		}
		if missing == "" {
			return screen
		}
		select {
		case <-news:
		case err := <-r.ended:
			r.t.Fatalf("the session ended with %v before %q showed:\n%s", err, missing, screen)
		case <-late:
			r.t.Fatalf("%q does not show:\n%s", missing, screen)
		}
	}
}

// ends waits for the end of the session, and looks whether its terminal was put in order.
func (r *remote) ends() error {
	r.t.Helper()
	select {
	case err := <-r.ended:
		for what, code := range map[string]string{"the other screen": "\x1b[?1049l", "the cursor": "\x1b[?25h", "the mouse": "\x1b[?1002l", "pasting": "\x1b[?2004l"} {
			if !strings.Contains(r.drawn(), code) {
				r.t.Errorf("%s is not as it was", what)
			}
		}
		return err
	case <-time.After(longest):
		screen, _ := r.screen()
		r.t.Fatalf("the session does not end:\n%s", screen)
		return nil
	}
}

// office is a store with two people, and a session of each.
func office(t testing.TB) (samira, noor *model.Session) {
	t.Helper()
	ctx := context.Background()
	store := memory.New(memory.Options{Replica: journal.Replica{7}, Tag: "K7", Now: time.Now, Random: rand.Reader})
	me, err := model.Found(ctx, store, model.Founding{Site: "Servicepunt Zuidwest", Code: "ZW", Me: "Samira Bouali"})
	if err == nil {
		samira, err = model.Enter(ctx, store, me)
	}
	if err != nil {
		t.Fatal(err)
	}
	added, err := samira.Do(ctx, model.AddPerson{Person: model.Person{Name: "Noor Visser", Roles: []model.Role{model.RoleDesk}, Site: samira.Site()}})
	if err == nil {
		noor, err = model.Enter(ctx, store, added.Entity)
	}
	if err != nil {
		t.Fatal(err)
	}
	return samira, noor
}

// TestTwoSessionsInOneProcess serves two people from one store: each in a language, in a window and with a screen of their
// own. What one does the other sees; what one has open, sizes or ends touches the other nowhere.
func TestTwoSessionsInOneProcess(t *testing.T) {
	one, two := office(t)
	a := serve(t, screen.Size{Width: 80, Height: 24}, ui.Options{Session: one, Locale: "en_GB.UTF-8"})
	b := serve(t, screen.Size{Width: 120, Height: 40}, ui.Options{Session: two, Locale: "en_GB.UTF-8"})
	a.shows("Samira B.", "Queue")
	b.shows("Noor V.", "Queue")
	a.press(":", "dutch", "\r")
	a.shows("Samira B.", "Wachtrij")

	a.press("n", "Fiets gestolen", "\r")
	a.shows("ZW-0001 staat in de wachtrij")
	b.shows("Fiets gestolen")
	b.press("?")
	b.shows("Help: all keys")
	a.resize(screen.Size{Width: 40, Height: 10})
	a.shows("Dit venster is te klein (40×10)")
	a.resize(screen.Size{Width: 100, Height: 30})
	if got := a.shows("Fiets gestolen"); strings.Contains(got, "Help") || strings.Contains(got, "Noor") {
		t.Errorf("what the other has open shows:\n%s", got)
	}
	if got := b.shows("Help: all keys"); len(strings.Split(got, "\n")) < 40 || strings.Contains(got, "Samira") {
		t.Errorf("the other's window changed:\n%s", got)
	}

	a.press("q")
	if err := a.ends(); err != nil {
		t.Errorf("who leaves gets %v", err)
	}
	b.press("\x1b")
	b.shows("ZW-0001")
	b.press("n", "half a ques")
	b.shows("half a ques")
	if err := b.keys.Close(); err != nil { // the line is cut
		t.Fatal(err)
	}
	if err := b.ends(); err != nil {
		t.Errorf("whose line is cut gets %v", err)
	}
	for session, word := range map[*model.Session]string{one: "ZW-0001", two: "1 unfinished"} {
		c := serve(t, screen.Size{Width: 80, Height: 24}, ui.Options{Session: session, Locale: "en_GB.UTF-8"})
		c.shows(map[*model.Session]string{one: "Wachtrij", two: "Queue"}[session], word)
		c.press("q")
		if err := c.ends(); err != nil {
			t.Error(err)
		}
	}
}

// TestAPanicEndsOneSession: the one it is in. The other works on, and nothing of the fault is written anywhere.
func TestAPanicEndsOneSession(t *testing.T) {
	one, two := office(t)
	a := serve(t, screen.Size{Width: 80, Height: 24}, ui.Options{Session: one, Lang: "nl", Clipboard: func(string) error { panic("clipboard") }})
	b := serve(t, screen.Size{Width: 80, Height: 24}, ui.Options{Session: two, Lang: "en"})
	b.shows("Noor V.")
	a.press("n", "Fiets gestolen", "\r")
	a.shows("ZW-0001")
	b.shows("Fiets gestolen")
	a.press("Y")
	a.shows("Wat wil je kopiëren")
	a.press("\r")
	var crash *ui.Crash
	if err := a.ends(); !errors.As(err, &crash) || crash.Value != "clipboard" || len(crash.Stack) == 0 {
		t.Errorf("%v", err)
	}
	if strings.Contains(a.drawn(), "goroutine") {
		t.Error("the person reads where the program broke")
	}
	b.press("n", "Bril kwijt", "\r")
	b.shows("ZW-0002")
	b.press("q")
	if err := b.ends(); err != nil {
		t.Error(err)
	}
}
