package overview

import (
	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui/screen"
)

// Update takes in a message.
func (o *Overview) Update(msg tea.Msg) (screen.Screen, tea.Cmd) { return o, o.take(msg) }

func (o *Overview) take(msg tea.Msg) tea.Cmd {
	cmd, took := o.Host.Update(msg)
	if took {
		return cmd
	}
	switch msg := msg.(type) {
	case tea.KeyMsg:
		return o.key(msg)
	case screen.Resized:
		o.size = msg.Size
		o.arrange()
	case screen.Renewed:
		o.arrange()
		return tea.Batch(cmd, o.freshen())
	case screen.Tick:
		o.now = msg.Now
		o.arrange()
		return tea.Batch(cmd, o.freshen())
	case screen.Changed:
		if concerns(msg) {
			return tea.Batch(cmd, o.read())
		}
	case screen.Answer[figures]:
		return o.took(msg)
	case screen.Mouse:
		if o.Open() == nil {
			o.move(msg.Wheel)
		}
	}
	return cmd
}

// freshen reads the figures where they go with the clock: how long people wait, and which day it is.
func (o *Overview) freshen() tea.Cmd {
	if o.known && (o.running() || o.data.Figures != nil && o.data.Figures.Period != o.period()) {
		return o.read()
	}
	return nil
}

func (o *Overview) key(msg tea.KeyMsg) tea.Cmd {
	if cmd, took := o.actions.Press(o.Env.Keys, o, msg); took {
		return cmd
	}
	if steps, ok := o.Env.Keys.Steps(msg, o.size.Height); ok {
		o.move(steps)
	}
	return nil
}

func (o *Overview) move(steps int) { o.top = max(min(o.top+steps, len(o.lines)-o.size.Height), 0) }
