package text

import (
	"testing"
	"time"
)

// TestADayIsReadBack: however a day is written, and as it is shown.
func TestADayIsReadBack(t *testing.T) {
	want := time.Date(2026, 3, 9, 0, 0, 0, 0, time.UTC)
	for _, typed := range []string{"9-3-2026", "09-03-2026", "2026-03-09", "9/3/2026", "9.3.2026", Day(want)} {
		if day, ok := ReadDay(typed); !ok || !day.Equal(want) {
			t.Errorf("%q is read as %v, %v", typed, day, ok)
		}
	}
	for _, typed := range []string{"", "31-2-2026", "9-3", "maandag", "2026-3-9x", "1-1-9999", "9-3-26", "1-1-1899", "0001-01-01"} {
		if day, ok := ReadDay(typed); ok || !day.IsZero() {
			t.Errorf("%q is read as %v", typed, day)
		}
	}
	if got := Day(time.Time{}); got != "" {
		t.Errorf("no day is written %q", got)
	}
}
