package learning

import (
	"leerbalie/ui/keys"
	"leerbalie/ui/learning/judging"
	"leerbalie/ui/screen"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// Typing reports whether keys are text now, or have to wait.
func (c *Learning) Typing() bool {
	_, searching := c.searching()
	return c.Open() != nil || searching || c.Waits()
}

// Keys gives what keys do something now.
func (c *Learning) Keys() []keys.ID {
	if c.Open() != nil {
		return c.Host.Keys()
	}
	if k, ok := c.searching(); ok {
		return k.search.Keys()
	}
	return c.actions.Now(c, c.top().keyLine()...)
}

// Head gives the line above the body.
func (c *Learning) Head(size screen.Size) screen.Head {
	if j, ok := c.Open().(*judging.Judge); ok {
		return j.Head(size)
	}
	return c.top().head(size)
}

// View draws the body.
func (c *Learning) View(size screen.Size) string {
	if j, ok := c.Open().(*judging.Judge); ok {
		return j.Body(size)
	}
	return c.Over(c.top().view(size), size)
}

// panes draws a list with details beside it; divider 0 leaves those out. focus marks that the details have the keys.
func (c *Learning) panes(size screen.Size, rows, right []string, divider int, focus bool) string {
	return widget.Panes(c.Env.Theme, rows, right, size.Width, size.Height, divider, focus)
}

// row draws a line of a list, width cells wide, marked where the cursor is on it.
func (c *Learning) row(text string, on bool, paint theme.Paint, width int) string {
	text = cell.Line(text, width-2)
	if on {
		return c.Env.Theme.Cursor.On(theme.CursorSign + " " + text)
	}
	return "  " + paint.On(text)
}

// nothing says why a page is empty, and what to do first.
func (c *Learning) nothing(text string, width int) []string {
	out := []string{""}
	for _, line := range cell.Wrap(text, max(min(width-6, 70), 10), 8) {
		out = append(out, "   "+line)
	}
	return out
}
