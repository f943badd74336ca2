package plain

// Span marks a part of a text by byte offsets: text[Start:End].
type Span struct {
	Start, End int
}

// Strength is how surely a number is a citizen service number.
type Strength uint8

// The strengths.
const (
	Asked   Strength = iota + 1 // it may be one: a person says that it is something else
	Refused                     // it is taken for one
)

// Mark is a part of a text that can be a citizen service number.
type Mark struct {
	Span
	Strength
}

// Place is what the place of a text says about the numbers in it.
type Place uint8

// The places.
const (
	InWords  Place = iota // any words
	InNumber              // a telephone number, an amount, a day, a number of the KvK, of a school or of another system
	InCode                // a code that the program made: nobody typed it
)

// FindBSN returns where a text holds what can be a citizen service number (burgerservicenummer), in order of place. It takes
// time in proportion to the text, and returns nil, without allocating, when there is none.
//
// Refused are nine digits of any script that pass the elfproef, whatever separators, line breaks and invisible signs stand
// between: everything but letters and signs of reckoning joins digits, up to four signs. Asked are nine such digits where the
// place, or a word or sign right before, says that they are a telephone number, an amount, a day, or a number of the KvK or a
// school, or where they stand in a list with commas; and eight that pass with a zero before them. Behind a word for the number
// itself, such as BSN, both are refused.
//
// What can be told by its form is no such number: days, times, amounts with cents, telephone numbers with a country code or ten
// digits, an IBAN, a bank card, a postcode, a case number with a year,
// coordinates, an id of 32 hexadecimal digits. See bsn_shape.go. A number that goes on with
// the same separator is a longer one.
//
// Sources: the test 9a+8b+7c+6d+5e+4f+3g+2h−i, divisible by eleven, is that of the "Logisch ontwerp BSN" of the
// Rijksdienst voor Identiteitsgegevens; that others than those named by law may not use the number is article 46 of the
// Uitvoeringswet AVG.
func FindBSN(text string, in Place) (found []Mark) {
	if in == InCode {
		return nil
	}
	var room [32]group
	for at := 0; at < len(text); {
		var c chain
		c, at = nextChain(text, at, room[:0])
		if c.digits() < 8 {
			continue
		}
		c.text = text
		c.name()
		found = c.find(found, in)
	}
	return found
}

// Refuses says whether a text holds what is taken for a citizen service number.
func Refuses(text string, in Place) bool {
	for _, m := range FindBSN(text, in) {
		if m.Strength == Refused {
			return true
		}
	}
	return false
}

// find looks at every row of whole groups with nine or eight digits.
func (c chain) find(found []Mark, in Place) []Mark {
	for i := 0; i < len(c.groups); {
		first := i
		for _, want := range [...]int{9, 8} {
			if n := c.row(i, want); n > 0 {
				if s := c.strength(i, i+n, want, in); s > 0 {
					found = append(found, Mark{Span{c.groups[i].start, c.groups[i+n-1].end}, s})
					i += n
					break
				}
			}
		}
		if i == first {
			i++
		}
	}
	return found
}

// row is how many groups from the i-th on hold so many digits, 0 where none do.
func (c chain) row(i, digits int) int {
	for n := 0; i+n < len(c.groups) && digits > 0; n++ {
		if digits -= c.groups[i+n].n; digits == 0 {
			return n + 1
		}
	}
	return 0
}

// strength says how surely groups i up to j, of so many digits, are a citizen service number; 0 when they are none.
func (c chain) strength(i, j, digits int, in Place) Strength {
	if !elfproef(c.number(i, j)) || c.explained(i, j, digits) || !c.alone(i, j) || inID(c.text, c.groups[i].start) {
		return 0
	}
	says := c.said(c.groups[i].start)
	switch {
	case says == saysBSN:
		return Refused
	case digits == 8 && (says == saysOther || in == InNumber || !c.even(i, j)):
		return 0
	case digits == 8, says == saysOther, in == InNumber, c.listed(i, j):
		return Asked
	}
	return Refused
}

// number is the value of groups i up to j, of nine digits at most.
func (c chain) number(i, j int) (v uint64) {
	for ; i < j; i++ {
		for range c.groups[i].n {
			v *= 10
		}
		v += c.groups[i].value
	}
	return v
}

// elfproef tells whether a number of nine digits passes the test for citizen service numbers.
func elfproef(v uint64) bool {
	if v == 0 {
		return false
	}
	sum := -int(v % 10)
	for weight := 2; weight <= 9; weight++ {
		v /= 10
		sum += weight * int(v%10)
	}
	return sum%11 == 0
}

// explained tells whether groups i up to j are, or are a part of, something that its form tells: a thing told for sure, or
// one that goes on outside, or that leaves no more than three digits.
func (c chain) explained(i, j, digits int) bool {
	left, told := digits, false
	for k := i; k < j; k++ {
		g := c.groups[k]
		switch {
		case g.shape == sure:
			return true
		case g.shape == likely:
			if k == i && g.part > 0 || k == j-1 && j < len(c.groups) && c.groups[j].shape == likely && c.groups[j].part > 0 {
				return true
			}
			left -= g.n
			told = true
		}
	}
	return told && left <= 3
}

// alone tells whether groups i up to j are a number of their own: what joins them to their neighbours is wider than what joins
// them to each other, or a comma or line where those are not, or they are three groups at most and no part of an even row.
func (c chain) alone(i, j int) bool {
	if j-i == 1 {
		return true
	}
	widest, inside := tight, [lined + 1]bool{}
	for k := i + 1; k < j; k++ {
		w := c.groups[k].before.width
		widest, inside[w] = max(widest, w), true
	}
	apart := func(beside, edge group, s separator) bool {
		switch {
		case beside.shape > 0 || s.width > widest || s.width >= spaced && !inside[s.width]:
			return true
		case s.width == tight && s == c.groups[i+1].before:
			return false
		}
		return j-i <= 3 && beside.n != edge.n
	}
	return (i == 0 || apart(c.groups[i-1], c.groups[i], c.groups[i].before)) &&
		(j == len(c.groups) || apart(c.groups[j], c.groups[j-1], c.groups[j].before))
}

// even tells whether groups i up to j are one number: joined by one and the same separator, with no neighbours, and no year
// with a number behind it.
func (c chain) even(i, j int) bool {
	if j-i == 1 {
		return true
	}
	for k := i + 1; k < j; k++ {
		if c.groups[k].before != c.groups[i+1].before || c.groups[k].before.width >= listed {
			return false
		}
	}
	free := func(k int) bool { return k < 0 || k >= len(c.groups) || c.groups[k].shape > 0 }
	return free(i-1) && free(j) && !c.groups[i].year()
}

// listed tells whether groups i up to j stand in a list with commas.
func (c chain) listed(i, j int) bool {
	for k := i + 1; k < j; k++ {
		if c.groups[k].before.width == listed {
			return true
		}
	}
	return false
}
