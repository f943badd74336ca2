package overview

import (
	"strconv"
	"strings"

	"leerbalie/ui/keys"
	"leerbalie/ui/report"
	"leerbalie/ui/screen"
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

// Head gives the line above the body: whose figures these are, and of which day.
func (o *Overview) Head(screen.Size) screen.Head {
	w := o.Env.Words
	return screen.Head{
		Left:  o.Env.Theme.Strong.On(w.Say("overview.title", "site", cell.Short(o.Env.Site.Name, 40))),
		Right: w.Say("weekday."+strconv.Itoa(int(o.Env.Local(o.now).Weekday()))) + " " + o.Env.Day(o.now),
	}
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
	case o.known:
		o.lines = o.draw(width)
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

// The widths of the window from which figures stand beside each other, and from which all blocks do where no name has to
// be cut for that.
const (
	figuresBeside = 76
	allBeside     = 100
)

// draw puts the blocks under and beside each other.
func (o *Overview) draw(width int) []string {
	var splits []report.Split
	if o.handled() {
		splits = o.maker().Splits(&o.data)
	}
	body, ok := o.columns(splits, width)
	switch {
	case ok:
	case o.size.Width >= figuresBeside:
		half := (width - gap) / 2
		body = stack(beside(o.nowBlock(half), o.todayBlock(half), half), o.below(splits, width)...)
	default:
		body = stack(o.nowBlock(width), append([][]string{o.todayBlock(width)}, o.below(splits, width)...)...)
	}
	return stack(body, o.clocks(width))
}

// columns puts all blocks in two columns, with bars of one length; ok is false where there is no room for that.
func (o *Overview) columns(splits []report.Split, width int) (lines []string, ok bool) {
	if len(splits) == 0 || o.size.Width < allBeside {
		return nil, false
	}
	left := max(longest(splits[:1]), nameWide)
	right := max(longest(splits[1:]), nameWide)
	bar := min((width-gap-left-right)/2-besideBar, mostBar)
	if bar < leastBar {
		return nil, false
	}
	return beside(
		stack(o.nowBlock(left+bar+besideBar), o.splitBlocks(splits[:1], left, bar)...),
		stack(o.todayBlock(right+bar+besideBar), o.splitBlocks(splits[1:], right, bar)...),
		left+bar+besideBar), true
}

// below are the blocks below the figures: what was handled, told apart, or what to do where that is nothing.
func (o *Overview) below(splits []report.Split, width int) [][]string {
	if len(splits) > 0 {
		label := min(longest(splits), width-leastBar-besideBar)
		return o.splitBlocks(splits, label, min(width-label-besideBar, mostBar))
	}
	return [][]string{cell.Wrap(o.empty(), min(width, widest), 6)}
}

// empty says what to do where nothing was handled.
func (o *Overview) empty() string {
	id := "overview.empty"
	if o.data.Counts.Waiting > 0 {
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

// stack puts blocks below each other, with an empty line between them.
func stack(first []string, more ...[]string) []string {
	out := append([]string(nil), first...)
	for _, block := range more {
		out = append(append(out, ""), block...)
	}
	return out
}

// beside puts two columns beside each other, the left one width cells wide.
func beside(left, right []string, width int) []string {
	out := make([]string, max(len(left), len(right)))
	for i := range out {
		line := ""
		if i < len(left) {
			line = left[i]
		}
		if i < len(right) && right[i] != "" {
			line = cell.Pad(line, width+gap) + right[i]
		}
		out[i] = line
	}
	return out
}
