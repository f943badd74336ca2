package plain

import (
	"strings"
	"unicode/utf8"
)

// Blank is what stands for a digit that is not kept or not shown.
const Blank = '▯'

// Masked is a text in which the digits of numbers that are refused are blanked out; the rest stays.
func Masked(text string, in Place) string {
	masked, _ := blanked(text, in, Refused, -1)
	return masked
}

// Digits are the digits of a text in ASCII.
func Digits(text string) string {
	var out []byte
	for _, r := range text {
		if v, ok := digitOf(r); ok {
			out = append(out, byte('0'+v))
		}
	}
	return string(out)
}

// around is how many bytes of words beside a number are shown with it, at most.
const around = 24

// Around is the i-th number of those that FindBSN marks in a text with some words around it, all such numbers blanked out.
func Around(text string, in Place, i int) string {
	masked, at := blanked(text, in, Asked, i)
	from, to := max(0, at.Start-around), min(len(masked), at.End+around)
	if from > 0 {
		from = at.Start - len(masked[from:at.Start]) + strings.IndexByte(masked[from:at.Start]+" ", ' ')
	}
	if to < len(masked) {
		to = at.End + max(0, strings.LastIndexByte(masked[at.End:to], ' '))
	}
	return strings.Join(strings.Fields(masked[min(from, at.Start):to]), " ")
}

// blanked is a text without the digits of numbers from a strength on, and where the i-th of all numbers stands in it.
func blanked(text string, in Place, from Strength, i int) (string, Span) {
	var out []byte
	var at Span
	last := 0
	for k, m := range FindBSN(text, in) {
		if m.Strength < from {
			continue
		}
		out = append(out, text[last:m.Start]...)
		start := len(out)
		for _, r := range text[m.Start:m.End] {
			if _, ok := digitOf(r); ok {
				r = Blank
			}
			out = utf8.AppendRune(out, r)
		}
		if last = m.End; k == i {
			at = Span{start, len(out)}
		}
	}
	if last == 0 {
		return text, at
	}
	return string(append(out, text[last:]...)), at
}
