// Package line reads the lines of an iCalendar file (RFC 5545, section 3.1), one at a time: unfolded, as letters, and each with the number
// under which it stands in the file. It holds one line at a time, whatever is in the file.
package line

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	utf16 "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// Longest is how many bytes of a line are kept. What lies behind is passed over: files within an appointment, mostly.
const Longest = 1 << 16

// Prop is one line: what it is about, and what it says.
type Prop struct {
	Name   string // in capitals
	Params []Param
	Value  string
	Line   int  // in the file, the first is 1
	Cut    bool // it was longer than Longest
}

// Param is something that a line says of its value.
type Param struct {
	Name  string // in capitals
	Value string // the first, where there are several
}

// Param is the value of a parameter, "" where there is none.
func (p *Prop) Param(name string) string {
	for _, x := range p.Params {
		if x.Name == name {
			return x.Value
		}
	}
	return ""
}

// Broken is a line that is none.
type Broken struct{ Line int }

// Error is for logs; people read a sentence of whoever reads the lines.
func (*Broken) Error() string { return "no line of a calendar" }

// Reader reads lines.
type Reader struct {
	src   *bufio.Reader
	begun bool
	at    int // lines read
	buf   []byte
	old   bool // letters in an old encoding were met
}

// NewReader reads the lines of a file.
func NewReader(src io.Reader) *Reader {
	return &Reader{src: bufio.NewReaderSize(src, 1<<16)}
}

// Old tells whether a line was not UTF-8, and was read as the letters of Windows: no other program than one there writes other ones.
func (r *Reader) Old() bool { return r.old }

// begin takes off what marks the encoding of a file, and turns UTF-16 into UTF-8.
func (r *Reader) begin() {
	r.begun = true
	head, _ := r.src.Peek(4)
	wide := func(order utf16.Endianness) {
		r.src = bufio.NewReaderSize(transform.NewReader(r.src, utf16.UTF16(order, utf16.UseBOM).NewDecoder()), 1<<16)
	}
	switch {
	case bytes.HasPrefix(head, []byte{0xEF, 0xBB, 0xBF}):
		_, _ = r.src.Discard(3)
	case bytes.HasPrefix(head, []byte{0xFF, 0xFE}):
		wide(utf16.LittleEndian)
	case bytes.HasPrefix(head, []byte{0xFE, 0xFF}):
		wide(utf16.BigEndian)
	}
}

// Next is the next line that says something. Errors: io.EOF at the end; *Broken for one that is none, after which reading goes on; those
// of reading.
func (r *Reader) Next() (Prop, error) {
	if !r.begun {
		r.begin()
	}
	for {
		number, cut, err := r.unfold()
		if err != nil {
			return Prop{}, err
		}
		raw := bytes.TrimRight(r.buf, " \t\x00")
		if len(bytes.TrimLeft(raw, " \t\x00\x1a")) == 0 {
			continue
		}
		if !utf8.Valid(raw) {
			if raw = whole(raw, cut); !utf8.Valid(raw) {
				r.old = true
				if raw, err = charmap.Windows1252.NewDecoder().Bytes(raw); err != nil {
					return Prop{}, &Broken{number}
				}
			}
		}
		p, ok := parse(string(raw))
		if !ok {
			return Prop{}, &Broken{number}
		}
		p.Line, p.Cut = number, cut
		return p, nil
	}
}

// whole takes a letter off that was cut with its line.
func whole(raw []byte, cut bool) []byte {
	for n := 1; cut && n < utf8.UTFMax && n < len(raw); n++ {
		if utf8.RuneStart(raw[len(raw)-n]) {
			return raw[:len(raw)-n]
		}
	}
	return raw
}

// unfold reads a line with what is folded below it into buf. A blank line within a folded one, as programs make that end lines twice, is passed
// over.
func (r *Reader) unfold() (number int, cut bool, err error) {
	r.buf = r.buf[:0]
	number = r.at + 1
	for first := true; ; first = false {
		long, err := r.physical()
		cut = cut || long
		if err != nil {
			if first || !errors.Is(err, io.EOF) {
				return number, cut, err
			}
			return number, cut, nil
		}
		for {
			next, err := r.src.Peek(1)
			if err != nil || next[0] != '\r' && next[0] != '\n' || len(r.buf) == 0 {
				break
			}
			if err := r.skip(); err != nil {
				return number, cut, err
			}
		}
		if next, err := r.src.Peek(1); err != nil || next[0] != ' ' && next[0] != '\t' || len(r.buf) == 0 {
			return number, cut, nil
		}
		_, _ = r.src.ReadByte() // the blank that folds
	}
}

// physical adds what stands to the end of the line to buf. Lines end in CR LF, in either, or with the file. Errors: io.EOF where nothing is left.
func (r *Reader) physical() (long bool, err error) {
	some := false
	for {
		part, err := r.src.Peek(max(1, r.src.Buffered()))
		if len(part) == 0 {
			if some {
				r.at++
				return long, nil
			}
			return long, err
		}
		some = true
		end := bytes.IndexAny(part, "\r\n")
		if end >= 0 {
			part = part[:end]
		}
		if room := Longest - len(r.buf); len(part) > room {
			r.buf, long = append(r.buf, part[:room]...), true
		} else {
			r.buf = append(r.buf, part...)
		}
		_, _ = r.src.Discard(len(part))
		if end >= 0 {
			return long, r.skip()
		}
	}
}

// skip passes over the end of a line.
func (r *Reader) skip() error {
	c, err := r.src.ReadByte()
	if err != nil {
		return err
	}
	r.at++
	if next, _ := r.src.Peek(1); c == '\r' && len(next) == 1 && next[0] == '\n' {
		_, err = r.src.ReadByte()
	}
	return err
}

// parse takes a line apart: NAME;PARAM=value;PARAM="value":value.
func parse(s string) (p Prop, ok bool) {
	i := strings.IndexAny(s, ";:")
	if i <= 0 || !isName(s[:i]) {
		return p, false
	}
	p.Name = strings.ToUpper(s[:i])
	for s[i] == ';' {
		rest := s[i+1:]
		eq := strings.IndexAny(rest, "=:;")
		if eq < 0 {
			return p, false
		}
		name := strings.ToUpper(rest[:eq])
		if rest[eq] != '=' { // a parameter without a value, as vCalendar 1.0 has
			p.Params = append(p.Params, Param{Name: name})
			i += 1 + eq
			continue
		}
		n, value, ok := paramValue(rest[eq+1:])
		if !ok {
			return p, false
		}
		p.Params = append(p.Params, Param{name, value})
		if i += 1 + eq + 1 + n; i >= len(s) {
			return p, false
		}
	}
	p.Value = s[i+1:]
	return p, true
}

// paramValue reads the values of a parameter, of which the first counts, and tells how long they are.
func paramValue(s string) (n int, first string, ok bool) {
	for part := 0; ; part++ {
		var value string
		if n < len(s) && s[n] == '"' {
			end := strings.IndexByte(s[n+1:], '"')
			if end < 0 {
				return n, first, false
			}
			value = s[n+1 : n+1+end]
			n += end + 2
		} else {
			end := strings.IndexAny(s[n:], ",;:")
			if end < 0 {
				return n, first, false
			}
			value = s[n : n+end]
			n += end
		}
		if part == 0 {
			first = value
		}
		if n >= len(s) {
			return n, first, false
		}
		switch s[n] {
		case ',':
			n++
		case ';', ':':
			return n, first, true
		default: // letters behind a quote
			end := strings.IndexAny(s[n:], ",;:")
			if end < 0 {
				return n, first, false
			}
			n += end
			if s[n] != ',' {
				return n, first, true
			}
			n++
		}
	}
}

func isName(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c != '-' && c != '_' && c != '.' && (c < '0' || c > '9') && (c < 'A' || c > 'Z') && (c < 'a' || c > 'z') {
			return false
		}
	}
	return true
}

// Text is a value as the words that it stands for.
func Text(value string) string {
	if !strings.Contains(value, `\`) {
		return value
	}
	var b strings.Builder
	for i := 0; i < len(value); i++ {
		if value[i] != '\\' || i+1 == len(value) {
			b.WriteByte(value[i])
			continue
		}
		switch i++; value[i] {
		case 'n', 'N':
			b.WriteByte('\n')
		case '\\', ';', ',', ':', '"':
			b.WriteByte(value[i])
		default: // a program that did not know to write \\
			b.WriteByte('\\')
			b.WriteByte(value[i])
		}
	}
	return b.String()
}
