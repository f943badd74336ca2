package plain

import "unicode/utf8"

// name looks whether a name stands at a word, which may begin a family name, with enough around it to be likely.
func (c *Crowd) name(s *crowdText, at int) {
	w := &s.words[at]
	word := s.text(w)
	if _, known := c.joined[and(noWords, word)]; known {
		s.found = append(s.found, Span{w.from, w.to})
		return
	}
	if c.nameOf(s, at, word, w.prefix) {
		return
	}
	if w.prefix && c.nameOf(s, at, s.folded[w.wholeStart:w.end], false) {
		return
	}
	if w.genitive {
		c.nameOf(s, at, word[:len(word)-1], w.prefix)
	}
}

// nameOf is name for the way in which the word is to be read, and whether tussenvoegsels stand before that.
func (c *Crowd) nameOf(s *crowdText, at int, word []byte, prefix bool) bool {
	f := c.families[string(word)]
	if f == nil || s.words[at].light && prefix && !f.with {
		return false
	}
	first := and(noWords, word)
	for _, rest := range f.rests {
		if s.follow(at, rest) {
			whole := first
			for _, r := range rest {
				whole = and(whole, r)
			}
			if c.around(s, f, whole, at, at+len(rest), prefix) {
				return true
			}
		}
	}
	return f.whole && c.around(s, f, first, at, at, prefix)
}

// follow tells whether words follow one.
func (s *crowdText) follow(at int, rest []string) bool {
	if at+len(rest) >= len(s.words) {
		return false
	}
	for i, r := range rest {
		if string(s.text(&s.words[at+1+i])) != r {
			return false
		}
	}
	return true
}

// mostBetween is how many further given names stand between the one that is known and the family name.
const mostBetween = 2

// around tells whether what stands around a family name, from one word to another, makes it somebody's, and adds the place.
func (c *Crowd) around(s *crowdText, f *family, whole sum, at, last int, prefix bool) bool {
	add := func(from, to int) bool {
		s.found = append(s.found, Span{from, to})
		return true
	}
	w, end := &s.words[at], &s.words[last]

	// given names before it
	ours, theirs, first := 0, 0, 0
	for i, n := at-1, 0; i >= 0 && n <= mostBetween; i, n = i-1, n+1 {
		b := &s.words[i]
		if b.comma || b.stop || b.dot && b.letters > 2 || b.digit || i < at-1 && s.words[i+1].prefix {
			break
		}
		if borne, known := c.full[and(whole, s.text(b))]; known && written(b, w, borne, prefix) {
			ours, first = ours+1, i
		}
		if _, known := c.house[and(whole, s.text(b))]; known {
			theirs++
		}
		if !b.capital {
			break
		}
	}
	switch {
	case ours > 0 && ours >= theirs:
		return add(s.words[first].from, end.to)
	case theirs > 0:
		return true // the name of somebody of the house: nothing else is made of it
	}

	if at > 0 && !s.words[at-1].comma && !s.words[at-1].stop {
		b := &s.words[at-1]
		switch address := addressed(s.text(b)); {
		case address == always && (!b.dot || b.letters <= 4), address == sometimes && w.capital:
			return add(b.from, end.to)
		case b.capital && (b.letters == 1 || b.letters <= 3 && b.dot && !c.given(and(whole, s.text(b)))):
			return c.initial(s, f, whole, at, end.to)
		}
	}
	if last+1 >= len(s.words) || end.stop || end.dot {
		return false
	}
	after := &s.words[last+1]
	if borne, known := c.full[and(whole, s.text(after))]; known && !after.prefix {
		if end.comma && (w.capital || after.capital) || !end.comma && written(after, w, borne, prefix) && w.capital == after.capital {
			return add(w.begins, after.to)
		}
	}
	if end.comma && after.letters == 1 && after.capital {
		if _, known := c.initials[and(whole, s.text(after))]; known {
			return add(w.begins, after.to)
		}
	}
	return false
}

// written tells whether given and family name are written as names are: with a capital in one of them, or in small letters as they
// are known, with tussenvoegsels or without.
func written(given, family *crowdWord, b borne, prefix bool) bool {
	return given.capital || family.capital || prefix && b.with || !prefix && b.without
}

// given tells whether somebody has a given and a family name; it is no abbreviation then.
func (c *Crowd) given(name sum) bool {
	_, known := c.full[name]
	return known
}

// initial looks at the initials before a family name: the first is that of the name by which people know somebody.
func (c *Crowd) initial(s *crowdText, f *family, whole sum, at, to int) bool {
	i := at - 1
	for i > 0 && !s.words[i-1].comma && !s.words[i-1].stop && s.words[i-1].letters == 1 && s.words[i-1].capital {
		i--
	}
	first := s.text(&s.words[i])
	_, size := utf8.DecodeRune(first)
	if _, known := c.initials[and(whole, first[:size])]; known || f.alone {
		s.found = append(s.found, Span{s.words[i].from, to})
		return true
	}
	return false
}

// How surely a word is a way of addressing somebody.
const (
	never = iota
	sometimes
	always
)

// addressed tells whether a word before a family name is a way of addressing somebody, or says who somebody is.
func addressed(word []byte) int {
	switch string(word) {
	case "mw", "mevr", "mevrouw", "mej", "mejuffrouw", "dhr", "hr", "heer", "meneer", "mynheer", "familie", "fam", "mrs", "echtpaar", "gezin",
		"madame", "monsieur", "frau", "herr", "senora", "senor":
		return always
	case "mr", "ms", "miss", "dr", "drs", "ing", "ir", "buurvrouw", "buurman", "buren", "weduwe", "bewoner", "bewoonster", "client", "clienten", "clyent", "klant", "vrouw",
		"resident", "neighbour", "hadji", "hajja", "oma", "opa", "tante", "oom":
		return sometimes
	}
	return never
}

// address is the hash of a street with its number, which ends at a word that begins with a digit, and the word that it begins with;
// 0 when there is none.
func (s *crowdText) address(at int) (key sum, first int) {
	number := s.text(&s.words[at])
	n := 0
	for n < len(number) && digit(number[n]) {
		n++
	}
	first = at - 1
	if first >= 0 {
		switch string(s.text(&s.words[first])) {
		case "nr", "no", "nummer", "number", "huisnummer":
			first--
		}
	}
	if n == 0 || n > 5 || first < 0 || s.words[first].digit || s.words[first].stop || s.words[at].prefix {
		return 0, 0
	}
	last := s.text(&s.words[first])
	key = noWords
	switch {
	case general(last) && first > 0:
		first--
		key = and(key, s.text(&s.words[first]))
	case general(last), len(last) < 4:
		return 0, 0
	case len(last) > 5 && string(last[len(last)-3:]) == "str":
		return and(and(key, string(last)+"aat"), number[:n]), first
	}
	return and(and(key, last), number[:n]), first
}

// general tells whether a word says only that something is a street.
func general(word []byte) bool {
	switch string(word) {
	case "straat", "str", "laan", "weg", "plein", "kade", "pad", "hof", "gracht", "singel", "dreef", "dyk", "park", "markt", "street", "road":
		return true
	}
	return false
}
