package overview

import "testing"

// TestNearestRank: the ranks are those of the list in its order, whatever its length.
func TestNearestRank(t *testing.T) {
	for n := 1; n <= 40; n++ {
		var m minutesOf
		for i := range n {
			m.add(i+1, 1) // the i-th waited i minutes
		}
		if w := m.waits(); w.N != n || w.Median != (n+1)/2 || w.Ninetieth != (9*n+9)/10 || w.Longest != n {
			t.Errorf("of %d: %+v", n, w)
		}
	}
	var none minutesOf
	if w := none.waits(); w != (Waits{}) {
		t.Errorf("of none: %+v", w)
	}
}
