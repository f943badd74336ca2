package plain

import "strings"

// shape is how surely groups of digits are something that their form tells.
type shape uint8

const (
	likely shape = iota + 1 // a time, a short day, an amount: with a few digits beside it
	sure
)

// name finds in a chain what its form tells, from left to right, the longest first.
func (c chain) name() {
	for i := 0; i < len(c.groups); {
		n, how := c.form(i)
		for k := range n {
			c.groups[i+k].shape, c.groups[i+k].part = how, k
		}
		i += max(n, 1)
	}
}

// form tells how many groups from the i-th on are something by their form, and how surely.
func (c chain) form(i int) (int, shape) {
	n := 0
	is := func(of int) bool {
		n = of
		return n > 0
	}
	switch {
	case is(c.abroad(i)), is(c.phone(i)), is(c.iban(i)), is(c.card(i)), is(c.day(i)), is(c.amount(i)), is(c.code(i)), is(c.coordinate(i)):
		return n, sure
	case is(c.shortDay(i)), is(c.time(i)), is(c.cents(i)), is(c.month(i)):
		return n, likely
	}
	return 0, 0
}

// upTo is how many groups from the i-th on have so many digits together, none of them a list; 0 where none do.
func (c chain) upTo(i, digits int) int {
	n := c.row(i, digits)
	for k := i + 1; k < i+n; k++ {
		if c.groups[k].before.width >= listed {
			return 0
		}
	}
	return n
}

// head is the value of the first digits of a group.
func (g group) head(n int) uint64 {
	v := g.value
	for k := min(g.n, 18); k > n; k-- {
		v /= 10
	}
	return v
}

// abroad is a telephone number with a country code: + or 00 before it. Those of the Netherlands have nine digits more, or a
// zero and nine; others ten to fifteen with their code.
func (c chain) abroad(i int) int {
	g := c.groups[i]
	plus := i == 0 && strings.HasSuffix(strings.TrimRight(c.text[:g.start], " (\u00a0\u202f"), "+")
	zeros := 0
	switch {
	case plus:
	case g.n >= 3 && g.n != 9 && g.head(2) == 0 && g.head(3) > 0:
		zeros = 2
	default: // 31 6 12345678
		if g.n != 2 || g.value != 31 || i+1 >= len(c.groups) || c.groups[i+1].n > 1 || c.groups[i+1].value != 6 {
			return 0
		}
	}
	code := g.head(zeros + 2)
	if g.n >= zeros+2 && code == 31 {
		if n := c.upTo(i, zeros+11); n > 0 {
			return n
		}
		return c.upTo(i, zeros+12)
	}
	if !plus && zeros == 0 {
		return 0
	}
	total, n := 0, 0
	for k := i; k < len(c.groups) && total+c.groups[k].n <= zeros+15 && (k == i || c.groups[k].before.width < listed); k++ {
		total += c.groups[k].n
		n++
	}
	if total < zeros+10 {
		return 0
	}
	return n
}

// phone is a Dutch number of ten digits with its zero, however it is grouped: not as nine and one, but for (0)612345678.
func (c chain) phone(i int) int {
	g := c.groups[i]
	if g.head(1) != 0 || g.n > 1 && g.head(2) == 0 || g.n == 1 && (i+1 == len(c.groups) || c.groups[i+1].head(1) == 0) {
		return 0
	}
	if g.n == 4 && (g.value == 800 || g.value == 900) {
		if n := c.upTo(i, 8); n > 0 {
			return n
		}
		return c.upTo(i, 11)
	}
	n := c.upTo(i, 10)
	if n == 0 {
		return 0
	}
	if n == 2 && g.n == 1 && (c.groups[i+1].before.sign == ')' || c.groups[i+1].head(1) == 6) {
		return n
	}
	last := c.groups[i+n-1]
	if n > 1 && last.n == 1 && c.groups[i+n-2].n > 1 {
		return 0
	}
	for k := i; k < i+n; k++ {
		if c.groups[k].n == 9 {
			return 0
		}
	}
	return n
}

// iban is an international account number: two letters and two digits before it, and a check of all of it.
func (c chain) iban(i int) int {
	g := c.groups[i]
	if g.n < 2 || g.start < 2 || i > 0 && c.groups[i-1].end == g.start {
		return 0
	}
	from := g.start - 2
	if !letter(c.text[from]) || !letter(c.text[from+1]) || from > 0 && (letter(c.text[from-1]) || digit(c.text[from-1])) {
		return 0
	}
	rest, n, last := 0, 0, 0
	turned := func(rest int, b byte) int { // the letters and digits of the bank come first, those of the country last
		if digit(b) {
			return (rest*10 + int(b-'0')) % 97
		}
		return (rest*100 + int(b|0x20-'a') + 10) % 97
	}
	for k := from + 4; k < len(c.text) && n < 30; k++ {
		b := c.text[k]
		if !letter(b) && !digit(b) {
			if b == ' ' || b == '.' || b == '-' {
				continue
			}
			break
		}
		rest = turned(rest, b)
		if n++; n < 11 {
			continue
		}
		all := rest
		for m := range 4 {
			all = turned(all, c.text[from+m])
		}
		if all == 1 {
			last = k + 1
		}
	}
	for k := i; k < len(c.groups); k++ {
		if c.groups[k].end > last {
			return k - i
		}
	}
	if last > 0 {
		return len(c.groups) - i
	}
	return 0
}

func letter(b byte) bool { return b|0x20-'a' <= 'z'-'a' }

// shaped tells whether the groups from the i-th on have these sizes, all joined by one separator with which they neither begin
// nor go on, no wider than so.
func (c chain) shaped(i int, wide width, sizes ...int) bool {
	if i+len(sizes) > len(c.groups) {
		return false
	}
	s := c.groups[i+1].before
	for k, n := range sizes {
		g := c.groups[i+k]
		if g.n != n && (n > 0 || g.n > -n) || k > 0 && g.before != s {
			return false
		}
	}
	before := i > 0 && c.groups[i].before == s && s.width != blank
	after := i+len(sizes) < len(c.groups) && c.groups[i+len(sizes)].before == s && s.width != blank
	return s.width <= wide && !before && !after
}

// card is a bank card: four times four.
func (c chain) card(i int) int {
	if c.groups[i].n == 4 && c.shaped(i, tight+1, 4, 4, 4, 4) {
		return 4
	}
	return 0
}

// year says whether a group can be a year that people write about.
func (g group) year() bool { return g.n == 4 && g.value >= 1900 && g.value < 2100 }

// onCalendar says whether a day and a month can go together.
func onCalendar(day, month uint64) bool {
	return day >= 1 && month >= 1 && month <= 12 && day <= 31 && (day <= 30 || month != 4 && month != 6 && month != 9 && month != 11) &&
		(day <= 29 || month != 2)
}

// day is a day with a year of four digits, in any order: 12-03-2024, 2024-03-12, 20240312, 12032024, or two years, 2024-2025.
func (c chain) day(i int) int {
	g := c.groups[i]
	if g.n == 8 {
		a, b := g.value/10000, g.value%10000
		if a >= 1900 && a < 2100 && onCalendar(b%100, b/100) || b >= 1900 && b < 2100 && onCalendar(a/100, a%100) {
			return 1
		}
		return 0
	}
	if i+1 < len(c.groups) && g.year() && c.groups[i+1].year() && c.shaped(i, spaced, 4, 4) {
		return 2
	}
	if i+2 >= len(c.groups) {
		return 0
	}
	b, d := c.groups[i+1], c.groups[i+2]
	if d.year() && onCalendar(g.value, b.value) && c.shaped(i, spaced, -2, -2, 4) ||
		g.year() && onCalendar(d.value, b.value) && c.shaped(i, spaced, 4, -2, -2) {
		return 3
	}
	return 0
}

// amount is an amount with its thousands apart and cents, 1.234.567,89 or 1,234.56, or any with cents behind a sign of money.
func (c chain) amount(i int) int {
	g := c.groups[i]
	if g.n > 3 || i+1 >= len(c.groups) || i > 0 && c.groups[i].before.width == tight {
		return c.money(i)
	}
	s := c.groups[i+1].before
	if s.width != tight || s.sign != '.' && s.sign != ',' {
		return c.money(i)
	}
	for k := i + 1; k < len(c.groups) && c.groups[k].before.width == tight; k++ {
		switch b := c.groups[k]; {
		case b.n == 3 && b.before == s:
		case b.n == 2 && k > i+1 && b.before != s && (b.before.sign == '.' || b.before.sign == ','):
			return k + 1 - i
		default:
			return c.money(i)
		}
	}
	return c.money(i)
}

// money is an amount with cents behind a sign of money, its thousands together.
func (c chain) money(i int) int {
	if i == 0 && len(c.groups) > 1 && c.groups[1].n == 2 && c.groups[1].before == (separator{tight, ','}) && c.said(c.groups[0].start) == saysOther &&
		c.shaped(0, tight, c.groups[0].n, 2) {
		return 2
	}
	return 0
}

// code is a postcode, four digits and two capitals, or the number of a case, a year and five digits.
func (c chain) code(i int) int {
	g := c.groups[i]
	if g.n != 4 {
		return 0
	}
	rest := strings.TrimLeft(c.text[g.end:min(g.end+6, len(c.text))], " \u00a0")
	if g.head(1) > 0 && len(rest) >= 2 && capital(rest[0]) && capital(rest[1]) && (len(rest) == 2 || !letter(rest[2])) {
		return 1
	}
	if i+1 < len(c.groups) && g.value >= 1990 && g.value < 2060 && c.groups[i+1].n == 5 && c.shaped(i, tight, 4, 5) {
		return 2
	}
	return 0
}

// coordinate is a place on earth, 52.0705123: behind a minus, or beside another one.
func (c chain) coordinate(i int) int {
	degrees := func(k int) bool {
		return k >= 0 && k+1 < len(c.groups) && c.groups[k].n <= 3 && c.groups[k].value <= 180 && c.groups[k+1].n >= 4 && c.groups[k+1].before == (separator{tight, '.'})
	}
	if !degrees(i) {
		return 0
	}
	start := c.groups[i].start
	beside := func(k int) bool { return k < len(c.groups) && c.groups[k].before.sign == ',' }
	if start > 0 && c.text[start-1] == '-' || beside(i) && degrees(i-2) || beside(i+2) && degrees(i+2) {
		return 2
	}
	return 0
}

// inID tells whether a place lies in an id as computers write them, 0182254a-0000-7000-8000-a882254960ab, in which a row of digits
// means nothing.
func inID(text string, at int) bool {
	const form = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx"
	for from := max(0, at-len(form)+1); from <= at && from+len(form) <= len(text); from++ {
		k := 0
		for k < len(form) && (form[k] == text[from+k] || form[k] == 'x' && (digit(text[from+k]) || text[from+k]|0x20-'a' < 6)) {
			k++
		}
		if k == len(form) {
			return true
		}
	}
	return false
}

func capital(b byte) bool { return b-'A' <= 'Z'-'A' }

// shortDay is a day with a year of two digits, 12-03-24.
func (c chain) shortDay(i int) int {
	if i+2 < len(c.groups) && onCalendar(c.groups[i].value, c.groups[i+1].value) && c.shaped(i, tight, -2, -2, 2) {
		return 3
	}
	return 0
}

// time is a time of day, 9:30 or 09:30:15.
func (c chain) time(i int) int {
	if i+1 >= len(c.groups) || c.groups[i+1].before != (separator{tight, ':'}) || c.groups[i].value > 24 || c.groups[i+1].value > 59 {
		return 0
	}
	if i+2 < len(c.groups) && c.groups[i+2].value < 60 && c.shaped(i, tight, -2, 2, 2) {
		return 3
	}
	if c.shaped(i, tight, -2, 2) {
		return 2
	}
	return 0
}

// cents is an amount below ten thousand with cents, 12,50.
func (c chain) cents(i int) int {
	if i+1 < len(c.groups) && c.groups[i+1].before == (separator{tight, ','}) && c.shaped(i, tight, -4, 2) {
		return 2
	}
	return 0
}

// month is a month of a year, 03-2024, or a day without one, 12-3 and 12/3; or a year behind the name of a month.
func (c chain) month(i int) int {
	g := c.groups[i]
	if i == 0 && g.year() && c.afterMonth(g.start) {
		return 1
	}
	if i+1 >= len(c.groups) {
		return 0
	}
	b := c.groups[i+1]
	if s := b.before; s.width != tight || s.sign != '-' && s.sign != '/' {
		return 0
	}
	switch {
	case b.year() && g.value >= 1 && g.value <= 12 && c.shaped(i, tight, -2, 4), g.year() && b.value >= 1 && b.value <= 12 && c.shaped(i, tight, 4, -2),
		onCalendar(g.value, b.value) && c.shaped(i, tight, -2, -2):
		return 2
	}
	return 0
}

// afterMonth tells whether the name of a month stands right before a place.
func (c chain) afterMonth(at int) bool {
	word := strings.TrimRight(c.text[max(0, at-12):at], " .,'-/\u00a0")
	word = word[strings.LastIndexAny(word, " -/")+1:]
	if len(word) < 3 {
		return false
	}
	for _, m := range [...]string{"jan", "feb", "maart", "mrt", "mar", "apr", "mei", "may", "jun", "jul", "aug", "sep", "okt", "oct", "nov", "dec"} {
		if len(word) >= len(m) && strings.EqualFold(word[:len(m)], m) {
			return true
		}
	}
	return false
}
