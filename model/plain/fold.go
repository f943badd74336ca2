package plain

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold splits a text into the words that search compares: lower case, without diacritics, letters and digits only.
// Whatever is neither letter nor digit parts two words; zero-width and control characters, other than tabs and line
// ends, are as if they were not there. Folding what is folded changes nothing.
//
// The words share the memory of one string; a text that is folded already is not copied.
func Fold(text string) []string {
	folded := FoldText(text)
	if folded == "" {
		return nil
	}
	words := make([]string, 0, strings.Count(folded, " ")+1)
	for {
		word, rest, more := strings.Cut(folded, " ")
		words = append(words, word)
		if !more {
			return words
		}
		folded = rest
	}
}

// FoldText is Fold with the words in one string, a single space between them.
func FoldText(text string) string {
	if isFolded(text) {
		return text
	}
	return string(AppendFold(make([]byte, 0, len(text)+8), text))
}

// AppendFold appends the folded text to dst, as FoldText writes it. Nothing is allocated while dst has room.
func AppendFold(dst []byte, text string) []byte {
	start, gap := len(dst), false
	for i := 0; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf {
			i++
			switch {
			case c-'a' <= 'z'-'a' || c-'0' <= 9:
			case c-'A' <= 'Z'-'A':
				c += 'a' - 'A'
			case c < ' ' && (c < '\t' || c > '\r') || c == 0x7f:
				continue
			default:
				gap = true
				continue
			}
			if gap && len(dst) > start {
				dst = append(dst, ' ')
			}
			gap = false
			dst = append(dst, c)
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		dst, gap = foldRune(dst, start, gap, r, text[i:i+size])
		i += size
	}
	return dst
}

// foldRune appends what is left of one character outside ASCII, given decoded and as its bytes, and tells whether a gap between words is open after it.
func foldRune(dst []byte, start int, gap bool, r rune, char string) ([]byte, bool) {
	if unicode.Is(unicode.Cc, r) {
		return dst, gap || r == '\u0085'
	}
	parts := norm.NFKD.PropertiesString(char).Decomposition()
	if parts == nil {
		return foldPart(dst, start, gap, r)
	}
	for len(parts) > 0 {
		part, size := utf8.DecodeRune(parts)
		parts = parts[size:]
		dst, gap = foldPart(dst, start, gap, part)
	}
	return dst, gap
}

// foldPart appends one character that cannot be taken apart further.
func foldPart(dst []byte, start int, gap bool, r rune) ([]byte, bool) {
	r = unicode.ToLower(r)
	switch {
	case ignored(r):
		return dst, gap
	case !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.Is(unicode.Mc, r):
		return dst, true
	}
	if gap && len(dst) > start {
		dst = append(dst, ' ')
	}
	return appendPlain(dst, r), false
}

// ignored tells whether a character is as if it were not there: accents and zero-width characters.
func ignored(r rune) bool {
	return unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Me, r) || unicode.Is(unicode.Cf, r)
}

// appendPlain writes letters that no decomposition takes apart as people without them on their keyboard do.
func appendPlain(dst []byte, r rune) []byte {
	switch r {
	case 'ß':
		return append(dst, "ss"...)
	case 'æ':
		return append(dst, "ae"...)
	case 'œ':
		return append(dst, "oe"...)
	case 'þ':
		return append(dst, "th"...)
	case 'ø':
		return append(dst, 'o')
	case 'ł':
		return append(dst, 'l')
	case 'đ', 'ð':
		return append(dst, 'd')
	case 'ħ':
		return append(dst, 'h')
	case 'ı':
		return append(dst, 'i')
	case 'ς':
		r = 'σ'
	}
	return utf8.AppendRune(dst, r)
}

// isFolded tells whether folding would change nothing: plain words with single spaces between them.
func isFolded(text string) bool {
	space := true
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case c-'a' <= 'z'-'a' || c-'0' <= 9:
			space = false
		case c == ' ' && !space:
			space = true
		default:
			return false
		}
	}
	return !space || text == ""
}

// ContainsWords tells whether each of the words, folded, begins some word of a text that FoldText or AppendFold made.
func ContainsWords(folded string, words []string) bool {
	for _, word := range words {
		if !containsWord(folded, word) {
			return false
		}
	}
	return true
}

func containsWord(folded, word string) bool {
	for at := 0; ; at++ {
		i := strings.Index(folded[at:], word)
		if i < 0 {
			return false
		}
		if at += i; at == 0 || folded[at-1] == ' ' {
			return true
		}
	}
}
