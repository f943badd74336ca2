package overview

import (
	"strconv"
	"strings"

	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

// Typing reports whether keys are text now, or have to wait.
func (o *Overview) Typing() bool { return o.Open() != nil || o.Waits() }

// Keys gives what keys do something now.
func (o *Overview) Keys() []keys.ID {
	if o.Open() != nil {
		return o.Host.Keys()
	}
	return append(o.actions.Now(o), keys.Up, keys.Down, keys.PageUp, keys.PageDown)
}

// Head gives the pages, the one that shows between brackets, and its days: where not all fit, those around the one that shows.
func (o *Overview) Head(size screen.Size) screen.Head {
	w, th := o.Env.Words, o.Env.Theme
	shown, at := o.shown(), 0
	names := make([]string, len(shown))
	for i, p := range shown {
		if names[i] = w.Say(p.word()); p == o.page {
			names[i], at = th.Strong.On("["+names[i]+"]"), i
		}
	}
	h := screen.Head{Right: o.days()}
	from, to := 0, len(names)
	for {
		h.Left = strings.Join(names[from:to], "  ")
		if from > 0 {
			h.Left = th.Faint.On(cell.Ellipsis) + "  " + h.Left
		}
		if to < len(names) {
			h.Left += "  " + th.Faint.On(cell.Ellipsis)
		}
		if to-from == 1 || size.Width >= cell.Width(h.Left)+cell.Width(h.Right)+4 {
			break
		}
		if to-1-at >= at-from { // the farther end goes first
			to--
		} else {
			from++
		}
	}
	if from > 0 || to < len(names) { // the one alone stands without marks
		if to-from == 1 {
			h.Left = names[at]
		}
	}
	return h
}

// days are the days that show, as short as they can be told.
func (o *Overview) days() string {
	w, p := o.Env.Words, o.period()
	switch o.page {
	case today:
		return w.Say("weekday."+strconv.Itoa(int(p.From.Weekday()))) + " " + p.From.Format("02-01-2006")
	case year, money:
		return strconv.Itoa(p.From.Year())
	case people:
		return ""
	case became:
		return o.cohortWord()
	}
	return p.From.Format("02-01") + " " + theme.Dash + " " + p.Until.Format("02-01-2006")
}

// View draws the lines that show.
func (o *Overview) View(size screen.Size) string {
	top := o.top
	lines := o.Env.Window(o.lines, &top, size.Height, "")
	out := make([]string, len(lines))
	for i, line := range lines {
		if line != "" {
			out[i] = cell.Space(margin) + line
		}
	}
	return o.Over(strings.Join(out, "\n"), size)
}

// arrange works out the lines from what is known, the clock and the width.
func (o *Overview) arrange() {
	width := max(o.size.Width-2*margin, 1)
	switch {
	case o.failed != "":
		o.lines = append([]string{""}, cell.Wrap(o.failed, min(width, widest), 8)...)
	case o.known && o.data.Figures == nil:
		o.blocks, o.lines = nil, o.toldLines(min(width, broadest))
	case o.known:
		o.blocks = o.siteBlocks(width)
		o.lines = stack(o.place(o.blocks, width), o.clocks(width))
	}
	o.move(0)
}

// margin is how many cells stay free at each side, and gap those between two columns; widest is how wide lines are that say
// what to do, broadest those of a note.
const (
	margin   = 2
	gap      = 4
	widest   = 74
	broadest = 110
)

// allBeside is the width of the window from which blocks stand beside each other.
const allBeside = 110

// twoBeside is the one from which the two shortest do.
const twoBeside = 76

// empty says what to do where nothing was handled.
func (o *Overview) empty() string {
	id := "overview.empty"
	if o.page != today || !o.running() {
		return o.Env.Words.Say("overview.nothing")
	}
	if o.data.Figures.Counts.Waiting > 0 {
		id = "overview.empty.waiting"
	}
	return o.Env.Words.Say(id, "key", o.Env.Keys.Label(Waiting))
}

// clocks says which clock each time goes by.
func (o *Overview) clocks(width int) []string {
	var out []string
	for _, line := range cell.Wrap(o.clockText(), min(width, broadest), 6) {
		out = append(out, o.Env.Theme.Faint.On(line))
	}
	return out
}

func (o *Overview) clockText() string {
	return o.Env.Words.Say("overview.clocks", "zone", o.Env.Site.Zone)
}
