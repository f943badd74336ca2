package report

import "leerbalie/ui/say"

// Said is the document as structure, to hear: its headings, its lines, and each row of a table as what its columns are called with what
// stands in them. What only a spreadsheet can count is left out.
func (d *Document) Said() (l say.Lines) {
	for i := range d.Blocks {
		switch b := &d.Blocks[i]; {
		case b.Only == Sheet || b.Chart != nil:
		case b.Heading != "":
			l.Heading("", b.Heading)
		case b.Item != "":
			l.Heading("", b.Item)
		case b.Table != nil:
			for _, row := range b.Table.Rows {
				l.Text(b.Table.said(row))
			}
		default:
			l.Text(b.Line)
		}
	}
	return l
}

// said is one row in words; an empty cell is left out.
func (t *Table) said(row []string) string {
	cells := make([]string, 0, len(row))
	for c := range min(len(row), len(t.Heads)) {
		cells = append(cells, say.Pair(t.Heads[c], row[c]))
	}
	return say.Join(cells...)
}
