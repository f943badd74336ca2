package learning_test

import (
	"testing"
	"time"

	"leerbalie/model/days"
	"leerbalie/model/learning"
)

// TestWeeksUntil at the borders, at every hour of the day: a week is seven days, and the last day is still one.
func TestWeeksUntil(t *testing.T) {
	end := time.Date(2027, 3, 29, 0, 0, 0, 0, time.UTC) // the day after the clock changes
	for left, want := range map[int]int{-1: -1, 0: 0, 1: 0, 6: 0, 7: 1, 13: 1, 14: 2, 27: 3, 28: 4, 29: 4, 34: 4, 35: 5} {
		for _, name := range []string{"Europe/Amsterdam", "America/Curacao", "Pacific/Auckland"} {
			zone := days.Zone(name)
			for hour := range 24 {
				now := time.Date(2027, 3, 29-left, hour, 30, 0, 0, zone)
				if got := learning.WeeksUntil(end, days.Of(now, zone)); got != want {
					t.Errorf("%s, %d days before, %d:30: %d weeks, want %d", name, left, hour, got, want)
				}
			}
		}
	}
}
