package roster

import (
	"strings"

	"leerbalie/model/fault"
	"leerbalie/model/plain"
)

// Level is what a cell says of where somebody learns.
type Level struct {
	Code  string // mbo-1 … mbo-4, ad, hbo; "": it says none
	Year  int    // 0: it says none
	Route string // BOL, BBL; "": it says none
	Bare  bool   // a number alone, taken for a level of mbo
}

// ReadLevel reads a level as schools write it: mbo-3, "MBO niveau 4", "BOL 4", "niv. 3", hbo, "hbo-2" (the second year), Associate
// degree. A bare 1 to 4 is a level of mbo, and level 5 the associate degree. Errors: Invalid.
func ReadLevel(text string) (out Level, err error) {
	words := plain.Fold(text)
	if len(words) == 0 {
		return out, nil
	}
	wrong := func() (Level, error) { return Level{}, fault.New(fault.Invalid, "unknown-level", "level", text) }
	number, kind, year, said := 0, "", false, false
	take := func(n int) {
		switch {
		case year || number != 0:
			out.Year, year = n, false
		default:
			number = n
		}
	}
	for _, w := range words {
		letters := strings.TrimRight(w, "0123456789")
		digits := w[len(letters):]
		if len(digits) > 1 {
			return wrong()
		}
		if digits == "" && roman(w) > 0 {
			letters, digits = "", string(rune('0'+roman(w)))
		}
		switch letters {
		case "":
		case "mbo", "hbo", "ad":
			kind = letters
		case "associate", "associatedegree":
			kind = "ad"
		case "bachelor", "hogeschool":
			kind = "hbo"
		case "niveau", "niv", "nivo", "level", "n":
			said = true
		case "degree", "opleiding", "school", "de", "e", "ste":
		case "jaar", "leerjaar", "studiejaar", "year", "jr", "lj":
			year = true
		case "bol", "bbl":
			out.Route, said = strings.ToUpper(letters), true
		case "voltijd", "deeltijd", "duaal":
			out.Route = letters
		default:
			if len(w) == 2 && w[1] == 'e' && w[0] >= '1' && w[0] <= '9' { // 2e jaar
				out.Year = int(w[0] - '0')
				continue
			}
			return wrong()
		}
		if digits != "" {
			take(int(digits[0] - '0'))
		}
	}
	switch {
	case kind == "ad" || kind == "hbo":
		out.Code = kind
		if out.Year == 0 {
			out.Year = number
		}
	case number >= 1 && number <= 4:
		out.Code, out.Bare = "mbo-"+string(rune('0'+number)), kind == "" && !said
	case number == 5: // of mbo there is none: what the field calls level 5 is the associate degree
		out.Code = "ad"
	default:
		return wrong()
	}
	return out, nil
}

// roman is a level of mbo in Roman figures; 0 for any other word.
func roman(word string) int {
	return map[string]int{"i": 1, "ii": 2, "iii": 3, "iv": 4}[word]
}

// LevelOf is the level that the name of a programme says, as the register of higher education has it (B Social Work) and schools write it
// (hbo Social Work, mbo-4 Sociaal werk, Sociaal werk mbo-4, MBO Sociaal Werk 4, Sociaal werk niveau 4); "" where it says none.
func LevelOf(programme string) string {
	words := plain.Fold(programme)
	if len(words) < 2 {
		return ""
	}
	switch words[0] {
	case "b", "ba", "bachelor", "hbo":
		return "hbo"
	case "ad", "associate":
		return "ad"
	}
	number := func(i int) string { // the level of mbo that a word is
		if i < len(words) && len(words[i]) == 1 && words[i] >= "1" && words[i] <= "4" {
			return "mbo-" + words[i]
		}
		if i < len(words) && roman(words[i]) > 0 {
			return "mbo-" + string(rune('0'+roman(words[i])))
		}
		return ""
	}
	mbo := false
	for i, w := range words {
		letters := strings.TrimRight(w, "0123456789")
		switch letters {
		case "mbo", "niveau", "niv", "nivo", "level":
			code := number(i + 1)
			if letters != w {
				code = ""
				if digits := w[len(letters):]; len(digits) == 1 && digits >= "1" && digits <= "4" {
					code = "mbo-" + digits
				}
			}
			if code != "" {
				return code
			}
			mbo = mbo || letters == "mbo"
		}
	}
	last := len(words) - 1
	switch before := words[last-1]; {
	case !mbo && (words[last] == "hbo" || words[last] == "ad") && before != "naar" && before != "doorstroom" && before != "richting":
		return words[last]
	case mbo && before != "jaar" && before != "leerjaar" && before != "studiejaar" && before != "year" && before != "lj":
		return number(last)
	}
	return ""
}
