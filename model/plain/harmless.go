package plain

import (
	"strings"
	"unicode/utf8"
)

// Harmless takes away what is no text and could act on a terminal or a printer: control characters other than line breaks and
// tabs, and the marks that turn the direction of reading.
func Harmless(s string) string {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < ' ' && c != '\n' && c != '\t' || c == 0x7f || c >= utf8.RuneSelf {
			return strings.Map(harmless, s)
		}
	}
	return s
}

func harmless(r rune) rune {
	switch {
	case r == '\n', r == '\t':
		return r
	case r < ' ', r >= 0x7f && r < 0xa0, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r == 0xfeff:
		return -1
	}
	return r
}
