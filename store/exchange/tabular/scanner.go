package tabular

import (
	"bytes"
	"errors"
	"io"

	"leerbalie/model/fault"
)

// The limits that keep a hostile or broken file from taking the memory of the machine, in bytes.
const (
	MaxCell   = 1 << 20 // one cell
	MaxRecord = 4 << 20 // all cells of one row, with their quotes
	window    = 64 << 10
)

// scanner splits a stream into records and records into cells. It works on bytes; separators, quotes and line endings
// are ASCII in every encoding that gets here.
type scanner struct {
	src        io.Reader
	buf        []byte
	start, end int
	err        error // why src ends
	comma      byte
	crEnds     bool // a CR by itself ends a record: a file in which no LF was seen
	damaged    bool // a quote was lost before; from then on only full rows are trusted

	text []byte // the cells of the record just read, one after the other, without quotes
	ends []int  // where each cell ends in text
	row  int    // number of the record just read
	line int    // line on which the record just read begins
	next int    // line on which the following record begins
}

func newScanner(src io.Reader, comma byte, crEnds bool) *scanner {
	return &scanner{src: src, buf: make([]byte, window), comma: comma, crEnds: crEnds, next: 1}
}

// fill reads more behind what is held; false when there is no more to come.
func (s *scanner) fill() bool {
	if s.err != nil {
		return false
	}
	if s.end == len(s.buf) {
		if s.start > 0 {
			copy(s.buf, s.buf[s.start:s.end])
			s.end -= s.start
			s.start = 0
		} else {
			grown := make([]byte, 2*len(s.buf))
			copy(grown, s.buf[:s.end])
			s.buf = grown
		}
	}
	for range 100 {
		n, err := s.src.Read(s.buf[s.end:])
		s.end += n
		s.err = err
		if n > 0 || err != nil {
			return n > 0
		}
	}
	s.err = io.ErrNoProgress
	return false
}

// at gives the byte that lies p behind the start of the record.
func (s *scanner) at(p int) (byte, bool) {
	for s.start+p >= s.end {
		if !s.fill() {
			return 0, false
		}
	}
	return s.buf[s.start+p], true
}

type state uint8

const (
	leading  state = iota // nothing but spaces yet in this cell
	plain                 // in a cell without quotes
	quoted                // between quotes
	closing               // behind a quote inside a quoted cell: its end, or the first of a doubled one
	trailing              // spaces behind the closing quote
)

// record reads the next record into text and ends. It gives io.EOF at the end, a *model.Error for a record that cannot
// be read (reading may go on), and any other error of the source as it is.
func (s *scanner) record() error {
	s.text, s.ends = s.text[:0], s.ends[:0]
	s.row++
	s.line = s.next
	st, begin, strayCR := leading, 0, false
	for p := 0; ; p++ {
		c, ok := s.at(p)
		if !ok {
			return s.finish(p, st)
		}
		if len(s.text)-begin > MaxCell || p > MaxRecord {
			s.skipLine()
			return fault.New(fault.Invalid, "csv.toolong", "max", MaxCell>>20)
		}
		switch {
		case st == quoted:
			if c == '"' {
				st = closing
			} else if c != '\r' {
				s.text = append(s.text, c)
			} else if after, more := s.at(p + 1); !more || after != '\n' {
				s.text = append(s.text, '\n') // CR LF becomes LF when the LF comes by
			}
			continue
		case st == closing && c == '"':
			s.text = append(s.text, '"')
			st = quoted
			continue
		case c == s.comma:
			s.ends = append(s.ends, len(s.text))
			begin, st = len(s.text), leading
			continue
		case c == '\n':
			return s.close(p+1, strayCR)
		case c == '\r':
			after, more := s.at(p + 1)
			switch {
			case more && after == '\n':
				return s.close(p+2, strayCR)
			case !more || s.crEnds:
				return s.close(p+1, strayCR)
			}
			strayCR = true
		case c == '"' && st == leading:
			s.text = s.text[:begin]
			st = quoted
			continue
		case c == ' ' && (st == closing || st == trailing):
			st = trailing
			continue
		case c == '"' || st == closing || st == trailing:
			return s.lostQuote()
		}
		if c != ' ' && st == leading {
			st = plain
		}
		s.text = append(s.text, c)
	}
}

// close ends a record that is n bytes long.
func (s *scanner) close(n int, strayCR bool) error {
	s.ends = append(s.ends, len(s.text))
	s.advance(n)
	if strayCR {
		return fault.New(fault.Invalid, "csv.straycr")
	}
	return nil
}

// finish deals with a record that the end of the source cut off.
func (s *scanner) finish(n int, st state) error {
	if !errors.Is(s.err, io.EOF) {
		return s.err
	}
	if n == 0 {
		return io.EOF
	}
	if st == quoted {
		return s.lostQuote()
	}
	s.ends = append(s.ends, len(s.text))
	s.advance(n)
	return nil
}

func (s *scanner) lostQuote() error {
	s.damaged = true
	s.skipLine()
	return fault.New(fault.Invalid, "csv.quote")
}

// skipLine goes on behind the first line ending of the record at hand, however far that is.
func (s *scanner) skipLine() {
	for {
		if i, n := s.lineEnd(); i >= 0 {
			s.advance(i + n)
			return
		}
		if s.end-s.start >= window { // a line longer than is worth keeping
			s.start = s.end - 1 // the last byte may be the CR of a CR LF
		}
		if !s.fill() {
			s.advance(s.end - s.start)
			return
		}
	}
}

// lineEnd finds the first line ending in what is held: where it begins and how long it is, or -1.
func (s *scanner) lineEnd() (int, int) {
	held := s.buf[s.start:s.end]
	lf := bytes.IndexByte(held, '\n')
	if s.crEnds {
		if cr := bytes.IndexByte(held, '\r'); cr >= 0 && (lf < 0 || cr < lf) {
			if cr+1 == lf {
				return cr, 2
			}
			return cr, 1
		}
	}
	return lf, 1
}

// advance moves the start of the next record and keeps count of the lines.
func (s *scanner) advance(n int) {
	gone := s.buf[s.start : s.start+n]
	s.next += bytes.Count(gone, []byte{'\n'})
	if s.crEnds {
		s.next += bytes.Count(gone, []byte{'\r'}) - bytes.Count(gone, []byte("\r\n"))
	}
	s.start += n
}

// blank says whether the record just read is an empty line.
func (s *scanner) blank() bool {
	return len(s.ends) == 1 && len(bytes.TrimSpace(s.text)) == 0
}
