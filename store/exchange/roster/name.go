package roster

import (
	"strings"

	"leerbalie/model/plain"
)

// Name is a name as people say it, of the parts that a file has of it: the whole of it, or what somebody is called, the tussenvoegsel
// and the family name. Where the whole stands in one cell it counts; a family name alone in the cell of the whole is one.
func Name(whole, called, infix, family string) string {
	whole, called, infix, family = one(whole), one(called), one(infix), one(family)
	if whole != "" && family == "" && called != "" && !holds(whole, called) {
		family, whole = whole, ""
	}
	if whole != "" {
		if infix != "" && plain.Prefixes(infix) && !holds(whole, infix) && strings.Contains(whole, ",") {
			whole += " " + infix
		}
		return Turned(whole)
	}
	family = plain.PrefixFirst(family)
	if infix != "" && !strings.HasPrefix(plain.FoldText(family)+" ", plain.FoldText(infix)+" ") {
		family = infix + " " + family
	}
	return one(called + " " + family)
}

// holds tells whether the words of a part stand in a name.
func holds(name, part string) bool {
	return strings.Contains(" "+plain.FoldText(name)+" ", " "+plain.FoldText(part)+" ")
}

// Turned is a whole name with the given name first: "Boer, Sanne de" is "Sanne de Boer", and "Jansen, P. (Pim)" is "Pim Jansen".
func Turned(name string) string {
	parts := strings.Split(name, ",")
	family := strings.TrimSpace(parts[0])
	if len(parts) == 1 || family == "" {
		return one(strings.Join(parts, " "))
	}
	var called, infix, behind []string
	for _, part := range parts[1:] {
		part = callName(part)
		if given := strings.Fields(part); len(given) > 1 && isBehind(given[len(given)-1]) && len(given[len(given)-1]) <= 4 {
			behind, part = append(behind, given[len(given)-1]), strings.Join(given[:len(given)-1], " ")
		}
		if len(parts) > 2 && isBehind(part) { // by itself it is a given name
			behind = append(behind, part)
		} else if plain.Prefixes(part) && (len(parts) > 2 || len(infix) == 0) {
			infix = append(infix, part)
		} else {
			called = append(called, part)
		}
	}
	words := strings.Fields(strings.Join(called, " "))
	at := len(words)
	for at > 1 && plain.Prefixes(words[at-1]) && words[at-1] == strings.ToLower(words[at-1]) {
		at--
	}
	infix = append(words[at:len(words):len(words)], infix...)
	return one(strings.Join(words[:at], " ") + " " + strings.Join(infix, " ") + " " + plain.PrefixFirst(family) + " " + strings.Join(behind, " "))
}

// isBehind tells whether a word stands behind the whole of a name: jr., senior, MSc.
func isBehind(word string) bool {
	switch strings.ToLower(strings.Trim(word, ".")) {
	case "jr", "sr", "jnr", "snr", "junior", "senior", "zn", "ii", "iii", "bsc", "msc", "llm", "phd":
		return true
	}
	return false
}

// callName is what somebody is called, where that stands in brackets behind initials or other names.
func callName(given string) string {
	before, rest, open := strings.Cut(given, "(")
	in, after, closed := strings.Cut(rest, ")")
	if !open || !closed || strings.TrimSpace(in) == "" {
		return one(given)
	}
	for _, w := range strings.Fields(before) {
		if plain.Prefixes(w) {
			after = w + " " + after
		}
	}
	return one(in + " " + after)
}

// one is a text with a single space between its words.
func one(text string) string { return strings.Join(strings.Fields(text), " ") }

// Nobody tells whether what stands where a name is to stand is a row of the program that wrote the file: Canvas' points and its test
// student, or a total.
func Nobody(name string) bool {
	words := plain.Fold(name)
	text := strings.Join(words, " ")
	switch text {
	case "points possible", "maximale punten", "mogelijke punten", "student test", "test student", "teststudent", "testleerling", "test leerling", "leerling test",
		"testdeelnemer", "student testing", "manual posting", "totaal", "total", "totalen", "subtotaal", "gemiddelde", "gemiddeld", "average", "mean", "mediaan", "median":
		return true
	}
	if len(words) < 2 {
		return false
	}
	switch words[0] {
	case "totaal", "total", "subtotaal", "aantal":
		return true
	}
	return false
}
