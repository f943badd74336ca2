package uitest

import (
	"sync"
	"time"

	tea "github.com/charmbracelet/bubbletea"
)

// patience is how long Update or View may take before it is sure that they wait: far longer than any machine needs.
const patience = time.Minute

// Beside drives an app whose commands run beside each other and beside the app, as they do for real. It fails the test when
// Update or View waits for one of them.
type Beside struct {
	d    *Driver
	gate *Gate

	mu       sync.Mutex
	running  int // commands that have not ended
	answered []tea.Msg
	changed  chan struct{} // something ended, came, or waits at the gate
}

// Beside goes on with the app of a driver. Over ends it.
func (d *Driver) Beside(g *Gate) *Beside {
	b := &Beside{d: d, gate: g, changed: make(chan struct{}, 1)}
	g.mu.Lock()
	g.changed = b.wake
	g.mu.Unlock()
	d.beside = b
	return b
}

// Over opens the gate and waits until every command has ended and all that came of it was taken in.
func (b *Beside) Over() {
	b.d.T.Helper()
	b.gate.Open()
	b.until(func(running int) bool { return running == 0 })
	b.d.beside = nil
}

func (b *Beside) wake() {
	select {
	case b.changed <- struct{}{}:
	default:
	}
}

// Settle takes in what comes until every command that still runs waits at the gate.
func (b *Beside) Settle() {
	b.d.T.Helper()
	b.until(func(running int) bool { return running == b.gate.waiting() })
}

// until takes in what comes until nothing came and enough commands have ended.
func (b *Beside) until(enough func(running int) bool) {
	b.d.T.Helper()
	late := time.After(patience)
	for {
		b.mu.Lock()
		came, running := b.answered, b.running
		b.answered = nil
		b.mu.Unlock()
		for _, msg := range came {
			b.send(msg)
		}
		if len(came) > 0 {
			continue
		}
		if enough(running) {
			return
		}
		select {
		case <-b.changed:
		case <-late:
			b.d.T.Fatalf("%d commands run, %d of them wait at the gate", running, b.gate.waiting())
		}
	}
}

// send brings a message and draws, and begins what follows.
func (b *Beside) send(msg tea.Msg) {
	b.d.T.Helper()
	if _, quit := msg.(tea.QuitMsg); quit {
		b.d.Quit = true
		return
	}
	var cmd tea.Cmd
	done := make(chan struct{})
	go func() {
		defer close(done)
		_, cmd = b.d.model.Update(msg)
		_ = b.d.model.View()
	}()
	select {
	case <-done:
	case <-time.After(patience):
		b.d.T.Fatalf("the app waits in Update or View, at a message of %T", msg)
	}
	b.begin(cmd, func() {})
}

// begin runs a command; ended is told when it and all it consists of have ended.
func (b *Beside) begin(cmd tea.Cmd, ended func()) {
	if cmd == nil {
		ended()
		return
	}
	b.count(1, nil)
	go func() {
		msg := cmd()
		cmds, several := commands(msg)
		_, batch := msg.(tea.BatchMsg)
		switch {
		case several && batch:
			b.together(cmds, ended)
			msg = nil
		case several:
			b.inTurn(cmds, ended)
			msg = nil
		default:
			ended()
		}
		b.count(-1, msg)
	}()
}

// count notes a command that began or ended, and what came of it.
func (b *Beside) count(by int, msg tea.Msg) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.running += by
	if msg != nil {
		b.answered = append(b.answered, msg)
	}
	b.wake()
}

func (b *Beside) together(cmds []tea.Cmd, ended func()) {
	var mu sync.Mutex
	left := len(cmds)
	if left == 0 {
		ended()
	}
	for _, cmd := range cmds {
		b.begin(cmd, func() {
			mu.Lock()
			left--
			last := left == 0
			mu.Unlock()
			if last {
				ended()
			}
		})
	}
}

func (b *Beside) inTurn(cmds []tea.Cmd, ended func()) {
	if len(cmds) == 0 {
		ended()
		return
	}
	b.begin(cmds[0], func() { b.inTurn(cmds[1:], ended) })
}
