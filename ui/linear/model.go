package linear

import (
	"io"
	"reflect"
	"sync/atomic"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui/keys"
	"leerbalie/ui/say"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
)

// App is what is shown without a screen.
type App interface {
	tea.Model
	Said() say.Lines
	Words() text.Words
	// Typing reports whether keys are text now, or belong to what lies over the screen.
	Typing() bool
	// Done reports whether something was done just now, of which the app will hear as of what others do.
	Done() bool
	// Means reports whether a key is one of those that do something now.
	Means(tea.KeyMsg) bool
	// Help tells what keys do now and where more is, a line each.
	Help() []string
}

// Window is the size that the app believes it has: so many rows that a page is worth the while, and nothing is ever too small.
var Window = screen.Size{Width: 120, Height: 60}

// How long a key may take before one hears that it is being carried out, how long it waits for what the app hears of its work, and how long nothing has to be typed before one hears
// what else the letters changed.
const (
	slowAfter = time.Second
	holdFor   = 500 * time.Millisecond
	restAfter = 700 * time.Millisecond
)

// Options are what a Model needs of the world.
type Options struct {
	Out   io.Writer                                  // takes what is written; it must not wait
	After func(d time.Duration, msg tea.Msg) tea.Cmd // brings a message after a while; nil: After
	Holds bool                                       // what was done is told once the app has heard of it itself, as it does of all that is written
}

// Model shows an app without a screen. It is the tea.Model that Bubble Tea runs; the Env of the app has After and Await of this package.
type Model struct {
	app     App
	speaker Speaker
	out     io.Writer
	after   func(time.Duration, tea.Msg) tea.Cmd
	set     keys.Set
	pending atomic.Int64 // commands under way
	begun   bool         // it was said where one is
	keyed   bool         // a key is being carried out
	typed   bool         // … and all of them since the last answer were text for a field
	key     int          // how many there were
	busy    bool         // it was said that one takes long
	number  string       // that is being typed
	goal    int          // the row that the cursor is on its way to; 0: none
	from    int          // the row that it was on before
	picks   picking
	holds   bool
	held    int    // the key whose answer waits for what the app hears of it; 0: none
	told    bool   // the app heard of it, or there is nothing to hear
	odd     string // the key that is being carried out, where it is none that does something
}

var _ tea.Model = (*Model)(nil)

// New makes the model for an app with a set of keys.
func New(app App, set keys.Set, o Options) *Model {
	if o.After == nil {
		o.After = After
	}
	return &Model{app: app, set: set, out: o.Out, after: o.After, holds: o.Holds}
}

// Init begins with the app, in its window.
func (m *Model) Init() tea.Cmd {
	m.keyed = true
	init := m.counted(m.app.Init())
	_, cmd := m.app.Update(tea.WindowSizeMsg{Width: Window.Width, Height: Window.Height})
	return tea.Batch(init, m.counted(cmd), m.slow())
}

// To says where the lines go.
func (m *Model) To(out io.Writer) { m.out = out }

// View draws nothing.
func (m *Model) View() string { return "" }

// Update takes in a message, and tells what it changed once all that it set going has ended.
func (m *Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case ended:
		m.pending.Add(-1)
		if msg.msg == nil {
			break
		}
		switch msg := msg.msg.(type) {
		case waits:
			return m, tea.Batch(tea.Cmd(msg.wait), m.tell())
		case screen.Redraw: // asked for by its name
			m.write(m.speaker.All(m.app.Said()))
			return m, m.tell()
		}
		return m.Update(msg.msg)
	case waits:
		return m, tea.Cmd(msg.wait)
	case slow:
		if m.keyed && m.key == msg.key && !m.busy {
			m.busy = true
			m.write(m.speaker.Tell(m.app.Said(), m.app.Words().Say("linear.busy")))
		}
		return m, nil
	case heard:
		if m.held == msg.key {
			m.told = true
			return m, m.tell()
		}
		return m, nil
	case rests:
		if m.key == msg.key && !m.keyed {
			m.write(m.speaker.Rest(m.app.Said()))
		}
		return m, nil
	case tea.WindowSizeMsg: // the app has a window of its own
		return m, nil
	case screen.Redraw: // another program had the terminal
		m.write(m.speaker.Back(m.app.Said()))
		return m, nil
	case tea.MouseMsg:
		return m, nil
	case tea.KeyMsg:
		cmd = m.keys(msg)
	default:
		if reflect.TypeOf(msg).String() == "tea.execMsg" { // another program had the terminal
			m.speaker.Lost()
		}
		cmd = m.hand(msg)
		m.told = m.told || m.held > 0 && m.pending.Load() > 0 // it reads anew what was written
	}
	return m, tea.Batch(cmd, m.tell())
}

// hand gives the app a message.
func (m *Model) hand(msg tea.Msg) tea.Cmd {
	_, cmd := m.app.Update(msg)
	return m.counted(cmd)
}

// keys takes keys that came in one read: one by one, and letters for a field together. One that follows Esc at once comes as that key with Alt.
func (m *Model) keys(msg tea.KeyMsg) tea.Cmd {
	if msg.Alt && (msg.Type == tea.KeyRunes || msg.Type == tea.KeyEsc) { // a key that followed Esc at once
		msg.Alt = false
		return tea.Batch(m.press(tea.KeyMsg{Type: tea.KeyEsc}), m.tell(), m.keys(msg))
	}
	if msg.Type != tea.KeyRunes || len(msg.Runes) < 2 || msg.Paste || m.types(msg) {
		return m.press(msg)
	}
	var cmds []tea.Cmd
	for i, r := range msg.Runes {
		if i > 0 && m.types(tea.KeyMsg{Type: tea.KeyRunes, Runes: msg.Runes[i:]}) {
			return tea.Batch(append(cmds, m.press(tea.KeyMsg{Type: tea.KeyRunes, Runes: msg.Runes[i:]}))...)
		}
		cmds = append(cmds, m.press(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}}), m.tell())
	}
	return tea.Batch(cmds...)
}

// press takes a key.
func (m *Model) press(msg tea.KeyMsg) tea.Cmd {
	m.key++
	m.busy = false
	m.speaker.Words = m.app.Words()
	said := m.app.Said()
	if !m.keyed {
		m.speaker.Pass(said)
	}
	if m.number != "" || m.numbers(msg, said) {
		if cmd, took := m.numeral(msg, said); took {
			return cmd
		}
	}
	switch {
	case m.helps(msg):
		m.write(m.speaker.Tell(said, m.app.Help()...))
		return nil
	case m.set.Is(msg, keys.Redraw):
		m.write(m.speaker.All(said))
		return nil
	case m.set.Is(msg, keys.Aside) && (msg.Type != tea.KeyRunes || !m.app.Typing()):
		m.write(m.speaker.Asides(said))
		return nil
	}
	if digit(msg) >= 0 {
		if cmd, took := m.pick(msg, said); took {
			return cmd
		}
	}
	m.picks, m.odd = picking{}, ""
	text := m.types(msg)
	if msg.Type == tea.KeyRunes && !text && (digit(msg) < 0 && m.app.Typing() || !m.app.Means(msg)) {
		m.odd = readable(string(msg.Runes))
	}
	return m.pass(msg, text)
}

// pass gives the app a key.
func (m *Model) pass(msg tea.KeyMsg, text bool) tea.Cmd {
	m.typed = text && (m.typed || !m.keyed)
	m.keyed = true
	return tea.Batch(m.hand(msg), m.slow())
}

// slow tells in a while that a key takes long, where it is not carried out by then.
func (m *Model) slow() tea.Cmd {
	if m.pending.Load() == 0 {
		return nil
	}
	return m.after(slowAfter, slow{m.key})
}

// types reports whether a key is text for the field that one is in, or takes text away there.
func (m *Model) types(msg tea.KeyMsg) bool {
	switch msg.Type {
	case tea.KeyRunes, tea.KeySpace, tea.KeyBackspace, tea.KeyDelete:
		f, ok := m.app.Said().On(say.Field)
		return ok && f.Typed && m.app.Typing()
	}
	return false
}

// helps reports whether a key asks for help: a question mark does where it is no text.
func (m *Model) helps(msg tea.KeyMsg) bool { return m.set.Is(msg, keys.Help) && !m.types(msg) }

// tell writes what there is to tell now.
func (m *Model) tell() tea.Cmd {
	m.speaker.Words = m.app.Words()
	said := m.app.Said()
	under := m.pending.Load() > 0
	switch {
	case len(said) == 0:
		return nil
	case !m.keyed:
		m.write(m.speaker.Beside(said))
		return nil
	case under && m.begun:
		m.write(m.speaker.Meanwhile(said, m.typed))
		return nil
	case under:
		return nil
	}
	if cmd, going := m.goes(said); going {
		return cmd
	}
	if m.holds && m.begun && m.waits(said) {
		if m.held == m.key {
			return nil
		}
		m.held = m.key
		return m.after(holdFor, heard{m.key})
	}
	m.keyed, m.held, m.told = false, 0, false
	if !m.begun {
		m.begun = true
		m.write(m.speaker.Begin(said))
		return nil
	}
	answer := m.speaker.Answer(said, m.typed)
	if answer == "" && m.odd != "" {
		answer = m.speaker.Tell(said, m.app.Words().Say("linear.no-key", "key", m.odd))
	}
	m.odd = ""
	m.write(answer)
	if m.speaker.Owed() {
		return m.after(restAfter, rests{m.key})
	}
	return nil
}

// waits reports whether something was done of which the app did not hear yet.
func (m *Model) waits(said say.Lines) bool { return !m.told && m.app.Done() && m.speaker.News(said) }

func (m *Model) write(text string) {
	if text != "" {
		_, _ = io.WriteString(m.out, text) // one that takes nothing is gone soon, or comes back and asks
	}
}
