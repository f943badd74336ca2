package evidence_test

import (
	"slices"
	"testing"
	"time"

	"leerbalie/model/journal"
	"leerbalie/store/evidence"
	"leerbalie/store/witness"
)

// TestUnsettled: what was seen of a stream before its end was written anew is settled from there on, and nothing else.
func TestUnsettled(t *testing.T) {
	at := time.Date(2026, 11, 30, 9, 0, 0, 0, time.UTC)
	one, other := journal.Stream{Replica: journal.Replica{1}}, journal.Stream{Replica: journal.Replica{2}}
	noted := evidence.WrittenAnew(evidence.WrittenAnew(nil, other, 90, at.Add(-time.Hour)), one, 7, at)
	for _, c := range []struct {
		head witness.Head
		at   time.Time
		left bool
	}{
		{witness.Head{Stream: one, Seq: 7}, at, false},
		{witness.Head{Stream: one, Seq: 12}, at.Add(-time.Minute), false},
		{witness.Head{Stream: one, Seq: 6}, at, true},
		{witness.Head{Stream: one, Seq: 12}, at.Add(time.Second), true},
		{witness.Head{Stream: other, Seq: 12}, at.Add(-2 * time.Hour), true},
		{witness.Head{Stream: other, Seq: 90}, at.Add(-2 * time.Hour), false},
	} {
		if got := slices.Contains(evidence.Unsettled(noted, []witness.Head{c.head}, c.at), c.head); got != c.left {
			t.Errorf("%+v as it was seen at %s: %v", c.head, c.at, got)
		}
	}
}
