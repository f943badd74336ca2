package gaps

import (
	"testing"
	"time"

	"leerbalie/model/learning"
	"leerbalie/model/pairs"
)

// TestOf: each part counts once, by its first evidence, within the days that are asked for, both of them included; visits are work that nobody is offered.
func TestOf(t *testing.T) {
	day := func(n int) time.Time { return time.Date(2026, 9, n, 0, 0, 0, 0, time.UTC) }
	cell := func(n int, k learning.EvidenceKind, o pairs.Offered) learning.NodeState {
		return learning.NodeState{Evidence: 2, First: learning.First{Day: day(n), Kind: k, Offered: o}}
	}
	m := learning.Matrix{Rows: []learning.MatrixRow{
		{Cells: []learning.NodeState{cell(1, learning.EvidenceRequest, pairs.OfferedFirst), cell(2, learning.EvidenceRequest, pairs.OfferedNot), {}}},
		{Cells: []learning.NodeState{cell(3, learning.EvidenceRequest, pairs.OfferNotKnown), cell(4, learning.EvidenceVisit, pairs.OfferNotKnown), cell(5, learning.EvidenceCourse, pairs.OfferNotKnown)}},
	}}
	for _, c := range []struct {
		from, until time.Time
		closed      [all]int
	}{
		{closed: [all]int{1, 2, 1, 1}},
		{from: day(2), until: day(4), closed: [all]int{0, 2, 1, 0}},
		{from: day(3), closed: [all]int{0, 1, 1, 1}},
		{until: day(1), closed: [all]int{1, 0, 0, 0}},
	} {
		got := Of(&m, c.from, c.until)
		if got.Closed != c.closed || got.Open != 1 || !got.Few() {
			t.Errorf("%v to %v: %+v", c.from, c.until, got)
		}
	}
	if c := (Count{Closed: [all]int{12, 8, 0, 0}}); c.Few() {
		t.Error("twenty are called few")
	}
}
