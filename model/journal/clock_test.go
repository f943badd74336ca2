package journal_test

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"leerbalie/model/journal"
)

// TestClockOnlyGoesOn: whatever the wall clock does and whatever is met from elsewhere, the next moment is later than all
// before it; it keeps to the wall clock where that is ahead, and never follows one that is more than 400 days ahead, unless
// somebody vouches for it.
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
			if rapid.Bool().Draw(t, "near") {
				wall = clock.Time().Add(time.Duration(rapid.Int64Range(-2*400*24, 2*400*24).Draw(t, "hours")) * time.Hour)
			}
			next, vouched := clock.Next(wall), clock.Jump(wall)
			if next <= clock || vouched <= clock {
				t.Fatalf("%d and %d come after %d", next, vouched, clock)
			}
			at := journal.Logical(wall.UnixMilli()) << 16
			ahead := wall.UnixMilli() > 0 && wall.Year() < 3000 && at > clock
			far := clock != 0 && wall.Sub(clock.Time()) > 400*24*time.Hour
			switch {
			case ahead && vouched != at:
				t.Fatalf("the wall clock is vouched for and ahead, and the clock says %d", vouched)
			case ahead && !far && next != at:
				t.Fatalf("the wall clock is ahead, and the clock says %d", next)
			case far && (next != clock+1 || clock.Doubt(wall) != journal.FarAhead || !clock.Believe(wall).Equal(clock.Time())):
				t.Fatalf("the wall clock is far ahead of %d, and the clock says %d", clock, next)
			case !far && !clock.Believe(wall).Equal(wall):
				t.Fatalf("%v is not believed after %d", wall, clock)
			}
			clock = next
		}
	})
}

// TestWhichClockIsDoubted at the borders, and never that of an empty journal.
func TestWhichClockIsDoubted(t *testing.T) {
	last := time.Date(2026, 11, 30, 12, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		off  time.Duration
		want journal.Doubt
	}{
		{0, journal.NoDoubt}, {-time.Hour, journal.NoDoubt}, {-24 * time.Hour, journal.NoDoubt}, {-24*time.Hour - 1, journal.FarBehind},
		{-20 * 365 * 24 * time.Hour, journal.FarBehind}, {400 * 24 * time.Hour, journal.NoDoubt}, {400*24*time.Hour + 1, journal.FarAhead},
		{73 * 365 * 24 * time.Hour, journal.FarAhead},
	} {
		if got := (journal.Logical(last.UnixMilli()) << 16).Doubt(last.Add(c.off)); got != c.want {
			t.Errorf("%v from the last moment: doubt %d, want %d", c.off, got, c.want)
		}
		if got := journal.Logical(0).Doubt(last.Add(c.off)); got != journal.NoDoubt {
			t.Errorf("an empty journal doubts %v", last.Add(c.off))
		}
	}
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
