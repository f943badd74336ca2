package tty

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/hinshun/vt10x"
)

// Glyph is one cell of a screen.
type Glyph = vt10x.Glyph

// Screen is what a terminal would show of the bytes it was sent: vt10x, and before it what modern programs send that this does
// not know. It repeats a character where asked, and passes over questions, titles and other private sequences.
type Screen struct {
	vt   vt10x.Terminal
	held []byte // the beginning of a sequence or a character whose end has not come yet
	last rune   // the character that a repeat repeats
}

// NewScreen is an empty screen of a size in cells.
func NewScreen(columns, rows int) *Screen {
	return &Screen{vt: vt10x.New(vt10x.WithSize(columns, rows)), last: ' '}
}

// Write shows bytes. It never fails.
func (s *Screen) Write(sent []byte) {
	all := append(s.held, sent...)
	s.held = nil
	var out bytes.Buffer
	for len(all) > 0 {
		n := 1
		switch r, size := utf8.DecodeRune(all); {
		case all[0] == 0x1b:
			if n = sequence(all); n == 0 {
				s.held = bytes.Clone(all)
				_, _ = s.vt.Write(out.Bytes())
				return
			}
			s.pass(&out, all[:n])
		case !utf8.FullRune(all):
			s.held = bytes.Clone(all)
			_, _ = s.vt.Write(out.Bytes())
			return
		default:
			if n = size; r >= ' ' {
				s.last = r
			}
			out.Write(all[:n])
		}
		all = all[n:]
	}
	_, _ = s.vt.Write(out.Bytes())
}

// pass hands a whole sequence on, as vt10x knows it.
func (s *Screen) pass(out *bytes.Buffer, seq []byte) {
	if seq[1] != '[' {
		if bytes.IndexByte([]byte("]P_^X"), seq[1]) < 0 {
			out.Write(seq)
		}
		return
	}
	inside, final := seq[2:len(seq)-1], seq[len(seq)-1]
	switch {
	case bytes.ContainsAny(inside, "<=>$!\"' ") || final == 'n' || final == 'c' || bytes.HasPrefix(inside, []byte("?")) && final != 'h' && final != 'l':
	case final == 'b':
		n := 0
		for _, c := range inside {
			n = min(10*n+int(c-'0'), 1000)
		}
		out.WriteString(strings.Repeat(string(s.last), max(n, 1)))
	default:
		out.Write(seq)
	}
}

// sequence is how long the escape sequence is that a text begins with; 0: its end is not there.
func sequence(b []byte) int {
	if len(b) < 2 {
		return 0
	}
	switch b[1] {
	case '[':
		for i := 2; i < len(b); i++ {
			if b[i] >= 0x40 && b[i] <= 0x7e {
				return i + 1
			}
		}
		return 0
	case ']', 'P', '_', '^', 'X':
		for i := 2; i < len(b); i++ {
			if b[i] == 0x07 {
				return i + 1
			}
			if b[i] == 0x1b && i+1 < len(b) {
				return i + 2
			}
		}
		return 0
	case '(', ')', '#', '*', '+':
		if len(b) < 3 {
			return 0
		}
		return 3
	}
	return 2
}

// Text is what stands on the screen, a line for each row.
func (s *Screen) Text() string { return s.vt.String() }

// Size is how many cells there are.
func (s *Screen) Size() (columns, rows int) { return s.vt.Size() }

// Cells are all cells, row after row, with their colours.
func (s *Screen) Cells() []Glyph {
	columns, rows := s.vt.Size()
	out := make([]Glyph, 0, columns*rows)
	for y := range rows {
		for x := range columns {
			out = append(out, s.vt.Cell(x, y))
		}
	}
	return out
}

// Cursor is where the cursor stands, and whether it is seen.
func (s *Screen) Cursor() (x, y int, seen bool) {
	c := s.vt.Cursor()
	return c.X, c.Y, s.vt.CursorVisible()
}
