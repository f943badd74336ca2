package say

import (
	"strings"
	"unicode"

	"github.com/charmbracelet/x/ansi"

	"leerbalie/ui/widget/cell"
)

// Words is what a drawn text says: without styles, frames, bars and other signs, on one line, blanks taken together, a comma for a dot
// that parts what stands beside each other, and nothing that acts on a terminal or turns the direction of reading. A sign that means something has to be said by its word before.
func Words(drawn string) string {
	clean := true
	for i := 0; i < len(drawn); i++ {
		if c := drawn[i]; c < ' ' || c >= 0x7f || c == ' ' && (i == 0 || i+1 == len(drawn) || drawn[i+1] == ' ') {
			clean = false
			break
		}
	}
	if clean {
		return drawn
	}
	var parts []string // between the dots, which part what stands beside each other
	for part := range strings.SplitSeq(ansi.Strip(drawn), "·") {
		if part = strings.Join(strings.FieldsFunc(part, func(r rune) bool { return unicode.IsSpace(r) || Sign(r) }), " "); part != "" {
			parts = append(parts, cell.Safe(part, len(part)))
		}
	}
	return strings.Join(parts, ", ")
}

// Sign tells whether a character is a sign that is drawn and not read: frames, blocks, arrows, braille, ticks and other pictures, and
// what only stands between other words.
func Sign(r rune) bool {
	switch {
	case r < 0x80:
		return r < ' ' || r == 0x7f
	case r >= 0x2190 && r <= 0x2bff: // arrows, mathematical signs, technical, boxes, blocks, shapes, dingbats, braille
		return true
	case r == '·', r == '•', r == '›', r == '‹', r == '»', r == '«', r == '¶', r == '§':
		return true
	case r >= 0xe000 && r <= 0xf8ff: // private use
		return true
	}
	return unicode.Is(unicode.So, r) || unicode.IsControl(r)
}
