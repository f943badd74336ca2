// Package cell makes text fit for the cells of a terminal: harmless, measured and cut.
//
// Whatever came from data goes through here before it is shown: a name typed by a colleague or a line from an imported
// file must not be able to move the cursor, change colours, turn the reading direction or hide behind zero width.
// Cost grows with the cells that are shown, not with the length of the text.
package cell

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// Signs that stand for what was cut or is not shown.
const (
	Ellipsis = "…"
	Newline  = "↵"
	Unknown  = "·"
)

// bytesPerCell bounds how much of a text is looked at for one cell: a letter and its accents. A text that hides more than that between its letters is cut early.
const bytesPerCell = 8

// Safe gives the text without anything that could act on the terminal: escape sequences and other control characters,
// marks that change the reading direction, characters without width. A newline becomes a sign and a tab a space. At most
// cells × 8 + 64 bytes of the text are looked at; the answer may be wider than cells.
func Safe(s string, cells int) string {
	s, _ = clip(s, cells)
	if plain(s) {
		return s
	}
	s = ansi.Strip(strings.ToValidUTF8(s, Unknown))
	var b strings.Builder
	b.Grow(len(s))
	marks := 0
	for _, r := range s {
		switch {
		case r == '\n':
			b.WriteString(Newline)
		case r == '\t':
			b.WriteByte(' ')
		case hidden(r):
			continue
		case unicode.Is(unicode.M, r):
			// A letter may carry a few accents; a tower of them is a way to write over other lines.
			if marks++; marks > 3 || b.Len() == 0 {
				continue
			}
			b.WriteRune(r)
			continue
		default:
			b.WriteRune(r)
		}
		marks = 0
	}
	return b.String()
}

// Multi is Safe for a text of several lines: each line made safe, the newlines kept. At most lines lines come back.
func Multi(s string, cells, lines int) []string {
	var out []string
	for len(out) < lines && s != "" {
		line, rest, more := strings.Cut(s, "\n")
		out = append(out, Safe(strings.TrimSuffix(line, "\r"), cells))
		if s = rest; !more {
			break
		}
	}
	return out
}

// plain reports whether the text is printable ASCII only: the common case, which needs no work.
func plain(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < 0x20 || s[i] > 0x7e {
			return false
		}
	}
	return true
}

// clip cuts a text so that no more is looked at than its cells can need; it never cuts inside a character.
func clip(s string, cells int) (string, bool) {
	limit := max(cells, 1)*bytesPerCell + 64
	if len(s) <= limit {
		return s, false
	}
	for limit > 0 && !utf8.RuneStart(s[limit]) {
		limit--
	}
	return s[:limit], true
}

// hidden reports whether a character has no place of its own on the screen: controls (C0, C1), format characters
// (direction marks and overrides, zero-width joiners, the soft hyphen, tags), line and paragraph separators, variation
// selectors and fillers.
func hidden(r rune) bool {
	switch {
	case r < 0x20, r >= 0x7f && r < 0xa0:
		return true
	case r < 0x300:
		return r == 0xad
	case r >= 0xfe00 && r <= 0xfe0f, r >= 0xe0000 && r <= 0xe0fff:
		return true
	case r == 0x115f, r == 0x1160, r == 0x3164, r == 0xffa0, r == 0x2800, r == 0x34f, r == 0x2028, r == 0x2029:
		return true
	}
	return unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Co, r)
}
