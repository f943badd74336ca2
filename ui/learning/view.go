package learning

import (
	"strings"

	"leerbalie/model/journal"
	"leerbalie/ui/keys"
	"leerbalie/ui/say"
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
	if j, ok := c.Open().(*judge); ok {
		return j.head(size)
	}
	return c.top().head(size)
}

// View draws the body.
func (c *Learning) View(size screen.Size) string {
	if j, ok := c.Open().(*judge); ok {
		return j.body(size)
	}
	return c.Over(c.top().view(size), size)
}

// details collects what a page has, or the details beside a list: lines to draw, or words to say.
type details struct {
	c     *Learning
	width int
	dense bool // no empty lines: there is little room
	lines []string
	said  *say.Lines // where the words go when nothing is drawn; nil: lines are
}

// speaks adds words where they are said; ok is false where lines are drawn.
func (g *details) speaks(texts ...string) (ok bool) {
	if g.said != nil {
		g.said.Aside(texts...)
	}
	return g.said != nil
}

func (g *details) blank() {
	if g.said == nil && len(g.lines) > 0 && !g.dense {
		g.lines = append(g.lines, "")
	}
}

func (g *details) head(text string) {
	if g.speaks(text) {
		return
	}
	g.blank()
	g.lines = append(g.lines, g.c.Env.Theme.Strong.On(cell.Short(text, g.width)))
}

// say adds a text, wrapped; its own lines stay lines.
func (g *details) say(text string) {
	if g.speaks(strings.Split(text, "\n")...) {
		return
	}
	g.lines = append(g.lines, cell.Wrap(text, g.width, 400)...)
}

func (g *details) faint(text string) {
	if g.speaks(text) {
		return
	}
	for _, line := range cell.Wrap(text, g.width, 40) {
		g.lines = append(g.lines, g.c.Env.Theme.Faint.On(line))
	}
}

// fact adds a value behind its name; without a value nothing.
func (g *details) fact(word, value string) {
	if value == "" || g.speaks(say.Pair(word, value)) {
		return
	}
	const wide = 15
	for i, line := range cell.Wrap(value, max(g.width-wide-1, 10), 40) {
		lead := cell.Space(wide + 1)
		if i == 0 {
			lead = g.c.Env.Theme.Faint.On(cell.Fit(word, wide)) + " "
		}
		g.lines = append(g.lines, lead+line)
	}
}

// signed adds a text with a sign before it.
func (g *details) signed(sign, text string) {
	if !g.speaks(text) {
		g.lines = append(g.lines, cell.Wrap(sign+" "+text, g.width, 400)...)
	}
}

// apart tells what people wrote apart from each other on something.
func (g *details) apart(id journal.ID) {
	if g.said != nil {
		g.speaks(g.c.ApartSaid(id)...)
		return
	}
	g.lines = append(g.lines, g.c.ApartLines(id, g.width)...)
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
