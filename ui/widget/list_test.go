package widget

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func numbers(from, to int) []int {
	var out []int
	for i := from; i < to; i++ {
		out = append(out, i)
	}
	return out
}

func on(t *testing.T, l *List[int]) int {
	t.Helper()
	_, id, ok := l.Cursor()
	if !ok {
		t.Fatal("the list is empty")
	}
	return id
}

func TestCursorStaysOnItsID(t *testing.T) {
	var l List[int]
	l.Resize(5)
	l.Load(numbers(10, 30), false, false)
	l.Move(7)
	l.Load(numbers(0, 30), false, false)
	if got := on(t, &l); got != 17 {
		t.Errorf("on %d", got)
	}
}

func TestCursorGoesToTheNextWhenItsRowLeaves(t *testing.T) {
	var l List[int]
	l.Resize(5)
	l.Load(numbers(0, 6), false, false)
	l.Move(2)
	l.Load([]int{0, 1, 3, 4, 5}, false, false)
	if got := on(t, &l); got != 3 {
		t.Errorf("on %d", got)
	}
	l.ToLast()
	l.Load([]int{0, 1, 3, 4}, false, false)
	if got := on(t, &l); got != 4 {
		t.Errorf("on %d", got)
	}
	l.Load(nil, false, false)
	if _, _, ok := l.Cursor(); ok {
		t.Error("an empty list has a cursor")
	}
}

func TestStepsBeyondTheStretchAreTakenLater(t *testing.T) {
	var l List[int]
	l.Resize(5)
	l.Load(numbers(0, 10), false, true)
	for range 14 {
		l.Move(1)
	}
	if l.Wants() != Below {
		t.Error("wants nothing")
	}
	l.Load(numbers(0, 30), false, true)
	if got := on(t, &l); got != 14 {
		t.Errorf("on %d, want 14", got)
	}
}

func TestGoToWaitsForItsRow(t *testing.T) {
	var l List[int]
	l.Resize(5)
	l.Load(numbers(0, 10), false, false)
	l.GoTo(42)
	l.Load(append(numbers(0, 10), 42), false, false)
	if got := on(t, &l); got != 42 {
		t.Errorf("on %d", got)
	}
}

func TestEndsOfALongList(t *testing.T) {
	var l List[int]
	l.Resize(5)
	l.Load(numbers(100, 120), true, true)
	if l.ToLast() != Tail {
		t.Fatal("does not ask for the last page")
	}
	l.Load(numbers(980, 1000), true, false)
	if got := on(t, &l); got != 999 {
		t.Errorf("on %d", got)
	}
	if l.ToFirst() != Head {
		t.Fatal("does not ask for the first page")
	}
	l.Load(numbers(0, 20), false, true)
	if got := on(t, &l); got != 0 {
		t.Errorf("on %d", got)
	}
}

// TestWindowHoldsTheCursor holds whatever is done in whatever order.
func TestWindowHoldsTheCursor(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var l List[int]
		l.Resize(rapid.IntRange(1, 9).Draw(t, "height"))
		for range rapid.IntRange(1, 30).Draw(t, "steps") {
			switch rapid.IntRange(0, 6).Draw(t, "what") {
			case 0:
				ids := rapid.SliceOfNDistinct(rapid.IntRange(0, 40), 0, 25, rapid.ID[int]).Draw(t, "ids")
				slices.Sort(ids)
				l.Load(ids, rapid.Bool().Draw(t, "above"), rapid.Bool().Draw(t, "below"))
			case 1:
				l.Move(rapid.IntRange(-12, 12).Draw(t, "n"))
			case 2:
				l.Page(rapid.SampledFrom([]int{-1, 1}).Draw(t, "n"))
			case 3:
				l.ToFirst()
			case 4:
				l.ToLast()
			case 5:
				l.GoTo(rapid.IntRange(0, 40).Draw(t, "id"))
			case 6:
				l.Resize(rapid.IntRange(1, 9).Draw(t, "height"))
			}
			i, _, ok := l.Cursor()
			from, to := l.Window()
			if ok && (i < from || i >= to) || to-from > l.Height() || from < 0 || to > l.Len() {
				t.Fatalf("cursor %d in window %d..%d of %d", i, from, to, l.Len())
			}
		}
	})
}
