package plain

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Trace marks a part of a text that looks like personal data.
type Trace struct {
	Span
	What string // name, phone, address, digits or email
}

// Names are known names, prepared for looking for them in texts.
type Names map[string]bool

// joins tells whether a word of a name, folded, is no name by itself.
func joins(word string) bool {
	switch word {
	case "van", "der", "den", "het", "ten", "ter", "von", "mevrouw", "meneer", "mevr", "dhr", "fam", "familie", "heer", "aan", "bij", "uit":
		return true
	}
	return utf8.RuneCountInString(word) < 3
}

// Add takes the words of a name in, but for those of one or two letters and those that only join others.
func (n Names) Add(name string) {
	for _, w := range Fold(name) {
		if !joins(w) {
			n[w] = true
		}
	}
}

// FindPersonal marks what looks like personal data, in order of place: known names (a word with a capital, or two words of
// names in a row), telephone numbers, postcodes, a street with a number, runs of seven digits and more, e-mail addresses.
// It marks rather too much than too little: a person reads the text anyway.
func FindPersonal(text string, known Names) (out []Trace) {
	ts := tokens(text)
	for i := 0; i < len(ts); i++ {
		t := ts[i]
		word := text[t.Start:t.End]
		switch {
		case strings.ContainsRune(word, '@') && strings.ContainsRune(word, '.'):
			out = append(out, Trace{t, "email"})
		case digit(word[0]) || word[0] == '+' || word[0] == '(':
			if p, last := number(text, ts, i); last >= i {
				out = append(out, p)
				i = last
			}
		case street(word) && i+1 < len(ts) && digit(text[ts[i+1].Start]) && near(text, t, ts[i+1]):
			out = append(out, Trace{Span{t.Start, ts[i+1].End}, "address"})
			i++
		case named(word, known):
			first, _ := utf8.DecodeRuneInString(word)
			beside := i > 0 && named(text[ts[i-1].Start:ts[i-1].End], known) || i+1 < len(ts) && named(text[ts[i+1].Start:ts[i+1].End], known)
			if unicode.IsUpper(first) || beside {
				out = append(out, Trace{t, "name"})
			}
		}
	}
	return out
}

// tokens parts a text at blanks and at signs that end a word.
func tokens(text string) (out []Span) {
	start := -1
	for i, r := range text {
		inside := unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("@.-'’+()_", r)
		switch {
		case inside && start < 0:
			start = i
		case !inside && start >= 0:
			out = append(out, trim(text, Span{start, i}))
			start = -1
		}
	}
	if start >= 0 {
		out = append(out, trim(text, Span{start, len(text)}))
	}
	return slices.DeleteFunc(out, func(s Span) bool { return s.End <= s.Start })
}

// trim takes the signs around a word away.
func trim(text string, s Span) Span {
	for s.End > s.Start && strings.IndexByte(".-'()_@+", text[s.End-1]) >= 0 {
		s.End--
	}
	for s.Start < s.End && strings.IndexByte(".-')_@", text[s.Start]) >= 0 {
		s.Start++
	}
	return s
}

// near tells whether only blanks stand between two words.
func near(text string, a, b Span) bool { return strings.TrimSpace(text[a.End:b.Start]) == "" }

// number looks at what begins with a digit, together with the groups of digits behind it: a telephone number, a postcode,
// or a long number. last is the word where it ends, below i when it is nothing of the kind.
func number(text string, ts []Span, i int) (p Trace, last int) {
	end := i
	for end+1 < len(ts) && near(text, ts[end], ts[end+1]) && startsDigit(text[ts[end+1].Start:ts[end+1].End]) && ts[end+1].End-ts[i].Start <= 20 {
		end++
	}
	for j := end; j >= i; j-- {
		s := Span{ts[i].Start, ts[j].End}
		if n := countDigits(text[s.Start:s.End]); n >= 9 {
			if _, ok := NormalPhone(text[s.Start:s.End]); ok {
				return Trace{s, "phone"}, j
			}
		}
	}
	word := text[ts[i].Start:ts[i].End]
	if _, ok := NormalPostcode(word); ok {
		return Trace{ts[i], "address"}, i
	}
	if i+1 < len(ts) && near(text, ts[i], ts[i+1]) {
		if _, ok := NormalPostcode(text[ts[i].Start:ts[i+1].End]); ok {
			return Trace{Span{ts[i].Start, ts[i+1].End}, "address"}, i + 1
		}
	}
	if countDigits(word) >= 7 {
		return Trace{ts[i], "digits"}, i
	}
	if s := (Span{ts[i].Start, ts[end].End}); countDigits(text[s.Start:s.End]) == 9 {
		return Trace{s, "digits"}, end
	}
	return Trace{}, -1
}

func startsDigit(s string) bool { return digit(s[0]) || s[0] == '(' }

func countDigits(s string) (n int) {
	for i := range len(s) {
		if digit(s[i]) {
			n++
		}
	}
	return n
}

// street tells whether a word ends as names of Dutch streets do.
func street(word string) bool {
	w := strings.TrimSuffix(strings.ToLower(word), ".")
	for _, end := range [...]string{"straat", "laan", "weg", "plein", "kade", "gracht", "singel", "hof", "pad", "dreef", "plantsoen", "steeg", "dijk", "markt", "str"} {
		if len(w) > len(end)+1 && strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

func named(word string, known Names) bool {
	for _, w := range Fold(strings.TrimSuffix(word, "'s")) {
		if known[w] {
			return true
		}
	}
	return false
}
