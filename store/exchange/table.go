package exchange

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"hash/maphash"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
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
}

// aheadRow is a row that was read ahead, or why it could not be.
type aheadRow struct {
	tabular.Row
	wrong error
}

const (
	lookAhead   = 2000 // how many rows tell what a column really holds
	bsnRows     = 200  // and whether it holds citizen service numbers
	mostAhead   = 1 << 17
	mostAheadIn = 32 << 20 // bytes
)

// newTableSource finds out what stands where. Errors: Invalid, as place; and beside a source that only tells of its columns where none of
// them says what was asked.
func newTableSource(t *tabular.Reader, o transfer.ImportOptions, by reading) (*tableSource, error) {
	c, err := place(t, o.Map)
	if err != nil {
		return nil, err
	}
	s := &tableSource{table: t, columns: c, codes: newCodes(by.site), loc: by.loc, same: map[[12]byte]int{}, seed: maphash.MakeSeed(), passed: newSums(),
		created: byhand.NewDates(by.loc, o.Now, o.File), closed: byhand.NewDates(by.loc, o.Now, o.File)}
	for _, s.firstName = range t.Header() {
		if s.firstName != "" {
			break
		}
	}
	s.look(lookAhead)
	s.dropBSN()
	s.settleNames()
	s.settleDates()
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

// look reads rows ahead, until there are that many.
func (s *tableSource) look(rows int) {
	for len(s.ahead) < rows && s.failed == nil {
		row, err := s.table.Next()
		if err != nil {
			if refused, wrong := isRowError(err); wrong {
				s.ahead = append(s.ahead, aheadRow{tabular.Row{Number: refused.Row}, err})
				continue
			}
			s.failed = err
			return
		}
		row.Cells = slices.Clone(row.Cells)
		s.ahead = append(s.ahead, aheadRow{row, nil})
	}
}

// cells are the cells of a column in the rows read ahead, as many as are asked for.
func (s *tableSource) cells(at, most int) (out []string) {
	for _, row := range s.ahead {
		if row.wrong != nil {
			continue
		}
		if text := strings.TrimSpace(row.Cells[at]); text != "" {
			out = append(out, text)
		}
		if len(out) == most {
			break
		}
	}
	return out
}

// dropBSN leaves out columns that hold citizen service numbers under another name.
func (s *tableSource) dropBSN() {
	for _, field := range slices.Sorted(maps.Keys(s.columns.at)) {
		if at := s.columns.at[field]; holdBSN(s.cells(at, bsnRows)) {
			delete(s.columns.at, field)
			s.columns.hidden = append(s.columns.hidden, at)
			s.columns.say("import.bsn-column", "column", s.table.Header()[at])
		}
	}
}

// settleNames decides what a heading means that can mean two things: time is that of day, or how long it took, and so are hours.
func (s *tableSource) settleNames() {
	if s.columns.asked != nil {
		return
	}
	if at, ok := s.columns.at[clockTime]; ok && !s.columns.has(minutes) {
		if cells := s.cells(at, lookAhead); !timesOfDay(cells, 0) && len(cells) > 0 {
			delete(s.columns.at, clockTime)
			s.columns.at[minutes] = at
		}
	}
	if at, ok := s.columns.at[hours]; ok && !s.columns.has(clockTime) && timesOfDay(s.cells(at, lookAhead), 7) {
		delete(s.columns.at, hours)
		s.columns.at[clockTime] = at
	}
}

// timesOfDay tells whether most cells are times of day, of an hour or later; numbers by themselves only where no other is a length.
func timesOfDay(cells []string, from int) bool {
	clocks, bare := 0, 0
	for _, text := range cells {
		c, err := byhand.ReadClock(text)
		switch number := strings.Trim(text, "0123456789") == ""; {
		case err != nil || c.Hour < from:
		case number:
			bare++
		default:
			clocks++
		}
	}
	return clocks*2 > len(cells) || clocks+bare == len(cells) && len(cells) > 0 && from == 0
}

// settleDates looks through the columns of dates: further than the other rows, where nothing yet says which of day and month is first.
func (s *tableSource) settleDates() {
	seen := 0
	see := func() {
		for _, row := range s.ahead[seen:] {
			for field, dates := range map[string]*byhand.Dates{createdAt: s.created, closedAt: s.closed} {
				if at, ok := s.columns.at[field]; ok && row.wrong == nil {
					dates.See(strings.TrimSpace(row.Cells[at]))
				}
			}
		}
		seen = len(s.ahead)
	}
	size := 0
	for see(); s.failed == nil && (s.created.Undecided() || s.closed.Undecided()) && seen < mostAhead && size < mostAheadIn; see() {
		s.look(len(s.ahead) + lookAhead)
		for _, row := range s.ahead[seen:] {
			for _, cell := range row.Cells {
				size += len(cell) + 16
			}
		}
	}
	s.created.Settle()
	s.closed.Settle()
	for _, field := range []string{createdAt, closedAt} {
		at, ok := s.columns.at[field]
		if !ok {
			continue
		}
		dates := map[string]*byhand.Dates{createdAt: s.created, closedAt: s.closed}[field]
		order, proof, say := dates.Ordered()
		name := [...]string{byhand.DayFirst: "import.day-first", byhand.MonthFirst: "import.month-first"}[order]
		switch {
		case say && proof != "":
			s.columns.say(name, "column", s.table.Header()[at], "proof", proof)
		case say:
			s.columns.say(name+"-guessed", "column", s.table.Header()[at])
		}
	}
}

// meet makes the acquaintance of the residents in the rows read ahead, so that the first row that names one knows a number that a later
// row has.
func (s *tableSource) meet() {
	if !s.columns.has(resident) || !s.columns.has(phone) {
		return
	}
	for _, row := range s.ahead {
		if row.wrong != nil || s.none(row.Row) {
			continue
		}
		name, number := s.cell(row.Row, resident), s.cell(row.Row, phone)
		if nobody(name) || normalPhone(number) == "" {
			continue
		}
		if a, err := s.people.resident(clean(name), clean(number)); err == nil && a.fresh && a.phone == "" {
			a.phone, a.Phone = normalPhone(number), clean(number)
		}
	}
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
	if s.columns.running && strings.Trim(r.Source, "0123456789") == "" && r.Source != "" {
		e.renamed = new(bool)
		e.told = append(e.told, saying{msg: "import.number-again", value: r.Source, only: e.renamed})
	}
	if r.Source == "" {
		r.Source, e.derived = s.derive(row), true
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
		if nobody(text) || strings.Trim(text, "-–?") == "" {
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
	if text := s.cell(row, createdAt); !nobody(text) && strings.Trim(text, "-–?") != "" {
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
	switch {
	case !e.request.Created.IsZero():
	case !e.closedAt.IsZero():
		e.request.Created, timed = e.closedAt, true
	case s.columns.has(createdAt):
		e.tell("import.undated", "")
	}
	if text := s.cell(row, clockTime); !nobody(text) && !timed && !e.request.Created.IsZero() {
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

// yesNo reads a cell that is ticked, or not.
func yesNo(text string) (yes, said bool) {
	switch plain.FoldText(text) {
	case "ja", "yes", "true", "waar", "x", "1", "j", "y", "ok", "klaar", "afgehandeld", "gedaan", "done", "v":
		return true, true
	case "nee", "no", "false", "onwaar", "0", "n", "nog niet", "neen", "open", "not yet":
		return false, true
	case "":
		switch strings.TrimSpace(text) {
		case "✓", "✔", "☑", "✅", "√":
			return true, true
		case "-", "–", "☐", "✗", "✘", "?":
			return false, true
		}
	}
	return false, false
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

// who reads who asked, who helped, and to whom it was handed over.
func (s *tableSource) who(e *entry, row tabular.Row) error {
	note := func(text string) { e.memos = append(e.memos, open311.Note{At: e.request.Created, Text: text}) }
	name, number := clean(s.cell(row, resident)), clean(s.cell(row, phone))
	noted := ""
	if digits := strings.Trim(number, "0123456789"); digits == "" && len(number) == 9 && number[0] == '6' { // a spreadsheet ate the zero
		number = "0" + number
	}
	if s.people != nil && !nobody(name) {
		a, err := s.people.resident(name, number)
		if err != nil {
			return err
		}
		e.asker, e.fresh = &a.Resident, a.fresh
		if a.fresh {
			e.tell("import.residents-new", a.ID.String())
		}
		if !a.fresh || a.named {
			e.tell("import.residents-known", "")
		}
		a.named = true
		if normalPhone(number) == "" || normalPhone(number) != a.phone {
			noted = number
		}
	} else {
		noted = number
	}
	if noted != "" && !nobody(noted) && strings.Trim(noted, "-–?") != "" {
		note(s.labelled(phone, noted))
		e.tell("import.phone-noted", "")
	}
	if text := s.cell(row, staff); s.people != nil && !nobody(text) {
		ids, unknown := s.people.helpers(clean(text))
		if e.staff = ids; len(unknown) > 0 {
			for _, name := range unknown {
				e.tell("import.staff-unknown", name)
			}
			e.staff = append(e.staff, make([]journal.ID, len(unknown))...) // their part of the minutes is nobody's
		}
		if len(unknown) > 0 || len(ids) > 0 && e.minutes == 0 {
			note(s.labelled(staff, text))
		}
		if len(e.staff) > 1 && e.minutes > 0 {
			e.tell("import.minutes-shared", "")
		}
	}
	if text := s.cell(row, referral); text != "" {
		if yes, said := yesNo(text); !said && !nobody(text) {
			e.referral = text
		} else if yes {
			note(s.labelled(referral, text))
		}
	}
	if text := s.cell(row, remarks); text != "" && strings.Trim(text, "-–?") != "" {
		note(text)
	}
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
	return append(slices.Clone(s.columns.remarks), s.passed.remarks()...)
}

var _, _ source = (*tableSource)(nil), (*citySource)(nil)

// isEnd says whether reading came to the end of the file.
func isEnd(err error) bool { return errors.Is(err, io.EOF) }
