package plain

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// MaxNameDistance is how many letters two names may differ and still be taken for one person's: the most that the
// search for duplicates allows. Short names get less.
const MaxNameDistance = 3

// NameKey is a person's name as the search for duplicates compares it: folded, ij and y alike, titles and prefixes
// (tussenvoegsels) left out, given names apart from the family name. Make it once and compare it with many.
type NameKey struct {
	Given    string // given names in full, a space between them; initials do not count
	Family   string // family names, a space between them
	Initials string // first letters of all given names
	joined   string // all letters in order, prefixes included, without spaces
	sorted   string // the words without prefixes in order of the alphabet
}

// KeyOfName takes a name apart. It understands "J.P. van der Vries", "Vries, Jan de", "mw. v.d. Berg-Smit" and
// "fatma yılmaz"; a name of one word is a family name, as people at a desk are called.
func KeyOfName(name string) NameKey {
	key, _ := keyOfName(name)
	return key
}

// keyOfName is KeyOfName, with the words that the name consists of.
func keyOfName(name string) (NameKey, []nameWord) {
	last, first, comma := strings.Cut(name, ",")
	if comma {
		name = first + " " + last
	}
	var key NameKey
	var given, family []string
	joined := make([]byte, 0, len(name))
	words, before := nameWords(name), 0
	if comma {
		before = len(nameWords(first))
	}
	firstFamily := familyStart(words, comma, before)
	for i, w := range words {
		joined = append(joined, w.text...)
		switch {
		case w.prefix:
		case i >= firstFamily:
			family = append(family, w.text)
		case w.initial:
			key.Initials += w.text
		default:
			given = append(given, w.text)
			_, size := utf8.DecodeRuneInString(w.text)
			key.Initials += w.text[:size]
		}
	}
	key.Given, key.Family = strings.Join(given, " "), strings.Join(family, " ")
	key.joined = string(joined)
	all := append(given, family...)
	slices.Sort(all)
	key.sorted = strings.Join(all, " ")
	return key, words
}

// nameWord is one folded word of a name.
type nameWord struct {
	text    string
	prefix  bool // a tussenvoegsel
	initial bool
	hyphen  bool // joined to the word before it, as in Berg-Smit
}

func nameWords(name string) []nameWord {
	var words []nameWord
	hyphen := false
	for _, piece := range strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '\t' || r == '\u00a0' }) {
		bare := strings.Trim(piece, ".,()")
		if title(strings.ToLower(bare)) {
			continue
		}
		if prefix := shortPrefix(bare); prefix != "" {
			words = append(words, nameWord{text: prefix, prefix: true})
			continue
		}
		dotted := strings.Contains(piece, ".")
		hyphen = hyphen || strings.HasPrefix(piece, "-")
		for _, part := range strings.FieldsFunc(piece, func(r rune) bool { return strings.ContainsRune("-./\u2010", r) }) {
			text := strings.ReplaceAll(FoldText(part), " ", "")
			if text == "" {
				continue
			}
			w := nameWord{text: sameY(text), prefix: isPrefix(text), hyphen: hyphen}
			w.initial = !w.prefix && (utf8.RuneCountInString(text) == 1 || dotted && len(text) <= 2)
			words = append(words, w)
			hyphen = !dotted
		}
		hyphen = strings.HasSuffix(piece, "-")
	}
	return words
}

// familyStart returns the index of the word that the family name begins with.
func familyStart(words []nameWord, comma bool, given int) int {
	if comma {
		for given > 0 && given <= len(words) && words[given-1].prefix {
			given--
		}
		return given
	}
	for i, w := range words {
		if w.prefix {
			if i > 0 && w.hyphen {
				return i - 1
			}
			return i
		}
	}
	last := len(words) - 1
	for last > 0 && words[last].hyphen {
		last--
	}
	return max(last, 0)
}

// sameY makes ij and y one letter, which Dutch spelling of names does not keep apart.
func sameY(word string) string { return strings.ReplaceAll(word, "ij", "y") }

// title tells whether a word is a way of addressing somebody rather than part of the name.
func title(word string) bool {
	switch word {
	case "mw", "mevr", "mevrouw", "mej", "dhr", "heer", "meneer", "mr", "mrs", "ms", "dr", "drs", "ing", "ir", "fam", "familie":
		return true
	}
	return false
}

// isPrefix tells whether a folded word is a tussenvoegsel, Dutch or of a language many residents bring.
func isPrefix(word string) bool {
	switch word {
	case "van", "von", "de", "den", "der", "het", "t", "te", "ten", "ter", "op", "in", "aan", "bij", "uit", "la", "le", "du",
		"del", "della", "di", "da", "dos", "el", "al", "bin", "ibn", "ait", "ould":
		return true
	}
	return false
}

// shortPrefix writes abbreviated prefixes (v.d., v/d, vd, v.) in full, joined; "" for any other word. A capital V alone is
// an initial.
func shortPrefix(word string) string {
	if word == "v" {
		return "van"
	}
	switch strings.ToLower(word) {
	case "vd", "v.d", "v/d", "vande":
		return "vande"
	case "vdr", "v.dr", "v/dr", "vander":
		return "vander"
	case "vden", "v.den", "v/den", "vanden":
		return "vanden"
	case "'t", "’t":
		return "t"
	}
	return ""
}

// SimilarNames tells whether two names can be one person's, and how many letters they are apart (0 is the same name).
// Levenshtein's distance decides, at most MaxNameDistance and less for short names; initials stand for any name that
// begins with them, a family name alone stands for everybody who bears it, and the order of words does not matter. For
// names that are not similar the distance is MaxNameDistance+1.
func SimilarNames(a, b string) (distance int, similar bool) {
	return KeyOfName(a).Similar(KeyOfName(b))
}

// Similar is SimilarNames for names that were taken apart before.
func (k NameKey) Similar(other NameKey) (distance int, similar bool) {
	if k.joined == "" || other.joined == "" {
		return MaxNameDistance + 1, false
	}
	best := MaxNameDistance + 1
	compare := func(a, b string) {
		limit := min(nameLimit(a, b), best-1)
		if d := Levenshtein(a, b, limit); d <= limit {
			best = d
		}
	}
	compare(k.sorted, other.sorted)
	compare(k.joined, other.joined)
	if k.Family != "" && other.Family != "" && initialsAgree(k, other) {
		compare(k.Family, other.Family)
	}
	return best, best <= MaxNameDistance
}

// initialsAgree tells whether one of two given names is absent or no more than initials that the other can have.
func initialsAgree(a, b NameKey) bool {
	if a.Given != "" && b.Given != "" {
		return false
	}
	n := min(len(a.Initials), len(b.Initials))
	return a.Initials[:n] == b.Initials[:n]
}

// nameLimit is the distance two names of this length may have: 0 under three letters, then one for every four begun.
func nameLimit(a, b string) int {
	n := min(len(a), len(b))
	if n < 3 {
		return 0
	}
	return min(MaxNameDistance, (n+3)/4)
}
