package overview

import (
	"strconv"
	"strings"

	"leerbalie/ui/widget/cell"
)

func itoa(n int) string { return strconv.Itoa(n) }

// block is some lines under what they are: each as it is drawn, and as it is said.
type block struct {
	title string
	over  string // stands at the right of the title: what the columns are
	wide  int    // how many cells the title has up to the end of over; 0: no matter
	short bool   // goes beside another of its kind where two columns of everything do not
	rows  []row
}

// row is a line of a block. One that says nothing goes on with what the one above it said; one that draws nothing is only to hear.
type row struct{ drawn, said string }

func (b *block) add(drawn, said string) { b.rows = append(b.rows, row{drawn, said}) }

// text adds a sentence, which may need several lines.
func (b *block) text(s string, width int) {
	for i, line := range cell.Wrap(s, width, 8) {
		said := ""
		if i == 0 {
			said = s
		}
		b.add(line, said)
	}
}

// draw draws a block.
func (o *Overview) drawBlock(b block, width int) []string {
	th := o.Env.Theme
	title := th.Brand.On(cell.Short(b.title, width))
	if b.over != "" && cell.Width(b.title)+cell.Width(b.over)+1 <= max(b.wide, cell.Width(b.over)) {
		title = th.Brand.On(cell.Fit(b.title, b.wide-cell.Width(b.over))) + th.Faint.On(b.over)
	}
	out := []string{title}
	if b.title == "" {
		out = nil
	}
	for _, r := range b.rows {
		if r.drawn == "" && r.said != "" { // only to hear
			continue
		}
		out = append(out, cell.Cut(r.drawn, width))
	}
	return out
}

// place puts blocks in two columns where there is room: each goes where it ends highest.
func (o *Overview) place(all []block, width int) []string {
	if o.size.Width < allBeside {
		var out []string
		if half := (width - gap) / 2; o.size.Width >= twoBeside && len(all) > 1 && all[0].short && all[1].short {
			out, all = beside(o.drawBlock(all[0], half), o.drawBlock(all[1], half), half), all[2:]
		}
		for _, b := range all {
			out = stack(out, o.drawBlock(b, width))
		}
		return out
	}
	half := (width - gap) / 2
	var left, right []string
	for _, b := range all {
		if lines := o.drawBlock(b, half); len(left) <= len(right) {
			left = stack(left, lines)
		} else {
			right = stack(right, lines)
		}
	}
	return beside(left, right, half)
}

// stack puts blocks below each other, with an empty line between them.
func stack(first []string, more ...[]string) []string {
	out := append([]string(nil), first...)
	for _, block := range more {
		if len(out) > 0 && len(block) > 0 {
			out = append(out, "")
		}
		out = append(out, block...)
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
		out[i] = strings.TrimRight(line, " ")
	}
	return out
}
