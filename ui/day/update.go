package day

import (
	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui/screen"
)

// Update takes in a message.
func (d *Day) Update(msg tea.Msg) (screen.Screen, tea.Cmd) { return d, d.take(msg) }

func (d *Day) take(msg tea.Msg) tea.Cmd {
	cmd, took := d.Host.Update(msg)
	if took {
		return cmd
	}
	switch msg := msg.(type) {
	case tea.KeyMsg:
		return d.key(msg)
	case screen.Resized:
		d.size = msg.Size
	case screen.Tick:
		d.now = msg.Now
		return tea.Batch(cmd, d.read())
	case screen.Changed, screen.Renewed:
		d.now = d.Env.Now()
		return tea.Batch(cmd, d.read())
	case screen.Answer[found]:
		return d.took(msg)
	case screen.Mouse:
		if d.Host.Open() == nil && msg.Wheel != 0 {
			d.goTo(d.cursor() + msg.Wheel)
		}
	}
	return cmd
}

func (d *Day) key(msg tea.KeyMsg) tea.Cmd {
	if cmd, took := d.actions.Press(d.Env.Keys, d, msg); took {
		return cmd
	}
	if steps, ok := d.Env.Keys.Steps(msg, d.size.Height); ok {
		d.goTo(d.cursor() + steps)
	}
	return nil
}
