package byhand

import (
	"strconv"
	"strings"
	"time"
)

// parsed is a date taken apart.
type parsed struct {
	first, second int  // day and month where sign is 0; otherwise in whichever order
	sign          byte // between two numbers of which either can be the day
	year          int
	full          bool // there is a year
	timed         bool
	half          bool // am or pm
	clock         Clock
}

// parse takes a date apart. It knows no order: of a date in digits that begins with neither a year nor a name, first and second are as they
// stand. ok is false for what is no date as people write it.
func parse(text string) (p parsed, ok bool) {
	text = strings.TrimSpace(text)
	if days, ok := serial(text); ok {
		return days, true
	}
	all := pieces(text)
	if len(all) == 0 {
		return p, false
	}
	r := &reader{rest: all}
	if weekday(r.peek().text) && len(all) > 1 {
		r.rest = r.rest[1:]
		r.word(".")
		r.word(",")
	}
	if !r.date(&p) {
		return p, false
	}
	if r.done() {
		return p, true
	}
	r.word("t")
	r.word(",")
	r.word("om", "-")
	p.half = len(r.rest) > 0 && strings.HasSuffix(r.rest[len(r.rest)-1].text, "m") && r.rest[len(r.rest)-1].text != "mm"
	c, ok := r.clock()
	p.clock, p.timed = c, true
	return p, ok && r.done()
}

// date takes the date itself.
func (r *reader) date(p *parsed) bool {
	a := r.peek()
	if m := monthOf(a.text); m > 0 { // January 5, 2026
		r.rest = r.rest[1:]
		r.word(".")
		day, ok := r.number(2)
		if !ok {
			return false
		}
		r.word("st", "nd", "rd", "th")
		r.word(",")
		p.first, p.second = day.number, m
		p.year, p.full = r.year()
		return true
	}
	if a.number < 0 {
		return false
	}
	r.rest = r.rest[1:]
	switch a.digits() {
	case 8:
		if y, m := a.number/10000, a.number/100%100; y >= 1900 && y < 2200 && m <= 12 {
			p.year, p.second, p.first, p.full = y, m, a.number%100, true
		} else {
			p.first, p.second, p.year, p.full = a.number/1000000, a.number/10000%100, a.number%10000, true
		}
		return true
	case 4:
		s := r.peek().text
		if len(s) != 1 || !strings.Contains("-/.", s) || !r.word(s) {
			return false
		}
		m, ok := r.number(2)
		if !ok || !r.word(s) {
			return false
		}
		day, ok := r.number(2)
		p.year, p.second, p.first, p.full = a.number, m.number, day.number, true
		return ok
	case 1, 2:
	default:
		return false
	}
	r.word("e", "ste", "de", "st", "nd", "rd", "th")
	s := r.peek().text
	switch {
	case s == "-" || s == "/" || s == "." || s == " ":
		r.rest = r.rest[1:]
	case monthOf(s) > 0:
	default:
		return false
	}
	if m := monthOf(r.peek().text); m > 0 { // 5 januari 2026, 5-jan-26
		r.rest = r.rest[1:]
		for r.word(".", "-", "/") {
		}
		p.first, p.second = a.number, m
		p.year, p.full = r.year()
		return true
	}
	m, ok := r.number(2)
	if !ok {
		return false
	}
	p.first, p.second, p.sign = a.number, m.number, s[0]
	if r.done() {
		return true
	}
	if next := r.peek(); next.text == s || next.text == "'" || next.text == "-" || next.text == "/" {
		r.rest = r.rest[1:]
		r.word("'")
		p.year, p.full = r.year()
		if !p.full && !r.done() || !p.full && next.text == "'" {
			return false
		}
		return true
	}
	return true
}

// year takes a year of four digits, or of two.
func (r *reader) year() (int, bool) {
	r.word("'")
	p := r.peek()
	if p.digits() != 4 && p.digits() != 2 || len(r.rest) > 1 && (r.rest[1].text == ":" || r.rest[1].text == "u" || r.rest[1].text == "uur" || r.rest[1].text == "h") {
		return 0, false
	}
	r.rest = r.rest[1:]
	if p.digits() == 4 {
		return p.number, true
	}
	if p.number < 70 {
		return 2000 + p.number, true
	}
	return 1900 + p.number, true
}

// The days that a spreadsheet counts, from 30 December 1899: those of this desk's files, and those that an empty cell becomes.
const (
	firstSerial = 18264 // 1950
	lastSerial  = 73050 // 2100
)

// serial reads the number under which a spreadsheet keeps a moment.
func serial(text string) (p parsed, ok bool) {
	whole, part, cut := strings.Cut(text, ",")
	if !cut {
		whole, part, cut = strings.Cut(text, ".")
	}
	n, err := strconv.Atoi(whole)
	if err != nil || n < 0 || len(whole) > 5 || whole == "" || whole[0] == '+' {
		return p, false
	}
	if (n > 1 || cut && len(part) < 3) && (n < firstSerial || n > lastSerial || len(whole) != 5) {
		return p, false
	}
	day := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, n)
	p = parsed{first: day.Day(), second: int(day.Month()), year: day.Year(), full: true}
	if !cut {
		return p, true
	}
	fraction, err := strconv.ParseFloat("0."+part, 64)
	if err != nil || strings.Trim(part, "0123456789") != "" {
		return p, false
	}
	if fraction > 0 {
		p.clock, p.timed = clockOf(fraction), true
	}
	return p, true
}

func weekday(word string) bool {
	switch word {
	case "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag", "ma", "di", "wo", "do", "vr", "vrij", "za", "zo", "zat", "don",
		"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun":
		return true
	}
	return false
}

func monthOf(word string) int {
	switch word {
	case "jan", "januari", "january":
		return 1
	case "feb", "februari", "february", "febr":
		return 2
	case "mrt", "maart", "mar", "march", "mrch", "maa":
		return 3
	case "apr", "april":
		return 4
	case "mei", "may":
		return 5
	case "jun", "juni", "june":
		return 6
	case "jul", "juli", "july":
		return 7
	case "aug", "augustus", "august":
		return 8
	case "sep", "sept", "september":
		return 9
	case "okt", "oktober", "oct", "october":
		return 10
	case "nov", "november":
		return 11
	case "dec", "december":
		return 12
	}
	return 0
}
