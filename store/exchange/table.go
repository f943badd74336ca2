package exchange

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/plain"
	"leerbalie/model/transfer"
	"leerbalie/store/exchange/open311"
	"leerbalie/store/exchange/tabular"
)

// tableSource turns the rows of a table into requests.
type tableSource struct {
	table   *tabular.Reader
	columns columns
	filled  []target[desk.Request] // what has a column and is read as its table says
	told    []target[desk.Closing] // and of what a closing tells
	codes   *codes
	loc     *time.Location
	ahead   []tabular.Row // rows looked at beforehand
	failed  error         // what the looking met
	same    map[[12]byte]int
	undated int
	bare    int // closed without an outcome
	claimed int
}

// lookAhead is how many rows tell what a column really holds.
const lookAhead = 200

// newTableSource finds out what stands where. Errors: Invalid, as place; and beside a source that only tells of its columns where none of
// them says what was asked.
func newTableSource(t *tabular.Reader, asked map[string]string, site model.Site, loc *time.Location) (*tableSource, error) {
	c, err := place(t, asked)
	if err != nil {
		return nil, err
	}
	s := &tableSource{table: t, columns: c, codes: newCodes(site), loc: loc, same: map[[12]byte]int{}}
	for len(s.ahead) < lookAhead {
		row, err := t.Next()
		if err != nil {
			s.failed = err
			break
		}
		row.Cells = slices.Clone(row.Cells)
		s.ahead = append(s.ahead, row)
	}
	if at, ok := c.at[sourceID]; ok && s.holdsBSN(at) {
		delete(s.columns.at, sourceID)
		s.columns.say("import.bsn-column", "column", t.Header()[at])
		s.columns.say("import.no-source-id")
	}
	s.filled, s.told = targets(s.columns, desk.Editable()), targets(s.columns, desk.ClosingTable())
	if !s.columns.has(summary) {
		return s, fault.New(fault.Invalid, "import.no-summary", "columns", strings.Join(t.Header(), ", "))
	}
	return s, nil
}

// holdsBSN says whether a column holds citizen service numbers under another name.
func (s *tableSource) holdsBSN(at int) bool {
	cells := make([]string, len(s.ahead))
	for i, row := range s.ahead {
		cells[i] = row.Cells[at]
	}
	return holdBSN(cells)
}

// holdBSN says whether cells are citizen service numbers: of four numbers of nine digits, or eight where a spreadsheet ate the zero,
// all pass the elfproef, of more four in five. By chance one in eleven does.
func holdBSN(cells []string) bool {
	numbers, pass := 0, 0
	for _, cell := range cells {
		digits := plain.Digits(cell)
		if len(digits) != 9 && len(digits) != 8 || strings.ContainsFunc(cell, unicode.IsLetter) {
			continue
		}
		numbers++
		if plain.FindBSN(digits, plain.InWords) != nil {
			pass++
		}
	}
	return numbers >= 4 && (pass == numbers || numbers >= 5 && pass*5 >= numbers*4)
}

func (s *tableSource) read() (tabular.Row, error) {
	if len(s.ahead) > 0 {
		row := s.ahead[0]
		s.ahead = s.ahead[1:]
		return row, nil
	}
	if err := s.failed; err != nil {
		s.failed = nil
		return tabular.Row{}, err
	}
	return s.table.Next()
}

func (s *tableSource) next(e *entry) (int, error) {
	row, err := s.read()
	if err != nil {
		return row.Number, err
	}
	*e = entry{}
	if err := s.fill(e, row); err != nil {
		return row.Number, &tabular.RowError{Row: row.Number, Line: row.Line, Err: err}
	}
	return row.Number, nil
}

// cell gives what stands in the column of a field, "" for none.
func (s *tableSource) cell(row tabular.Row, field string) string {
	if at, ok := s.columns.at[field]; ok {
		return strings.TrimSpace(row.Cells[at])
	}
	return ""
}

func (s *tableSource) fill(e *entry, row tabular.Row) error {
	r := &e.request
	r.Summary, r.Details = s.cell(row, summary), s.cell(row, details)
	if before, after, more := strings.Cut(r.Summary, "\n"); more { // a list shows one line
		r.Summary = strings.TrimSpace(before)
		r.Details = strings.TrimSpace(after + "\n" + r.Details)
	}
	for _, c := range s.filled {
		if c.name != summary && c.name != details {
			c.field.Put(r, read(s.codes, c.field, strings.TrimSpace(row.Cells[c.at])))
		}
	}
	if err := s.moments(e, row); err != nil {
		return err
	}
	if err := s.time(e, row); err != nil {
		return err
	}
	if r.Source = s.cell(row, sourceID); r.Source == "" {
		r.Source, e.derived = s.derive(row), true
	}
	s.ending(e, row)
	return nil
}

// time reads the minutes and the hours, and adds them up where a file has both.
func (s *tableSource) time(e *entry, row tabular.Row) error {
	if text := s.cell(row, minutes); text != "" {
		n, err := tabular.Minutes(text)
		if err != nil {
			return err
		}
		e.minutes = n
	}
	if text := s.cell(row, hours); text != "" {
		n, err := tabular.Hours(text)
		if err != nil {
			return err
		}
		e.minutes += n
	}
	return nil
}

// moments reads the dates. A column named closed may just say yes or no.
func (s *tableSource) moments(e *entry, row tabular.Row) (err error) {
	if text := s.cell(row, createdAt); text != "" {
		if e.request.Created, err = tabular.Moment(text, s.loc); err != nil {
			return err
		}
	}
	if text := s.cell(row, closedAt); text != "" {
		switch plain.FoldText(text) {
		case "ja", "yes", "true", "waar", "x", "1", "j", "y":
			e.closed = true
		case "nee", "no", "false", "onwaar", "0", "n", "":
		default:
			if e.closedAt, err = tabular.Moment(text, s.loc); err != nil {
				return err
			}
			e.closed = true
		}
	}
	switch {
	case !e.request.Created.IsZero():
	case !e.closedAt.IsZero():
		e.request.Created = e.closedAt
	case s.columns.has(createdAt):
		s.undated++
	}
	e.request.Created = local(e.request.Created, s.loc)
	e.closedAt = local(e.closedAt, s.loc)
	return nil
}

func local(t time.Time, loc *time.Location) time.Time {
	if t.IsZero() {
		return t
	}
	return t.In(loc)
}

// ending works out how the row stands. The status decides where it is known; a closing date says closed, and so does an
// outcome in a file that has neither.
func (s *tableSource) ending(e *entry, row tabular.Row) {
	written := s.cell(row, outcome)
	stand, known := s.codes.of[statuses].find(s.cell(row, status))
	switch {
	case known && stand == string(desk.StatusClosed):
		e.closed = true
	case known && stand != "":
		e.closed, e.closedAt = false, time.Time{}
		e.parked = stand == string(desk.StatusParked)
		if stand == string(desk.StatusClaimed) {
			s.claimed++
		}
	case written != "" && !s.columns.has(status) && !s.columns.has(closedAt):
		e.closed = true
	}
	if e.closed {
		for _, c := range s.told {
			c.field.Put(&e.how, read(s.codes, c.field, strings.TrimSpace(row.Cells[c.at])))
		}
	}
	switch {
	case e.closed && written == "":
		s.bare++
	case !e.closed && written != "":
		e.memos = append(e.memos, open311.Note{At: e.request.Created, Text: written})
	}
}

// derive makes a source id for a row that has none: what it says, and how many said the same before it. The same file
// gives the same ids again, whatever order its rows come in.
func (s *tableSource) derive(row tabular.Row) string {
	h := sha256.New()
	for _, cell := range row.Cells {
		h.Write([]byte(strings.TrimSpace(cell)))
		h.Write([]byte{0})
	}
	var key [12]byte
	copy(key[:], h.Sum(nil))
	s.same[key]++
	return "row-" + hex.EncodeToString(key[:]) + "-" + strconv.Itoa(s.same[key])
}

func (s *tableSource) remarks() []transfer.Remark {
	out := append(slices.Clone(s.columns.remarks), s.codes.remarks()...)
	for _, count := range []struct {
		msg string
		n   int
	}{{"import.undated", s.undated}, {"import.no-outcome", s.bare}, {"import.was-claimed", s.claimed}} {
		if count.n > 0 {
			out = append(out, remark(count.msg, "n", count.n))
		}
	}
	return out
}

var _, _ source = (*tableSource)(nil), (*citySource)(nil)

// isEnd says whether reading came to the end of the file.
func isEnd(err error) bool { return errors.Is(err, io.EOF) }
