package plain

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// Crowd is many people who are looked for in texts that others wrote, all of them at once: by their names, telephone numbers, e-mail
// addresses, and streets with a number. Sought looks for one. Add them first; then any number of goroutines can hold texts against
// it, which takes time by the length of the text and not by how many people there are.
type Crowd struct {
	families map[string]*family // by the first word of a family name
	// The others go by hashes of so many bits that no two of a country's people share one: a few bytes for each.
	full     map[sum]borne       // family name, given name
	initials map[sum]struct{}    // family name, first letter of a given name
	joined   map[sum]struct{}    // given and family name written as one word
	house    map[sum]struct{}    // family name, given name of those whose names may stand in these texts
	streets  map[sum]struct{}    // the last words of a street, and the number
	mails    map[sum]struct{}    // in small letters
	phones   map[uint64]struct{} // the digits that every way of writing a number ends with
	maybe    [1 << 14]uint64     // for words that cannot begin a family name: a bit for each hash
	scratch  sync.Pool
}

// sum is a hash of words (FNV-1a).
type sum uint64

const noWords sum = 14695981039346656037

// and is the hash of one more word.
func and[T string | []byte](h sum, word T) sum {
	for i := range len(word) {
		h = (h ^ sum(word[i])) * 1099511628211
	}
	return h * 1099511628211 // the end of the word
}

// family is what is known of the family names that begin with a word.
type family struct {
	borne
	alone bool       // somebody is known by no more than this word
	whole bool       // the word is all of somebody's family name
	rests [][]string // what follows it in those of several words, the longest first
}

// borne tells whether names are borne with tussenvoegsels.
type borne struct{ with, without bool }

// NewCrowd is nobody yet.
func NewCrowd() *Crowd {
	return &Crowd{families: map[string]*family{}, full: map[sum]borne{}, initials: map[sum]struct{}{}, joined: map[sum]struct{}{},
		house: map[sum]struct{}{}, phones: map[uint64]struct{}{}, mails: map[sum]struct{}{}, streets: map[sum]struct{}{}}
}

// AddName takes in a name of somebody who is looked for.
func (c *Crowd) AddName(name string) {
	c.eachName(name, func(given []string, initial string, words []string, prefix bool) {
		f := c.family(words)
		f.with, f.without = f.with || prefix, f.without || !prefix
		f.alone = f.alone || len(given) == 0 && initial == ""
		whole := familySum(words)
		for _, g := range given {
			b := c.full[and(whole, g)]
			b.with, b.without = b.with || prefix, b.without || !prefix
			c.full[and(whole, g)] = b
		}
		if initial != "" {
			c.initials[and(whole, initial)] = struct{}{}
		}
		if len(given) > 0 && len(words) == 1 && len(given[0])+len(words[0]) >= 7 {
			word := given[0] + words[0]
			c.joined[and(noWords, word)] = struct{}{}
			c.note(word)
		}
	})
}

// AddOfHouse takes in the name of somebody whose full name may stand in these texts, unless somebody who is looked for has it too.
func (c *Crowd) AddOfHouse(name string) {
	c.eachName(name, func(given []string, _ string, words []string, _ bool) {
		for _, g := range given {
			c.house[and(familySum(words), g)] = struct{}{}
		}
	})
}

// familySum is the hash of a family name.
func familySum(words []string) sum {
	h := noWords
	for _, w := range words {
		h = and(h, w)
	}
	return h
}

// eachName visits the ways in which a name can stand in a text: with all of a family name, with one word of a double one, and with
// its tussenvoegsels as a part of it.
func (c *Crowd) eachName(name string, visit func(given []string, initial string, family []string, prefix bool)) {
	key, all := keyOfName(name)
	given, words, initial := strings.Fields(key.Given), strings.Fields(key.Family), firstLetter(key.Initials)
	if len(given) > 0 && utf8.RuneCountInString(key.Family) < 2 { // "Fatma Y.": the letter says too little
		given, words, initial = nil, given[:1], ""
	}
	given = slices.DeleteFunc(given, func(g string) bool { return utf8.RuneCountInString(g) < 2 })
	if len(words) == 0 || utf8.RuneCountInString(words[0]) < 2 {
		return
	}
	prefixes := ""
	for _, w := range all {
		if w.prefix {
			prefixes += w.text
		}
	}
	visit(given, initial, words, prefixes != "")
	if len(words) > 1 {
		for _, w := range words {
			if utf8.RuneCountInString(w) >= 3 {
				visit(given, initial, []string{w}, prefixes != "")
			}
		}
	}
	if prefixes != "" {
		visit(given, initial, append([]string{prefixes + words[0]}, words[1:]...), false)
	}
}

// family is what is known of a family name, as it begins.
func (c *Crowd) family(words []string) *family {
	f := c.families[words[0]]
	if f == nil {
		f = &family{}
		c.families[words[0]] = f
		c.note(words[0])
	}
	if len(words) == 1 {
		f.whole = true
		return f
	}
	if !slices.ContainsFunc(f.rests, func(r []string) bool { return slices.Equal(r, words[1:]) }) {
		f.rests = append(f.rests, words[1:])
		slices.SortStableFunc(f.rests, func(a, b []string) int { return len(b) - len(a) })
	}
	return f
}

// AddPhone takes in a telephone number; of a text with something beside it, every number in it. A service number is nobody's.
func (c *Crowd) AddPhone(phone string) {
	if n, ok := NormalPhone(phone); ok && n[0] != '+' {
		return
	}
	runs := phoneRuns(nil, phone)
	for i, r := range runs {
		if i+1 == len(runs) || runs[i+1].n <= r.n { // where its digits end
			c.phones[r.value] = struct{}{}
		}
	}
}

// AddMail takes in an e-mail address.
func (c *Crowd) AddMail(mail string) {
	if mail = strings.ToLower(strings.TrimSpace(mail)); strings.Contains(mail, "@") {
		c.mails[and(noWords, mail)] = struct{}{}
	}
}

// AddStreet takes in a street, if it has a number.
func (c *Crowd) AddStreet(street string) {
	s := c.begin()
	s.split(street)
	for i := range s.words {
		if key, _ := s.address(i); key != 0 {
			c.streets[key] = struct{}{}
			break
		}
	}
	c.scratch.Put(s)
}

// hash is of a folded word, for maybe.
func hash(word []byte) uint32 {
	h := uint32(2166136261)
	for _, b := range word {
		h = (h ^ uint32(b)) * 16777619
	}
	return h
}

func (c *Crowd) note(word string) {
	h := hash([]byte(word)) & (1<<20 - 1)
	c.maybe[h>>6] |= 1 << (h & 63)
}

// known tells whether a word can begin a family name. It seldom is wrong, and only in saying yes.
func (c *Crowd) known(h uint32) bool {
	h &= 1<<20 - 1
	return c.maybe[h>>6]&(1<<(h&63)) != 0
}

func (c *Crowd) begin() *crowdText {
	if s, ok := c.scratch.Get().(*crowdText); ok {
		return s
	}
	return &crowdText{}
}

// Find is the parts of a text in which somebody is named, in order of place; nil when there are none. A name is found in any spelling that
// folding makes equal: given and family name in either order, an initial or a way of addressing before the family name, with or
// without tussenvoegsels, as one word. A first name alone, or a family name alone, is none. A telephone number is found in
// whatever groups and with whatever country code.
func (c *Crowd) Find(text string) []Span {
	s := c.begin()
	defer c.scratch.Put(s)
	s.split(text)
	s.found = s.found[:0]
	for i := range s.words {
		w := &s.words[i]
		switch {
		case w.digit:
			if key, first := s.address(i); key != 0 {
				if _, known := c.streets[key]; known {
					s.found = append(s.found, Span{s.words[first].from, w.to})
				}
			}
		case c.known(w.hash) || w.genitive && c.known(w.stem) || w.prefix && c.known(w.whole):
			c.name(s, i)
		}
	}
	if s.digits >= phoneDigits && len(c.phones) > 0 {
		s.runs = phoneRuns(s.runs[:0], text)
		for _, r := range s.runs {
			if _, known := c.phones[r.value]; known {
				s.found = append(s.found, wholePhone(text, r.Span))
			}
		}
	}
	if s.at && len(c.mails) > 0 {
		s.found = c.mailsIn(s.found, text)
	}
	if len(s.found) == 0 {
		return nil
	}
	return joinSpans(s.found)
}

// joinSpans puts parts in order, and those that overlap together.
func joinSpans(found []Span) (out []Span) {
	slices.SortFunc(found, func(a, b Span) int { return a.Start - b.Start })
	for _, f := range found {
		if n := len(out); n > 0 && f.Start < out[n-1].End {
			out[n-1].End = max(out[n-1].End, f.End)
			continue
		}
		out = append(out, f)
	}
	return out
}
