package free

import "time"

// The public days that a rule gives, as codes. Words for them are "free.CODE".
const (
	NewYear      = "new-year"
	GoodFriday   = "good-friday"
	Easter       = "easter"
	EasterMonday = "easter-monday"
	KingsDay     = "kings-day"
	Liberation   = "liberation-day"
	Ascension    = "ascension"
	Pentecost    = "pentecost"
	WhitMonday   = "whit-monday"
	Christmas    = "christmas"
	BoxingDay    = "boxing-day"
)

// Codes are all of them, in the order of a year in which Easter is early.
func Codes() []string {
	return []string{NewYear, GoodFriday, Easter, EasterMonday, KingsDay, Liberation, Ascension, Pentecost, WhitMonday, Christmas, BoxingDay}
}

// publicDays are the public days of a year in the Netherlands. They are those of article 3 of the Algemene termijnenwet (wetten.overheid.nl,
// BWBR0002448): New Year, the second days of Easter and Pentecost, both days of Christmas, Ascension, the day on which the King's birthday is
// kept, 5 May, and Good Friday, which it puts beside them; with the Sundays of Easter and Pentecost, as the government's own list has them
// (rijksoverheid.nl, "officiële feestdagen"). That says too that nobody has a right to these days off: so a meeting on one is told, never refused.
func publicDays(year int) []Stretch {
	on := func(m time.Month, d int) time.Time { return time.Date(year, m, d, 0, 0, 0, 0, time.UTC) }
	easter := easterOf(year)
	after := func(days int) time.Time { return easter.AddDate(0, 0, days) }
	one := func(code string, day time.Time) Stretch { return Stretch{Code: code, From: day, To: day} }
	return []Stretch{one(NewYear, on(time.January, 1)), one(GoodFriday, after(-2)), one(Easter, easter), one(EasterMonday, after(1)),
		one(KingsDay, kingsDay(year)), one(Liberation, on(time.May, 5)), one(Ascension, after(39)), one(Pentecost, after(49)),
		one(WhitMonday, after(50)), one(Christmas, on(time.December, 25)), one(BoxingDay, on(time.December, 26))}
}

// kingsDay is 27 April, the King's birthday, or the day before where that is a Sunday, as in 2025 and 2031.
func kingsDay(year int) time.Time {
	day := time.Date(year, time.April, 27, 0, 0, 0, 0, time.UTC)
	if day.Weekday() == time.Sunday {
		day = day.AddDate(0, 0, -1)
	}
	return day
}

// easterOf is Easter Sunday in the Gregorian calendar: the algorithm of Meeus, Jones and Butcher (J. Meeus, Astronomical Algorithms, chapter 8).
func easterOf(year int) time.Time {
	a, b, c := year%19, year/100, year%100
	d, e, f := b/4, b%4, (b+8)/25
	g := (b - f + 1) / 3
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return time.Date(year, time.Month(n/31), n%31+1, 0, 0, 0, 0, time.UTC)
}
