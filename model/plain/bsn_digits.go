package plain

import (
	"unicode"
	"unicode/utf8"
)

// group is digits with nothing visible between them.
type group struct {
	start, end int
	n          int       // how many digits
	value      uint64    // as one number, of 18 digits at most
	before     separator // what joins it to the group before
	shape      shape     // it is part of something that its form tells
	part       int       // the how-manieth group of that it is
}

// chain is groups of digits between which only separators stand.
type chain struct {
	text   string
	groups []group
}

func (c chain) digits() (n int) {
	for _, g := range c.groups {
		n += g.n
	}
	return n
}

// width is how far apart a separator puts two groups.
type width uint8

const (
	tight  width = iota // 12-34
	blank               // 12 34
	spaced              // 12 - 34
	listed              // 12, 34
	lined               // on two lines
)

// separator is what joins two groups: how wide, and its first visible sign, a blank where it has none.
type separator struct {
	width width
	sign  rune
}

// digitOf is the value of a decimal digit of any script.
func digitOf(r rune) (uint64, bool) {
	if r <= '9' {
		return uint64(r - '0'), r >= '0'
	}
	if r < 0x660 || !unicode.Is(unicode.Nd, r) {
		return 0, false
	}
	if r <= 0xffff {
		for _, g := range unicode.Nd.R16 {
			if uint16(r) <= g.Hi {
				return uint64(uint16(r)-g.Lo) % 10, true // every range begins with a zero
			}
		}
	}
	for _, g := range unicode.Nd.R32 {
		if uint32(r) <= g.Hi {
			return uint64(uint32(r)-g.Lo) % 10, true
		}
	}
	return 0, false
}

// unseen tells whether a sign takes no place of its own: marks, signs of direction, soft hyphens, controls, fillers.
func unseen(r rune) bool {
	switch {
	case r < 0x80:
		return r < ' ' && r != '\t' && r != '\n' && r != '\r' && r != '\v' && r != '\f' || r == 0x7f
	case r == 0x115f, r == 0x1160, r == 0x3164, r == 0xffa0:
		return true
	}
	return r < 0xa0 && r != 0x85 || unicode.In(r, unicode.Cf, unicode.Mn, unicode.Me)
}

// parts tells whether a sign parts two numbers: letters, signs of reckoning and of money, fractions.
func parts(r rune) bool {
	switch r {
	case '+', '=', '<', '>', '%', '×', '÷', '±', '°', '@', '#':
		return true
	}
	if r < 0x80 {
		return letter(byte(r)) || r == '$'
	}
	return unicode.IsLetter(r) || unicode.Is(unicode.Sc, r) || unicode.IsNumber(r)
}

// most is how many signs, a row of blanks counted as one, join digits at most.
const most = 4

// nextChain reads the first chain of digits from a place on, into the given room, and tells where to go on.
func nextChain(text string, at int, room []group) (chain, int) {
	c := chain{groups: room}
	var between struct {
		signs          int
		visible        rune
		space, newline bool
		comma          bool
	}
	seen := false // something visible since the last digit
	for at < len(text) {
		r, size := rune(text[at]), 1
		if len(c.groups) == 0 && r < utf8.RuneSelf && !digit(text[at]) {
			at++
			continue
		}
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[at:])
		}
		if v, ok := digitOf(r); ok {
			if n := len(c.groups); n > 0 && !seen {
				g := &c.groups[n-1]
				g.n++
				g.end = at + size
				if g.n <= 18 {
					g.value = g.value*10 + v
				}
			} else {
				s := separator{sign: between.visible}
				switch {
				case between.newline:
					s.width = lined
				case between.comma && between.space:
					s.width = listed
				case between.visible != 0 && between.space:
					s.width = spaced
				case between.space:
					s = separator{width: blank, sign: ' '}
				}
				c.groups = append(c.groups, group{start: at, end: at + size, n: 1, value: v, before: s})
			}
			between.signs, between.visible, between.space, between.newline, between.comma, seen = 0, 0, false, false, false, false
			at += size
			continue
		}
		if len(c.groups) == 0 || unseen(r) {
			at += size
			continue
		}
		if parts(r) {
			return c, at
		}
		switch {
		case r == '\n' || r == '\r' || r == '\v' || r == '\f' || r == 0x85 || r == 0x2028 || r == 0x2029:
			if !between.space {
				between.signs++
			}
			between.space, between.newline = true, true
		case unicode.IsSpace(r) || r == 0x2800:
			if !between.space || between.visible != 0 {
				between.signs++
			}
			between.space = true
		default:
			between.signs++
			if between.visible == 0 {
				between.visible = r
				between.comma = r == ',' || r == ';'
			}
		}
		seen = true
		if between.signs > most {
			return c, at
		}
		at += size
	}
	return c, at
}

func digit(b byte) bool { return b-'0' <= 9 }
