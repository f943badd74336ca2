package exchange

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	"leerbalie/model/plain"
	"leerbalie/store/exchange/byhand"
	"leerbalie/store/exchange/tabular"
)

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

// dropHints passes over a row below the headings that says what belongs in the columns.
func (s *tableSource) dropHints() {
	for i, row := range s.ahead {
		switch {
		case row.wrong == nil && s.kind(row.Row) == empty:
			continue
		case row.wrong == nil && tabular.Hints(row.Cells):
			s.columns.say("import.hint-row", "n", row.Number)
			s.ahead = slices.Delete(s.ahead, i, i+1)
		}
		return
	}
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
		if unsaid(name) || normalPhone(number) == "" {
			continue
		}
		if a, err := s.people.resident(plain.Harmless(name), plain.Harmless(number)); err == nil && a.fresh && a.phone == "" {
			a.phone, a.Phone = normalPhone(number), plain.Harmless(number)
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
