package byhand

import (
	"math"
	"strings"
	"time"

	"leerbalie/model/days"
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

// IsDate tells whether a text is a date, as people or programs write one.
func IsDate(text string) bool {
	text = strings.TrimSpace(text)
	if p, ok := parse(text); ok {
		return p.full || p.sign == '-' || p.sign == '/'
	}
	_, err := tabular.Moment(text, time.UTC)
	return err == nil
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
	w.At = days.Start(wall, d.loc)
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
	if year < 2000 || year > 2199 { // as tabular.Moment
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
