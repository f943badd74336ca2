package plain

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Term is one thing that is searched for: a text has it when one of its words begins with one of these.
type Term struct {
	Begins []string // folded
	Near   *Near    // words that are nearly that count as well; nil: none do
}

// Terms are what is searched for: a text is found when it has each of them.
type Terms []Term

// TermsOf is what a person means who types a text in a search field. It is the one rule for what a text is found by, everywhere:
// each word is the beginning of one in the text, without regard to capitals and accents, ij and y alike; and digits as people
// write a telephone number find that number, however it was written there.
func TermsOf(text string) (out Terms) {
	add := func(part string, also []string) {
		for _, w := range Fold(part) {
			t := Term{Begins: []string{w}}
			for _, other := range [...]string{strings.ReplaceAll(w, "ij", "y"), strings.ReplaceAll(w, "y", "ij")} {
				if other != w {
					t.Begins = append(t.Begins, other)
				}
			}
			t.Begins = append(t.Begins, also...)
			out = append(out, t)
		}
	}
	at := 0
	for at < len(text) {
		d, ok := nextDial(text, at)
		if !ok {
			break
		}
		add(text[at:d.start], nil)
		rest := 0
		between := func(to int) { // digits that are no whole number: it may be one that is still typed
			if rest < to {
				add(text[d.groups[rest].start:d.groups[to-1].end], beginnings(d.groups[rest:to]))
			}
		}
		d.whole(func(number string, from, to int) {
			between(from)
			out = append(out, Term{Begins: []string{string(numberSign) + bare(number), strings.TrimPrefix(inOne(d.groups[from:to]), "+")}})
			rest = to
		})
		between(len(d.groups))
		at = d.end
	}
	add(text[at:], nil)
	return out
}

// Nearly is the terms with words that are nearly those; ok is false where none is long enough to be misspelt.
func (ts Terms) Nearly() (out Terms, ok bool) {
	out = slices.Clone(ts)
	for i := range out {
		out[i].Near = NearTo(out[i].Begins[0])
		ok = ok || out[i].Near != nil
	}
	return out, ok
}

// Searched is a text as searching looks at it: folded, with the telephone numbers in it.
func Searched(text string) string {
	folded := FoldText(text)
	if !strings.ContainsAny(text, "0123456789") && strings.IndexFunc(text, func(r rune) bool { return r >= 0x660 }) < 0 {
		return folded
	}
	if numbers := appendNumbers(nil, text); len(numbers) > 0 {
		return folded + string(numbers)
	}
	return folded
}

// In tells whether a text that Searched made has all terms.
func (ts Terms) In(searched string) bool {
	for i := range ts {
		if !ts[i].In(searched) {
			return false
		}
	}
	return true
}

// In tells whether a text that Searched made has the term.
func (t *Term) In(searched string) bool {
	for _, word := range t.Begins {
		if containsWord(searched, word) {
			return true
		}
	}
	return t.Near != nil && t.Near.word(searched) != ""
}

// Meant are the words of a text, as Searched made it, that stand in the place of those that were typed, as far as these are
// nowhere in it.
func (ts Terms) Meant(searched string) (out []string) {
	for i := range ts {
		exact := Term{Begins: ts[i].Begins}
		if ts[i].Near == nil || exact.In(searched) {
			continue
		}
		if w := ts[i].Near.word(searched); w != "" && !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}

// Near tells which words are nearly one that was typed: one letter more, less, another one, or two that changed places, where it
// has five letters or more; two of these where it has nine. What follows does not matter, as with any word that is searched for.
type Near struct {
	typed string
	limit int
	rows  [][]uint8 // how far each beginning of the typed word is from the letters so far; by how many letters
	least []int     // of each row
	done  []bool    // the letters so far, or some before, are near
	told  []rune
	runes []rune
}

// NearTo makes a Near of a folded word; nil where none but itself is near: it is short, or has digits. It is for one goroutine.
func NearTo(word string) *Near {
	n := utf8.RuneCountInString(word)
	if n < 5 || len(word) > 40 || strings.ContainsAny(word, "0123456789+=") {
		return nil
	}
	near := &Near{typed: word, limit: 1, runes: []rune(word)}
	if n >= 9 {
		near.limit = 2
	}
	row := make([]uint8, n+1)
	for i := range row {
		row[i] = uint8(i)
	}
	near.rows, near.least, near.done = [][]uint8{row}, []int{0}, []bool{false}
	return near
}

// Keep goes back to the first letters of the word that Step was told.
func (n *Near) Keep(letters int) { n.told = n.told[:letters] }

// Letters is how many letters Step was told and not taken back.
func (n *Near) Letters() int { return len(n.told) }

// Step takes a further letter of a word. dead tells that no word that goes on from here is near.
func (n *Near) Step(letter rune) (near, dead bool) {
	at := len(n.told)
	n.told = append(n.told, letter)
	if len(n.rows) == at+1 {
		n.rows, n.least, n.done = append(n.rows, make([]uint8, len(n.runes)+1)), append(n.least, 0), append(n.done, false)
	}
	above, row := n.rows[at], n.rows[at+1]
	row[0] = uint8(at + 1)
	least := at + 1
	for i, typed := range n.runes {
		cost := above[i]
		if typed != letter {
			cost = 1 + min(cost, above[i+1], row[i])
			if i > 0 && at > 0 && typed == n.told[at-1] && n.runes[i-1] == letter {
				cost = min(cost, n.rows[at-1][i-1]+1)
			}
		}
		row[i+1] = cost
		least = min(least, int(cost))
	}
	n.least[at+1] = least
	n.done[at+1] = n.done[at] || int(row[len(n.runes)]) <= n.limit
	return n.done[at+1], !n.done[at+1] && least > n.limit && n.least[at]+1 > n.limit
}

// To tells whether a folded word is near.
func (n *Near) To(word string) bool {
	n.Keep(0)
	for _, r := range word {
		near, dead := n.Step(r)
		if near || dead {
			return near
		}
	}
	return false
}

// word is the first word of a text that Searched made that is near, "" for none.
func (n *Near) word(searched string) string {
	for rest := searched; rest != ""; {
		var word string
		word, rest, _ = strings.Cut(rest, " ")
		if n.To(word) {
			return word
		}
	}
	return ""
}
