package hsds

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"leerbalie/model/plain"
	"leerbalie/store/exchange/byhand"
)

// months are the names of months in Dutch and English, by their first three letters.
var months = map[string]int{"jan": 1, "feb": 2, "mar": 3, "maa": 3, "mrt": 3, "apr": 4, "may": 5, "mei": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9,
	"oct": 10, "okt": 10, "nov": 11, "dec": 12}

// order is what stands first in a date of digits.
type order uint8

const (
	dayFirst order = iota
	monthFirst
)

// day is a calendar day as a file has it; either tells that day and month can be the other way around.
type day struct {
	year, month, date int
	short             bool // the year has two digits
	first, second     int  // as they stand, where only digits do
}

// parseDay reads a day in digits or words, with day and month in the order in which they stand; ok is false for what is none.
func parseDay(text string) (d day, ok bool) {
	text = strings.TrimSpace(text)
	if at, _, cut := strings.Cut(text, "T"); cut && len(at) == 10 { // with a time of day
		text = at
	}
	if strings.Count(text, " ") == 1 && len(text) > 11 && text[10] == ' ' && strings.Contains(text, ":") {
		text = text[:10]
	}
	parts := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if len(parts) != 3 {
		return d, false
	}
	n := [3]int{}
	word := -1
	for i, p := range parts {
		if v, err := strconv.Atoi(p); err == nil && v >= 0 && len(p) <= 4 {
			n[i] = v
			continue
		}
		letters := strings.ToLower(p)
		if len(letters) < 3 || months[letters[:3]] == 0 || word >= 0 {
			if t := strings.TrimRight(letters, "stndrhe"); t != letters && t != "" { // 1st, 24th
				if v, err := strconv.Atoi(t); err == nil {
					n[i] = v
					continue
				}
			}
			return d, false
		}
		word, n[i] = i, months[letters[:3]]
	}
	switch {
	case word == 0: // December 24, 2014
		d.month, d.date, d.year, d.short = n[0], n[1], n[2], len(parts[2]) <= 2
	case word == 1: // 24 December 2014
		d.date, d.month, d.year, d.short = n[0], n[1], n[2], len(parts[2]) <= 2
	case word == 2:
		return d, false
	case len(parts[0]) == 4: // 2014-12-24
		d.year, d.month, d.date = n[0], n[1], n[2]
	case len(parts[2]) == 4, len(parts[2]) <= 2:
		d.first, d.second, d.year, d.short = n[0], n[1], n[2], len(parts[2]) <= 2
	default:
		return d, false
	}
	return d, true
}

// orderOf is the order of day and month in a column: what most of its dates say that can be read in one way only, and otherwise what the
// layout is used to. proof is such a date.
func orderOf(cells []string, usual order) (o order, proof string) {
	var n [2]int
	var seen [2]string
	for _, text := range cells {
		d, ok := parseDay(text)
		if !ok || d.first == 0 {
			continue
		}
		way := order(2)
		switch {
		case d.first > 12 && d.second <= 12:
			way = dayFirst
		case d.second > 12 && d.first <= 12:
			way = monthFirst
		}
		if way < 2 {
			if n[way]++; seen[way] == "" {
				seen[way] = strings.TrimSpace(text)
			}
		}
	}
	switch {
	case n[dayFirst] > n[monthFirst]:
		o = dayFirst
	case n[monthFirst] > n[dayFirst]:
		o = monthFirst
	default:
		return usual, ""
	}
	return o, seen[o]
}

// readDay gives a day as 2006-01-02. Errors: Invalid for what is no day, or none that the calendar has.
func readDay(column, text string, o order, now time.Time) (string, error) {
	d, ok := parseDay(text)
	if !ok {
		return "", wrong("hsds.date", "column", column, "text", short(text))
	}
	if d.first != 0 || d.second != 0 {
		if d.date, d.month = d.first, d.second; o == monthFirst {
			d.date, d.month = d.month, d.date
		}
	}
	if d.short { // of the hundred years that end ten years from now
		for d.year += 1900; d.year+100 <= now.Year()+10; {
			d.year += 100
		}
	}
	if d.month < 1 || d.month > 12 || d.date < 1 || d.date > time.Date(d.year, time.Month(d.month)+1, 0, 0, 0, 0, 0, time.UTC).Day() {
		return "", wrong("hsds.date", "column", column, "text", short(text))
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.date), nil
}

// readClock gives a time of day as HH:MM. What HSDS allows, also with seconds and an offset, stays as it is. Errors: Invalid.
func readClock(column, text string) (string, error) {
	text = strings.TrimSpace(text)
	if _, ok := Minutes(text); ok {
		return text, nil
	}
	if strings.TrimLeft(text, "0123456789") == "" && len(text) <= 2 { // 9: the hour
		text += ":00"
	}
	c, err := byhand.ReadClock(text)
	if (c == byhand.Clock{} && err != nil) && (strings.HasPrefix(text, "24") || text == "2400") {
		return "24:00", nil
	}
	if err != nil {
		return "", wrong("hsds.clock", "column", column, "text", short(text))
	}
	return fmt.Sprintf("%02d:%02d", c.Hour, c.Minute), nil
}

// Minutes are those after midnight that a time of day of HSDS stands for: HH:MM, with or without seconds and an offset. ok is false for
// anything else.
func Minutes(text string) (n int, ok bool) {
	if len(text) < 5 || text[2] != ':' || !digits(text[:2]) || !digits(text[3:5]) {
		return 0, false
	}
	rest := text[5:]
	if len(rest) >= 3 && rest[0] == ':' && digits(rest[1:3]) {
		rest = rest[3:]
	}
	if rest != "" && rest != "Z" && !((rest[0] == '+' || rest[0] == '-') && len(rest) == 6 && rest[3] == ':' && digits(rest[1:3]) && digits(rest[4:])) {
		return 0, false
	}
	h, m := int(text[0]-'0')*10+int(text[1]-'0'), int(text[3]-'0')*10+int(text[4]-'0')
	return h*60 + m, m < 60 && (h < 24 || h == 24 && m == 0)
}

func digits(text string) bool { return text != "" && strings.Trim(text, "0123456789") == "" }

// byDay are the days of the week by what recurrence rules call them (RFC 5545), from Monday on, and by how people write them.
var byDay = [...]struct {
	code  string
	names []string
}{
	{"MO", []string{"mo", "mon", "monday", "mondays", "ma", "maandag", "maandags", "1"}}, {"TU", []string{"tu", "tue", "tues", "tuesday", "tuesdays", "di", "din", "dinsdag", "dinsdags", "2"}},
	{"WE", []string{"we", "wed", "wednesday", "wednesdays", "wo", "woe", "woensdag", "woensdags", "3"}}, {"TH", []string{"th", "thu", "thur", "thurs", "thursday", "thursdays", "do", "don", "donderdag", "donderdags", "4"}},
	{"FR", []string{"fr", "fri", "friday", "fridays", "vr", "vrij", "vrijdag", "vrijdags", "5"}}, {"SA", []string{"sa", "sat", "saturday", "saturdays", "za", "zat", "zaterdag", "zaterdags", "6"}},
	{"SU", []string{"su", "sun", "sunday", "sundays", "zo", "zon", "zondag", "zondags", "7", "0"}},
}

// dayOf is the day that a word is, from 0 for Monday; -1 for none.
func dayOf(word string) int {
	word = strings.ToLower(strings.Trim(word, " ."))
	return slices.IndexFunc(byDay[:], func(d struct {
		code  string
		names []string
	}) bool {
		return slices.Contains(d.names, word)
	})
}

// readDays gives days of the week as BYDAY has them: MO,TU. A rule that is one already stays as it is, also with a number before a day
// (2TU). Errors: Invalid for a word that is no day.
func readDays(text string) (string, error) {
	if isByDay(text) {
		return text, nil
	}
	text = strings.ReplaceAll(strings.ReplaceAll(text, "–", "-"), " t/m ", "-")
	for _, to := range []string{" tot en met ", " to ", " through ", " - "} {
		text = strings.ReplaceAll(text, to, "-")
	}
	var days [7]bool
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(",;/&+ \n", r) }) {
		if w := strings.ToLower(part); w == "en" || w == "and" {
			continue
		}
		from, to, span := strings.Cut(part, "-")
		a := dayOf(from)
		b := a
		if span {
			b = dayOf(to)
		}
		if a < 0 || b < 0 {
			return "", wrong("hsds.weekday", "text", short(part))
		}
		for i := a; ; i = (i + 1) % 7 {
			if days[i] = true; i == b {
				break
			}
		}
	}
	var out []string
	for i, on := range days {
		if on {
			out = append(out, byDay[i].code)
		}
	}
	return strings.Join(out, ","), nil
}

func isByDay(text string) bool {
	for part := range strings.SplitSeq(text, ",") {
		part = strings.TrimLeft(strings.TrimSpace(part), "+-0123456789")
		if !slices.ContainsFunc(byDay[:], func(d struct {
			code  string
			names []string
		}) bool {
			return d.code == part
		}) {
			return false
		}
	}
	return true
}

// parts are the values that stand in one cell with commas between; a comma in brackets is a part of one.
func parts(text string) (out []string) {
	deep, from := 0, 0
	add := func(to int) {
		if p := strings.TrimSpace(text[from:to]); p != "" && !slices.Contains(out, p) {
			out = append(out, p)
		}
		from = to + 1
	}
	for i, r := range text {
		switch r {
		case '(', '[':
			deep++
		case ')', ']':
			deep = max(deep-1, 0)
		case ',', ';', '|', '\n':
			if deep == 0 {
				add(i)
			}
		}
	}
	if from <= len(text) {
		add(len(text))
	}
	return out
}

// short is a text as a sentence shows it: not too long, and without what may be a citizen service number.
func short(text string) string {
	if plain.FindBSN(text, plain.InWords) != nil {
		return "…"
	}
	text = strings.TrimSpace(text)
	const most = 60
	if r := []rune(text); len(r) > most {
		return string(r[:most]) + "…"
	}
	return text
}
