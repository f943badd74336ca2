package plain

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// ID is an id of another system as ids are compared: the same signs are equal however they are put together (É as one sign or as
// two), blanks around it and signs that nobody sees do not count, and a UUID is in small letters, as it does not differ by case.
// Other ids do: what another system keeps apart stays apart.
func ID(text string) string {
	if plainID(text) {
		return text
	}
	if strings.ContainsFunc(text, hidden) { // first: what stood between two signs that belong together is gone then
		text = strings.Map(func(r rune) rune {
			if hidden(r) {
				return -1
			}
			return r
		}, text)
	}
	text = strings.TrimSpace(norm.NFC.String(text))
	if uuid(text) {
		return strings.ToLower(text)
	}
	return text
}

// Code is a code or a number that people type, as these are compared: as ID, and without regard to capitals.
func Code(text string) string { return norm.NFC.String(strings.ToLower(ID(text))) }

// SameCode tells whether two codes are one; an empty one is none.
func SameCode(a, b string) bool { return Code(a) == Code(b) && Code(a) != "" }

// plainID tells whether an id is as it is compared already: ASCII that no UUID can be.
func plainID(text string) bool {
	if len(text) >= 32 || text != "" && (text[0] == ' ' || text[len(text)-1] == ' ') {
		return false
	}
	for i := range len(text) {
		if text[i] < ' ' || text[i] >= 0x7f {
			return false
		}
	}
	return true
}

func hidden(r rune) bool { return unicode.In(r, unicode.Cc, unicode.Cf) }

// uuid tells whether an id is a UUID: 32 hexadecimal digits, with hyphens or without, also in braces or behind urn:uuid:.
func uuid(text string) bool {
	if len(text) > 9 && strings.EqualFold(text[:9], "urn:uuid:") {
		text = text[9:]
	}
	text = strings.TrimSuffix(strings.TrimPrefix(text, "{"), "}")
	digits := 0
	for i := range len(text) {
		switch c := text[i] | 0x20; {
		case c-'0' <= 9 && text[i] >= '0', c-'a' <= 5:
			digits++
		case text[i] == '-' && len(text) == 36:
			if i != 8 && i != 13 && i != 18 && i != 23 {
				return false
			}
		default:
			return false
		}
	}
	return digits == 32 && (len(text) == 32 || len(text) == 36)
}
