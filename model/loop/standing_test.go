package loop

import (
	"testing"

	"leerbalie/model/learning"
	"leerbalie/model/learning/competence"
)

// TestOpenness: what a student never did counts for more than twice as much as whatever else is left to show of a part.
func TestOpenness(t *testing.T) {
	scale := competence.BuiltinScale()
	last := 1.0
	for i, s := range []learning.NodeState{{Level: -1}, {Level: 0, Evidence: 1}, {Level: -1, Evidence: 3, Open: learning.Open{School: 3}}, {Level: 1, Evidence: 1, Partial: true}, {Level: 2, Evidence: 2}} {
		open := Openness(s, scale)
		if i == 0 && open != 1 || i == 1 && open >= last/2 || i > 1 && open >= last {
			t.Errorf("%d: %v after %v", i, open, last)
		}
		last = open
	}
	if last != 0 {
		t.Errorf("what is enough is open for %v", last)
	}
}
