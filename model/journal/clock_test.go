package journal_test

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"leerbalie/model/journal"
)

// TestClockOnlyGoesOn: whatever the wall clock does and whatever is met from elsewhere, the next moment is later than all
// before it, and keeps to the wall clock where that can be.
func TestClockOnlyGoesOn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var clock journal.Logical
		for range rapid.IntRange(1, 30).Draw(t, "steps") {
			if rapid.Bool().Draw(t, "elsewhere") {
				met := journal.Logical(rapid.Int64Range(0, 32503680000000).Draw(t, "met")) << 16
				if after := clock.Seen(met); after < met || after < clock {
					t.Fatalf("after meeting %d the clock says %d", met, after)
				} else {
					clock = after
				}
			}
			wall := time.UnixMilli(rapid.Int64Range(-1e12, 40e12).Draw(t, "wall"))
			next := clock.Next(wall)
			if next <= clock {
				t.Fatalf("%d comes after %d", next, clock)
			}
			if at := journal.Logical(wall.UnixMilli()) << 16; wall.UnixMilli() > 0 && wall.Year() < 3000 && at > clock && next != at {
				t.Fatalf("the wall clock is ahead, and the clock says %d", next)
			}
			clock = next
		}
	})
}

// TestStampsHaveOneOrder: two stamps are equal only when they name one change, and any set of them has one order.
func TestStampsHaveOneOrder(t *testing.T) {
	stamp := rapid.Custom(func(t *rapid.T) journal.Stamp {
		return journal.Stamp{Time: journal.Logical(rapid.IntRange(0, 2).Draw(t, "time")), Replica: journal.Replica{byte(rapid.IntRange(0, 2).Draw(t, "replica"))},
			Seq: uint64(rapid.IntRange(0, 2).Draw(t, "seq"))}
	})
	rapid.Check(t, func(t *rapid.T) {
		all := rapid.SliceOfN(stamp, 2, 12).Draw(t, "stamps")
		for _, a := range all {
			for _, b := range all {
				if c := a.Compare(b); (c == 0) != (a == b) || c != -b.Compare(a) {
					t.Fatalf("%v and %v compare as %d", a, b, c)
				}
			}
		}
		one, two := slices.Clone(all), slices.Clone(all)
		slices.Reverse(two)
		slices.SortFunc(one, journal.Stamp.Compare)
		slices.SortFunc(two, journal.Stamp.Compare)
		if !slices.Equal(one, two) {
			t.Fatalf("two orders of the same stamps: %v %v", one, two)
		}
	})
}
