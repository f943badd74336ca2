package plain

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sought is somebody who is looked for in texts that others wrote: by the names they are known under, telephone numbers and
// e-mail addresses. Make it once and hold many texts against it, in one goroutine.
type Sought struct {
	names  []soughtName
	phones []string // the digits that every way of writing a number ends with
	mails  []string // in small letters
	folded []byte   // room for a text
	words  []textWord
}

// soughtName is one name as texts have it.
type soughtName struct {
	family  []string
	given   []string
	initial string // of the first given name; "" when none is known
	prefix  bool   // a tussenvoegsel is part of it
	alone   bool   // nobody else bears the family name, so that it tells by itself
	part    string // letters without which a text cannot hold the family name
}

// phoneDigits is how many digits at the end of a telephone number are the same in every way of writing it.
const phoneDigits = 9

// Seek makes a Sought. alone tells whether a family name, as NameKey has it, is borne by nobody else who is known: it then tells
// by itself. What is empty finds nothing, nor does a telephone number that is none.
func Seek(names, phones, mails []string, alone func(family string) bool) *Sought {
	s := &Sought{}
	for _, name := range names {
		if n, ok := seekName(name, alone); ok {
			s.names = append(s.names, n)
		}
	}
	for _, p := range phones {
		if n, ok := NormalPhone(p); ok && len(n) > phoneDigits {
			s.phones = append(s.phones, n[len(n)-phoneDigits:])
		}
	}
	for _, m := range mails {
		if m = strings.ToLower(strings.TrimSpace(m)); strings.Contains(m, "@") {
			s.mails = append(s.mails, m)
		}
	}
	return s
}

func seekName(name string, alone func(string) bool) (soughtName, bool) {
	key := KeyOfName(name)
	n := soughtName{family: strings.Fields(key.Family), given: strings.Fields(key.Given), initial: firstLetter(key.Initials),
		prefix: slices.ContainsFunc(nameWords(name), func(w nameWord) bool { return w.prefix })}
	if len(n.given) > 0 && utf8.RuneCountInString(key.Family) < 2 { // "Fatma Y.": the letter says too little
		n.family, n.given, n.initial = n.given, nil, ""
	}
	for _, f := range n.family {
		if len(f) > len(n.part) {
			n.part = f
		}
	}
	n.part = n.part[len(firstLetter(n.part)):] // an apostrophe can part the first letter from the rest in a folded text
	family := strings.Join(n.family, " ")
	n.alone = utf8.RuneCountInString(family) >= 4 && alone(family)
	return n, len(n.family) > 0
}

func firstLetter(s string) string {
	_, size := utf8.DecodeRuneInString(s)
	return s[:size]
}

// In finds the first place where a text names who is sought, in any spelling that folding makes equal: given and family name in
// either order, with or without tussenvoegsels; an initial or a way of addressing before the family name; the family name alone,
// written as a name, where only one person bears it. Initials alone are too little. from and to are bytes of the text.
func (s *Sought) In(text string) (from, to int, found bool) {
	if from, to, found = s.mailIn(text); !found {
		if from, to, found = s.phoneIn(text); !found {
			from, to, found = s.nameIn(text)
		}
	}
	return from, to, found
}

func (s *Sought) mailIn(text string) (from, to int, found bool) {
	if len(s.mails) == 0 || !strings.Contains(text, "@") {
		return 0, 0, false
	}
	small := strings.ToLower(text)
	for _, m := range s.mails {
		if i := strings.Index(small, m); i >= 0 {
			return min(i, len(text)), min(i+len(m), len(text)), true
		}
	}
	return 0, 0, false
}

// phoneIn looks for the digits of a number, between which may stand what people put there.
func (s *Sought) phoneIn(text string) (from, to int, found bool) {
	if len(s.phones) == 0 {
		return 0, 0, false
	}
	var digits []byte
	var at []int
	for i, r := range text {
		switch {
		case r >= '0' && r <= '9':
			digits, at = append(digits, byte(r)), append(at, i)
			for _, p := range s.phones {
				if n := len(digits) - len(p); n >= 0 && string(digits[n:]) == p {
					return at[n], i + 1, true
				}
			}
		case len(at) > 0 && i-at[len(at)-1] <= 3 && strings.ContainsRune(" .-/()\u00a0\u2010\u2011", r):
		default:
			digits, at = digits[:0], at[:0]
		}
	}
	return 0, 0, false
}

// textWord is a word of a text that is held against a name. Tussenvoegsels are none; the word after one tells of it.
type textWord struct {
	text     string
	from, to int
	prefix   bool // a tussenvoegsel stands before it
	title    bool // a way of addressing somebody
	capital  bool
	comma    bool // a comma follows
}

func (s *Sought) nameIn(text string) (from, to int, found bool) {
	s.folded = AppendFold(s.folded[:0], text)
	folded := sameY(string(s.folded))
	split := false
	for i := range s.names {
		n := &s.names[i]
		if !strings.Contains(folded, n.part) {
			continue
		}
		if !split {
			s.split(text)
			split = true
		}
		for at := range s.words {
			if from, to, found = n.at(s.words, at); found {
				return from, to, true
			}
		}
	}
	return 0, 0, false
}

// split takes a text apart into words.
func (s *Sought) split(text string) {
	s.words = s.words[:0]
	prefix := false
	for i := 0; i < len(text); {
		end := i
		for end < len(text) {
			r, size := utf8.DecodeRuneInString(text[end:])
			if !unicode.In(r, unicode.L, unicode.N, unicode.M, unicode.Cf) && (end == i || r != '\'' && r != '’') {
				break
			}
			end += size
		}
		if end == i {
			r, size := utf8.DecodeRuneInString(text[i:])
			if n := len(s.words); r == ',' && n > 0 {
				s.words[n-1].comma = true
			}
			i += size
			continue
		}
		raw := text[i:end]
		w := textWord{text: sameY(strings.ReplaceAll(FoldText(raw), " ", "")), from: i, to: end, prefix: prefix}
		i = end
		switch {
		case w.text == "":
		case isPrefix(w.text), raw == "v", prefix && raw == "d", shortPrefix(raw) != "":
			prefix = true
		default:
			first, _ := utf8.DecodeRuneInString(raw)
			w.title, w.capital, prefix = title(w.text), unicode.IsUpper(first), false
			s.words = append(s.words, w)
		}
	}
}

// at tells whether the family name stands at one of the words, with enough around it to be likely.
func (n *soughtName) at(words []textWord, at int) (from, to int, found bool) {
	end := at + len(n.family)
	if end > len(words) {
		return 0, 0, false
	}
	for i, f := range n.family {
		if words[at+i].text != f {
			return 0, 0, false
		}
	}
	from, to = words[at].from, words[end-1].to
	if at > 0 {
		switch before := words[at-1]; {
		case before.title, slices.Contains(n.given, before.text):
			return before.from, to, true
		case utf8.RuneCountInString(before.text) == 1 && before.capital:
			first := before // of initials, the first is that of the name by which people know somebody
			for i := at - 2; i >= 0 && utf8.RuneCountInString(words[i].text) == 1 && words[i].capital; i-- {
				first = words[i]
			}
			if at > 1 && slices.Contains(n.given, words[at-2].text) {
				return words[at-2].from, to, true
			}
			return first.from, to, n.initial == first.text || n.initial == ""
		}
	}
	if end < len(words) {
		switch after := words[end]; {
		case slices.Contains(n.given, after.text):
			return from, after.to, true
		case words[end-1].comma && n.initial != "" && after.text == n.initial:
			return from, after.to, true
		}
	}
	switch {
	case len(n.given) == 0 && n.initial == "" && (!n.prefix || words[at].prefix):
		return from, to, words[at].capital || utf8.RuneCountInString(words[at].text) >= 5
	}
	return from, to, n.alone && words[at].capital
}
