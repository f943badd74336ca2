// Package telling tells of what shows of learning: a piece of evidence with what everybody thought of it, and whatever else a page
// or its details have, as lines to draw or as words to say. The screen of learning and judging use it.
package telling

import (
	"strings"

	"leerbalie/model/journal"
	"leerbalie/ui/dialog"
	"leerbalie/ui/report"
	"leerbalie/ui/say"
	"leerbalie/ui/widget/cell"
)

// Details collects what a page has, or the details beside a list: lines to draw, or words to say.
type Details struct {
	Host    *dialog.Host
	Maker   report.Maker // with the names of people
	Width   int
	Dense   bool // no empty lines: there is little room
	Lines   []string
	Fresh   map[journal.ID]bool    // words that were new when the page came up
	Altered map[journal.Stamp]bool // files that are known to be the same or another one now
	Said    *say.Lines             // where the words go when nothing is drawn; nil: lines are
}

// Speaks adds words where they are said; ok is false where lines are drawn.
func (g *Details) Speaks(texts ...string) (ok bool) {
	if g.Said != nil {
		g.Said.Aside(texts...)
	}
	return g.Said != nil
}

// Blank parts what follows from what went before.
func (g *Details) Blank() {
	if g.Said == nil && len(g.Lines) > 0 && !g.Dense {
		g.Lines = append(g.Lines, "")
	}
}

// Head adds the words above what follows.
func (g *Details) Head(text string) {
	if g.Speaks(text) {
		return
	}
	g.Blank()
	g.Lines = append(g.Lines, g.Host.Env.Theme.Strong.On(cell.Short(text, g.Width)))
}

// Say adds a text, wrapped; its own lines stay lines.
func (g *Details) Say(text string) {
	if g.Speaks(strings.Split(text, "\n")...) {
		return
	}
	g.Lines = append(g.Lines, cell.Wrap(text, g.Width, 400)...)
}

// Faint adds a text that matters less.
func (g *Details) Faint(text string) {
	if g.Speaks(text) {
		return
	}
	for _, line := range cell.Wrap(text, g.Width, 40) {
		g.Lines = append(g.Lines, g.Host.Env.Theme.Faint.On(line))
	}
}

// Fact adds a value behind its name; without a value nothing.
func (g *Details) Fact(word, value string) {
	if value == "" || g.Speaks(say.Pair(word, value)) {
		return
	}
	const wide = 15
	for i, line := range cell.Wrap(value, max(g.Width-wide-1, 10), 40) {
		lead := cell.Space(wide + 1)
		if i == 0 {
			lead = g.Host.Env.Theme.Faint.On(cell.Fit(word, wide)) + " "
		}
		g.Lines = append(g.Lines, lead+line)
	}
}

// Signed adds a text with a sign before it.
func (g *Details) Signed(sign, text string) {
	if !g.Speaks(text) {
		g.Lines = append(g.Lines, cell.Wrap(sign+" "+text, g.Width, 400)...)
	}
}

// Apart tells what people wrote apart from each other on something.
func (g *Details) Apart(id journal.ID) {
	if g.Said != nil {
		g.Speaks(g.Host.ApartSaid(id)...)
		return
	}
	g.Lines = append(g.Lines, g.Host.ApartLines(id, g.Width)...)
}
