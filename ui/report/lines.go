package report

import (
	"strings"

	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

// longest is how wide a word may be that a column of a table keeps whole.
const longest = 24

// Lines is the document as lines of at most width cells, to read on a screen.
func (d *Document) Lines(th theme.Theme, width int) []string {
	width = max(width, 20)
	out := []string{th.Strong.On(cell.Short(d.Title, width))}
	for i, b := range d.Blocks {
		if b.Only == Sheet || b.Chart != nil {
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

// lines draws the table; cells that are too wide for their column go on below. Where even whole words do not fit beside
// each other, the table comes in bands of columns, each behind the first column.
func (t *Table) lines(th theme.Theme, width int) []string {
	wide, least := t.widths(width)
	var out []string
	for _, band := range bands(least, width) {
		if len(out) > 0 {
			out = append(out, "")
		}
		out = append(out, t.band(th, band, squeezed(wide, least, band, width))...)
	}
	return out
}

// band draws some of the columns, each as wide as is said.
func (t *Table) band(th theme.Theme, columns, wide []int) (out []string) {
	for i, row := range append([][]string{t.Heads}, t.Rows...) {
		cells := make([][]string, len(columns))
		tall := 1
		for n, c := range columns {
			if c < len(row) {
				cells[n] = cell.Wrap(row[c], wide[n], 60)
			}
			tall = max(tall, len(cells[n]))
		}
		for l := range tall {
			var b strings.Builder
			for n, c := range columns {
				text := ""
				if l < len(cells[n]) {
					text = cells[n][l]
				}
				if n > 0 {
					b.WriteString("  ")
				}
				if t.right(c) {
					b.WriteString(cell.Right(text, wide[n]))
				} else {
					b.WriteString(cell.Pad(text, wide[n]))
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

// widths gives what the widest cell of each column asks for, and the least that breaks no word.
func (t *Table) widths(width int) (wide, least []int) {
	wide, least = make([]int, len(t.Heads)), make([]int, len(t.Heads))
	for _, row := range append([][]string{t.Heads}, t.Rows...) {
		for c := range min(len(wide), len(row)) {
			for _, line := range cell.Multi(row[c], width, 60) {
				wide[c] = max(wide[c], min(cell.Width(line), width))
				for _, word := range strings.Fields(line) {
					least[c] = max(least[c], min(cell.Width(word), longest, width/2-2))
				}
			}
		}
	}
	return wide, least
}

// bands parts the columns so that in each band whole words fit beside each other, the first column in all of them.
func bands(least []int, width int) (out [][]int) {
	if len(least) == 0 {
		return nil
	}
	band, used := []int{0}, least[0]
	for c := 1; c < len(least); c++ {
		if used+2+least[c] > width && len(band) > 1 {
			out = append(out, band)
			band, used = []int{0}, least[0]
		}
		band, used = append(band, c), used+2+least[c]
	}
	return append(out, band)
}

// squeezed gives the columns of a band what they ask for; where that is more than there is, the widest give way first, as
// far as no word breaks.
func squeezed(wide, least, band []int, width int) []int {
	out := make([]int, len(band))
	used := 2 * (len(band) - 1)
	for n, c := range band {
		out[n] = wide[c]
		used += out[n]
	}
	for ; used > width; used-- {
		widest := -1
		for n, c := range band {
			if out[n] > least[c] && (widest < 0 || out[n] > out[widest]) {
				widest = n
			}
		}
		if widest < 0 {
			break
		}
		out[widest]--
	}
	return out
}
