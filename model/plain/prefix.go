package plain

import "strings"

// Prefixes tells whether a text is nothing but tussenvoegsels: "van der", "v.d.", "de", "von", "d'".
func Prefixes(text string) bool {
	words := nameWords(text)
	for _, w := range words {
		if !w.prefix && !rarePrefix(w.text) {
			return false
		}
	}
	return len(words) > 0
}

// rarePrefix tells whether a folded word is a tussenvoegsel where one is looked for; elsewhere it may as well be a name.
func rarePrefix(word string) bool {
	switch word {
	case "des", "zu", "zur", "vom", "los", "las", "dei", "do", "das", "ben", "bint", "abu", "onder", "over", "voor", "tot", "af", "d", "l", "s", "y", "e":
		return true
	}
	return false
}

// PrefixFirst writes a family name as people say it: "Berg, van der" and "Berg van der" are "van der Berg".
func PrefixFirst(family string) string {
	name, behind, comma := strings.Cut(family, ",")
	if comma {
		if Prefixes(behind) {
			return strings.Join(strings.Fields(behind+" "+name), " ")
		}
		return strings.Join(strings.Fields(name+" "+behind), " ")
	}
	words := strings.Fields(family)
	at := len(words)
	for at > 1 && Prefixes(words[at-1]) && words[at-1] == strings.ToLower(words[at-1]) {
		at--
	}
	return strings.Join(append(words[at:len(words):len(words)], words[:at]...), " ")
}
