package report

import (
	"testing"
	"time"

	"leerbalie/model/access"
)

// TestADayHasNoHour: what is known by its day, such as a visit, is told with that day in every zone, and never with an hour that nobody wrote down.
func TestADayHasNoHour(t *testing.T) {
	at := time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC)
	for zone, hours := range map[string]int{"Amsterdam": 1, "UTC": 0, "New York": -5} {
		m := Maker{Zone: time.FixedZone(zone, hours*60*60)}
		if got := m.storyTime(&access.Entry{At: at, Day: true}); got != "24-11-2026" {
			t.Errorf("%s: a day is told as %q", zone, got)
		}
	}
	if got := (Maker{Zone: time.FixedZone("", 60*60)}).storyTime(&access.Entry{At: at}); got != "24-11-2026 01:00" {
		t.Errorf("a moment is told as %q", got)
	}
}
