package tabular

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"leerbalie/model/fault"
)

// Options say what is known about a file beforehand. The zero value finds out everything.
type Options struct {
	Comma    rune                      // the separator; 0 finds out
	Encoding Encoding                  // Undecided finds out
	Known    func(heading string) bool // what may stand among the headings; where it is said, they may stand below a title: see above
	Bare     bool                      // cells are as they are written: an apostrophe in front of a formula is a part of the text
}

// Row is one row of a table. Cells is good until the next row is read; the strings in it may be kept.
type Row struct {
	Number int      // as a spreadsheet shows it: the header is row 1
	Line   int      // the line on which the row begins, from 1
	Cells  []string // as many as the header has
	Twice  bool     // a cell was encoded twice, and is read as it was before
}

// RowError is what is wrong with one row. Reading may go on behind it.
type RowError struct {
	Row  int // as a spreadsheet shows it
	Line int // the line on which the row begins
	Err  error
}

// Error is the form for logs; people read the sentence of Err with the row's number before it.
func (e *RowError) Error() string { return fmt.Sprintf("row %d: %v", e.Row, e.Err) }

// Unwrap gives what is wrong.
func (e *RowError) Unwrap() error { return e.Err }

// Reader reads a table row by row.
type Reader struct {
	scan   *scanner
	decode decoder
	header []string
	cells  []string
	twice  bool // of the record at hand
	rows   int
	bare   bool

	passed    int // records above the headings
	headerRow int
}

// NewReader looks at the beginning of a table and reads its header. It fails with kind Invalid for a file that is empty
// or no table of text at all, and with the error of src where src fails.
func NewReader(src io.Reader, opts Options) (*Reader, error) {
	head, whole, err := sample(src)
	if err != nil {
		return nil, err
	}
	if err := notText(head); err != nil {
		return nil, err
	}
	text, enc := unmark(head, src)
	if enc == UTF16 { // look again, at what it says
		if head, whole, err = sample(text); err != nil {
			return nil, err
		}
		text = prepend(head, text)
	} else if enc == UTF8 {
		head = head[3:]
	}
	if err := plainText(head); err != nil {
		return nil, err
	}
	if enc == UTF16 {
		enc = UTF8
	}
	if opts.Encoding != Undecided && opts.Encoding != UTF16 {
		enc = opts.Encoding
	}
	comma, skip := sepLine(head)
	cr := loneCR(head)
	if opts.Comma != 0 {
		comma = byte(opts.Comma)
	} else if comma == 0 {
		comma = detectComma(head, whole, cr)
	}
	r := &Reader{scan: newScanner(text, comma, cr), decode: decoder{enc: enc, old: oldIn(head)}, bare: opts.Bare}
	if skip > 0 {
		if err := r.scan.record(); err != nil {
			return nil, err
		}
		r.scan.row = 0 // no spreadsheet shows it
	}
	if opts.Known != nil {
		tried := ""
		if opts.Comma == 0 && skip == 0 {
			tried = commas
		}
		r.passed, r.scan.comma = r.above(head, whole, opts.Known, tried)
		for range r.passed {
			if err := r.scan.record(); err != nil && r.wrap(err) == err { //nolint:errorlint // whether it is of a row
				return nil, err
			}
		}
	}
	return r, r.readHeader()
}

// oldIn is the old encoding of a beginning, Undecided where it has nothing to tell by.
func oldIn(head []byte) Encoding {
	for _, c := range head {
		if c >= utf8.RuneSelf {
			return guess(head)
		}
	}
	return Undecided
}

// sample reads the beginning of a file, and says whether that is all of it.
func sample(src io.Reader) ([]byte, bool, error) {
	head := make([]byte, window)
	n, err := io.ReadFull(src, head)
	switch {
	case errors.Is(err, io.EOF):
		return nil, true, fault.New(fault.Invalid, "csv.empty")
	case errors.Is(err, io.ErrUnexpectedEOF):
		return head[:n], true, nil
	case err != nil:
		return nil, false, err
	}
	return head, false, nil
}

func prepend(head []byte, rest io.Reader) io.Reader {
	return io.MultiReader(strings.NewReader(string(head)), rest)
}

func (r *Reader) readHeader() error {
	for {
		err := r.scan.record()
		if errors.Is(err, io.EOF) {
			return fault.New(fault.Invalid, "csv.empty")
		}
		if err == nil && r.scan.blank() {
			continue
		}
		if err == nil {
			err = r.split()
		}
		if err != nil {
			return r.wrap(err)
		}
		r.headerRow = r.scan.row
		r.header = make([]string, len(r.cells))
		for i, name := range r.cells {
			r.header[i] = strings.TrimSpace(name)
		}
		for len(r.header) > 1 && r.header[len(r.header)-1] == "" {
			r.header = r.header[:len(r.header)-1]
		}
		return nil
	}
}

// Headless says that the header is a row like the others, and gives it; the columns are then called by their place. Ask it before the first
// row is read.
func (r *Reader) Headless() Row {
	cells := append([]string(nil), r.cells...)
	r.header = make([]string, len(cells))
	for i := range r.header {
		r.header[i] = strconv.Itoa(i + 1)
	}
	r.rows++
	return Row{Number: r.scan.row, Line: r.scan.line, Cells: cells, Twice: r.twice}
}

// split makes strings of the record just scanned.
func (r *Reader) split() error {
	text, err := r.decode.cells(r.scan.text, r.scan.ends)
	if err != nil {
		return err
	}
	r.cells, r.twice = r.cells[:0], false
	begin := 0
	for _, end := range r.scan.ends {
		cell, twice := once(text[begin:end])
		r.twice = r.twice || twice
		if !r.bare {
			cell = unguard(cell)
		}
		r.cells = append(r.cells, cell)
		begin = end
	}
	return nil
}

// wrap gives an error of the record at hand its row, and leaves errors of the source alone.
func (r *Reader) wrap(err error) error {
	var wrong *fault.Error
	if errors.As(err, &wrong) {
		return &RowError{Row: r.scan.row, Line: r.scan.line, Err: wrong}
	}
	return err
}

// Header gives the names of the columns as they are written, without the spaces around them.
func (r *Reader) Header() []string { return r.header }

// Comma is the separator that was found.
func (r *Reader) Comma() rune { return rune(r.scan.comma) }

// Encoding is the encoding that was found; Undecided as long as only ASCII came by, which is the same in all of them.
func (r *Reader) Encoding() Encoding { return r.decode.enc }

// Column finds a column by name, whatever its case, spaces, hyphens and underscores; -1 when there is none.
func (r *Reader) Column(name string) int {
	want := Fold(name)
	for i, have := range r.header {
		if Fold(have) == want {
			return i
		}
	}
	return -1
}

// Next reads the next row. It gives io.EOF at the end, a *RowError for a row that cannot be read (go on with the next),
// and the error of the source where that fails. A table with a header and no rows is an error of kind Invalid.
//
// A row shorter than the header gets empty cells, for spreadsheets leave trailing empty cells out; but not once a quote
// was lost, for then a short row is likelier the torn end of another one. A row with more filled cells than the header
// is refused.
func (r *Reader) Next() (Row, error) {
	for {
		err := r.scan.record()
		if errors.Is(err, io.EOF) && r.rows == 0 {
			return Row{}, fault.New(fault.Invalid, "csv.onlyheader")
		}
		if err == nil && r.scan.blank() {
			continue
		}
		if !errors.Is(err, io.EOF) {
			r.rows++
		}
		if err == nil {
			err = r.split()
		}
		if err == nil {
			err = r.fit()
		}
		if err != nil {
			return Row{Number: r.scan.row, Line: r.scan.line}, r.wrap(err)
		}
		return Row{Number: r.scan.row, Line: r.scan.line, Cells: r.cells, Twice: r.twice}, nil
	}
}

// fit makes the row as wide as the header.
func (r *Reader) fit() error {
	have, want := len(r.cells), len(r.header)
	for len(r.cells) > want && strings.TrimSpace(r.cells[len(r.cells)-1]) == "" {
		r.cells = r.cells[:len(r.cells)-1]
	}
	if len(r.cells) > want || len(r.cells) < want && r.scan.damaged {
		return fault.New(fault.Invalid, "csv.width", "have", have, "want", want)
	}
	for len(r.cells) < want {
		r.cells = append(r.cells, "")
	}
	return nil
}

// Fold gives the form in which names of columns are compared: lower case, letters and digits only.
func Fold(name string) string {
	return strings.Map(func(c rune) rune {
		switch c {
		case ' ', '_', '-', '.', '\t', '\u00a0', '\ufeff', '/', ':':
			return -1
		}
		return c
	}, strings.ToLower(name))
}
