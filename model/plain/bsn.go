package plain

// Span marks a part of a text by byte offsets: text[Start:End].
type Span struct {
	Start, End int
}

// FindBSN returns where a text holds what can be a citizen service number (burgerservicenummer), in order of place.
// It returns nil, without allocating, when there is none.
//
// A number counts when its nine digits pass the elfproef and it stands alone. That is either one run of exactly nine
// ASCII digits with no digit beside it, or nine digits grouped as on Dutch documents and letters, 123.456.782 and
// 1234.56.782, with one and the same separator (a dot, a hyphen, a space or a no-break space) and no further group of
// digits joined on by that separator. Other groupings are not taken: they are dates, telephone numbers, IBANs
// (NL91 ABNA 0417 1643 00) and the old bank account numbers (12.34.56.789).
//
// Nine digits behind a country code (+31 612345678, 0031-612345678, +31 (0)612345678) are a telephone number. Without
// the code nobody can tell, and then the text is refused rather than a number kept.
//
// Sources: the test 9a+8b+7c+6d+5e+4f+3g+2h−i, divisible by eleven, is that of the "Logisch ontwerp BSN" of the
// Rijksdienst voor Identiteitsgegevens; that others than those named by law may not use the number is article 46 of the
// Uitvoeringswet AVG.
func FindBSN(text string) []Span {
	var found []Span
	for i := 0; i < len(text); i++ {
		if !digit(text[i]) {
			continue
		}
		end := digitsFrom(text, i)
		last := end
		switch end - i {
		case 9:
		case 3:
			last = grouped(text, i, end, 3, 3)
		case 4:
			last = grouped(text, i, end, 2, 3)
		default:
			last = 0
		}
		if last > 0 && elfproef(text[i:last]) && !countryCodeBefore(text, i) {
			found = append(found, Span{Start: i, End: last})
			end = last
		}
		i = end
	}
	return found
}

// elfproef tells whether the nine digits among the bytes of s pass the test for citizen service numbers.
func elfproef(s string) bool {
	sum, weight, some := 0, 9, false
	for i := 0; i < len(s); i++ {
		if !digit(s[i]) {
			continue
		}
		d := int(s[i] - '0')
		some = some || d != 0
		if weight == 1 {
			d = -d
		}
		sum += weight * d
		weight--
	}
	return some && sum%11 == 0
}

// grouped returns the end of a number whose first group of digits is text[start:end] and whose other groups have the
// given sizes, or 0 when it is something else.
func grouped(text string, start, end, second, third int) int {
	width := separator(text[end:])
	if width == 0 {
		return 0
	}
	sep := text[end : end+width]
	if before := start - width; before > 0 && text[before:start] == sep && digit(text[before-1]) {
		return 0
	}
	a := end + width
	b := digitsFrom(text, a)
	if b-a != second || len(text)-b < width || text[b:b+width] != sep {
		return 0
	}
	c := b + width
	d := digitsFrom(text, c)
	if d-c != third {
		return 0
	}
	if after := d + width; after < len(text) && text[d:after] == sep && digit(text[after]) {
		return 0
	}
	return d
}

// separator returns how many bytes the separator at the beginning of s takes, 0 for none.
func separator(s string) int {
	switch {
	case s == "":
		return 0
	case s[0] == ' ', s[0] == '.', s[0] == '-':
		return 1
	case len(s) >= 2 && s[:2] == "\u00a0":
		return 2
	case len(s) >= 3 && (s[:3] == "\u202f" || s[:3] == "\u2009" || s[:3] == "\u2011"):
		return 3
	}
	return 0
}

// countryCodeBefore tells whether what stands before start makes the digits there a telephone number.
func countryCodeBefore(text string, start int) bool {
	i := start
	if i > 0 && text[i-1] == '+' {
		return true
	}
	i = trimSeparators(text, i)
	if i >= 3 && text[i-3:i] == "(0)" {
		return true
	}
	code := i
	for code > 0 && i-code < 6 && digit(text[code-1]) {
		code--
	}
	switch n := i - code; {
	case n >= 1 && n <= 3 && code > 0 && text[code-1] == '+':
		return true
	case n >= 3 && n <= 5 && text[code:code+2] == "00":
		return true
	}
	return false
}

// trimSeparators moves back over at most two separators.
func trimSeparators(text string, i int) int {
	for range 2 {
		switch {
		case i >= 1 && separator(text[i-1:i]) == 1:
			i--
		case i >= 2 && separator(text[i-2:i]) == 2:
			i -= 2
		case i >= 3 && separator(text[i-3:i]) == 3:
			i -= 3
		}
	}
	return i
}

func digit(b byte) bool { return b-'0' <= 9 }

func digitsFrom(text string, i int) int {
	for i < len(text) && digit(text[i]) {
		i++
	}
	return i
}
