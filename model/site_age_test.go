package model

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"leerbalie/model/journal"
)

func TestWhatIsLong(t *testing.T) {
	s := Site{Ages: []AgeLimit{{Long: 30, TooLong: 90}, {Urgency: UrgencyNow, Long: 5, TooLong: 10}}}
	for _, c := range []struct {
		urgency Urgency
		minutes int
		want    Age
	}{{UrgencyNow, 4, AgeFine}, {UrgencyNow, 5, AgeLong}, {UrgencyNow, 10, AgeTooLong}, {UrgencyToday, 29, AgeFine}, {UrgencyToday, 30, AgeLong}, {UrgencyRoutine, 90, AgeTooLong}} {
		if got := s.Age(c.urgency, time.Duration(c.minutes)*time.Minute); got != c.want {
			t.Errorf("%s after %d minutes: %d, want %d", c.urgency, c.minutes, got, c.want)
		}
	}
	if (Site{Ages: s.Ages[1:]}).Age(UrgencyToday, 24*time.Hour) != AgeFine || (Site{}).Age(UrgencyNow, 24*time.Hour) != AgeFine {
		t.Error("a limit that the site does not keep counts")
	}
}

func TestLimitsThatNothingIsBetween(t *testing.T) {
	for _, ages := range [][]AgeLimit{{{Long: 0, TooLong: 5}}, {{Long: 5, TooLong: 5}}, {{Long: 5, TooLong: maxAge + 1}}, {{Urgency: "soon", Long: 1, TooLong: 2}},
		{{Long: 1, TooLong: 2}, {Long: 3, TooLong: 4}}} {
		if checkAges(ages) == nil {
			t.Errorf("%+v is kept", ages)
		}
	}
}

// TestLimitsOnDisk: what is written is read, whatever it is, and what makes no sense is left out.
func TestLimitsOnDisk(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var ages []AgeLimit
		for _, u := range []Urgency{"", UrgencyNow, UrgencyToday, UrgencyRoutine} {
			if rapid.Bool().Draw(t, "kept") {
				long := rapid.IntRange(1, maxAge-1).Draw(t, "long")
				ages = append(ages, AgeLimit{u, long, rapid.IntRange(long+1, maxAge).Draw(t, "too long")})
			}
		}
		if got := agesOf(agesValue(ages)); !slices.Equal(got, ages) {
			t.Errorf("%+v became %+v", ages, got)
		}
	})
	if got := agesOf(journal.List(journal.Bytes("now\t9\t5"), journal.Bytes("now\t1"), journal.Bytes("x\ty\tz"), journal.Bytes("\t1\t2"))); len(got) != 1 {
		t.Errorf("%+v", got)
	}
}
