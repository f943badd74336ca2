package tabular

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// once undoes that a text was encoded twice: CafÃ© is Café. It looks at what stands for one letter each time, so that a text of which a part
// was pasted from elsewhere is read too; a letter with a sign behind it that people write so is left alone.
func once(text string) (string, bool) {
	found := false
	for range 3 { // it may have been done more than once
		out, more := onceLess(text)
		if !more {
			break
		}
		text, found = out, true
	}
	return text, found
}

func onceLess(text string) (string, bool) {
	at := suspect(text)
	if at < 0 {
		return text, false
	}
	cyrillic := strings.Contains(text, "Ð")
	out, found := append(make([]byte, 0, len(text)), text[:at]...), false
	for rest := text[at:]; rest != ""; {
		if letter, size := doubled(rest, cyrillic); size > 0 {
			out, rest, found = utf8.AppendRune(out, letter), rest[size:], true
			continue
		}
		_, size := utf8.DecodeRuneInString(rest)
		out, rest = append(out, rest[:size]...), rest[size:]
	}
	if !found {
		return text, false
	}
	return string(out), true
}

// suspect is where the first letter stands with which a letter encoded twice can begin; -1 for none.
func suspect(text string) int {
	for i := 0; i+1 < len(text); i++ {
		if text[i] == 0xC3 && strings.IndexByte("\x82\x83\x84\x85\x90\x91\xA2", text[i+1]) >= 0 {
			return i
		}
	}
	return -1
}

// doubled is the letter of which the bytes stand as letters at the beginning of a text, and how much of it they take; 0 for none. Where the text
// has Cyrillic letters, the signs behind those are no quotes.
func doubled(text string, cyrillic bool) (letter rune, size int) {
	var raw [3]byte
	n, want := 0, 2
	for _, r := range text {
		b, ok := byteOf(r)
		if !ok {
			return 0, 0
		}
		if raw[n] = b; n == 0 && b == 0xE2 {
			want = 3
		}
		size += utf8.RuneLen(r)
		if n++; n == want {
			break
		}
	}
	if n < want {
		return 0, 0
	}
	letter, took := utf8.DecodeRune(raw[:n])
	if letter == utf8.RuneError || took != n {
		return 0, 0
	}
	quote := strings.ContainsRune("‘’“”„–—…«»", secondOf(text)) // German and Danish words that stand in quotes
	switch {
	case raw[0] == 0xC2 && letter >= 0xA0, raw[0] == 0xC3:
		return letter, size
	case (raw[0] == 0xC4 || raw[0] == 0xC5) && !quote && unicode.IsLetter(letter), (raw[0] == 0xD0 || raw[0] == 0xD1) && (cyrillic || !quote) && unicode.IsLetter(letter):
		return letter, size
	case want == 3 && (unicode.IsPunct(letter) || unicode.IsSymbol(letter)):
		return letter, size
	}
	return 0, 0
}

func secondOf(text string) rune {
	_, first := utf8.DecodeRuneInString(text)
	r, _ := utf8.DecodeRuneInString(text[first:])
	return r
}

// byteOf is the byte that a letter is in Windows-1252; where that has none, the one of Latin-1.
func byteOf(r rune) (byte, bool) {
	if r >= 0x80 && r < 0xA0 {
		return byte(r), true
	}
	return charmap.Windows1252.EncodeRune(r)
}

// Strange tells whether a text has letters that words here do not: those that the letters of Turkish and of the languages east of here become
// where their code page is read as that of Western Europe (Ayþe, Ýnci, Wa³êsa).
func Strange(text string) bool {
	before := ' '
	for i, r := range text {
		if r < utf8.RuneSelf {
			before = r
			continue
		}
		after, _ := utf8.DecodeRuneInString(text[i+utf8.RuneLen(r):])
		if r == utf8.RuneError {
			before = r
			continue
		}
		left, right := unicode.Is(unicode.Latin, before), unicode.Is(unicode.Latin, after)
		switch r {
		case 'Þ', 'þ', 'Ð', 'ð', 'Ý':
			if left || right {
				return true
			}
		case '¹', '³', '¿', '£', '¯', '¼', '¾', 'ý':
			if left && right {
				return true
			}
		}
		before = r
	}
	return false
}
