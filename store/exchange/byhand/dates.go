package byhand

import (
	"math"
	"strconv"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/store/exchange/tabular"
)

// Order is what stands first in a date in digits.
type Order uint8

// The orders.
const (
	DayFirst Order = iota
	MonthFirst
)

// When is what a cell says of a moment.
type When struct {
	At      time.Time // a day without a time is its beginning
	Timed   bool      // it says at what time
	Year    bool      // the year is taken from other dates of the column
	Ordered bool      // day and month could also be the other way around, as far as this date says
}

// Dates are the dates of one column. See all there are first, as far as can be; then Settle, and Read each.
type Dates struct {
	loc    *time.Location
	now    time.Time
	hint   int            // the year that the name of the file says; 0 for none
	signs  map[byte]*sign // by the sign between day and month
	years  map[int]int    // how many dates are of a year
	month  bool           // am and pm were met: as in files in which the month is first
	order  Order          // where a sign says nothing
	before time.Time      // the last date with a year that was read
	fast   bool
}

// sign is what dates with one sign between day and month show.
type sign struct {
	day, month int // dates that can be read in one order alone
	either     int // and those that can in both
	proof      [2]string
	order      Order
}

// NewDates is a column before anything in it was seen. now is the day on which it is read, name that of the file.
func NewDates(loc *time.Location, now time.Time, name string) *Dates {
	return &Dates{loc: loc, now: now.In(loc), hint: yearIn(name), signs: map[byte]*sign{}, years: map[int]int{}}
}

// yearIn is the one year that a name has, 0 for none.
func yearIn(name string) (year int) {
	for _, p := range pieces(name) {
		if p.digits() == 4 && p.number >= 2000 && p.number < 2100 {
			if year != 0 && year != p.number {
				return 0
			}
			year = p.number
		}
	}
	return year
}

// See looks at a cell of the column.
func (d *Dates) See(text string) {
	p, ok := parse(text)
	if !ok {
		return
	}
	if p.year > 0 {
		d.years[p.year]++
	}
	d.month = d.month || p.half
	if p.sign == 0 {
		return
	}
	s := d.signs[p.sign]
	if s == nil {
		s = &sign{}
		d.signs[p.sign] = s
	}
	switch {
	case p.first == p.second:
	case p.first > 12 && p.second <= 12:
		if s.day++; s.proof[DayFirst] == "" {
			s.proof[DayFirst] = short(strings.TrimSpace(text))
		}
	case p.second > 12 && p.first <= 12:
		if s.month++; s.proof[MonthFirst] == "" {
			s.proof[MonthFirst] = short(strings.TrimSpace(text))
		}
	case p.first <= 12 && p.second <= 12:
		s.either++
	}
}

// Settle decides in which order day and month stand: as most of the dates show that can be read in one order alone, those with the same
// sign first. Where none does the day is first, as is written here, unless am and pm tell otherwise.
func (d *Dates) Settle() {
	day, month := 0, 0
	for _, s := range d.signs {
		day, month = day+s.day, month+s.month
	}
	if d.order = DayFirst; month > day || day == 0 && month == 0 && d.month {
		d.order = MonthFirst
	}
	d.fast = d.order == DayFirst
	for _, s := range d.signs {
		switch s.order = d.order; {
		case s.month > s.day:
			s.order = MonthFirst
		case s.day > s.month:
			s.order = DayFirst
		}
		d.fast = d.fast && s.order == DayFirst
	}
}

// Ordered is what is to be said of the order: whether anything is, which order it is, and a date that shows it ("" where none does).
// Of dates as this country's programs write them, 13-01-2026, nothing is.
func (d *Dates) Ordered() (order Order, proof string, say bool) {
	order = d.order
	for mark, s := range d.signs {
		if p := s.proof[s.order]; p != "" && s.order == order && (proof == "" || p < proof) {
			proof = p
		}
		say = say || mark != '-' && s.day+s.month+s.either > 0 || s.order == MonthFirst || s.month > 0
	}
	return order, proof, say
}

// Undecided tells whether a date was seen that can be read in two ways, and none that shows which of them it is.
func (d *Dates) Undecided() bool {
	shown, either := 0, 0
	for _, s := range d.signs {
		shown, either = shown+s.day+s.month, either+s.either
	}
	return either > 0 && shown == 0
}

// Read reads a date, with or without a time. Errors: Invalid, with code date.form, date.impossible, date.year, or date.filler for what a
// spreadsheet makes of an empty cell.
func (d *Dates) Read(text string) (When, error) {
	text = strings.TrimSpace(text)
	if d.fast && len(text) > 7 { // what programs write
		if at, err := tabular.Moment(text, d.loc); err == nil {
			w := When{At: at, Timed: len(text) > 10}
			return d.checked(w, text)
		}
	}
	p, ok := parse(text)
	if !ok {
		at, err := tabular.Moment(text, d.loc) // with an offset, and the like
		if err != nil {
			return When{}, err
		}
		return d.checked(When{At: at, Timed: len(text) > 10}, text)
	}
	w := When{Timed: p.timed}
	year, month, day := p.year, p.second, p.first
	if p.sign != 0 {
		order := d.order
		if s := d.signs[p.sign]; s != nil {
			order = s.order
		}
		if order == MonthFirst {
			month, day = day, month
		}
		w.Ordered = p.first <= 12 && p.second <= 12 && p.first != p.second
	}
	if !p.full {
		year, w.Year = d.yearOf(month, day), true
	}
	if filler(year, month, day) {
		return When{}, fault.New(fault.Invalid, "date.filler", "text", short(text))
	}
	if month < 1 || month > 12 || day < 1 || day > time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day() || p.timed && !p.clock.possible() {
		return When{}, fault.New(fault.Invalid, "date.impossible", "text", short(text))
	}
	wall := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	w.At = model.DayStart(wall, d.loc)
	if p.timed {
		w.At = At(w.At, p.clock, d.loc)
	}
	return d.checked(w, text)
}

// checked refuses a date in a year that no desk was open, and keeps it in mind for those without a year.
func (d *Dates) checked(w When, text string) (When, error) {
	local := w.At.In(d.loc)
	year, month, day := local.Date()
	if filler(year, int(month), day) {
		return When{}, fault.New(fault.Invalid, "date.filler", "text", short(text))
	}
	if year < 1900 || year > 2199 {
		return When{}, fault.New(fault.Invalid, "date.year", "text", short(text))
	}
	if !w.Year {
		d.before = local
	}
	return w, nil
}

// At is a time of day on a day that begins at a moment.
func At(day time.Time, c Clock, loc *time.Location) time.Time {
	y, m, n := day.In(loc).Date()
	at, err := tabular.Moment(time.Date(y, m, n, c.Hour, c.Minute, 0, 0, time.UTC).Format("2006-01-02 15:04"), loc)
	if err != nil {
		return day
	}
	return at
}

// filler tells whether a date is what an empty or a zero cell becomes.
func filler(year, month, day int) bool {
	switch year {
	case 0, 1:
		return month <= 1 && day <= 1
	case 1899:
		return month == 12 && day >= 30
	case 1900:
		return month <= 1 && day <= 1
	case 1904, 1970:
		return month == 1 && day == 1
	}
	return false
}

// yearOf is the year of a date without one: that of the column where all its dates are of one; where they are not, the one in which it
// comes nearest to the date before it; and where there is none, that of the file's name, or the last in which that day is past.
func (d *Dates) yearOf(month, day int) int {
	if len(d.years) == 1 {
		for year := range d.years {
			return year
		}
	}
	if !d.before.IsZero() {
		best, least := d.before.Year(), math.Inf(1)
		for year := d.before.Year() - 1; year <= d.before.Year()+1; year++ {
			if away := math.Abs(time.Date(year, time.Month(month), day, 0, 0, 0, 0, d.loc).Sub(d.before).Hours()); away < least {
				best, least = year, away
			}
		}
		return best
	}
	if d.hint != 0 {
		return d.hint
	}
	if time.Date(d.now.Year(), time.Month(month), day, 0, 0, 0, 0, d.loc).After(d.now) {
		return d.now.Year() - 1
	}
	return d.now.Year()
}

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
