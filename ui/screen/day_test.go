package screen_test

import (
	"testing"
	"time"
	_ "time/tzdata" // every place, also on a machine without time zones

	"leerbalie/model/days"
	"leerbalie/ui/screen"
)

// TestADayIsOfThePlace: half past eleven in the evening in Greenwich is the next day at a Dutch site.
func TestADayIsOfThePlace(t *testing.T) {
	evening := time.Date(2026, 11, 18, 23, 30, 0, 0, time.UTC)
	e := screen.Env{Zone: days.Zone(days.DefaultZone), Now: func() time.Time { return evening }}
	if got := e.Today(); !got.Equal(time.Date(2026, 11, 19, 0, 0, 0, 0, time.UTC)) {
		t.Errorf("today is %v", got)
	}
	if got := e.Midnight(evening); !got.Equal(evening.Add(-30 * time.Minute)) {
		t.Errorf("the day began at %v", got)
	}
	if e.SameDay(evening, evening.Add(-time.Hour)) || !e.SameDay(evening, evening.Add(time.Hour)) {
		t.Error("the day turns at midnight in Greenwich")
	}
}
