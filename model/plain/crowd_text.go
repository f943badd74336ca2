package plain

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// crowdText is a text, taken apart into words. Tussenvoegsels are none; the word after them tells of them.
type crowdText struct {
	words  []crowdWord
	folded []byte // of all words, one after the other
	found  []Span
	runs   []phoneRun
	digits int  // how many there are in the text
	at     bool // there is an @
}

// crowdWord is a word of a text.
type crowdWord struct {
	start, end  int    // of folded
	wholeStart  int    // of folded: tussenvoegsels and word as one, up to end
	from, to    int    // of the text
	begins      int    // of the text: with the tussenvoegsels
	hash        uint32 // of the word
	stem        uint32 // of the word without an s at its end
	whole       uint32 // of tussenvoegsels and word as one
	letters     int
	prefix      bool // tussenvoegsels stand before it
	light       bool // among them are only such as are common words, too
	capital     bool
	digit       bool // it begins with a digit
	genitive    bool // it may be a genitive
	comma, stop bool // a comma, or the end of a sentence follows
	dot         bool // a full stop follows
}

func (s *crowdText) text(w *crowdWord) []byte { return s.folded[w.start:w.end] }

// signs says of ASCII signs what they are in a word: 0 no part of one, 1 a small letter, 2 a capital, 3 a digit, 4 an apostrophe,
// 5 an @, 6 a comma, 7 the end of a sentence, 8 a full stop, 9 as if it were not there.
var signs = func() (t [utf8.RuneSelf]byte) {
	for i := range t {
		switch c := byte(i); {
		case c-'a' <= 'z'-'a':
			t[i] = 1
		case c-'A' <= 'Z'-'A':
			t[i] = 2
		case digit(c):
			t[i] = 3
		case c == '\'':
			t[i] = 4
		case c == '@':
			t[i] = 5
		case c == ',':
			t[i] = 6
		case c == '!', c == '?', c == ';', c == ':', c == '(', c == ')', c == '/':
			t[i] = 7
		case c == '.':
			t[i] = 8
		case c < ' ' && (c < '\t' || c > '\r'), c == 0x7f:
			t[i] = 9
		}
	}
	return t
}()

// split takes a text apart.
func (s *crowdText) split(text string) {
	s.words, s.folded, s.digits, s.at = s.words[:0], s.folded[:0], 0, false
	begins, wholeStart, light := -1, 0, true // of tussenvoegsels
	for i := 0; i < len(text); {
		w := crowdWord{from: i, start: len(s.folded), begins: i}
		plain := true
	word:
		for i < len(text) {
			c := text[i]
			if c >= utf8.RuneSelf {
				r, size := utf8.DecodeRuneInString(text[i:])
				if !unicode.In(r, unicode.L, unicode.N, unicode.M, unicode.Cf) && (i == w.from || r != '’') {
					break
				}
				plain = false
				i += size
				continue
			}
			switch signs[c] {
			case 1:
				s.folded = append(s.folded, c)
			case 2:
				if i == w.from {
					w.capital = true
				}
				s.folded = append(s.folded, c+'a'-'A')
			case 3:
				s.digits++
				s.folded = append(s.folded, c)
				w.digit = w.digit || i == w.from
			case 4:
				if i == w.from {
					break word
				}
			case 9:
			default:
				break word
			}
			i++
		}
		if i == w.from {
			i = s.between(text, i, begins < 0)
			continue
		}
		raw := text[w.from:i]
		w.to = i
		if !plain {
			s.unusual(&w, raw)
		}
		s.folded = append(s.folded[:w.start], oneY(s.folded[w.start:])...)
		w.end = len(s.folded)
		if w.start == w.end {
			continue
		}
		before := begins >= 0
		if w.end-w.start <= 7 && s.tussenvoegsel(&w, raw, before) {
			if !before {
				begins, wholeStart, light = w.from, w.start, true
			}
			light = light && common(s.text(&w))
			continue
		}
		w.wholeStart = w.start
		if before {
			w.prefix, w.light, w.begins, w.wholeStart = true, light, begins, wholeStart
			w.whole = hash(s.folded[wholeStart:w.end])
		}
		begins = -1
		b := s.text(&w)
		w.hash, w.letters = hash(b), utf8.RuneCount(b)
		if last := len(b) - 1; last >= 3 && b[last] == 's' {
			w.genitive, w.stem = true, hash(b[:last])
		}
		s.words = append(s.words, w)
	}
}

// between passes over one sign that is no part of a word, which may tell something about the word before it, if it stands right behind.
func (s *crowdText) between(text string, i int, behind bool) (next int) {
	r, size := rune(text[i]), 1
	if r >= utf8.RuneSelf {
		r, size = utf8.DecodeRuneInString(text[i:])
	} else if k := signs[text[i]]; k >= 5 {
		if k == 5 {
			s.at = true
		} else if n := len(s.words); n > 0 && k < 9 && behind {
			w := &s.words[n-1]
			w.comma, w.stop, w.dot = w.comma || k == 6, w.stop || k == 7, w.dot || k == 8
		}
	}
	if n := len(s.words); r == '\n' && n > 0 && i+1 < len(text) && text[i+1] == '\n' {
		s.words[n-1].stop = true
	}
	return i + size
}

// unusual folds a word that is not of ASCII alone.
func (s *crowdText) unusual(w *crowdWord, raw string) {
	s.folded = AppendFold(s.folded[:w.start], raw)
	out := s.folded[:w.start]
	for _, b := range s.folded[w.start:] {
		if b != ' ' {
			out = append(out, b)
		}
	}
	s.folded = out
	for _, r := range raw {
		if _, ok := digitOf(r); ok {
			s.digits++
		}
	}
	first, _ := utf8.DecodeRuneInString(raw)
	_, number := digitOf(first)
	w.capital, w.digit = unicode.IsLetter(first) && !unicode.IsLower(first), number // in a script without capitals every word counts as one
}

// oneY is sameY, in place.
func oneY(word []byte) []byte {
	at := bytes.Index(word, []byte("ij"))
	if at < 0 {
		return word
	}
	out := word[:at]
	for i := at; i < len(word); i++ {
		if word[i] == 'i' && i+1 < len(word) && word[i+1] == 'j' {
			out = append(out, 'y')
			i++
			continue
		}
		out = append(out, word[i])
	}
	return out
}

// tussenvoegsel tells whether a word is one, where others stand before it or not.
func (s *crowdText) tussenvoegsel(w *crowdWord, raw string, before bool) bool {
	folded := string(s.text(w))
	if len(folded) == 1 && w.capital { // an initial
		return false
	}
	return isPrefix(folded) || folded == "by" || raw == "v" || before && raw == "d" || shortPrefix(raw) != ""
}

// common tells whether a tussenvoegsel is a common word of texts as well.
func common(word []byte) bool {
	switch string(word) {
	case "op", "in", "aan", "bij", "by", "uit", "te", "het", "t", "da", "di", "la", "le", "du", "al", "bin":
		return true
	}
	return false
}

// mailsIn adds the places of known e-mail addresses.
func (c *Crowd) mailsIn(found []Span, text string) []Span {
	inside := func(b byte) bool {
		return b >= utf8.RuneSelf || signs[b] >= 1 && signs[b] <= 3 || strings.IndexByte("._%+-", b) >= 0
	}
	for i := 0; i < len(text); i++ {
		if text[i] != '@' {
			continue
		}
		from, to := i, i+1
		for from > 0 && inside(text[from-1]) {
			from--
		}
		for to < len(text) && inside(text[to]) {
			to++
		}
		for to > i && (text[to-1] == '.' || text[to-1] == '-') {
			to--
		}
		if _, known := c.mails[and(noWords, strings.ToLower(text[from:to]))]; known {
			found = append(found, Span{from, to})
		}
	}
	return found
}

// phoneRun is nine digits that can be the end of a telephone number, where they stand, and how many digits end there.
type phoneRun struct {
	Span
	value uint64
	n     int
}

// phoneRuns adds what can be telephone numbers: nine digits of any script, between which stands no more than people put there.
func phoneRuns(out []phoneRun, text string) []phoneRun {
	const most = 1_000_000_000
	var at [phoneDigits]int // where the last digits begin
	var value uint64
	n, between := 0, 0
	for i, r := range text {
		v, ok := digitOf(r)
		switch {
		case ok:
			at[n%phoneDigits] = i
			n, between = n+1, 0
			value = (value*10 + v) % most
			if n >= phoneDigits {
				out = append(out, phoneRun{Span{at[n%phoneDigits], i + utf8.RuneLen(r)}, value, n})
			}
		case n == 0 || r >= utf8.RuneSelf && unseen(r):
		case between < 3 && strings.ContainsRune(" .-/()_\t\n\u00a0\u2010\u2011\u2012\u2013\u202f\u2009", r):
			between++
		default:
			n, between, value = 0, 0, 0
		}
	}
	return out
}

// wholePhone is a part of a text that ends in the nine digits of a number, with the zero or country code before them.
func wholePhone(text string, s Span) Span {
	back := func(from int, what string) int {
		end := len(strings.TrimRight(text[:from], " .-/()"))
		if strings.HasSuffix(text[:end], what) {
			return end - len(what)
		}
		return from
	}
	s.Start = back(s.Start, "0")
	if i := back(s.Start, "31"); i < s.Start {
		if s.Start = back(i, "00"); s.Start == i {
			s.Start = back(i, "+")
		}
	}
	return s
}
