package report

import (
	"strings"

	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

// narrowest is how narrow a column of a table becomes before others give way.
const narrowest = 6

// Lines is the document as lines of at most width cells, to read on a screen.
func (d *Document) Lines(th theme.Theme, width int) []string {
	width = max(width, 20)
	out := []string{th.Strong.On(cell.Short(d.Title, width))}
	for i, b := range d.Blocks {
		if b.Only == Sheet {
			continue
		}
		if i == 0 || d.Blocks[i-1].Item == "" && !(b.plain() && d.Blocks[i-1].plain()) {
			out = append(out, "")
		}
		switch {
		case b.Item != "":
			out = append(out, th.Strong.On(cell.Short(b.Item, width)))
		case b.Heading != "":
			out = append(out, th.Brand.On(cell.Short(b.Heading, width)))
		case b.Table != nil:
			out = append(out, b.Table.lines(th, width)...)
		default:
			out = append(out, cell.Wrap(b.Line, width, 400)...)
		}
	}
	return out
}

// plain tells whether a block is a line, which needs no empty one before the next.
func (b *Block) plain() bool { return b.Heading == "" && b.Item == "" && b.Table == nil }

// lines draws the table; cells that are too wide for their column go on below.
func (t *Table) lines(th theme.Theme, width int) []string {
	wide := t.widths(width)
	var out []string
	for i, row := range append([][]string{t.Heads}, t.Rows...) {
		cells := make([][]string, len(wide))
		tall := 1
		for c, w := range wide {
			if c < len(row) {
				cells[c] = cell.Wrap(row[c], w, 60)
			}
			tall = max(tall, len(cells[c]))
		}
		for l := range tall {
			var b strings.Builder
			for c, w := range wide {
				text := ""
				if l < len(cells[c]) {
					text = cells[c][l]
				}
				if c > 0 {
					b.WriteString("  ")
				}
				if t.right(c) {
					b.WriteString(cell.Right(text, w))
				} else {
					b.WriteString(cell.Pad(text, w))
				}
			}
			line := strings.TrimRight(b.String(), " ")
			if i == 0 {
				line = th.Faint.On(line)
			}
			out = append(out, line)
		}
	}
	return out
}

// widths gives each column what its widest cell asks for; where that is more than there is, the widest give way first.
func (t *Table) widths(width int) []int {
	wide := make([]int, len(t.Heads))
	for _, row := range append([][]string{t.Heads}, t.Rows...) {
		for c := range min(len(wide), len(row)) {
			for _, line := range cell.Multi(row[c], width, 60) {
				wide[c] = max(wide[c], min(cell.Width(line), width))
			}
		}
	}
	room, used := width-2*(len(wide)-1), 0
	for _, w := range wide {
		used += w
	}
	for used > room {
		widest := 0
		for c := range wide {
			if wide[c] > wide[widest] {
				widest = c
			}
		}
		if wide[widest] <= narrowest {
			break
		}
		wide[widest]--
		used--
	}
	return wide
}
