package output

import (
	"bufio"
	"io"

	"leerbalie/ui/say"
	"leerbalie/ui/widget/cell"
)

// Table writes rows for people: safe text in columns that are as wide as they need to be. The first rows decide how wide;
// later ones are cut to fit, so that a long list does not wait for its end.
type Table struct {
	out    *bufio.Writer
	room   int      // columns of the terminal; 0: as wide as it gets
	heads  []string // of one that is read out
	rows   [][]string
	widths []int
	right  map[int]bool // columns of numbers
}

// sampleRows are measured before the first line is written.
const sampleRows = 200

// NewTable begins a table; room is how many columns the terminal has, 0 for no terminal, and command.Aloud where it is read out: a row is
// a sentence then, each cell behind its head. End ends it.
func NewTable(out io.Writer, room int, heads ...string) *Table {
	if room < 0 {
		t := &Table{out: bufio.NewWriter(out), room: room, heads: heads}
		if title := say.Join(heads...); title == say.Words(heads[0]) && title != "" { // of all rows together
			_, _ = t.out.WriteString(title + "\n")
		}
		return t
	}
	return &Table{out: bufio.NewWriter(out), room: room, rows: [][]string{heads}, right: map[int]bool{}}
}

// Add gives the table a row, a cell a head.
func (t *Table) Add(cells ...string) {
	for i, c := range cells {
		cells[i] = cell.Safe(c, 200)
	}
	if t.room < 0 {
		t.said(cells)
		return
	}
	if t.widths != nil {
		t.write(cells)
		return
	}
	t.rows = append(t.rows, cells)
	if len(t.rows) >= sampleRows {
		t.measure()
	}
}

// measure settles the widths and writes what was held back.
func (t *Table) measure() {
	t.widths = make([]int, len(t.rows[0]))
	whole := 2 * (len(t.widths) - 1)
	for _, row := range t.rows {
		for i, c := range row {
			t.widths[i] = max(t.widths[i], cell.Width(c))
		}
	}
	widest := 0
	for i, w := range t.widths {
		whole += w
		if w > t.widths[widest] {
			widest = i
		}
	}
	if t.room > 0 && whole > t.room {
		t.widths[widest] = max(12, t.widths[widest]-(whole-t.room))
	}
	for _, row := range t.rows {
		t.write(row)
	}
	t.rows = nil
}

func (t *Table) write(row []string) {
	for i, c := range row {
		if i > 0 {
			_, _ = t.out.WriteString("  ")
		}
		switch {
		case i == len(row)-1 && !t.right[i]: // nothing stands behind the last one
			if t.room > 0 {
				c = cell.Cut(c, t.widths[i])
			}
			_, _ = t.out.WriteString(c)
		case t.right[i]:
			_, _ = t.out.WriteString(cell.Right(c, t.widths[i]))
		default:
			_, _ = t.out.WriteString(cell.Fit(c, t.widths[i]))
		}
	}
	_ = t.out.WriteByte('\n')
}

// said writes a row that is read out: the first cell alone, which is what the row is of, and all others behind their heads.
func (t *Table) said(row []string) {
	parts := make([]string, len(row))
	for i, c := range row {
		if parts[i] = c; i > 0 && i < len(t.heads) && t.heads[i] != "" {
			parts[i] = say.Pair(t.heads[i], c)
		}
	}
	_, _ = t.out.WriteString(say.Join(parts...) + "\n")
}

// End writes what is left and gives the first error there was.
func (t *Table) End() error {
	if t.widths == nil && t.room >= 0 {
		t.measure()
	}
	return t.out.Flush()
}
