// Package meetings is a page of screen 6: the roster of meetings of a half-year.
package meetings

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/say"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget/cell"
)

// Meetings is the page.
type Meetings struct {
	dialog.Host
	actions screen.Actions[*Meetings]
	size    screen.Size
}

var (
	_ screen.Screen = (*Meetings)(nil)
	_ screen.Holder = (*Meetings)(nil)
)

// New makes the page.
func New(env screen.Env) screen.Screen {
	p := &Meetings{actions: actions(), Host: dialog.Host{Env: env, Name: "meetings", UndoKey: Undo, RedoKey: Redo}}
	p.Reload = p.read
	return p
}

// Init reads what the page shows first.
func (p *Meetings) Init() tea.Cmd { return tea.Batch(p.read(), p.Recall()) }

func (p *Meetings) read() tea.Cmd {
	p.Arrived()
	return nil
}

// Update takes in a message.
func (p *Meetings) Update(msg tea.Msg) (screen.Screen, tea.Cmd) {
	cmd, took := p.Host.Update(msg)
	if took {
		return p, cmd
	}
	switch msg := msg.(type) {
	case tea.KeyMsg:
		if cmd, took := p.actions.Press(p.Env.Keys, p, msg); took {
			return p, cmd
		}
	case screen.Resized:
		p.size = msg.Size
	}
	return p, cmd
}

// Typing reports whether keys are text now, or have to wait.
func (p *Meetings) Typing() bool { return p.Host.Open() != nil || p.Waits() }

// Keys gives what keys do something now.
func (p *Meetings) Keys() []keys.ID {
	if p.Host.Open() != nil {
		return p.Host.Keys()
	}
	return p.actions.Now(p)
}

// Head gives what stands above the body.
func (p *Meetings) Head(screen.Size) screen.Head { return screen.Head{} }

// View draws the page.
func (p *Meetings) View(size screen.Size) string {
	return p.Over(strings.Join(append([]string{""}, cell.Wrap(p.Env.Words.Say("meetings.none"), max(size.Width-2, 1), 8)...), "\n"), size)
}

// Said gives what the page shows as structure.
func (p *Meetings) Said() (l say.Lines) {
	if l, over := p.OverSaid(); over {
		return l
	}
	l.Text(p.Env.Words.Say("meetings.none"))
	return l
}
