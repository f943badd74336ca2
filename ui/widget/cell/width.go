package cell

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// Width is the number of cells a text takes; styling takes none. Nearly all that is shown is measured without taking letters together:
// ASCII, letters with accents, and the signs that screens draw with, styled or not.
func Width(s string) int {
	n, ok := measured(s)
	if !ok {
		return ansi.StringWidth(s)
	}
	return n
}

// measured is how wide a text is in which every character stands alone, styled or not; ok is false for any other.
func measured(s string) (n int, ok bool) {
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c >= 0x20 && c <= 0x7e:
			n++
			i++
		case c == '\x1b':
			end := styled(s[i:])
			if end == 0 {
				return 0, false
			}
			i += end
		default:
			r, size := utf8.DecodeRuneInString(s[i:])
			if !alone(r) {
				return 0, false
			}
			n++
			i += size
		}
	}
	return n, true
}

// ordinary is Short for a text in which every character stands alone and acts on nothing; ok is false for any other.
func ordinary(s string, width int) (short string, ok bool) {
	n, last := 0, 0 // cells so far, and where the last of those that stay before an ellipsis ends
	for i := 0; i < len(s); n++ {
		if n == width-1 {
			last = i
		}
		size := 1
		if c := s[i]; c < 0x20 || c > 0x7e {
			var r rune
			if r, size = utf8.DecodeRuneInString(s[i:]); !alone(r) {
				return "", false
			}
		}
		if n == width { // this one has no room
			return s[:last] + Ellipsis, true
		}
		i += size
	}
	return s, true
}

// Measured tells whether every way to measure a text of the app gives the same width: each of its characters stands alone.
func Measured(s string) bool {
	_, ok := measured(s)
	return ok
}

// styled is how long the styling is (ESC [ … m) with which a text begins; 0 where it begins with anything else.
func styled(s string) int {
	if len(s) < 3 || s[1] != '[' {
		return 0
	}
	for i := 2; i < len(s); i++ {
		switch c := s[i]; {
		case c == 'm':
			return i + 1
		case c != ';' && c != ':' && (c < '0' || c > '9'):
			return 0
		}
	}
	return 0
}

// alone tells of a character that it takes one cell, whatever stands around it, as long as that is of the same kind.
func alone(r rune) bool {
	switch {
	case r >= 0xa1 && r < 0x300:
		return r != 0xad
	case r >= 0x2010 && r <= 0x2027, r >= 0x2500 && r <= 0x259f:
		return true
	}
	return strings.ContainsRune("‹›←↑→↓↵≠■▯▲▼◆○◌◎●✎✓", r)
}
