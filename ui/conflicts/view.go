package conflicts

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/conflict"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

// Update takes in a message.
func (c *Conflicts) Update(msg tea.Msg) (screen.Screen, tea.Cmd) { return c, c.take(msg) }

func (c *Conflicts) take(msg tea.Msg) tea.Cmd {
	cmd, took := c.Host.Update(msg)
	if took {
		return cmd
	}
	switch msg := msg.(type) {
	case tea.KeyMsg:
		return c.key(msg)
	case screen.Resized:
		c.size = msg.Size
	case screen.Changed, screen.Renewed:
		return tea.Batch(cmd, c.read())
	case screen.Answer[found]:
		return c.took(msg)
	case screen.Mouse:
		if c.Host.Open() == nil && msg.Wheel != 0 {
			c.goTo(c.cursor() + msg.Wheel)
		}
	}
	return cmd
}

func (c *Conflicts) key(msg tea.KeyMsg) tea.Cmd {
	if cmd, took := c.actions.Press(c.Env.Keys, c, msg); took {
		return cmd
	}
	if steps, ok := c.Env.Keys.Steps(msg, max(c.size.Height/2, 1)); ok {
		c.goTo(c.cursor() + steps)
	}
	return nil
}

// Typing reports whether keys are text now, or have to wait.
func (c *Conflicts) Typing() bool { return c.Host.Open() != nil || c.Waits() }

// Keys gives what keys do something now.
func (c *Conflicts) Keys() []keys.ID {
	if c.Host.Open() != nil {
		return c.Host.Keys()
	}
	return append(c.actions.Now(c), keys.Up, keys.Down)
}

// Head gives the line above the body.
func (c *Conflicts) Head(screen.Size) screen.Head {
	h := screen.Head{Left: c.Env.Theme.Strong.On(c.Env.Words.Say("conflicts.head"))}
	if n := len(c.data.all); n > 0 {
		h.Right = c.Env.Words.Count("conflicts.count", n)
	}
	return h
}

const (
	margin = 2
	widest = 100
)

// View draws the list, the conflict that the cursor is on with all that stands there.
func (c *Conflicts) View(size screen.Size) string {
	width := max(min(size.Width-2*margin, widest), 1)
	var lines []string
	from, to := 0, 0
	if instead := c.instead(); instead != "" {
		lines = append([]string{""}, cell.Wrap(instead, width, 8)...)
	} else if c.known {
		at := c.cursor()
		for i := range c.data.all {
			if i == at {
				from = len(lines)
			}
			lines = append(lines, c.lines(&c.data.all[i], i == at, width)...)
			if i == at {
				to = len(lines)
			}
		}
	}
	top := max(min(c.top, from), to-size.Height, 0)
	c.top = top
	shown := c.Env.Window(lines, &top, size.Height, "")
	for i, line := range shown {
		if line != "" {
			shown[i] = cell.Space(margin) + line
		}
	}
	return c.Over(strings.Join(shown, "\n"), size)
}

// lines is one conflict: a line of what it is about, and below the cursor what stands there.
func (c *Conflicts) lines(x *conflict.Conflict, on bool, width int) []string {
	th := c.Env.Theme
	about, where := c.name(x)
	head := theme.ClashSign + " " + cell.Safe(about, 60) + " · " + where
	if !on {
		return []string{"  " + cell.Cut(head, width-2)}
	}
	out := []string{th.Cursor.Over(th.Info.On(theme.CursorSign) + " " + cell.Fit(head, width-2))}
	for i := range x.Values {
		written, by := c.value(x, i)
		mark := letter(i) + "  "
		for j, line := range cell.Wrap(cell.Safe(written, 400), width-7, 3) {
			if j > 0 {
				mark = "   "
			}
			out = append(out, "    "+mark+line)
		}
		out = append(out, "       "+th.Faint.On(cell.Cut(cell.Safe(by, 200), width-7)))
	}
	return append(out, "    "+th.Faint.On(cell.Cut(c.foot(x), width-4)), "")
}
