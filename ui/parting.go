package ui

import (
	"sync/atomic"
	"time"

	tea "github.com/charmbracelet/bubbletea"
)

// parting is what is written when somebody leaves. It goes on while the terminal is given back: a person sees their shell at once, and
// the process ends when all of it is on disk.
type parting struct{ said atomic.Pointer[chan tea.Msg] }

// begin begins it, beside the loop. The message is nil: nobody is there to take what comes of it.
func (p *parting) begin(beside func(func()), cmd tea.Cmd) tea.Msg {
	said := make(chan tea.Msg, 1)
	p.said.Store(&said)
	beside(func() { said <- cmd() }) // which is guarded
	return nil
}

// end waits for it, where it began, and gives what broke in it, or nil. When hurry is closed it waits no longer than a last write may take.
func (p *parting) end(hurry <-chan struct{}) error {
	said := p.said.Load()
	if said == nil {
		return nil
	}
	var msg tea.Msg
	select {
	case msg = <-*said:
	case <-hurry:
		select {
		case msg = <-*said:
		case <-time.After(patience):
		}
	}
	if broke, ok := msg.(crashMsg); ok {
		return broke.crash
	}
	return nil
}

// lastly makes a command the last that is carried out for somebody.
func (a *App) lastly(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() tea.Msg { return a.last(cmd) }
}
