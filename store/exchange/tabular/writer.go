package tabular

import (
	"encoding/csv"
	"io"
	"strings"
)

// Style says how a table is written. The zero value is a comma and no mark.
type Style struct {
	Comma rune // the separator; 0 is a comma
	Data  bool // for programs: numbers and telephone numbers stay as they are, also behind a + or a -; nothing but digits is in them
	Mark  bool // a byte order mark in front, for spreadsheets that otherwise take UTF-8 for something older
}

// Writer writes a table, row by row, in UTF-8 with LF at the end of each line.
type Writer struct {
	csv  *csv.Writer
	safe []string
	mark io.Writer
	data bool
}

// NewWriter writes to dst. Call Flush at the end.
func NewWriter(dst io.Writer, style Style) *Writer {
	w := &Writer{csv: csv.NewWriter(dst), data: style.Data}
	if style.Comma != 0 {
		w.csv.Comma = style.Comma
	}
	if style.Mark {
		w.mark = dst
	}
	return w
}

// Write adds a row. A spreadsheet takes a cell that begins with = + - @ or a control character for a formula; such a
// cell gets an apostrophe in front, which spreadsheets do not show and which Reader takes off again.
func (w *Writer) Write(cells ...string) error {
	if w.mark != nil {
		if _, err := io.WriteString(w.mark, "\ufeff"); err != nil {
			return err
		}
		w.mark = nil
	}
	w.safe = w.safe[:0]
	for _, cell := range cells {
		if !w.data || !isNumber(cell) {
			cell = guard(cell)
		}
		w.safe = append(w.safe, cell)
	}
	return w.csv.Write(w.safe)
}

// Flush writes what is held back and gives the first error there was.
func (w *Writer) Flush() error {
	w.csv.Flush()
	return w.csv.Error()
}

// isNumber tells whether a cell is nothing but a number, or one to call, behind a sign: no spreadsheet does more with it than count.
func isNumber(cell string) bool {
	return len(cell) > 1 && (cell[0] == '+' || cell[0] == '-') && cell[1] >= '0' && cell[1] <= '9' && strings.Trim(cell[1:], "0123456789. ") == ""
}

const formula = "=+-@\t\r\n"

// guard puts an apostrophe in front of a cell that could act as a formula, also where apostrophes stand there already:
// only so does unguard give back exactly what was written.
func guard(cell string) string {
	if cell == "" || cell[0] > '@' { // nearly all cells
		return cell
	}
	if rest := strings.TrimLeft(cell, "'"); rest != "" && strings.IndexByte(formula, rest[0]) >= 0 {
		return "'" + cell
	}
	return cell
}

// unguard takes the apostrophe off again.
func unguard(cell string) string {
	if cell == "" || cell[0] != '\'' {
		return cell
	}
	if rest := strings.TrimLeft(cell, "'"); rest != "" && strings.IndexByte(formula, rest[0]) >= 0 {
		return cell[1:]
	}
	return cell
}
