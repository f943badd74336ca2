package byhand

import (
	"strings"
	"unicode"
)

// piece is a run of digits, a word, or one sign of a text. Spaces are not kept, but it is known that there was one.
type piece struct {
	text   string // in small letters
	number int    // of digits; -1 for anything else
	after  bool   // a space stands before it
}

func (p piece) digits() int {
	if p.number < 0 {
		return 0
	}
	return len(p.text)
}

// longest is how long a text may be that says when something was, in bytes.
const longest = 60

// pieces takes a text apart; nil for one that is too long, or has a number of more than nine digits.
func pieces(text string) []piece {
	if len(text) > longest {
		return nil
	}
	var out []piece
	letters := []rune(strings.ToLower(text))
	space := false
	for i := 0; i < len(letters); {
		r := letters[i]
		end := i + 1
		switch {
		case unicode.IsSpace(r):
			space = true
			i++
			continue
		case r >= '0' && r <= '9':
			n := 0
			for end = i; end < len(letters) && letters[end] >= '0' && letters[end] <= '9'; end++ {
				if end-i == 9 {
					return nil
				}
				n = n*10 + int(letters[end]-'0')
			}
			out = append(out, piece{string(letters[i:end]), n, space})
		case unicode.IsLetter(r):
			for end < len(letters) && unicode.IsLetter(letters[end]) {
				end++
			}
			out = append(out, piece{string(letters[i:end]), -1, space})
		default:
			if r == '’' || r == '‘' || r == '`' || r == '´' {
				r = '\''
			}
			if r == '–' || r == '‑' || r == '‐' {
				r = '-'
			}
			out = append(out, piece{string(r), -1, space})
		}
		space, i = false, end
	}
	return out
}

// reader walks over pieces.
type reader struct {
	rest []piece
}

func (r *reader) done() bool { return len(r.rest) == 0 }

func (r *reader) peek() piece {
	if len(r.rest) == 0 {
		return piece{number: -1}
	}
	return r.rest[0]
}

// word takes the next piece where it is one of these.
func (r *reader) word(any ...string) bool {
	for _, w := range any {
		if p := r.peek(); p.number < 0 && p.text == w {
			r.rest = r.rest[1:]
			return true
		}
	}
	return false
}

// number takes the next piece where it is a number of that many digits at most.
func (r *reader) number(digits int) (piece, bool) {
	p := r.peek()
	if p.number < 0 || len(p.text) > digits {
		return p, false
	}
	r.rest = r.rest[1:]
	return p, true
}

// short keeps what is quoted in a message short.
func short(s string) string {
	const most = 40
	for i := range s {
		if i >= most {
			return s[:i] + "…"
		}
	}
	return s
}
