// Package smallcells keeps small numbers out of what leaves the house: a cell that counts one to four people or requests is not printed, and
// neither is another one of its table, so that nobody works it out from the total.
//
// The total of a table stays. What is hidden is chosen so that even somebody who knows this rule, and takes every printed number away from the
// total, is left with at least two answers for each small cell; where that cannot be, the whole table is withheld. Of the larger one that is
// hidden with them, who does not know the rule is left with two answers, too. What two reports
// of nearly the same period tell by their difference is not kept from anybody here.
//
// The method is cell suppression as in Hundepool and others, Statistical Disclosure Control (2012), chapter 4, with one table a total.
package smallcells

import "slices"

// Least is the smallest number that is printed; nothing at all is printed, too, as 0.
const Least = 5

// Mark says how a cell is printed.
type Mark uint8

// The ways.
const (
	Shown  Mark = iota // as it is
	Small              // less than Least
	Beside             // Least or more, hidden so that no small one can be worked out
)

// IsSmall tells whether a number is too small to be printed.
func IsSmall(n int) bool { return n > 0 && n < Least }

// Hide says how the cells of one table are printed whose total is known. ok is false where no way hides the small ones: then nothing of the table
// may be printed, not even which rows it has. Cells below 0 count as 0.
//
// Where one or more are small, the smallest of the others is hidden with them, always: whether it is may not depend on the small numbers
// themselves, since its absence would tell about them. Who reads it knows of this one only that it is no larger than those that are printed.
func Hide(cells []int) (marks []Mark, ok bool) {
	marks = make([]Mark, len(cells))
	small, beside := 0, -1
	for i, n := range cells {
		switch {
		case IsSmall(n):
			marks[i] = Small
			small++
		case n >= Least && (beside < 0 || n < cells[beside]):
			beside = i
		}
	}
	if small == 0 {
		return marks, true
	}
	if beside < 0 {
		return make([]Mark, len(cells)), false
	}
	marks[beside] = Beside
	spans := Spans(cells, marks)
	for i, s := range spans {
		if marks[i] == Small && s.Low == s.High {
			return make([]Mark, len(cells)), false
		}
	}
	return marks, true
}

// Span is what can be known of a cell: the least and the most that it can be.
type Span struct{ Low, High int }

// Spans gives what a reader can work out of each cell from what is printed of a table, who knows the total and how Hide chooses.
func Spans(cells []int, marks []Mark) []Span {
	out := make([]Span, len(cells))
	hidden, most := 0, 0
	for i, n := range cells {
		out[i] = Span{n, n}
		if marks[i] != Shown {
			hidden += n
		}
	}
	most = hidden // no cell is more than all that is hidden
	for i, m := range marks {
		switch m {
		case Small:
			out[i] = Span{1, Least - 1}
		case Beside:
			out[i] = Span{Least, besideMost(cells, marks, i, most)}
		}
	}
	low, high := 0, 0
	for i, m := range marks {
		if m != Shown {
			low += out[i].Low
			high += out[i].High
		}
	}
	narrow := slices.Clone(out)
	for i, m := range marks {
		if m != Shown {
			narrow[i].Low = max(out[i].Low, hidden-(high-out[i].High))
			narrow[i].High = min(out[i].High, hidden-(low-out[i].Low))
		}
	}
	return narrow
}

// besideMost is the most that the cell hidden beside the small ones can be: no more than a later one that is printed, and less than an earlier one.
func besideMost(cells []int, marks []Mark, at, most int) int {
	for i, n := range cells {
		switch {
		case marks[i] != Shown || n < Least:
		case i < at:
			most = min(most, n-1)
		case i > at:
			most = min(most, n)
		}
	}
	return most
}
