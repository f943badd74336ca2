package report

import (
	"encoding/csv"
	"io"
	"strings"
)

// byteOrder is what a spreadsheet takes as a sign that a file is UTF-8.
const byteOrder = "\ufeff"

// Script is a table as scripts read it: with codes and plain numbers.
type Script struct {
	Name    string     // of the table
	Columns []string   // what each value of a row is
	Codes   []string   // what each row is about
	Values  [][]string // minutes for hours, a point for decimals; a number that is not printed as it is on paper
}

// csv writes what Excel opens in the Netherlands: semicolons, a sign for UTF-8, a comma for decimals. Lines come as they are and tables under
// their headings, with an empty row before each heading.
func (d *Document) csv(dst io.Writer) error {
	rows := [][]string{{d.Title}}
	for _, x := range d.Blocks {
		switch {
		case x.Only == Paper || x.Chart != nil:
		case x.Heading != "":
			rows = append(rows, []string{""}, []string{x.Heading})
		case x.Item != "":
			rows = append(rows, []string{x.Item})
		case x.Table != nil:
			body := x.Table.Rows
			if x.Table.Sheet != nil {
				body = x.Table.Sheet
			}
			rows = append(append(rows, x.Table.Heads), body...)
		default:
			rows = append(rows, []string{x.Line})
		}
	}
	if _, err := io.WriteString(dst, byteOrder); err != nil {
		return err
	}
	return cells(dst, ';', rows)
}

// raw writes a value a row, for scripts: the table, what its row is about, what the value is, and the value.
func (d *Document) raw(dst io.Writer) error {
	rows := [][]string{{"table", "row", "column", "value"}}
	for _, x := range d.Blocks {
		if x.Only == Paper || x.Table == nil {
			continue
		}
		if s := x.Table.Script; s != nil {
			for i, values := range s.Values {
				for c, v := range values {
					rows = append(rows, []string{s.Name, s.Codes[i], s.Columns[c], v})
				}
			}
			continue
		}
		for _, r := range x.Table.Rows {
			for c := 1; c < min(len(r), len(x.Table.Heads)); c++ {
				rows = append(rows, []string{x.Table.Heads[0], r[0], x.Table.Heads[c], r[c]})
			}
		}
	}
	return cells(dst, ',', rows)
}

// cells writes rows, each cell harmless.
func cells(dst io.Writer, comma rune, rows [][]string) error {
	w := csv.NewWriter(dst)
	w.Comma = comma
	for _, r := range rows {
		safe := make([]string, len(r))
		for i, c := range r {
			safe[i] = harmless(strings.TrimSpace(Plain(c)))
		}
		if err := w.Write(safe); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
}

// harmless puts an apostrophe before what a spreadsheet would take for a formula.
func harmless(cell string) string {
	if t := strings.TrimLeft(cell, " '"); cell != "" && (strings.ContainsRune("\t\r\n", rune(cell[0])) || t != "" && strings.ContainsRune("=+-@", rune(t[0]))) {
		return "'" + cell
	}
	return cell
}
