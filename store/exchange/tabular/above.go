package tabular

import (
	"bytes"
	"errors"
	"io"
)

// mostAbove is how many records may stand above the headings: a title, a date, who keeps the list, groups of columns.
const mostAbove = 12

// above looks for the headings below the first records of a table, and says how many stand above them, and with which separator that is
// so. A record has the headings where it has more than twice as many known ones as the first, and they are half of its cells; otherwise
// the first record has them, and the separator stays as it was found.
func (r *Reader) above(head []byte, whole bool, known func(string) bool, tried string) (records int, comma byte) {
	comma = r.scan.comma
	first, most := 0, 1
	for _, separator := range append([]byte{comma}, tried...) {
		s := newScanner(bytes.NewReader(head), separator, r.scan.crEnds)
		if _, skip := sepLine(head); skip > 0 && s.record() != nil {
			continue
		}
		for record, seen := 0, 0; seen < mostAbove; record++ {
			err := s.record()
			if errors.Is(err, io.EOF) || !whole && s.err != nil && s.start >= s.end { // the last is cut off
				break
			}
			if err != nil || s.blank() {
				continue
			}
			names, filled := r.known(s, known)
			if seen++; seen == 1 {
				if separator == r.scan.comma {
					first = max(first, names)
				}
				continue
			}
			if names > most && names > 2*first && names*2 >= filled {
				most, records, comma = names, record, separator
			}
		}
	}
	return records, comma
}

// known counts the cells of the record just scanned that are headings, each once, and those that are filled.
func (r *Reader) known(s *scanner, known func(string) bool) (names, filled int) {
	decode := r.decode // which learns from what it reads
	text, err := decode.cells(s.text, s.ends)
	if err != nil {
		return 0, 0
	}
	met := map[string]bool{}
	begin := 0
	for _, end := range s.ends {
		name, _ := once(text[begin:end])
		cell := Fold(name)
		if begin = end; cell == "" {
			continue
		}
		if filled++; !met[cell] && known(cell) {
			met[cell] = true
			names++
		}
	}
	return names, filled
}

// Above tells how many records stand above the headings.
func (r *Reader) Above() int { return r.passed }

// HeaderRow is the row in which the headings stand, as a spreadsheet shows it.
func (r *Reader) HeaderRow() int { return r.headerRow }
