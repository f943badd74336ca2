package smallcells

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// printed is all that somebody sees of a table: its total, and its cells as they are printed.
func printed(cells []int) string {
	total := 0
	for _, n := range cells {
		total += n
	}
	marks, ok := Hide(cells)
	if !ok {
		return fmt.Sprint(total, " withheld")
	}
	out := fmt.Sprint(total)
	for i, n := range cells {
		out += " " + [...]string{fmt.Sprint(n), "<5", "x"}[marks[i]]
	}
	return out
}

// TestNobodyWorksOutAHiddenCell prints every table of one to five cells up to a total, puts together those that print the same, and asks
// of each small cell whether it is the same in all of them: then whoever has all time and knows the rule would know it.
func TestNobodyWorksOutAHiddenCell(t *testing.T) {
	for _, size := range []struct{ cells, total int }{{1, 40}, {2, 60}, {3, 40}, {4, 24}, {5, 17}} {
		same := map[string][][]int{}
		cells := make([]int, size.cells)
		var fill func(at, left int)
		fill = func(at, left int) {
			if at == size.cells {
				p := printed(cells)
				same[p] = append(same[p], slices.Clone(cells))
				return
			}
			for n := range left + 1 {
				cells[at] = n
				fill(at+1, left-n)
			}
		}
		fill(0, size.total)
		for p, tables := range same {
			marks, ok := Hide(tables[0])
			if !ok {
				continue // which tables may be meant here is not even known by their rows
			}
			for i, m := range marks {
				first := tables[0][i]
				if m != Small {
					continue
				}
				if !slices.ContainsFunc(tables, func(c []int) bool { return c[i] != first }) {
					t.Fatalf("%q tells that cell %d is %d", p, i, first)
				}
			}
		}
	}
}

// TestWhatIsSmallIsNeverPrinted: no cell of one to four, and the total can always be told.
func TestWhatIsSmallIsNeverPrinted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cells := rapid.SliceOfN(rapid.OneOf(rapid.IntRange(0, 9), rapid.IntRange(0, 400)), 0, 30).Draw(t, "cells")
		marks, ok := Hide(cells)
		if len(marks) != len(cells) {
			t.Fatal("a cell has no mark")
		}
		if !ok {
			return
		}
		hidden := 0
		for i, s := range Spans(cells, marks) {
			if IsSmall(cells[i]) && marks[i] == Shown || marks[i] == Small && !IsSmall(cells[i]) || cells[i] == 0 && marks[i] != Shown {
				t.Fatalf("%v: %v", cells, marks)
			}
			if marks[i] != Shown {
				hidden++
				if marks[i] == Small && s.Low >= s.High || cells[i] < s.Low || cells[i] > s.High {
					t.Fatalf("%v: cell %d is known: %v", cells, i, s)
				}
			}
		}
		if hidden == 1 {
			t.Fatalf("%v: one cell alone is hidden: %v", cells, marks)
		}
	})
}

// TestHide holds plain cases.
func TestHide(t *testing.T) {
	for _, c := range []struct {
		cells []int
		want  string
	}{
		{[]int{20, 9, 7, 2}, "38 20 9 x <5"},
		{[]int{20, 9, 7, 0}, "36 20 9 7 0"},
		{[]int{20, 9, 3, 2, 1}, "35 20 x <5 <5 <5"},
		{[]int{5, 1}, "6 withheld"},     // 6 is 5 and 1 alone
		{[]int{3, 2}, "5 withheld"},     // nothing to hide behind
		{[]int{5, 5, 1}, "11 withheld"}, // the hidden one would be 5
		{[]int{4, 8, 8}, "20 withheld"}, // at most 7 and 4 … and that is what it is
		{[]int{8, 2}, "10 x <5"},
		{nil, "0"},
	} {
		if got := printed(c.cells); got != c.want {
			t.Errorf("%v: %s, want %s", c.cells, got, c.want)
		}
	}
}
