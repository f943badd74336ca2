package uitest

import (
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"leerbalie/ui"
	"leerbalie/ui/keys"
	"leerbalie/ui/linear"
	"leerbalie/ui/screen"
)

// Driver holds an app and plays the part of Bubble Tea: messages go in one by one, commands run at once and in order.
type Driver struct {
	T        testing.TB
	app      *ui.App
	model    tea.Model // the app, or what shows it without a screen
	clock    *Clock
	watch    *Counter
	timers   []timer
	waits    []func() tea.Msg // that were not begun
	came     chan tea.Msg     // what those brought that were
	waiting  int              // how many have brought nothing yet
	Quit     bool
	Late     bool // commands wait until Run: as if the disk were slow
	queue    []tea.Cmd
	size     screen.Size
	beside   *Beside // commands run beside the app; nil: in order
	linear   bool    // the app is shown without a screen
	told     strings.Builder
	numbered bool // the last key was a digit, for TellsOnly
}

type timer struct {
	due time.Time
	msg tea.Msg
}

// Clock is the time of a test: it stands still until it is told to move. Only the test itself moves it.
type Clock struct {
	mu  sync.Mutex
	now time.Time
}

// NewClock makes a clock that stands at a moment.
func NewClock(at time.Time) *Clock { return &Clock{now: at} }

// Now is the time.
func (c *Clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *Clock) set(now time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = now
}

// NewDriver makes a driver; start gives it the app, whose session must use Timer and Await of this driver.
func NewDriver(t testing.TB, clock *Clock, counter *Counter) *Driver {
	return &Driver{T: t, clock: clock, watch: counter, came: make(chan tea.Msg, 64)}
}

// Timer is what the session uses to wait for a moment.
func (d *Driver) Timer(after time.Duration, msg tea.Msg) tea.Cmd {
	due := d.clock.now.Add(after)
	note := func() tea.Msg {
		d.timers = append(d.timers, timer{due, msg})
		return nil
	}
	return d.once(note)
}

// Await is what the session uses to wait for something that may never come.
func (d *Driver) Await(wait func() tea.Msg) tea.Cmd {
	return d.once(func() tea.Msg {
		d.waits = append(d.waits, wait)
		return nil
	})
}

// once gives a command that notes something in the driver: where commands run beside the app it is noted at once.
func (d *Driver) once(note tea.Cmd) tea.Cmd {
	if d.beside == nil {
		return note
	}
	note()
	return nil
}

// Start begins with the app, in a window of a size.
func (d *Driver) Start(app *ui.App, size screen.Size) {
	d.app = app
	if d.model = app; d.linear {
		d.model = linear.New(app, ui.AllKeys(), linear.Options{Out: &d.told, After: d.Timer})
	}
	d.run(d.model.Init())
	d.Resize(size)
}

// Resize gives the window another size.
func (d *Driver) Resize(size screen.Size) {
	d.size = size
	d.Send(tea.WindowSizeMsg{Width: size.Width, Height: size.Height})
}

// Send brings a message and runs what follows.
func (d *Driver) Send(msg tea.Msg) {
	if d.beside != nil {
		d.beside.send(msg)
		return
	}
	d.watch.enter("Update")
	_, cmd := d.model.Update(msg)
	d.watch.leave()
	d.look()
	d.run(cmd)
}

// look draws, as Bubble Tea does after each message.
func (d *Driver) look() string {
	d.watch.enter("View")
	defer d.watch.leave()
	return d.model.View()
}

// run does a command and all that comes of it; where Late is set it waits for Run.
func (d *Driver) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	if d.Late {
		d.queue = append(d.queue, cmd)
		return
	}
	d.do(cmd)
}

func (d *Driver) do(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.QuitMsg:
		d.Quit = true
	default:
		if cmds, ok := commands(msg); ok {
			for _, c := range cmds {
				d.run(c)
			}
			return
		}
		d.Send(msg)
	}
}

// commands takes a batch or a sequence apart; a sequence has a type of its own that Bubble Tea keeps to itself.
func commands(msg tea.Msg) ([]tea.Cmd, bool) {
	v := reflect.ValueOf(msg)
	if v.Kind() != reflect.Slice || v.Type().Elem() != reflect.TypeFor[tea.Cmd]() {
		return nil, false
	}
	out := make([]tea.Cmd, v.Len())
	for i := range out {
		out[i] = v.Index(i).Interface().(tea.Cmd)
	}
	return out, true
}

// Run does the commands that waited, in order, and what comes of them.
func (d *Driver) Run() {
	d.Late = false
	for len(d.queue) > 0 {
		cmd := d.queue[0]
		d.queue = d.queue[1:]
		d.do(cmd)
	}
}

// RunFrom does the commands that waited from the nth on, and what comes of them; the ones before it wait on.
func (d *Driver) RunFrom(n int) {
	first := d.queue[:n:n]
	d.queue = d.queue[n:]
	d.Run()
	d.queue, d.Late = first, true
}

// Waiting is how many commands wait.
func (d *Driver) Waiting() int { return len(d.queue) }

// Told is what was written since it was asked the last time, by an app that is shown without a screen.
func (d *Driver) Told() string {
	defer d.told.Reset()
	return d.told.String()
}

// Pass lets time go by and fires the timers that come due, in order.
func (d *Driver) Pass(by time.Duration) {
	end := d.clock.now.Add(by)
	for {
		next := -1
		for i, t := range d.timers {
			if !t.due.After(end) && (next < 0 || t.due.Before(d.timers[next].due)) {
				next = i
			}
		}
		if next < 0 {
			break
		}
		t := d.timers[next]
		d.timers = append(d.timers[:next], d.timers[next+1:]...)
		if t.due.After(d.clock.now) {
			d.clock.set(t.due)
		}
		d.Send(t.msg)
	}
	d.clock.set(end)
}

// Set sets the computer's clock; what waits for a moment waits just as long as before.
func (d *Driver) Set(now time.Time) {
	for i := range d.timers {
		d.timers[i].due = d.timers[i].due.Add(now.Sub(d.clock.now))
	}
	d.clock.set(now)
}

// News lets the app hear of what it waits for: commits, and who else is at work. Call it only after there was something: it waits
// until one of the two has come.
func (d *Driver) News() {
	waits, came := d.waits, d.came
	d.waits = nil
	d.waiting += len(waits)
	for _, wait := range waits {
		go func() { came <- wait() }()
	}
	heard := false
	for d.waiting > 0 {
		var msg tea.Msg
		if heard {
			select {
			case msg = <-came:
			default:
				return
			}
		} else {
			msg = <-came
		}
		d.waiting--
		if msg != nil {
			heard = true
			d.Send(msg)
		}
	}
}

// Press presses keys, one after the other: a name in angle brackets ("<enter>", "<ctrl+r>") is that key, anything else is
// typed letter by letter.
func (d *Driver) Press(words ...string) {
	for _, w := range words {
		if name, ok := strings.CutPrefix(w, "<"); ok && strings.HasSuffix(name, ">") && len(name) > 1 {
			d.Send(keys.Press(strings.TrimSuffix(name, ">")))
			continue
		}
		for _, r := range w {
			if r == ' ' {
				d.Send(tea.KeyMsg{Type: tea.KeySpace, Runes: []rune{' '}})
			} else {
				d.Send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}})
			}
		}
	}
}

// Click clicks on a cell of the window.
func (d *Driver) Click(x, y int) {
	d.Send(tea.MouseMsg{X: x, Y: y, Action: tea.MouseActionPress, Button: tea.MouseButtonLeft})
}

// Burst types letters that arrive in one read, as a fast typist or a slow line brings them.
func (d *Driver) Burst(text string) { d.Send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(text)}) }

// Frame is what shows, without styles and without blanks at line ends.
func (d *Driver) Frame() string {
	return withoutStyles(d.look())
}

// withoutStyles takes styles and blanks at line ends away.
func withoutStyles(drawn string) string {
	lines := strings.Split(ansi.Strip(drawn), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " ")
	}
	return strings.Join(lines, "\n")
}

// Raw is what shows, as it goes to the terminal.
func (d *Driver) Raw() string { return d.look() }

// Shows fails the test unless every text shows.
func (d *Driver) Shows(texts ...string) {
	d.T.Helper()
	frame := d.Frame()
	for _, text := range texts {
		if !strings.Contains(frame, text) {
			d.T.Errorf("%q does not show:\n%s", text, frame)
		}
	}
}

// Hides fails the test when one of the texts shows.
func (d *Driver) Hides(texts ...string) {
	d.T.Helper()
	frame := d.Frame()
	for _, text := range texts {
		if strings.Contains(frame, text) {
			d.T.Errorf("%q shows, and should not:\n%s", text, frame)
		}
	}
}

// On is the line the cursor is on.
func (d *Driver) On() string {
	for _, line := range strings.Split(d.Frame(), "\n") {
		if strings.HasPrefix(line, "▌") {
			return line
		}
	}
	return ""
}
