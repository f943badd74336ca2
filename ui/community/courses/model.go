// Package courses is a page of screen 6: the courses of the centre.
package courses

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/say"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget/cell"
)

// Courses is the page.
type Courses struct {
	dialog.Host
	actions screen.Actions[*Courses]
	size    screen.Size
}

var (
	_ screen.Screen = (*Courses)(nil)
	_ screen.Holder = (*Courses)(nil)
)

// New makes the page.
func New(env screen.Env) screen.Screen {
	p := &Courses{actions: actions(), Host: dialog.Host{Env: env, Name: "courses", UndoKey: Undo, RedoKey: Redo}}
	p.Reload = p.read
	return p
}

// Init reads what the page shows first.
func (p *Courses) Init() tea.Cmd { return tea.Batch(p.read(), p.Recall()) }

func (p *Courses) read() tea.Cmd {
	p.Arrived()
	return nil
}

// Update takes in a message.
func (p *Courses) Update(msg tea.Msg) (screen.Screen, tea.Cmd) {
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
func (p *Courses) Typing() bool { return p.Host.Open() != nil || p.Waits() }

// Keys gives what keys do something now.
func (p *Courses) Keys() []keys.ID {
	if p.Host.Open() != nil {
		return p.Host.Keys()
	}
	return p.actions.Now(p)
}

// Head gives what stands above the body.
func (p *Courses) Head(screen.Size) screen.Head { return screen.Head{} }

// View draws the page.
func (p *Courses) View(size screen.Size) string {
	return p.Over(strings.Join(append([]string{""}, cell.Wrap(p.Env.Words.Say("courses.none"), max(size.Width-2, 1), 8)...), "\n"), size)
}

// Said gives what the page shows as structure.
func (p *Courses) Said() (l say.Lines) {
	if l, over := p.OverSaid(); over {
		return l
	}
	l.Text(p.Env.Words.Say("courses.none"))
	return l
}
