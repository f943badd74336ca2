package exchange

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"hash/maphash"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/transfer"
	"leerbalie/store/exchange/byhand"
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
	created *byhand.Dates
	closed  *byhand.Dates
	people  *people
	ahead   []aheadRow // rows looked at beforehand
	failed  error      // what the looking met
	same    map[[12]byte]int
	seed    maphash.Seed
	passed  *sums // what is told of rows that are none

	firstName string // of a column

	merged bool      // a day stands in the first of its rows alone
	above  time.Time // that of the last row that has one, zero for none
}

// newTableSource finds out what stands where. Errors: Invalid, as place; and beside a source that only tells of its columns where none of
// them says what was asked.
func newTableSource(t *tabular.Reader, o transfer.ImportOptions, by reading) (*tableSource, error) {
	var first []aheadRow
	named, err := place(t, nil)
	if err == nil && (o.Guess || byPlace(t, o.Map)) && headless(t, named) {
		first = append(first, aheadRow{t.Headless(), nil})
	}
	c, err := place(t, o.Map)
	if err != nil {
		return nil, err
	}
	s := &tableSource{table: t, columns: c, codes: newCodes(by.site), loc: by.loc, same: map[[12]byte]int{}, seed: maphash.MakeSeed(), passed: newSums(), ahead: first,
		created: byhand.NewDates(by.loc, o.Now, o.File), closed: byhand.NewDates(by.loc, o.Now, o.File)}
	for _, s.firstName = range t.Header() {
		if s.firstName != "" {
			break
		}
	}
	s.look(lookAhead)
	s.dropHints()
	s.dropBSN()
	s.settleNames()
	if o.Guess && o.Map == nil {
		s.guess()
	}
	s.settleDates()
	s.settleMerged()
	s.columns.sayLeft(t.Header())
	if s.columns.has(resident) || s.columns.has(staff) {
		if s.people, err = by.people(o.Now); err != nil {
			return nil, err
		}
		s.meet()
	}
	s.filled, s.told = targets(s.columns, desk.Editable()), targets(s.columns, desk.ClosingTable())
	if !s.columns.has(summary) {
		return s, fault.New(fault.Invalid, "import.no-summary", "columns", strings.Join(t.Header(), ", "))
	}
	return s, nil
}

func (s *tableSource) read() (tabular.Row, error) {
	if len(s.ahead) > 0 {
		row := s.ahead[0]
		s.ahead = s.ahead[1:]
		return row.Row, row.wrong
	}
	if err := s.failed; err != nil {
		s.failed = nil
		return tabular.Row{}, err
	}
	return s.table.Next()
}

func (s *tableSource) next(e *entry) (int, error) {
	row, err := s.read()
	for ; err == nil && s.none(row); row, err = s.read() {
		if msg := s.whyNone(row); msg != "" {
			s.passed.add(row.Number, []saying{{msg: msg}})
		}
	}
	if err != nil {
		return row.Number, err
	}
	*e = entry{told: e.told[:0]}
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
	if row.Twice {
		e.tell("import.encoded-twice", "")
	}
	r.Summary, r.Details = s.cell(row, summary), s.cell(row, details)
	if before, after, more := strings.Cut(r.Summary, "\n"); more { // a list shows one line
		r.Summary = strings.TrimSpace(before)
		r.Details = strings.TrimSpace(after + "\n" + r.Details)
	}
	for _, c := range s.filled {
		text := strings.TrimSpace(row.Cells[c.at])
		switch c.name {
		case summary, details, resident:
		case "urgency":
			r.Urgency = s.urgency(e, text)
		default:
			c.field.Put(r, read(s.codes, e, c.field, text))
		}
	}
	if err := s.moments(e, row); err != nil {
		return err
	}
	if err := s.time(e, row); err != nil {
		return err
	}
	if err := s.identify(e, row); err != nil {
		return err
	}
	s.ending(e, row)
	return s.who(e, row)
}

// identify gives the row the id by which it is known again.
func (s *tableSource) identify(e *entry, row tabular.Row) error {
	r := &e.request
	r.Source = sameID(s.cell(row, sourceID))
	if at := s.columns.own; at >= 0 {
		if id, err := journal.ParseID(strings.TrimSpace(row.Cells[at])); err == nil {
			e.own = id
		}
	}
	if s.columns.running && strings.Trim(r.Source, "0123456789") == "" && r.Source != "" {
		e.renamed = new(bool)
		e.told = append(e.told, saying{msg: "import.number-again", value: r.Source, only: e.renamed})
	}
	if r.Source == "" {
		r.Source, e.derived = s.derive(row, e.day), true
		return nil
	}
	if lostDigits(r.Source) {
		return fault.New(fault.Invalid, "import.lost-digits", "text", r.Source)
	}
	var h maphash.Hash
	h.SetSeed(s.seed)
	for _, cell := range row.Cells {
		h.WriteString(strings.TrimSpace(cell))
		h.WriteByte(0)
	}
	e.print = h.Sum64() | 1
	return nil
}

// time reads the minutes and the hours, and adds them up where a file has both.
func (s *tableSource) time(e *entry, row tabular.Row) error {
	for _, field := range [...]string{minutes, hours} {
		text := s.cell(row, field)
		if unsaid(text) || strings.Trim(text, "-–?") == "" {
			continue
		}
		n, asHours, err := byhand.Spent(text, field == hours)
		if err != nil {
			return err
		}
		if e.minutes += n; asHours {
			e.tell("import.minutes-as-hours", "")
		}
	}
	return nil
}

// moments reads the dates. A column named closed may just say yes or no.
func (s *tableSource) moments(e *entry, row tabular.Row) error {
	timed := false
	day := s.cell(row, createdAt)
	if day != "" {
		s.above = time.Time{} // of a day that cannot be read nobody takes another
	}
	if text := day; !unsaid(text) && strings.Trim(text, "-–?") != "" {
		w, err := s.created.Read(text)
		if err != nil {
			return err
		}
		if e.request.Created, timed = w.At, w.Timed; w.Year {
			e.tell("import.year-guessed", "")
		}
	}
	if text := s.cell(row, closedAt); text != "" {
		if err := s.closing(e, text); err != nil {
			return err
		}
	}
	s.dayAbove(e, day)
	switch {
	case !e.request.Created.IsZero():
	case !e.closedAt.IsZero():
		e.request.Created, timed = e.closedAt, true
	case s.columns.has(createdAt):
		e.tell("import.undated", "")
	}
	if text := s.cell(row, clockTime); !unsaid(text) && !timed && !e.request.Created.IsZero() {
		if c, err := byhand.ReadClock(text); err == nil {
			e.request.Created = byhand.At(e.request.Created, c, s.loc)
		} else if strings.Trim(text, "-–?") != "" {
			e.tell("import.clock-unread", "")
		}
	}
	e.request.Created = local(e.request.Created, s.loc)
	e.closedAt = local(e.closedAt, s.loc)
	return nil
}

// closing reads what a column says of the end: yes or no, or when. Other words are kept as a note: they do not say that it is closed.
func (s *tableSource) closing(e *entry, text string) error {
	if yes, said := yesNo(text); said {
		e.closed = yes
		return nil
	}
	w, err := s.closed.Read(text)
	switch {
	case err == nil:
		e.closedAt, e.closed = w.At, true
		if w.Year {
			e.tell("import.year-guessed", "")
		}
	case isFault(err, "date.filler"):
		e.tell("import.closed-filler", "")
	case isFault(err, "date.form"):
		e.tell("import.closed-unread", "")
		e.memos = append(e.memos, open311.Note{At: e.request.Created, Text: s.labelled(closedAt, text)})
	default:
		return err
	}
	return nil
}

// labelled is a cell as a note: what its column is called, and what it says.
func (s *tableSource) labelled(field, text string) string {
	name := strings.TrimRight(s.table.Header()[s.columns.at[field]], " :?!.")
	if name == "" {
		return text
	}
	return name + ": " + text
}

// urgency reads how urgent something is: a code, or a mark in a column that asks whether it is.
func (s *tableSource) urgency(e *entry, text string) model.Urgency {
	if _, known := s.codes.of["urgency"].find(text); !known {
		marks := strings.Trim(text, "! ") == ""
		switch yes, said := yesNo(text); {
		case said && yes, marks && strings.Count(text, "!") > 1:
			return model.UrgencyNow
		case marks:
			return model.UrgencyToday
		case said:
			return model.UrgencyRoutine
		}
	}
	code, known := s.codes.find(e, "urgency", text)
	if !known {
		return ""
	}
	return model.Urgency(code)
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
	stand, known := s.codes.find(e, statuses, s.cell(row, status))
	switch {
	case known && stand == string(desk.StatusClosed):
		e.closed = true
	case known && stand != "":
		e.closed, e.closedAt = false, time.Time{}
		e.parked = stand == string(desk.StatusParked)
		if stand == string(desk.StatusClaimed) {
			e.tell("import.was-claimed", "")
		}
	case written != "" && !s.columns.has(status) && !s.columns.has(closedAt):
		e.closed = true
	}
	if e.closed {
		e.guessed = e.closedAt.IsZero()
		for _, c := range s.told {
			c.field.Put(&e.how, read(s.codes, e, c.field, strings.TrimSpace(row.Cells[c.at])))
		}
	} else if written != "" {
		e.memos = append(e.memos, open311.Note{At: e.request.Created, Text: written})
	}
}

// derive makes a source id for a row that has none: what it says, and how many said the same before it. The same file
// gives the same ids again, whatever order its rows come in. A day that stands in a row above is a part of what it says.
func (s *tableSource) derive(row tabular.Row, day string) string {
	h := sha256.New()
	for _, cell := range row.Cells {
		h.Write([]byte(strings.TrimSpace(cell)))
		h.Write([]byte{0})
	}
	h.Write([]byte(day))
	var key [12]byte
	copy(key[:], h.Sum(nil))
	s.same[key]++
	return "row-" + hex.EncodeToString(key[:]) + "-" + strconv.Itoa(s.same[key])
}

func (s *tableSource) remarks() []transfer.Remark {
	out := append(slices.Clone(s.columns.remarks), s.passed.remarks()...)
	if e := s.table.Encoding(); e == tabular.Macintosh || e == tabular.CodePage850 {
		out = append(out, remark("import.charset", "charset", string(e)))
	}
	return out
}

var _, _ source = (*tableSource)(nil), (*citySource)(nil)

// isEnd says whether reading came to the end of the file.
func isEnd(err error) bool { return errors.Is(err, io.EOF) }
