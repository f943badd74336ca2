package plain

import (
	"strings"
	"unicode/utf8"
)

// numberSign stands before a telephone number among the words of a text: no folded word has it, so that a number is found by what
// is a number only.
const numberSign = '+'

// dial is digits of a text that can be one telephone number: groups with only signs between them that stand in numbers.
type dial struct {
	start, end int
	groups     []dialGroup
}

// dialGroup is digits with nothing between them.
type dialGroup struct {
	start, end int
	digits     string
	plus       bool // a + stands before it
	trunk      bool // it is the (0) of +31 (0)6
}

// nextDial reads the next row of digits of a text from a place on; ok is false where there is none. Digits that letters touch are
// a word, not a number.
func nextDial(text string, at int) (d dial, ok bool) {
	before := ' '
	var digits []byte
	var g dialGroup
	ends := func(end int) {
		if len(digits) > 0 {
			g.end, g.digits = end, string(digits)
			d.groups, d.end = append(d.groups, g), end
			digits, g = digits[:0], dialGroup{}
		}
	}
	plus, between := -1, 0
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		v, isDigit := digitOf(r)
		switch {
		case unseen(r):
		case isDigit:
			if len(digits) == 0 {
				if letters(before) {
					at = skipWord(text, at)
					if len(d.groups) > 0 {
						return d, true
					}
					before, plus, between = ' ', -1, 0
					continue
				}
				g.start, g.plus = at, plus >= 0
				if g.plus {
					g.start = plus
				}
				if len(d.groups) == 0 {
					d.start = g.start
				}
			}
			digits, plus, between = append(digits, byte('0'+v)), -1, 0
			before = r
		case letters(r):
			if len(digits) > 0 { // 2562AB
				digits = digits[:0]
				at = skipWord(text, at)
				if len(d.groups) > 0 {
					return d, true
				}
				before, g = ' ', dialGroup{}
				continue
			}
			if len(d.groups) > 0 {
				return d, true
			}
			before, plus = r, -1
		case r == '+':
			ends(at)
			if len(d.groups) > 0 {
				return d, true
			}
			plus, before = at, ' '
		case strings.ContainsRune(" \t.-/()\u00a0\u202f\u2009\u2010\u2011\u2012\u2013", r):
			ends(at)
			if n := len(d.groups); n > 0 && r == ')' && d.groups[n-1].digits == "0" && between == 0 && before != ' ' {
				d.groups[n-1].trunk = strings.HasSuffix(strings.TrimRight(text[:d.groups[n-1].start], " "), "(")
			}
			if between++; between > most && len(d.groups) > 0 {
				return d, true
			}
			before = ' '
		default:
			ends(at)
			if len(d.groups) > 0 {
				return d, true
			}
			before, plus = ' ', -1
		}
		at += size
	}
	ends(len(text))
	return d, len(d.groups) > 0
}

func letters(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r == '_' || r >= utf8.RuneSelf && parts(r)
}

// skipWord is where the letters and digits from a place on end.
func skipWord(text string, at int) int {
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		if _, isDigit := digitOf(r); !isDigit && !letters(r) && !unseen(r) {
			break
		}
		at += size
	}
	return at
}

// inOne is groups of digits as one number, with the + before it; without (0).
func inOne(groups []dialGroup) string {
	var b strings.Builder
	for i, g := range groups {
		if i == 0 && g.plus {
			b.WriteByte('+')
		}
		if !g.trunk {
			b.WriteString(g.digits)
		}
	}
	return b.String()
}

// whole visits the telephone numbers in a row of digits, as NormalPhone writes them, and of which groups each consists; another
// country's goes as far as it can.
func (d dial) whole(visit func(number string, from, to int)) {
	for i := 0; i < len(d.groups); {
		end, number := i+1, ""
		for j := i; j < len(d.groups); j++ {
			if g := d.groups[j]; number != "" && g.digits[0] == '0' && !g.trunk {
				break // another number begins
			}
			n, ok := NormalPhone(inOne(d.groups[i : j+1]))
			if !ok {
				continue
			}
			end, number = j+1, n
			if n[0] != '+' || strings.HasPrefix(n, "+31") {
				break
			}
		}
		if len(number) > 3 { // 112 is a word
			visit(number, i, end)
		}
		i = end
	}
}

// bare is a telephone number as it is kept among words: without + and 31.
func bare(normal string) string {
	if n, ok := strings.CutPrefix(normal, "+31"); ok {
		return n
	}
	return strings.TrimPrefix(normal, "+")
}

// appendNumbers appends the telephone numbers in a text to its folded words.
func appendNumbers(dst []byte, text string) []byte {
	for at := 0; at < len(text); {
		d, ok := nextDial(text, at)
		if !ok {
			break
		}
		d.whole(func(number string, _, _ int) {
			dst = append(append(dst, ' ', numberSign), bare(number)...)
		})
		at = max(d.end, at+1)
	}
	return dst
}

// leastPart is how many digits of a telephone number, at its end, find it.
const leastPart = 4

// PhoneWords are the words by which a telephone number is found beside its own, with a space before each: the number, and the parts
// it ends with. What is no number, as far as it can be told, is found by its digits.
func PhoneWords(phone string) string {
	var b []byte
	add := func(n string) {
		for ; len(n) >= leastPart; n = n[1:] {
			b = append(append(b, ' ', numberSign), n...)
		}
	}
	found := false
	for at := 0; at < len(phone); {
		d, ok := nextDial(phone, at)
		if !ok {
			break
		}
		d.whole(func(number string, _, _ int) { add(bare(number)); found = true })
		if at = max(d.end, at+1); !found {
			add(strings.TrimLeft(strings.TrimPrefix(inOne(d.groups), "+"), "0"))
		}
	}
	return string(b)
}

// beginnings are the words by which a telephone number that begins so, or that somebody is still typing, is found.
func beginnings(groups []dialGroup) (out []string) {
	n := inOne(groups)
	add := func(s string) {
		if s != "" {
			out = append(out, string(numberSign)+s)
		}
	}
	abroad, plus := strings.CutPrefix(n, "+")
	if !plus {
		abroad, plus = strings.CutPrefix(n, "00")
		if plus {
			add(n) // the end of a number with zeros in it
		}
	}
	switch {
	case plus && strings.HasPrefix(abroad, "31"):
		add(strings.TrimPrefix(abroad[2:], "0"))
	case plus:
		add(abroad)
	case len(n) < 2:
	case n[0] == '0':
		add(n[1:])
		add(n) // 0800 …
	case strings.HasPrefix(n, "31") && len(n) > 4:
		add(strings.TrimPrefix(n[2:], "0"))
		add(n)
	default:
		add(n)
	}
	return out
}
